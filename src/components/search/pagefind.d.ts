/*
 * What this site uses of Pagefind's Component UI 1.6, which comes without types: `pagefind-component-ui.js` is
 * loaded at run time from the search's own folder and leaves `PagefindComponents` on the window.
 */

/** Chosen values by filter. */
type PagefindFilters = Record<string, string[]>;

interface PagefindOptions {
	/** The address of the search's folder, with the base path. */
	bundlePath: string;
	ranking: { metaWeights: Record<string, number> };
}

interface PagefindInstance {
	/** Whether filters alone, and nothing at all, find something. */
	faceted: boolean;
	searchTerm: string;
	searchFilters: PagefindFilters;
	/** Every value of every filter with the number of records that have it. */
	totalFilters: Record<string, Record<string, number>> | null;
	on(event: 'search', listener: (term: string, filters: PagefindFilters | undefined) => void): void;
	on(event: 'results', listener: (found: { results: unknown[] }) => void): void;
	on(event: 'error', listener: () => void): void;
	triggerLoad(): Promise<void>;
	triggerFilters(filters: PagefindFilters): void;
	triggerSearchWithFilters(term: string, filters: PagefindFilters): void;
	/** Looks up what is asked for; its own, and for nobody else to call. */
	__search__(term: string, filters: PagefindFilters): Promise<void>;
	/** Has a screen reader say a text when it is next idle. */
	announceRaw(text: string): void;
}

interface PagefindComponents {
	/** Makes an instance; must come before any element asks for it. */
	configureInstance(name: string, options: PagefindOptions): PagefindInstance;
}

interface PagefindInputElement extends HTMLElement {
	readonly inputEl: HTMLInputElement;
}

interface PagefindSearchboxElement extends PagefindInputElement {
	/** The result that Enter opens; -1 when none is chosen. */
	activeIndex: number;
}

interface Window {
	/** Absent until the script has run, and when it could not be loaded. */
	PagefindComponents?: PagefindComponents;
}

interface HTMLElementTagNameMap {
	'pagefind-input': PagefindInputElement;
	'pagefind-searchbox': PagefindSearchboxElement;
}
