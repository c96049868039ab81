import { rmSync, renameSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { loadNetwork } from '../network/load.ts';
import { isShallow } from '../records/history.ts';
import { missingInputs } from '../records/inputs.ts';

/**
 * Ensures that only complete builds are published. Each build writes to a temporary folder, which replaces the published folder at the
 * end. The next build removes the remains of a failed build. This integration must be the last one, so that all others have already
 * written their files.
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
					// Other integrations may write files before Astro does.
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
