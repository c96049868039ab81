import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadNetwork } from '../network/load.ts';
import type { Network } from '../network/network.ts';
import { searchRecords } from '../outputs/search/records.ts';
import { searchWordsOf } from '../outputs/search/words.ts';
import { memoize } from '../records/memoize.ts';
import { buildSearchIndex } from './search-index.ts';

/** Generates the search files. A build writes the files to the site. The development server generates the files on the first search. */
export function search(): AstroIntegration {
	let published = '';
	let written: Promise<void> | undefined;
	return {
		name: 'search',
		hooks: {
			'astro:config:done': ({ config }) => {
				published = fileURLToPath(new URL('pagefind', config.outDir));
			},
			// Pagefind runs in its own process, so it can build the index while Astro builds the pages.
			'astro:build:start': () => {
				written = writeSearch(loadNetwork(), published);
				written.catch(() => {
					// The build fails below, after the pages.
				});
			},
			'astro:build:done': () => written,
			'astro:server:setup': ({ server }) => {
				const temporary = mkdtempSync(join(tmpdir(), 'search-'));
				process.on('exit', () => {
					rmSync(temporary, { recursive: true, force: true });
				});
				const folderOf = memoize(async (network: Network): Promise<string> => {
					const folder = mkdtempSync(join(temporary, 'index-'));
					await writeSearch(network, folder);
					return folder;
				});
				server.middlewares.use((request, response, next) => {
					const { pathname } = new URL(request.url ?? '/', 'http://localhost');
					const [, path] = /\/pagefind\/([\w./-]+\.\w+)$/.exec(pathname) ?? [];
					const answer = async (): Promise<void> => {
						const file = path && join(await folderOf(loadNetwork()), path);
						if (!file || !existsSync(file)) {
							next();
							return;
						}
						// Browsers only run modules that have a JavaScript media type.
						if (file.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
						response.setHeader('Cache-Control', 'no-store');
						response.end(readFileSync(file));
					};
					answer().catch(next);
				});
			},
		},
	};
}

/** Writes the search index and the word lists for interpreting queries to a folder. */
async function writeSearch(network: Network, folder: string): Promise<void> {
	await buildSearchIndex(searchRecords(network), folder);
	const words = searchWordsOf(network, searchRecords(network));
	writeFileSync(join(folder, 'words.json'), JSON.stringify(words));
}
