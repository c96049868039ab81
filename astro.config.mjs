import { defineConfig } from 'astro/config';
import { contentWatcher } from './src/integrations/content-watcher.ts';
import { wholeBuild } from './src/integrations/whole-build.ts';
import { search } from './src/integrations/search.ts';
import { datedSitemap } from './src/integrations/sitemap.ts';
import { buildInputs } from './src/records/inputs.ts';
import { orExit } from './src/records/user-error.ts';
import { headersAt } from './src/site/web-server.ts';

const { site, base } = orExit(buildInputs);

/** Removes unused parts of js-yaml, such as YAML 1.1 and its messages, from forms. This saves 3.6 KiB. */
const pureYaml = {
	name: 'pure-yaml',
	transform: {
		filter: { id: /js-yaml/ },
		/** @param {string} code */
		handler: (code) =>
			code
				.replace(/(throwError(?:\$1)?\(\w+), (["`]).*?\2\)/g, '$1)')
				.replace(/makeSnippet\(mark\)|formatError\(this, \w+\)/g, "''")
				.replaceAll('...FAILSAFE_SCHEMA.tags', 'strTag, seqTag, mapTag')
				.replace(/^(?:var \w+ = |\tscalarStyleRules: )(?=(?:new )?[\w.]+\()/gm, '$&/* @__PURE__ */ '),
	},
};

/** Removes the examples of fields and the descriptions of kinds from the checks of forms, which do not show them. This saves 1.3 KiB. */
const noExamples = {
	name: 'no-examples',
	transform: {
		filter: { id: /src\/schema\// },
		/** @param {string} code */
		handler: (code) =>
			code
				.replace(/,\s*\[(?:\s*(?:'[^'\n]*'|"[^"\n]*"|\d+),?)+\s*\](?=,?\s*\))/g, '')
				.replace(/^\tdescription:\s*(?:'[^'\n]*'|"[^"\n]*"),(?=\s+list:)/gm, ''),
	},
};

export default defineConfig({
	site,
	base,
	integrations: [contentWatcher(), datedSitemap(base), search(), wholeBuild()],
	trailingSlash: 'always',
	// A preview has the same headers as the published site. The development server does not, because it needs inline scripts.
	server: ({ command }) => (command === 'preview' ? { headers: headersAt('/') } : {}),
	devToolbar: { enabled: false },
	// Scoped styles must not have a higher specificity.
	scopedStyleStrategy: 'where',
	build: {
		inlineStylesheets: 'never',
		// While Astro writes one page, it generates others.
		concurrency: 8,
	},
	vite: {
		worker: {
			format: 'es',
			plugins: () => [pureYaml, noExamples],
			rolldownOptions: {
				treeshake: { propertyReadSideEffects: false },
				output: { comments: { annotation: false } },
			},
		},
		build: {
			// Assets are never inlined, so the Content-Security-Policy needs no hashes.
			assetsInlineLimit: 0,
			rolldownOptions: {
				output: {
					// The names are short, because each page contains them.
					assetFileNames: '_astro/[hash:6][extname]',
					codeSplitting: {
						groups: [
							// The front page's styles are smaller in a single file.
							{ name: 'front', test: /(ThemeDots|pages\/index)\.astro.*\.css$/, priority: 1 },
							{ name: 'site', test: /\.css$/, minShareCount: 12 },
							// Several small scripts would be larger.
							{ name: 'editors', test: /(?:outputs\/editors|schema)\/|offers\.ts$/, minShareCount: 2 },
						],
					},
				},
			},
		},
	},
	// Syntax highlighting would need inline styles, which the Content-Security-Policy forbids.
	markdown: { syntaxHighlight: false },
});
