/*
 * Loads the suggestions when the search box gets the focus. The import uses a URL, because a normal import would add six times as much code
 * for preloading.
 */
import suggestions from './suggestions.ts?worker&url';

document.querySelector('form[data-search]')?.addEventListener(
	'focusin',
	() => {
		// Readers can still open the search page if loading fails.
		import(/* @vite-ignore */ suggestions).catch(() => undefined);
	},
	{ once: true },
);

// Moves the focus to the search box when the button "Search" opens it.
document.querySelector<HTMLDetailsElement>('.find')?.addEventListener('toggle', ({ currentTarget }) => {
	const box = currentTarget as HTMLDetailsElement;
	if (box.open) box.querySelector('input')?.focus();
});
