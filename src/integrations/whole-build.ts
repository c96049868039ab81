import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDirectory } from '../checks/load-content.ts';
import { loadNetwork } from '../network/load.ts';
import { isShallow, refusalOfGit } from '../records/history.ts';
import { buildInputs, missingInputs } from '../records/inputs.ts';
import { orExit } from '../records/user-error.ts';
import { headersFile, nginxConfig } from '../site/web-server.ts';
import { pathsBeside, publish, refuseLinks, repair, reserve } from './publish.ts';

/**
 * Publishes only complete builds. Each build first writes to a temporary folder. This integration must be the last one, so that all others
 * have already written their files.
 */
export function wholeBuild(): AstroIntegration {
	let published = '';
	return {
		name: 'whole-build',
		hooks: {
			'astro:config:setup': ({ command, config, updateConfig, logger }) => {
				published = fileURLToPath(config.outDir).replace(/[/\\]$/, '');
				if (command === 'preview') {
					repair(published);
					orExit(() => {
						refuseLinks(published);
					});
				}
				if (command !== 'build') return;
				// With any other value of NODE_ENV, Astro omits features of the published site, such as the Content-Security-Policy.
				process.env.NODE_ENV = 'production';
				const directory = contentDirectory();
				const history = {
					isShallow: isShallow(directory),
					hasEdition: loadNetwork().edition !== undefined,
					refusal: refusalOfGit(directory),
				};
				for (const sentence of missingInputs(process.env, history)) logger.warn(sentence);
				orExit(() => {
					reserve(published);
				});
				const { made } = pathsBeside(published);
				rmSync(made, { recursive: true, force: true });
				const outDir = pathToFileURL(`${made}/`);
				updateConfig({
					outDir,
					// Other integrations may write files before Astro does.
					vite: { build: { emptyOutDir: false } },
					build: { client: new URL('client/', outDir), server: new URL('server/', outDir) },
				});
			},
			'astro:build:done': ({ dir }) => {
				const inputs = buildInputs();
				writeFileSync(new URL('_headers', dir), headersFile(inputs));
				writeFileSync(`${published}.nginx.conf`, nginxConfig(inputs, published));
				publish(published);
			},
		},
	};
}
