/*
 * Loads the suggestions when the search box gets the focus. It imports them by address, because a normal import would add six times
 * as much code for preloading.
 */
import suggestions from './suggestions.ts?worker&url';

document.querySelector('form[data-search]')?.addEventListener(
	'focusin',
	() => {
		// If loading fails, the plain form still opens the search page.
		import(/* @vite-ignore */ suggestions).catch(() => undefined);
	},
	{ once: true },
);
