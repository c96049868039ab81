/* Runs the search page. The form contains the query and the filters, and the URL always matches the form. */
import { counted } from '../../schema/words.ts';
import { element, part } from '../element.ts';
import { type Link, resultEntries, sentencesOf } from './answer.ts';
import { type Counts, type Filters, type Find, type Finding, openSearch } from './find.ts';

const form = part('[data-search-page]', HTMLFormElement);
const input = part('[data-search-page] input[type=search]', HTMLInputElement);
const answer = part('[data-answer]', HTMLElement);
const ways = part('[data-ways]', HTMLElement);
const status = part('[data-status]', HTMLElement);
const direct = part('[data-direct]', HTMLElement);
const directText = part('[data-direct] .record', HTMLElement);
const failed = part('[data-failed]', HTMLElement);
const chosen = part('[data-chosen]', HTMLElement);
const list = part('[data-found]', HTMLElement);
const more = part('[data-more]', HTMLButtonElement);
const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-filters] input')];
const filterList = part('[data-filters]', HTMLElement);
const groups = filterList.querySelectorAll('details');
const { searchPage: folder = '' } = form.dataset;
const title = document.title;

const [first, further] = [10, 20];
let shown = first;

interface Place {
	top: number;
	shown: number;
}

/** Saves the scroll position in the browser history, for the Back button. */
function rememberPlace(): void {
	history.replaceState({ top: scrollY, shown } satisfies Place, '');
}

function readAddress(): void {
	const parameters = new URLSearchParams(location.search);
	input.value = parameters.get('q') ?? '';
	for (const box of boxes) box.checked = parameters.getAll(box.name).includes(box.value);
}

function addressOfForm(): string {
	const parameters = new URLSearchParams(
		[...new FormData(form)].flatMap(([key, value]) =>
			typeof value === 'string' && value.trim() !== '' ? [[key, value]] : [],
		),
	);
	return parameters.size === 0 ? location.pathname : `${location.pathname}?${parameters}`;
}

const filters = (): Filters =>
	Object.fromEntries(
		Map.groupBy(
			boxes.filter(({ checked }) => checked),
			({ name }) => name,
		)
			.entries()
			.map(([name, ticked]) => [name, ticked.map(({ value }) => value)]),
	);

let find: Find | undefined;
let found: Finding | undefined;
/** The number of the latest query. Results of earlier queries are ignored. */
let latest = 0;

/** Runs the search. Restores the scroll position if the reader has come back to the page. */
async function search(place?: Place): Promise<void> {
	const number = ++latest;
	const query = input.value;
	const isAsked = addressOfForm() !== location.pathname;
	answer.hidden = !isAsked;
	ways.hidden = isAsked;
	document.title = query.trim() === '' ? title : `${query} – ${title}`;
	drawChosen();
	if (!isAsked) return;
	answer.ariaBusy = 'true';
	find ??= openSearch(folder, { counts: true });
	const answered = await find(query, filters());
	const hits = await answered.hits(0, place?.shown ?? first);
	if (number !== latest) return;
	failed.hidden = true;
	found = answered;
	shown = place?.shown ?? first;
	const linkTo = ({ url, title: name, tag = '' }: Link): Node => element('a', { href: url, lang: tag }, name);
	direct.hidden = found.answers.length === 0;
	directText.replaceChildren(
		...found.answers.map((each) => element('p', { className: 'lead' }, `${each.text} `, linkTo(each))),
	);
	status.replaceChildren(
		...(query.trim() === ''
			? [`${counted(found.results.length, 'result')}.`]
			: sentencesOf(found, query, { action: form.action, linkTo })),
	);
	// Loads the results in the same batches as on the first visit, because results are grouped within each batch.
	const steps = [hits.slice(0, first)];
	for (let at: number = first; at < hits.length; at += further) steps.push(hits.slice(at, at + further));
	list.replaceChildren(...steps.flatMap((step) => resultEntries(step, answered.words)));
	drawMore();
	drawCounts(found.counts);
	answer.ariaBusy = null;
	const isNothing = found.words.length === 0 && found.results.length === 0;
	answer.toggleAttribute('data-nothing', isNothing);
	ways.hidden = !isNothing;
	if (place) scrollTo({ top: place.top, behavior: 'instant' });
}

function drawMore(): void {
	const left = (found?.results.length ?? 0) - shown;
	more.hidden = left <= 0;
	more.textContent = `Show ${Math.min(left, further)} more`;
}

/** Adds more results, unless some are still loading. */
async function showMore(): Promise<void> {
	const [current, number] = [found, latest];
	if (!current || answer.ariaBusy) return;
	answer.ariaBusy = 'true';
	const hits = await current.hits(shown, shown + further);
	if (number !== latest) return;
	const entries = resultEntries(hits, current.words);
	list.append(...entries);
	shown += further;
	drawMore();
	answer.ariaBusy = null;
	entries[0]?.querySelector('a')?.focus();
}

/** Shows how many results each filter value has. Hides values without results, unless they are selected. */
function drawCounts(counts: Counts): void {
	filterList.hidden = false;
	for (const group of groups) {
		const labels = [...group.querySelectorAll('label')];
		for (const label of labels) {
			const [box, number] = [label.querySelector('input'), label.querySelector('span')];
			const count = (box && counts[box.name]?.[box.value]) ?? 0;
			label.hidden = count === 0 && !box?.checked;
			if (number) number.textContent = String(count);
		}
		group.hidden = labels.every(({ hidden }) => hidden);
	}
}

/** Lists the selected filters, each with a button to remove it. */
function drawChosen(): void {
	const ticked = boxes.filter(({ checked }) => checked);
	chosen.replaceChildren(
		...ticked.map((box) => clearing(box.value, `Clear ${box.value}`, [box])),
		...(ticked.length > 1 ? [clearing('Clear all', 'Clear all filters', ticked)] : []),
	);
	for (const group of groups) {
		const count = group.querySelectorAll('input:checked').length;
		const number = group.querySelector('summary span');
		if (number) number.textContent = count === 0 ? '' : ` (${count} chosen)`;
	}
}

function clearing(text: string, name: string, ticked: readonly HTMLInputElement[]): HTMLButtonElement {
	const button = element('button', { type: 'button', ariaLabel: name }, text);
	button.addEventListener('click', () => {
		for (const box of ticked) box.checked = false;
		go();
		(chosen.querySelector('button') ?? input).focus();
	});
	return button;
}

/** Searches again after a change in the form. The Back button undoes whole queries and filters instead of single letters. */
function go(isStep = true): void {
	const address = addressOfForm();
	if (address === location.pathname + location.search) return;
	rememberPlace();
	if (isStep || location.search === '') history.pushState(null, '', address);
	else history.replaceState(null, '', address);
	run(search());
}

/** Shows an error with links to the lists if the search cannot be loaded. */
function run(work: Promise<void>): void {
	const number = latest;
	work.catch((error: unknown) => {
		console.error(error);
		if (number !== latest) return;
		answer.hidden = true;
		ways.hidden = false;
		failed.hidden = false;
	});
}

history.scrollRestoration = 'manual';
addEventListener('pagehide', rememberPlace);
addEventListener('popstate', () => {
	readAddress();
	run(search((history.state as Place | null) ?? undefined));
});
form.addEventListener('submit', (event) => {
	event.preventDefault();
	go();
});
input.addEventListener('input', () => {
	go(false);
});
for (const box of boxes)
	box.addEventListener('change', () => {
		go();
	});
more.addEventListener('click', () => {
	run(showMore());
});

readAddress();
const isWide = matchMedia('(width > 40rem)').matches;
part('[data-narrow]', HTMLDetailsElement).open = isWide;
part('[data-filters] details', HTMLDetailsElement).open = isWide;
if (location.search === '') input.focus();
run(search((history.state as Place | null) ?? undefined));
