import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { loadNetwork } from '../network/load.ts';
import type { Network } from '../network/network.ts';
import { remembered } from '../records/remembered.ts';

const mediaTypes: Record<string, string> = {
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.png': 'image/png',
};

/** Where each file stands on the disk, by its path within a folder of the site: all of them together are too much to be held. */
export type Files = ReadonlyMap<string, string>;

/**
 * Files that are made of the network beside the pages: after a build they are copied there; the development server makes them when they
 * are asked for, and anew when the content has changed since.
 *
 * @param folder where they are on the site, such as `cards/`
 * @param make makes them; what it keeps for the next build goes into the directory that it is given
 */
export function filesBesidePages(
	name: string,
	folder: string,
	make: (network: Network, logger: AstroIntegrationLogger, cache: string) => Files | Promise<Files>,
): AstroIntegration {
	let built: Files = new Map();
	let cache = '';
	return {
		name,
		hooks: {
			'astro:config:done': ({ config }) => {
				cache = fileURLToPath(new URL(folder, config.cacheDir));
			},
			// Before the pages are made: the search index takes as much memory for a large record as they do.
			'astro:build:start': async ({ logger }) => {
				built = await make(loadNetwork(), logger, cache);
			},
			'astro:build:done': async ({ dir }) => {
				for (const [path, file] of built) {
					const target = new URL(path, new URL(folder, dir));
					await mkdir(new URL('.', target), { recursive: true });
					await copyFile(file, target);
				}
			},
			'astro:server:setup': ({ server, logger }) => {
				const base = server.config.base.replace(/\/*$/, '/');
				const made = remembered((network: Network) => make(network, logger, cache));
				server.middlewares.use((request, response, next) => {
					// With or without the base path: who else answers before may have taken it off.
					const { pathname } = new URL(request.url ?? '/', 'http://localhost');
					const prefix = [`${base}${folder}`, `/${folder}`].find((start) => pathname.startsWith(start));
					if (prefix === undefined) {
						next();
						return;
					}
					const path = pathname.slice(prefix.length);
					const answer = async (): Promise<void> => {
						const file = (await made(loadNetwork())).get(path);
						const content = file === undefined ? undefined : await readFile(file);
						response.statusCode = content ? 200 : 404;
						response.setHeader('Content-Type', mediaTypes[extname(path)] ?? 'application/octet-stream');
						response.setHeader('Cache-Control', 'no-store');
						response.end(content);
					};
					answer().catch(next);
				});
			},
		},
	};
}
