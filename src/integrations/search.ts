import { mkdir, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { loadNetwork } from '../network/load.ts';
import type { Network } from '../network/network.ts';
import { remembered } from '../records/remembered.ts';
import { searchRecords } from '../outputs/search/records.ts';
import { searchWordsOf } from '../outputs/search/words.ts';
import { buildSearchIndex } from './search-index.ts';

const folder = 'pagefind/';

const mediaTypes: Record<string, string> = {
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.json': 'application/json',
};

/**
 * The search: after a build its files are written beside the pages; the development server makes them when
 * they are asked for, and anew when the content has changed since.
 */
export function search(): AstroIntegration {
	let built: ReadonlyMap<string, Uint8Array> = new Map();
	return {
		name: 'search',
		hooks: {
			// Before the pages are made: Pagefind takes as much memory for a large record as they do.
			'astro:build:start': async ({ logger }) => {
				built = await filesOf(loadNetwork(), logger);
			},
			'astro:build:done': async ({ dir }) => {
				for (const [path, content] of built) {
					const target = new URL(path, new URL(folder, dir));
					await mkdir(new URL('.', target), { recursive: true });
					await writeFile(target, content);
				}
			},
			'astro:server:setup': ({ server, logger }) => {
				const base = server.config.base.replace(/\/*$/, '/');
				const index = remembered((network: Network) => filesOf(network, logger));
				server.middlewares.use((request, response, next) => {
					// With or without the base path: who else answers before may have taken it off.
					const { pathname } = new URL(request.url ?? '/', 'http://localhost');
					const prefix = [`${base}${folder}`, `/${folder}`].find((start) => pathname.startsWith(start));
					if (prefix === undefined) {
						next();
						return;
					}
					const path = pathname.slice(prefix.length);
					index(loadNetwork()).then((files) => {
						const content = files.get(path);
						response.statusCode = content ? 200 : 404;
						response.setHeader('Content-Type', mediaTypes[extname(path)] ?? 'application/octet-stream');
						response.setHeader('Cache-Control', 'no-store');
						response.end(content);
					}, next);
				});
			},
		},
	};
}

/** Indexes the network, and says so in the log. */
async function filesOf(
	network: Network,
	logger: AstroIntegrationLogger,
): Promise<ReadonlyMap<string, Uint8Array>> {
	const records = searchRecords(network);
	logger.info(`Indexing ${records.length} records …`);
	const words = Buffer.from(JSON.stringify(searchWordsOf(network, records)));
	const files = [...(await buildSearchIndex(records)), { path: 'words.json', content: words }];
	const size = files.reduce((sum, { content }) => sum + content.length, 0);
	logger.info(
		`${records.length} records can be found; ${files.length} files, ${Math.round(size / 1024)} KiB.`,
	);
	return new Map(files.map(({ path, content }) => [path, content]));
}
