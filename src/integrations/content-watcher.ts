import { resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentDirectory } from '../checks/load-content.ts';
import { loadNetwork, loadNetworkAgain } from '../network/load.ts';
import { orExit, userMessage } from '../records/user-error.ts';

// The delay in milliseconds before a reload, because Git and "save all" often change several files at once.
const savePause = 50;

/**
 * Reads the content before any other step, and never publishes content with problems:
 *
 * - A build prints the problems and stops. The build also stops if today's date is unknown.
 * - The development server reloads saved files. Until all problems are fixed, the terminal and every page show the list of problems.
 */
export const contentWatcher = (): AstroIntegration => ({
	name: 'content-watcher',
	hooks: {
		'astro:config:setup': ({ command }) => {
			if (command === 'build') orExit(loadNetwork);
		},
		'astro:server:setup': ({ server, logger }) => {
			const directory = resolve(contentDirectory());
			let report: string | undefined;
			let timer: NodeJS.Timeout | undefined;

			const read = (): void => {
				try {
					loadNetworkAgain();
					if (report !== undefined) logger.info('The content has no more problems.');
					report = undefined;
				} catch (error) {
					report = userMessage(error);
					if (report === undefined) throw error;
					logger.error(`\n${report}`);
				}
			};

			const readChanges = (): void => {
				if (timer === undefined) return;
				clearTimeout(timer);
				timer = undefined;
				read();
				// The server also reloads its modules, so that Astro calls every getStaticPaths() again.
				for (const { hot } of Object.values(server.environments)) hot.send({ type: 'full-reload' });
			};

			server.watcher.add(directory);
			server.watcher.on('all', (_event, path) => {
				if (!resolve(path).startsWith(directory + sep)) return;
				clearTimeout(timer);
				timer = setTimeout(readChanges, savePause);
			});

			server.middlewares.use((_request, response, next) => {
				// A request that follows a change directly must get the new content.
				readChanges();
				if (report === undefined) {
					next();
					return;
				}
				response.writeHead(500, {
					'Content-Type': 'text/plain; charset=utf-8',
					'Cache-Control': 'no-store',
					Refresh: '1',
				});
				response.end(`${report}\n\nFix the files and save them. This page then reloads by itself.\n`);
			});
			read();
		},
	},
});
