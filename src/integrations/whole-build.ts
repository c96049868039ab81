import { rmSync, renameSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { loadNetwork } from '../network/load.ts';
import { isShallow } from '../records/history.ts';
import { missingInputs } from '../records/inputs.ts';

/**
 * Publishes whole builds only: a build is made in a folder beside that of the one before, and takes its place when it is done. What
 * is left of one that broke or was ended goes with the next. It is the last of the integrations, so that theirs is done before.
 */
export function wholeBuild(): AstroIntegration {
	let [published, made] = [new URL('file:'), new URL('file:')];
	return {
		name: 'whole-build',
		hooks: {
			'astro:config:setup': ({ command, config, updateConfig, logger }) => {
				if (command !== 'build') return;
				const hasEdition = loadNetwork().edition !== undefined;
				for (const sentence of missingInputs(process.env, isShallow(), hasEdition)) logger.warn(sentence);
				published = config.outDir;
				made = new URL(published.href.replace(/\/?$/, '.next/'));
				rmSync(made, { recursive: true, force: true });
				updateConfig({
					outDir: made,
					// It is empty until the first integration writes there, which is before Astro would empty it.
					vite: { build: { emptyOutDir: false } },
					build: { client: new URL('client/', made), server: new URL('server/', made) },
				});
			},
			'astro:build:done': () => {
				rmSync(published, { recursive: true, force: true });
				renameSync(made, published);
			},
		},
	};
}
