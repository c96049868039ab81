/* The form of a kind of record: checks what is filled in while it is written, and shows the files that it makes. */
import type { Answers } from '../../outputs/editors/answers.ts';
import type { FilledForm } from '../../outputs/editors/workbench.ts';
import type { Problem } from '../../records/problem.ts';
import { isKind } from '../../schema/kinds.ts';
import { unsafeCharacter } from '../../schema/quote.ts';
import { counted } from '../../schema/words.ts';
import { element, part } from '../element.ts';
import { ask, beginAnew, form, keep, kept, type ProposedFile, say, without } from './drafts.ts';
import {
	addItem,
	addUsualItems,
	answersIn,
	controlOf,
	fillIn,
	nameFields,
	type Places,
	showError,
} from './fields.ts';
import { beside, showFiles } from './proposal.ts';
import type { Told } from './worker.ts';

const summary = part('[data-summary]', HTMLElement);
const { form: kind = '' } = form.dataset;

/** Fields that were written in: what is wrong with the others is not told before it is asked for. */
const touched = new WeakSet<Element>();
let isAsked = false;
let isSummaryDue = false;
let places: Places = new Map();
let last: Told | undefined;

/** The answers with those of the new sources, which are records of their own. */
interface Whole extends Answers {
	readonly fileName?: string;
	readonly newSources?: readonly (Answers & { readonly fileName?: string })[];
}

function askNow(): void {
	ask(() => {
		places = new Map();
		const answers: Whole = answersIn(form, places);
		const { files, forms } = kept();
		keep({ forms: { ...forms, [kind]: answers } });
		const sources = (answers.newSources ?? []).map((each) => ({ kind: 'sources', answers: each }));
		return {
			forms: [{ kind, answers }, ...sources]
				.map((each) => ({ ...each, id: each.answers.fileName ?? '' }))
				.filter((each): each is FilledForm => isKind(each.kind)),
			files: Object.fromEntries(Object.entries(files).map(([path, { text }]) => [path, text])),
		};
	}, show);
}

function show(told: Told): void {
	last = told;
	if (told.names) showNames(told.names);
	showSourceNames(told);
	showReadings(told);
	const found = told.problems.map((problem) => ({ problem, place: placeOf(problem, told) }));
	const words = new Map<HTMLElement, string>();
	for (const { problem, place } of found) {
		if (place && !words.has(place) && (isAsked || touched.has(place))) words.set(place, inWords(problem));
	}
	// What is wrong between records stays until everything is checked again: it would come and go with every letter.
	for (const place of new Set(places.values()))
		if (told.isWhole || words.has(place)) showError(place, words.get(place));
	nameFields(form, 'f');
	const made = told.forms.filter(({ text }) => text !== '');
	const files = new Map<string, ProposedFile>([
		...made.slice(1).map(({ path, text }) => [path, { text, isNew: true }] as const),
		...Object.entries(kept().files),
		...made.slice(0, 1).map(({ path, text }) => [path, { text, isNew: true }] as const),
	]);
	const isReady = told.isWhole && told.problems.length === 0;
	showFiles(files, isReady, askNow);
	if (isReady) say('Nothing is left to mend.');
	else if (told.problems.length > 0) say(`${counted(told.problems.length, 'thing')} to mend or to fill in.`);
	if (!told.isWhole) return;
	beside.querySelectorAll<HTMLElement>('[data-ready]').forEach((each) => (each.hidden = !isReady));
	part('[data-elsewhere]', HTMLElement).replaceChildren(
		...found.flatMap(({ problem, place }) => (place ? [] : element('li', {}, tellElsewhere(problem)))),
	);
	showSummary(found, isReady);
}

/** A problem in the words of the command line, without the lines of the file, and without how a missing one is written. */
const inWords = ({ rule, message, hint }: Problem): string =>
	(rule === 'missing-key' ? message : `${message} ${hint}`).replace(/ on line \d+/g, '');

/** The same of a file that is not filled in here. */
const tellElsewhere = (problem: Problem): string => `${problem.file}: ${inWords(problem)}`;

/** The field at which a problem is told: its own, else that of the nearest group or list around it. */
function placeOf({ file, path, rule }: Problem, { forms }: Told): HTMLElement | undefined {
	const index = forms.findIndex((each) => file === `content/${each.path}`);
	if (index === -1) return undefined;
	if (path === undefined && rule === 'unsafe-character')
		return [...places.values()].find((place) => unsafeCharacter.test(controlOf(place)?.value ?? ''));
	const prefix = index === 0 ? [] : ['newSources', index - 1];
	const steps = [...prefix, ...(path ?? [])];
	const placeAt = (...place: readonly PropertyKey[]): HTMLElement | undefined => places.get(place.join('.'));
	// A source that is named by its id alone is filled in at the id.
	const id = typeof steps.at(-1) === 'number' && path ? placeAt(...steps, 'id') : undefined;
	if (id) return id;
	for (let length = steps.length; length > prefix.length; length--) {
		const place = placeAt(...steps.slice(0, length));
		if (place) return place;
	}
	return placeAt(...prefix, 'fileName');
}

function showSummary(
	found: readonly { problem: Problem; place: HTMLElement | undefined }[],
	isReady: boolean,
): void {
	if (!isAsked) return;
	summary.hidden = isReady;
	summary.querySelector('ul')?.replaceChildren(
		...found.map(({ problem, place }) => {
			const control =
				place && (controlOf(place) ?? place.querySelector<HTMLElement>('input, select, textarea, button'));
			if (!control) return element('li', {}, tellElsewhere(problem));
			const link = element('a', { href: `#${control.id}` }, inWords(problem));
			link.addEventListener('click', (event) => {
				event.preventDefault();
				let around = control.closest('details');
				for (; around; around = around.parentElement?.closest('details') ?? null) around.open = true;
				control.focus();
			});
			return element('li', {}, link);
		}),
	);
	if (!isSummaryDue) return;
	isSummaryDue = false;
	(isReady ? beside : summary).focus();
}

/** Offers the records that can be referred to. */
function showNames(names: NonNullable<Told['names']>): void {
	// What is in templates counts, too.
	const page = document.body.innerHTML;
	for (const [of, list] of Object.entries(names)) {
		const id = `names-${of}`;
		if (!page.includes(`list="${id}"`)) continue;
		const datalist = document.getElementById(id) ?? document.body.appendChild(element('datalist', { id }));
		datalist.replaceChildren(...list.map(([name]) => element('option', { value: name })));
	}
}

function showSourceNames({ forms }: Told): void {
	const datalist = document.getElementById('names-sources');
	datalist?.querySelectorAll('[data-new]').forEach((option) => {
		option.remove();
	});
	for (const { record: source, path } of forms.slice(1)) {
		const option = element('option', {
			value: 'title' in source ? String(source.title) : path.slice('sources/'.length, -'.yaml'.length),
		});
		option.dataset.new = '';
		datalist?.append(option);
	}
}

/** Shows how dates were read, and what a file is called that was given no name. */
function showReadings({ forms }: Told): void {
	for (const [path, place] of places) {
		const control = controlOf(place);
		const output = control && place.querySelector('output');
		if (!output) continue;
		const [first = '', index = '', ...rest] = path.split('.');
		const isOfSource = first === 'newSources';
		const of = forms[isOfSource ? Number(index) + 1 : 0];
		const steps = isOfSource ? rest : path.split('.');
		const value =
			steps.at(-1) === 'fileName'
				? of?.path.replace(/^.*\//, '').replace(/\.yaml$/, '')
				: valueAt(of?.record, steps);
		const written = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
		output.textContent = written === control.value ? '' : written;
	}
}

const valueAt = (record: unknown, steps: readonly string[]): unknown =>
	steps.reduce<unknown>(
		(value, step) =>
			typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
		record,
	);

const fieldAround = (target: EventTarget | null): HTMLElement | null =>
	target instanceof Element ? target.closest<HTMLElement>('[data-key], [data-item]') : null;

form.addEventListener('input', ({ target }) => {
	const field = fieldAround(target);
	if (field) touched.add(field);
	if (target instanceof HTMLInputElement && 'pick' in target.dataset && field) pickDay(target, field);
	askNow();
});

/** Writes a day from the calendar; a later one after a day makes days from one to the other, where there can be several. */
function pickDay({ value, dataset }: HTMLInputElement, field: HTMLElement): void {
	const control = controlOf(field);
	if (!control || value === '') return;
	const isSecond =
		dataset.pick === 'several' && /^\d{4}-\d{2}-\d{2}$/.test(control.value) && control.value < value;
	control.value = isSecond ? `${control.value}/${value}` : value;
}

form.addEventListener('click', ({ target }) => {
	const pressed = target instanceof Element ? target.closest('button') : null;
	const field = fieldAround(pressed);
	if (!pressed || !field) return;
	if ('add' in pressed.dataset) {
		const item = addItem(field);
		nameFields(form, 'f');
		item?.querySelector<HTMLElement>('[data-control]')?.focus();
	} else if ('remove' in pressed.dataset) {
		const list = field.parentElement?.closest('[data-key]');
		field.remove();
		nameFields(form, 'f');
		list?.querySelector<HTMLElement>(':scope > [data-add]')?.focus();
	} else return;
	askNow();
});

form.addEventListener('submit', (event) => {
	event.preventDefault();
	isAsked = true;
	isSummaryDue = true;
	askNow();
});

// Nothing is loaded before somebody begins to write.
form.addEventListener('focusin', askNow, { once: true });

part('[data-keep]', HTMLButtonElement).addEventListener('click', () => {
	const { files, forms } = kept();
	const made = (last?.forms ?? [])
		.toReversed()
		.map(({ path, text }): [string, ProposedFile] => [path, { text, isNew: true }]);
	keep({ files: { ...files, ...Object.fromEntries(made) }, forms: without(forms, kind) });
	beginAnew();
});

addUsualItems(form);
const { forms: before, files: done } = kept();
if (before[kind]) fillIn(form, before[kind]);
for (const details of form.querySelectorAll('details'))
	details.open = [...details.querySelectorAll<HTMLInputElement>('[data-control]')].some(
		({ value }) => value !== '',
	);
nameFields(form, 'f');
form.hidden = false;
beside.hidden = false;
if (before[kind] ?? Object.keys(done).length > 0) askNow();
