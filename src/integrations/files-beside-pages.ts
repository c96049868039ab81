import { mkdirSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { isOfVite } from './content-watcher.ts';
import { loadNetwork } from '../network/load.ts';
import type { Network } from '../network/network.ts';
import { memoize } from '../records/memoize.ts';

const mediaTypes: Record<string, string> = {
	'.atom': 'application/atom+xml',
	'.css': 'text/css',
	'.csv': 'text/csv; charset=utf-8',
	'.ics': 'text/calendar; charset=utf-8',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.md': 'text/markdown; charset=utf-8',
	'.png': 'image/png',
	'.sha256': 'text/plain',
	'.txt': 'text/plain; charset=utf-8',
	'.zip': 'application/zip',
};

/** What a file holds. */
export type Content = string | Uint8Array;

/** How each file is made, by its path on the site: all of them together are too much to be held. */
export type Files = ReadonlyMap<string, () => Content>;

/**
 * Files that are made of the network beside the pages: a build writes them before the pages; the development server makes them when they
 * are asked for, and anew when the content has changed since.
 *
 * @param folder where they are on the site, such as `/cards/`
 * @param make says how they are made; what it keeps for the next build goes into the directory that it is given
 */
export function filesBesidePages(
	name: string,
	folder: string,
	make: (network: Network, logger: AstroIntegrationLogger, cache: string) => Files | Promise<Files>,
): AstroIntegration {
	let [cache, outDir] = ['', new URL('file:')];
	return {
		name,
		hooks: {
			'astro:config:done': ({ config }) => {
				outDir = config.outDir;
				cache = fileURLToPath(new URL(`.${folder}`, config.cacheDir));
			},
			// Before the pages are made: the search index takes as much memory for a large record as they do.
			'astro:build:start': async ({ logger }) => {
				for (const [path, content] of await make(loadNetwork(), logger, cache)) {
					const target = new URL(`.${path}`, outDir);
					mkdirSync(new URL('.', target), { recursive: true });
					writeFileSync(target, content());
				}
			},
			'astro:server:setup': ({ server, logger }) => {
				const base = server.config.base.replace(/\/$/, '');
				const made = memoize((network: Network) => make(network, logger, cache));
				server.middlewares.use((request, response, next) => {
					// With or without the base path: who else answers before may have taken it off.
					const { pathname } = new URL(request.url ?? '/', 'http://localhost');
					const path = pathname.startsWith(`${base}${folder}`) ? pathname.slice(base.length) : pathname;
					const answer = async (): Promise<void> => {
						// Pages end in a slash: what stands beside them is not worked out for them.
						const isMine = path.startsWith(folder) && !path.endsWith('/') && !isOfVite(path);
						const content = isMine && (await made(loadNetwork())).get(path);
						if (!content) {
							next();
							return;
						}
						response.setHeader('Content-Type', mediaTypes[extname(path)] ?? 'application/octet-stream');
						response.setHeader('Cache-Control', 'no-store');
						response.end(content());
					};
					answer().catch(next);
				});
			},
		},
	};
}
