/*
 * The search page: Pagefind's own elements, and the address kept in step with the query and the filters. The page
 * loads Pagefind's Component UI before this.
 */
import { passOverQuestionWords } from './question-words.js';
import { corrected } from './search-words.ts';

interface Asked {
	query: string;
	filters: PagefindFilters;
}

/** The part of the page with an attribute; the page is written with all of them. */
function part<T extends HTMLElement>(selector: string, type: new () => T): T {
	const found = document.querySelector(selector);
	if (!(found instanceof type)) throw new Error(`The search page has no ${selector}`);
	return found;
}

const root = part('[data-search-page]', HTMLElement);
const { searchPage: bundlePath = '', weights = '{}', filters: filterNames = '' } = root.dataset;
const keys = filterNames.split(' ');

/** What the address asks for. */
function askedInAddress(): Asked {
	const parameters = new URLSearchParams(location.search);
	const filters = keys.map((key) => [key, parameters.getAll(key)] as const);
	return {
		query: parameters.get('q') ?? '',
		filters: Object.fromEntries(filters.filter(([, values]) => values.length > 0)),
	};
}

function addressOf({ query, filters }: Asked): string {
	const parameters = new URLSearchParams(query === '' ? {} : { q: query });
	for (const key of keys) for (const value of filters[key] ?? []) parameters.append(key, value);
	return parameters.size === 0 ? location.pathname : `${location.pathname}?${parameters}`;
}

/** The filters without values that no record has: they would find nothing and have no box to untick. */
function knownFilters(filters: PagefindFilters, known: PagefindInstance['totalFilters']): PagefindFilters {
	const kept = Object.entries(filters).map(
		([key, values]) => [key, values.filter((value) => value in (known?.[key] ?? {}))] as const,
	);
	return Object.fromEntries(kept.filter(([, values]) => values.length > 0));
}

async function start(): Promise<void> {
	if (!window.PagefindComponents) throw new Error('The search was not loaded');
	const instance = window.PagefindComponents.configureInstance('default', {
		bundlePath,
		ranking: { metaWeights: JSON.parse(weights) as Record<string, number> },
	});
	passOverQuestionWords(instance);
	const failure = new Promise<never>((_resolve, reject) => {
		instance.on('error', () => {
			reject(new Error('The search index could not be loaded'));
		});
	});
	// The elements ask for the instance when they come into the page, so it had to be made before.
	root.append(part('[data-search-page] template', HTMLTemplateElement).content);
	part('[data-narrow]', HTMLDetailsElement).open = matchMedia('(width >= 48rem)').matches;
	const input = part('pagefind-input input', HTMLInputElement);
	const first = askedInAddress();
	input.value = first.query;
	if (location.search === '') input.focus();
	await Promise.race([instance.triggerLoad(), failure]);
	// Only now: set before, Pagefind starts with a search for nothing, which would overwrite the address.
	instance.faceted = true;

	const found = part('[data-found]', HTMLElement);
	const title = document.title;
	let filtersBefore = JSON.stringify(knownFilters(first.filters, instance.totalFilters));
	let followsAddress = false;
	instance.on('search', (query, filters = {}) => {
		found.ariaBusy = 'true';
		const address = addressOf({ query, filters });
		const filtersNow = JSON.stringify(filters);
		if (!followsAddress && address !== location.pathname + location.search) {
			// Back undoes a filter, but not letter by letter what was typed.
			if (filtersNow === filtersBefore) history.replaceState(null, '', address);
			else history.pushState(null, '', address);
		}
		filtersBefore = filtersNow;
		document.title = query === '' ? title : `${query} – ${title}`;
	});

	const ask = ({ query, filters }: Asked): void => {
		// Pagefind leaves an input alone that has the focus.
		input.value = query;
		input.dispatchEvent(new Event('change'));
		instance.triggerSearchWithFilters(query, knownFilters(filters, instance.totalFilters));
	};
	addEventListener('popstate', () => {
		followsAddress = true;
		ask(askedInAddress());
		followsAddress = false;
	});

	const clear = part('[data-clear]', HTMLButtonElement);
	clear.addEventListener('click', () => {
		instance.triggerFilters({});
		input.focus();
	});
	const more = part('[data-more]', HTMLElement);
	const shown = Number(part('pagefind-results', HTMLElement).getAttribute('max-results'));
	const meant = part('[data-meant]', HTMLElement);
	instance.on('results', ({ results }) => {
		found.ariaBusy = null;
		clear.hidden = Object.values(instance.searchFilters).every((values) => values.length === 0);
		more.hidden = results.length <= shown;
		meant.hidden = true;
		if (results.length <= few) void propose(instance, meant);
	});
	// The reader may have typed while the search was loading.
	followsAddress = input.value === first.query;
	ask({ query: input.value, filters: first.filters });
	followsAddress = false;
}

// A mistyped word can still find something: Pagefind then goes by how the word begins.
const few = 3;

let known: Promise<string[]> | undefined;

/** Offers the words that the query may have meant. */
async function propose(instance: PagefindInstance, place: HTMLElement): Promise<void> {
	const query = instance.searchTerm;
	known ??= fetch(`${bundlePath}words.json`).then((answer) => answer.json() as Promise<string[]>);
	const proposal = corrected(query, await known);
	if (proposal === undefined || query !== instance.searchTerm) return;
	const link = place.querySelector('a');
	if (!link) return;
	link.textContent = proposal;
	link.href = addressOf({ query: proposal, filters: instance.searchFilters });
	place.hidden = false;
	instance.announceRaw(place.textContent);
}

start().catch((error: unknown) => {
	console.error(error);
	part('[data-failed]', HTMLElement).hidden = false;
});
