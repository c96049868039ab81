import { defineConfig } from 'astro/config';
import { cards } from './src/integrations/cards.ts';
import { contentWatcher } from './src/integrations/content-watcher.ts';
import { wholeBuild } from './src/integrations/whole-build.ts';
import { data } from './src/integrations/data.ts';
import { plainModules } from './src/integrations/plain-modules.ts';
import { search } from './src/integrations/search.ts';
import { datedSitemap } from './src/integrations/sitemap.ts';
import { buildInputs } from './src/records/inputs.ts';
import { orExit } from './src/records/user-error.ts';

const { site, base } = orExit(buildInputs);

export default defineConfig({
	site,
	base,
	integrations: [contentWatcher(), datedSitemap(base), search(), cards(), data(), wholeBuild()],
	trailingSlash: 'always',
	devToolbar: { enabled: false },
	// A component's style weighs no more than its selectors, and what only a few pages use is in a sheet of its own.
	scopedStyleStrategy: 'where',
	build: { inlineStylesheets: 'never' },
	vite: {
		plugins: [plainModules()],
		worker: { format: 'es' },
		build: {
			// Every script and picture is a file, so that the policy of the pages needs no hashes.
			assetsInlineLimit: 0,
			rolldownOptions: {
				output: { codeSplitting: { groups: [{ name: 'site', test: /\.css$/, minShareCount: 12 }] } },
			},
		},
	},
	// Nothing here is Markdown; without highlighting Astro needs no inline styles for it.
	markdown: { syntaxHighlight: false },
});
