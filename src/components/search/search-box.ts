/*
 * A plain form until the reader goes to it; this small file is all of the search that a page loads before that. It loads the rest by
 * its address: an import that the bundler sees would bring six times as much code, to load ahead what that imports.
 */
import suggestions from './suggestions.ts?worker&url';

document.querySelector('form[data-search]')?.addEventListener(
	'focusin',
	() => {
		// When it cannot be loaded the plain form goes on leading to the search page.
		import(/* @vite-ignore */ suggestions).catch(() => undefined);
	},
	{ once: true },
);
