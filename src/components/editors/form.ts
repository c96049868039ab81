/* Runs the form for a record: checks answers as the editor types and shows the resulting files. */
import type { Answers } from '../../outputs/editors/answers.ts';
import type { FilledForm } from '../../outputs/editors/workbench.ts';
import type { Problem } from '../../records/problem.ts';
import { valueAt } from '../../records/values.ts';
import { isKind } from '../../schema/kinds.ts';
import { unsafeCharacter } from '../../schema/quote.ts';
import { element, part } from '../element.ts';
import {
	requestCheck,
	reloadPage,
	form,
	saveDraft,
	loadDraft,
	type ProposedFile,
	showResult,
	without,
} from './drafts.ts';
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
import { proposal, showFiles } from './proposal.ts';
import type { CheckResult } from './worker.ts';

const summary = part('[data-summary]', HTMLElement);
const { form: kind = '' } = form.dataset;

/** Fields that the editor has changed. Unchanged fields show no errors until the form is submitted. */
const touched = new WeakSet<Element>();
let isSubmitted = false;
let isSummaryPending = false;
let places: Places = new Map();
let last: CheckResult | undefined;

/** The answers in a form, including any new sources. Each new source becomes a separate record. */
interface FormAnswers extends Answers {
	readonly fileName?: string;
	readonly newSources?: readonly (Answers & { readonly fileName?: string })[];
}

function checkNow(): void {
	requestCheck(() => {
		places = new Map();
		const answers: FormAnswers = answersIn(form, places);
		const { files, forms } = loadDraft();
		saveDraft({ forms: { ...forms, [kind]: answers } });
		const sources = (answers.newSources ?? []).map((each) => ({ kind: 'sources', answers: each }));
		return {
			forms: [{ kind, answers }, ...sources]
				.map((each) => ({ ...each, id: each.answers.fileName ?? '' }))
				.filter((each): each is FilledForm => isKind(each.kind)),
			files: Object.fromEntries(Object.entries(files).map(([path, { text }]) => [path, text])),
		};
	}, show);
}

function show(result: CheckResult): void {
	last = result;
	if (result.names) showNames(result.names);
	showSourceNames(result);
	showReadings(result);
	const found = result.problems.map((problem) => ({ problem, place: placeOf(problem, result) }));
	const words = new Map<HTMLElement, string>();
	for (const { problem, place } of found) {
		if (place && !words.has(place) && (isSubmitted || touched.has(place))) words.set(place, inWords(problem));
	}
	// Keep errors that involve other records until the next full check, so that the messages do not flicker.
	for (const place of new Set(places.values()))
		if (result.isWhole || words.has(place)) showError(place, words.get(place));
	nameFields(form, 'f');
	const made = result.forms.filter(({ text }) => text !== '');
	const files = new Map<string, ProposedFile>([
		...made.slice(1).map(({ path, text }) => [path, { text, isNew: true }] as const),
		...Object.entries(loadDraft().files),
		...made.slice(0, 1).map(({ path, text }) => [path, { text, isNew: true }] as const),
	]);
	const isReady = showResult(result);
	showFiles(files, isReady, checkNow);
	if (!result.isWhole) return;
	proposal.querySelectorAll<HTMLElement>('[data-ready]').forEach((each) => (each.hidden = !isReady));
	part('[data-elsewhere]', HTMLElement).replaceChildren(
		...found.flatMap(({ problem, place }) => (place ? [] : element('li', {}, describeElsewhere(problem)))),
	);
	showSummary(found, isReady);
}

/** Returns an error message without line numbers. Messages about empty fields leave out the hint. */
const inWords = ({ rule, message, hint }: Problem): string =>
	(rule === 'missing-key' ? message : `${message} ${hint}`).replace(/ on line \d+/g, '');

/** Describes an error in a file that was not created with this form. */
const describeElsewhere = (problem: Problem): string => `${problem.file}: ${inWords(problem)}`;

/** Returns the form field with a problem, or the nearest enclosing group or list. */
function placeOf({ file, path, rule }: Problem, { forms }: CheckResult): HTMLElement | undefined {
	const index = forms.findIndex((each) => file === `content/${each.path}`);
	if (index === -1) return undefined;
	if (path === undefined && rule === 'unsafe-character')
		return [...places.values()].find((place) => unsafeCharacter.test(controlOf(place)?.value ?? ''));
	const prefix = index === 0 ? [] : ['newSources', index - 1];
	const steps = [...prefix, ...(path ?? [])];
	const placeAt = (...place: readonly PropertyKey[]): HTMLElement | undefined => places.get(place.join('.'));
	// A source without quotes is a plain id in the file, but a group in the form.
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
	if (!isSubmitted) return;
	summary.hidden = isReady;
	summary.querySelector('ul')?.replaceChildren(
		...found.map(({ problem, place }) => {
			const control =
				place && (controlOf(place) ?? place.querySelector<HTMLElement>('input, select, textarea, button'));
			if (!control) return element('li', {}, describeElsewhere(problem));
			return element('li', {}, element('a', { href: `#${control.id}` }, inWords(problem)));
		}),
	);
	if (!isSummaryPending) return;
	isSummaryPending = false;
	(isReady ? proposal : summary).focus();
}

/** Fills the lists of records that editors can choose from. */
function showNames(names: NonNullable<CheckResult['names']>): void {
	// Search the whole page, because templates also contain lists of names.
	const page = document.body.innerHTML;
	for (const [of, list] of Object.entries(names)) {
		const id = `names-${of}`;
		if (!page.includes(`list="${id}"`)) continue;
		const datalist = document.getElementById(id) ?? document.body.appendChild(element('datalist', { id }));
		datalist.replaceChildren(...list.map(([name]) => element('option', { value: name })));
	}
}

function showSourceNames({ forms }: CheckResult): void {
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

/** Shows the parsed dates and the suggested file name. */
function showReadings({ forms }: CheckResult): void {
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

const fieldAround = (target: EventTarget | null): HTMLElement | null =>
	target instanceof Element ? target.closest<HTMLElement>('[data-key], [data-item]') : null;

form.addEventListener('input', ({ target }) => {
	const field = fieldAround(target);
	if (field) touched.add(field);
	if (target instanceof HTMLInputElement && 'pick' in target.dataset && field) pickDay(target, field);
	checkNow();
});

/** Fills in the day chosen in the calendar. If the field accepts a range, choosing a later day sets the end of the range. */
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
	checkNow();
});

form.addEventListener('submit', (event) => {
	event.preventDefault();
	isSubmitted = true;
	isSummaryPending = true;
	checkNow();
});

// Load the record only when the editor starts to fill in the form.
form.addEventListener('focusin', checkNow, { once: true });

part('[data-keep]', HTMLButtonElement).addEventListener('click', () => {
	const { files, forms } = loadDraft();
	const made = (last?.forms ?? [])
		.toReversed()
		.map(({ path, text }): [string, ProposedFile] => [path, { text, isNew: true }]);
	saveDraft({ files: { ...files, ...Object.fromEntries(made) }, forms: without(forms, kind) });
	reloadPage();
});

addUsualItems(form);
const { forms: before, files: done } = loadDraft();
if (before[kind]) fillIn(form, before[kind]);
for (const details of form.querySelectorAll('details'))
	details.open = [...details.querySelectorAll<HTMLInputElement>('[data-control]')].some(
		({ value }) => value !== '',
	);
nameFields(form, 'f');
form.hidden = false;
if (before[kind] ?? Object.keys(done).length > 0) checkNow();
