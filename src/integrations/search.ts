import { mkdirSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { loadNetwork } from '../network/load.ts';
import type { Network } from '../network/network.ts';
import { searchRecords } from '../outputs/search/records.ts';
import { searchWordsOf } from '../outputs/search/words.ts';
import { memoize } from '../records/memoize.ts';
import { buildSearchIndex, type SearchFiles } from './search-index.ts';

/** Generates the search files during a build, or on the first search in the development server. */
export function search(): AstroIntegration {
	let published: URL;
	let written: Promise<void> | undefined;
	return {
		name: 'search',
		hooks: {
			'astro:config:setup': ({ command, updateConfig }) => {
				if (command !== 'build') return;
				// Waits for the search index before Astro builds the pages, because building pages needs a lot of memory.
				updateConfig({ vite: { plugins: [{ name: 'search', writeBundle: () => written }] } });
			},
			'astro:config:done': ({ config }) => {
				published = new URL('pagefind/', config.outDir);
			},
			// Pagefind runs in its own process, so it can build the index while Vite bundles the code.
			'astro:build:start': () => {
				written = writeSearch(loadNetwork(), published);
				written.catch(() => {
					// `writeBundle` reports the error after Vite has bundled the code.
				});
			},
			'astro:server:setup': ({ server }) => {
				const filesOf = memoize(searchFiles);
				server.middlewares.use((request, response, next) => {
					const { pathname } = new URL(request.url ?? '/', 'http://localhost');
					const [, path] = /\/pagefind\/([\w./-]+\.\w+)$/.exec(pathname) ?? [];
					const answer = async (): Promise<void> => {
						const file = path && (await filesOf(loadNetwork())).get(path);
						if (!file) {
							next();
							return;
						}
						// Browsers only run modules with a JavaScript media type.
						if (path.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
						response.setHeader('Cache-Control', 'no-store');
						response.end(file);
					};
					answer().catch(next);
				});
			},
		},
	};
}

async function writeSearch(network: Network, folder: URL): Promise<void> {
	for (const [path, content] of await searchFiles(network)) {
		const file = new URL(path, folder);
		mkdirSync(new URL('.', file), { recursive: true });
		writeFileSync(file, content);
	}
}

async function searchFiles(network: Network): Promise<SearchFiles> {
	const records = searchRecords(network);
	const words = searchWordsOf(network, records);
	return new Map([...(await buildSearchIndex(records)), ['words.json', Buffer.from(JSON.stringify(words))]]);
}
