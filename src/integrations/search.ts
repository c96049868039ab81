import { mkdir, writeFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { buildNetwork } from '../network/network.ts';
import { searchRecords } from '../outputs/search/records.ts';
import { today } from '../records/history.ts';
import { ContentError, contentDirectory, loadContent } from '../checks/load-content.ts';
import { buildSearchIndex } from './search-index.ts';

const folder = 'pagefind/';

const mediaTypes: Record<string, string> = {
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.json': 'application/json',
};

// Longer than the pages take to follow a change of the content: they are looked at first.
const pause = 500;

/**
 * The search: after a build its files are written beside the pages; the development server makes them when it
 * starts and again when the content changes, and answers with them.
 */
export const search = (): AstroIntegration => ({
	name: 'search',
	hooks: {
		'astro:build:done': async ({ dir, logger }) => {
			const files = await indexContent(logger);
			await Promise.all(
				[...files].map(async ([path, content]) => {
					const target = new URL(path, new URL(folder, dir));
					await mkdir(new URL('.', target), { recursive: true });
					await writeFile(target, content);
				}),
			);
		},
		'astro:server:setup': ({ server, logger }) => {
			const directory = resolve(contentDirectory());
			const base = server.config.base.replace(/\/*$/, '/');
			const index = latest(() => indexContent(logger));
			const refresh = (): void => {
				index.make().catch((error: unknown) => {
					// Problems of the content have a report of their own; until they are mended the last index answers.
					if (error instanceof ContentError) return;
					logger.error(`The search was not brought up to date. ${reasonOf(error)}`);
				});
			};

			let timer: NodeJS.Timeout | undefined;
			server.watcher.add(directory);
			server.watcher.on('all', (_event, path) => {
				if (!resolve(path).startsWith(directory + sep)) return;
				clearTimeout(timer);
				timer = setTimeout(refresh, pause);
			});
			refresh();

			server.middlewares.use((request, response, next) => {
				// With or without the base path: who else answers before may have taken it off.
				const { pathname } = new URL(request.url ?? '/', 'http://localhost');
				const prefix = [`${base}${folder}`, `/${folder}`].find((start) => pathname.startsWith(start));
				if (prefix === undefined) {
					next();
					return;
				}
				const path = pathname.slice(prefix.length);
				index.current().then((files) => {
					const content = files.get(path);
					response.statusCode = content ? 200 : 404;
					response.setHeader('Content-Type', mediaTypes[extname(path)] ?? 'application/octet-stream');
					response.setHeader('Cache-Control', 'no-store');
					response.end(content);
				}, next);
			});
		},
	},
});

type Files = ReadonlyMap<string, Uint8Array>;

/** Indexes the content as it is now, and says so in the log. */
async function indexContent(logger: AstroIntegrationLogger): Promise<Files> {
	const records = searchRecords(buildNetwork(loadContent(contentDirectory()), today()));
	logger.info(`Indexing ${records.length} records …`);
	const files = await buildSearchIndex(records);
	const size = files.reduce((sum, { content }) => sum + content.length, 0);
	logger.info(
		`${records.length} records can be found; ${files.length} files, ${Math.round(size / 1024)} KiB.`,
	);
	return new Map(files.map(({ path, content }) => [path, content]));
}

/** Makes a thing anew whenever asked, one at a time, and gives the last that came out well. */
function latest<T>(create: () => Promise<T>): { make: () => Promise<T>; current: () => Promise<T> } {
	let queue: Promise<unknown> = Promise.resolve();
	let good: Promise<T> | undefined;
	let last: Promise<T> | undefined;
	const make = (): Promise<T> => {
		const made = queue.then(create);
		last = made;
		queue = made.then(
			() => {
				good = made;
			},
			() => undefined,
		);
		return made;
	};
	return { make, current: () => good ?? last ?? make() };
}

/** An error and its causes in one line. */
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause === undefined ? error.message : `${error.message}: ${reasonOf(error.cause)}`;
}
