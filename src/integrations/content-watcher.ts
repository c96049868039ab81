import { resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentDirectory, readContentAgain } from '../checks/load-content.ts';
import { loadNetwork } from '../network/load.ts';
import { orExit, UserError } from '../records/user-error.ts';

// The delay in milliseconds before a reload, because Git and "save all" often change several files at once.
const savePause = 50;

/**
 * Reads the content first and never publishes content that has problems:
 *
 * - A build prints the problems and stops. It also stops if today's date is unknown.
 * - The development server reloads saved files. Problems appear in the terminal and in place of every page until they are fixed.
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
				if (before !== undefined) logger.info('The content has no more problems.');
				// The server also reloads its own modules, so that Astro calls every getStaticPaths() again.
				for (const { hot } of Object.values(server.environments)) hot.send({ type: 'full-reload' });
			};

			server.watcher.add(directory);
			server.watcher.on('all', (_event, path) => {
				if (!resolve(path).startsWith(directory + sep)) return;
				clearTimeout(timer);
				timer = setTimeout(readChanges, savePause);
			});

			server.middlewares.use((request, response, next) => {
				// A request that arrives right after a change must not receive the old content.
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

/** Reloads the content and returns a report of its problems, or `undefined` if there are none. */
function readReport(): string | undefined {
	try {
		readContentAgain();
		return undefined;
	} catch (error) {
		if (error instanceof UserError) return error.message;
		throw error;
	}
}

/** Returns whether an address belongs to Vite itself: either the client that shows the overlay, or a module. */
const isOfVite = (url: string): boolean => /\/(@vite|@id|@fs|node_modules|src)\//.test(url);

/** Returns the error for Astro's overlay. The overlay renders the message as HTML and the cause as text. */
const overlayError = (report: string) => ({
	name: 'Content',
	title: 'The content has problems',
	// This CSS rule hides the overlay's empty stack trace.
	message: `<style>#stack { display: none }</style>Fix the files and save them. This page then reloads by itself.`,
	cause: report,
	stack: '',
});

const escapeHtml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Returns a page that shows the report. If scripts are enabled, the page also shows the overlay and reloads after a fix. */
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
