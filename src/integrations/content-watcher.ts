import { rmSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { ContentError, contentDirectory, loadContent } from '../checks/load-content.ts';
import { loaderName, wasLoaded } from './content-loader.ts';

// Milliseconds. Several files are often saved at once: by a version control system, or by "save all".
const savePause = 50;

// Astro refreshes nothing while it loads its own configuration, which takes about as long.
const retryPause = 1_000;

/**
 * Keeps content with problems from being published, in both of Astro's ways of working:
 *
 * - a build begins without the pages of the one before, so that one that ends with a report leaves nothing to publish;
 * - the development server shows the report in the terminal and instead of every page until the files are mended.
 */
export const contentWatcher = (): AstroIntegration => ({
	name: 'content-watcher',
	hooks: {
		'astro:config:setup': ({ command, config }) => {
			if (command === 'build') rmSync(config.outDir, { recursive: true, force: true });
		},
		'astro:server:setup': ({ server, logger, refreshContent }) => {
			const directory = resolve(contentDirectory());
			let report = readReport();
			let timer: NodeJS.Timeout | undefined;

			const show = (): void => {
				if (report === undefined) return;
				logger.error(`\n${report}`);
				server.environments.client.hot.send({ type: 'error', err: overlayError(report) });
			};

			const readAgain = async (): Promise<void> => {
				const found = readReport();
				if (found !== undefined) {
					report = found;
					show();
					return;
				}
				const context: Record<string, unknown> = {};
				await refreshContent?.({ loaders: [loaderName], context });
				if (!context[wasLoaded]) {
					readIn(retryPause);
					return;
				}
				if (report === undefined) return;
				report = undefined;
				logger.info('The content has no problems any more.');
				server.environments.client.hot.send({ type: 'full-reload' });
			};

			const readIn = (milliseconds: number): void => {
				clearTimeout(timer);
				timer = setTimeout(() => {
					readAgain().catch((error: unknown) => {
						logger.error(error instanceof Error ? error.message : String(error));
					});
				}, milliseconds);
			};

			server.watcher.add(directory);
			server.watcher.on('all', (_event, path) => {
				if (resolve(path).startsWith(directory + sep)) readIn(savePause);
			});

			server.middlewares.use((request, response, next) => {
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

/** The report on the content as it is now, or `undefined` when it has no problems. */
function readReport(): string | undefined {
	try {
		loadContent(contentDirectory());
		return undefined;
	} catch (error) {
		if (error instanceof ContentError) return error.message;
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
