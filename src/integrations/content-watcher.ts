import { resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentDirectory, readContentAgain } from '../checks/load-content.ts';
import { loadNetwork } from '../network/load.ts';
import { orExit, UserError } from '../records/user-error.ts';

// Milliseconds. Several files are often saved at once: by a version control system, or by "save all".
const savePause = 50;

/**
 * Reads the content before anything else does, and keeps content with problems from being published, in both of Astro's ways of
 * working:
 *
 * - a build of content with problems, or on a day that nothing tells, ends there and says so;
 * - the development server reads anew when a file is saved, and shows the report in the terminal and instead of every page until
 *   the files are mended.
 */
export const contentWatcher = (): AstroIntegration => ({
	name: 'content-watcher',
	hooks: {
		'astro:config:setup': ({ command }) => {
			if (command === 'build') orExit(loadNetwork);
		},
		'astro:server:setup': ({ server, logger }) => {
			const directory = resolve(contentDirectory());
			let report = readReport();
			let timer: NodeJS.Timeout | undefined;

			const show = (): void => {
				if (report === undefined) return;
				logger.error(`\n${report}`);
				server.environments.client.hot.send({ type: 'error', err: overlayError(report) });
			};

			const readChanges = (): void => {
				if (timer === undefined) return;
				clearTimeout(timer);
				timer = undefined;
				const before = report;
				report = readReport();
				if (report !== undefined) {
					show();
					return;
				}
				if (before !== undefined) logger.info('The content has no problems any more.');
				// The server reloads its modules as well, so that Astro asks each route for its pages again.
				for (const { hot } of Object.values(server.environments)) hot.send({ type: 'full-reload' });
			};

			server.watcher.add(directory);
			server.watcher.on('all', (_event, path) => {
				if (!resolve(path).startsWith(directory + sep)) return;
				clearTimeout(timer);
				timer = setTimeout(readChanges, savePause);
			});

			server.middlewares.use((request, response, next) => {
				// Whoever asks while a change waits to be read gets what holds after it.
				readChanges();
				if (report === undefined || isOfVite(request.url ?? '')) {
					next();
					return;
				}
				response.statusCode = 500;
				response.setHeader('Content-Type', 'text/html; charset=utf-8');
				response.setHeader('Cache-Control', 'no-store');
				response.end(reportPage(report, `${server.config.base}@vite/client`));
			});
			show();
		},
	},
});

/** Reads the content as it is now. Gives the report, or `undefined` when it has no problems. */
function readReport(): string | undefined {
	try {
		readContentAgain();
		return undefined;
	} catch (error) {
		if (error instanceof UserError) return error.message;
		throw error;
	}
}

/** Whether an address belongs to the development server itself: its client, which shows the overlay, and its modules. */
const isOfVite = (url: string): boolean => /\/(@vite|@id|@fs|node_modules|src)\//.test(url);

/** What Astro's overlay shows: it writes the message as HTML, the cause as text. */
const overlayError = (report: string) => ({
	name: 'Content',
	title: 'The content has problems',
	// The overlay has a place for a stack trace even where there is none.
	message: `<style>#stack { display: none }</style>Mend the files and save them; this page then comes back by itself.`,
	cause: report,
	stack: '',
});

const escapeHtml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A page with the report, which shows it in the overlay as well when scripts are on, and reloads when it is mended. */
const reportPage = (report: string, client: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>The content has problems</title></head>
<body>
<h1>The content has problems</h1>
<pre>${escapeHtml(report)}</pre>
<script type="module">
import { ErrorOverlay } from ${JSON.stringify(client)};
document.body.append(new ErrorOverlay(${JSON.stringify(overlayError(report)).replaceAll('<', '\\u003c')}));
</script>
</body>
</html>
`;
