import { pathToFileURL } from 'node:url';
import type { ViteUserConfig } from 'astro';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

/** What stands left of the pages is plain TypeScript, which Node runs as it is. */
const plain = /\/src\/(?:schema|records|checks|network|outputs)\/.*\.ts$/;

/**
 * Lets the pages of a build ask the very modules that the integrations ask, instead of copies of them in a bundle: what is read, and
 * what is worked out from it, is there once. The development server keeps its copies, which it makes anew when their files change.
 */
export const plainModules = (): Plugin => ({
	name: 'plain-modules',
	apply: 'build',
	enforce: 'pre',
	applyToEnvironment: ({ name }) => name !== 'client',
	async resolveId(source, importer, options) {
		const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
		return resolved && plain.test(resolved.id)
			? { id: pathToFileURL(resolved.id).href, external: true }
			: undefined;
	},
});
