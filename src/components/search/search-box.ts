/*
 * Loads the suggestions when the search box gets the focus. The import uses a URL, because a normal import would add preloading
 * code that is six times as large.
 */
import suggestions from './suggestions.ts?worker&url';

document.querySelector('form[data-search]')?.addEventListener(
	'focusin',
	() => {
		// If loading fails, the form still opens the search page.
		import(/* @vite-ignore */ suggestions).catch(() => undefined);
	},
	{ once: true },
);

// The button "Search" opens the box in place, ready for typing.
document.querySelector<HTMLDetailsElement>('.find')?.addEventListener('toggle', ({ currentTarget }) => {
	const box = currentTarget as HTMLDetailsElement;
	if (box.open) box.querySelector('input')?.focus();
});
