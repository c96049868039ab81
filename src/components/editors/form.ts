/* Runs the form for a record: fills in the fields, checks the answers as the editor types, and shows the resulting files. */
import type { Answers } from '../../outputs/editors/answers.ts';
import { type DraftFile, newKey, rivalOf, type SavedDraft } from '../../outputs/editors/drafts.ts';
import {
	citationsIn,
	extractNewSources,
	isEmpty,
	nearestName,
	type NewSource,
	textIn,
} from '../../outputs/editors/form-answers.ts';
import type { FilledForm, Names } from '../../outputs/editors/workbench.ts';
import { isError, type Problem } from '../../records/problem.ts';
import { valueAt } from '../../records/values.ts';
import { isKind } from '../../schema/kinds.ts';
import { unsafeCharacter } from '../../schema/quote.ts';
import type { Rule } from '../../schema/rules.ts';
import { element, part } from '../element.ts';
import { describe, form, requestCheck, showResult, showStatus, withLabels } from './checking.ts';
import { drafts, followOtherTab, otherFiles, proposed, saveDraft, showProposal } from './drafts.ts';
import {
	focusIn,
	isFilled,
	offerFacts,
	openFact,
	rememberPublished,
	reveal,
	showRest,
	showWays,
	undo,
	usesIn,
} from './facts.ts';
import {
	addItem,
	addNewSource,
	addUsualItems,
	answerIn,
	answersIn,
	besides,
	controlOf,
	fieldsOf,
	fill,
	fillIn,
	labelsAround,
	nameFields,
	type Places,
	showMessage,
} from './fields.ts';
import { choose, type Control, listOf, optionOf, showOfficesOf, suggestNames } from './offers.ts';
import { showFieldChoices, showVersions } from './versions.ts';
import type { CheckRequest, CheckResult } from './worker.ts';

const summary = part('[data-summary]', HTMLElement);
const heading = part('h1', HTMLElement);
const views = part('[data-views]', HTMLElement);
// After a reload, Firefox would otherwise keep the view that was open before.
part('[data-views] [value=form]', HTMLInputElement).checked = true;
const yaml = part('[data-yaml] textarea', HTMLTextAreaElement);
const yamlProblems = part('[data-yaml] ul', HTMLElement);
const { form: kind = '' } = form.dataset;
const hasSources = !part('[data-sources]', HTMLElement).hidden;

/** The errors of empty fields, which are only shown once the form is submitted. */
const rulesForLater: ReadonlySet<Rule> = new Set([
	'empty-file',
	'missing-key',
	'size',
	'no-source',
	'unused-source',
]);

/** The id of the record to change, or an empty string for a new record. */
const query = new URLSearchParams(location.search);
const id = query.get('record') ?? '';
/** The record and the field that sources disagree about. */
const about = query.get('about');
const pathToChange = id === '' ? undefined : `${kind}/${id}.yaml`;
/** The key of the draft. For a new record, the key is added to the form's address at the first change. */
const draftKey = id === '' ? (query.get('draft') ?? newKey(kind, Date.now())) : `${kind}/${id}`;
const kept = drafts.load(draftKey);
let isProposed = kept?.isProposed ?? false;
/** The record's file in a draft without answers. The form is filled in from this file. */
const [keptPath = '', keptFile] = kept?.answers
	? []
	: (Object.entries(kept?.files ?? {}).findLast(([path]) => path.startsWith(`${kind}/`)) ?? []);
/** The other files in a draft without answers. */
const otherKept = Object.entries(kept?.answers ? {} : (kept?.files ?? {})).filter(
	([path]) => path !== keptPath,
);
/** Whether the editor has changed something since the page was opened. */
let isChanged = false;

/** Fields that the editor has changed. Unchanged fields show no errors until the form is submitted. */
const touched = new WeakSet<Element>();
let isSubmitted = false;
let isSummaryPending = false;
let places: Places = new Map();
let newSources: readonly NewSource[] = [];
let last: CheckResult | undefined;
/** The published text of the record, and the text last loaded into the form. */
let published: string | undefined;
let current: string | undefined;
/** The YAML text when the editor last switched from the form to the text. */
let shown: string | undefined;
/** Whether the text could not be loaded into the form. */
let isRefused = false;
let isWaiting = pathToChange !== undefined;

const isYaml = (): boolean => views.querySelector<HTMLInputElement>('[value=yaml]')?.checked === true;

const ownPath = (): string => pathToChange ?? last?.forms[0]?.path ?? `${kind}/new.yaml`;

function check(fillFrom?: CheckRequest['fill']): void {
	if (isChanged && id === '' && !location.search.includes('draft='))
		history.replaceState(null, '', `?draft=${draftKey}`);
	requestCheck(() => {
		const files = {
			...otherFiles(draftKey),
			...Object.fromEntries(otherKept.map(([path, { text }]) => [path, text])),
		};
		if (isWaiting || fillFrom) return { forms: [], files, fill: fillFrom ?? { path: ownPath() } };
		places = new Map();
		const given = answersIn(form, places);
		keep(given, filesOf(last), true);
		const { answers, sources } = extractNewSources(given);
		newSources = sources;
		const made = [
			{
				kind,
				id: id || textIn(answers.fileName),
				answers,
				text: isYaml() ? yaml.value : current,
				isRaw: isYaml(),
			},
			...sources.map((each) => ({
				kind: 'sources',
				id: textIn(each.answers.fileName),
				answers: each.answers,
			})),
		];
		return {
			forms: made.filter((each): each is FilledForm => isKind(each.kind)),
			files,
		};
	}, show);
}

/** Returns the new and changed files of a result, with the record's own file last. */
function filesOf(result: CheckResult | undefined): Record<string, DraftFile> {
	const [own, ...sources] = result?.forms ?? [];
	const files = [
		...sources.toReversed(),
		...(own ? [{ ...own, text: isYaml() ? yaml.value : own.text }] : []),
	].filter(({ text }) => text !== '' && text !== published);
	return Object.fromEntries([
		...otherKept,
		...files.map(({ path, text }): [string, DraftFile] => [
			path,
			{ base: path === pathToChange ? (published ?? null) : null, text },
		]),
	]);
}

/** Saves the draft as soon as it differs from the published record. */
function keep(answers: Answers, files: Record<string, DraftFile>, isUnchecked = false): void {
	if (!isChanged) return;
	const name = last?.forms[0]?.record as Readonly<Record<string, unknown>> | undefined;
	const [title] = [name?.title, name?.name, name?.term, name?.question].filter(
		(each) => typeof each === 'string',
	);
	const address = `/contribute/${kind}/?${id === '' ? 'draft' : 'record'}=${id === '' ? draftKey : id}`;
	saveDraft({
		key: draftKey,
		title: id === '' ? (title ?? heading.textContent) : heading.textContent,
		address,
		...(!isYaml() && otherKept.length === 0 && { answers }),
		files,
		isProposed,
		...(isUnchecked && { isUnchecked }),
	});
}

/** Fills in the form from a file: first from the published version, then from the draft. */
function fillFrom({ text, answers }: NonNullable<CheckResult['filled']>): boolean {
	if (!answers) {
		yaml.value = text;
		views.querySelector<HTMLInputElement>('[value=yaml]')?.click();
		shown = undefined;
		isRefused = true;
		return false;
	}
	current = text;
	const added = new Map(
		newSources.map(({ answers }, index) => [last?.forms[index + 1]?.path, answers] as const),
	);
	// Adds the answers about new sources, because the text only contains their ids.
	const whole = JSON.parse(JSON.stringify(answers), (_, value: Answers | null) => {
		const newSource = added.get(`sources/${textIn(value?.id)}.yaml`);
		return newSource ? { ...value, newSource } : value;
	}) as Answers;
	fillIn(form, { fileName: fileNameNow(), ...whole });
	nameFields(form, 'f');
	return true;
}

const fileNameNow = (): string => textIn(answersIn(form).fileName);

function begin(filled: CheckResult['filled'], title: string | undefined): void {
	if (!filled) {
		form.replaceChildren('There is no such record. To change a record, use “Edit this record” on its page.');
		form.hidden = false;
		return;
	}
	isWaiting = false;
	heading.textContent = document.title = title ?? id;
	part('[data-lead]', HTMLElement).textContent =
		'Change what is wrong or missing. Readers see nothing of it until the editors accept your proposal.';
	published = yaml.value = filled.text;
	linkDisputes();
	form.hidden = false;
	if (fillFrom(filled)) {
		rememberPublished(form);
		const file = kept?.files[ownPath()];
		if (file && file.base !== published) {
			form.replaceChildren(
				'This record has changed since you began. ',
				element('a', { href: `../proposal/#${draftKey}` }, 'Compare the versions'),
			);
			return;
		}
		if (kept?.answers) fillIn(form, kept.answers);
		else if (typeof file?.text === 'string') {
			check({ path: ownPath(), text: file.text });
			return;
		}
	}
	arrange();
	check();
}

/** Gives each open fact a link for adding a disagreement. */
function linkDisputes(): void {
	// The facts of a source are about the source itself.
	if (kind === 'sources') return;
	for (const fact of form.querySelectorAll<HTMLElement>('[data-fact]:not([data-own]) > .fx > .ed')) {
		const { key = '' } = fact.querySelector<HTMLElement>('[data-key]')?.dataset ?? {};
		const address = `../disputes/?about=${kind}/${id}&field=${key}`;
		fact.prepend(element('p', {}, element('a', { href: address }, 'Sources disagree')));
	}
}

/** Shows all facts with values and, in a new record, the most common facts. */
function arrange(): void {
	for (const fact of form.querySelectorAll<HTMLElement>('[data-fact]')) {
		fact.hidden = !isFilled(fact) && !(id === '' && 'usual' in fact.dataset);
		if (id !== '') continue;
		for (const fx of fact.querySelectorAll('.fx')) fx.toggleAttribute('data-open', true);
	}
	for (const details of form.querySelectorAll<HTMLDetailsElement>('.fx details'))
		details.open = [...details.querySelectorAll<HTMLElement>(':scope > [data-key]')].some(
			(field) => !isEmpty(answerIn(field)),
		);
	nameFields(form, 'f');
	showFacts();
}

/** Updates everything that depends on the answers: the text of closed facts, the possible sources, and the facts to add. */
function showFacts(): void {
	const all = answersIn(form);
	const uses = usesIn(id === '' ? all : { ...all, sources: [] });
	const [first] = citationsIn(all.sources);
	offerNames();
	for (const item of form.querySelectorAll<HTMLElement>('[data-open] .says')) {
		if (id === '' && hasSources)
			suggest(item, textIn((first?.newSource as Answers | undefined)?.title) || (first?.id ?? ''));
		showWays(item, item.closest('[data-sources]') ? new Map() : uses);
	}
	for (const fx of form.querySelectorAll<HTMLElement>('[data-fact] .fx')) showRest(fx, all);
	offerFacts(form);
}

/** For a citation without a source, suggests a source of the new record. */
function suggest(item: HTMLElement, name: string): void {
	const control = item.querySelector<HTMLInputElement>('[data-key=id] [data-control]');
	if (!control || item.closest('[data-sources]')) return;
	if (control.value === '' && !item.querySelector('[data-way]:checked')) item.dataset.suggested = '';
	if ('suggested' in item.dataset) control.value = name;
}

function show(result: CheckResult): void {
	if (result.names) {
		names = result.names;
		suggestNames(names);
		offerNames();
	}
	if (result.filled ?? isWaiting) {
		if (about !== null) {
			fillIn(form, result.filled?.answers ?? {});
			arrange();
			check();
		} else if (isWaiting)
			begin(result.filled, result.names?.[kind as 'themes'].find(([, each]) => each === id)?.[0]);
		else if (result.filled && fillFrom(result.filled)) {
			arrange();
			check();
		}
		return;
	}
	last = result;
	const [own] = result.forms;
	showFieldChoices(form, result.fields, (name) => names?.any.find(([each]) => each === name)?.[1]);
	if (showVersions(form, own?.record, result.held)) check();
	if (own && !isYaml()) yaml.value = own.text;
	showReadings(result);
	const found = result.problems.map((problem) => ({ problem, place: placeOf(problem, result) }));
	for (const level of ['error', 'warning'] as const) {
		const words = new Map<HTMLElement, string>();
		for (const { problem, place } of found) {
			if (isError(problem) !== (level === 'error')) continue;
			if (!place || words.has(place) || !isMarked(problem, place)) continue;
			words.set(place, `${level === 'error' ? '' : 'Check: '}${inWords(problem, place)}`);
		}
		// Keeps messages about other records until the next full check, so that they do not flicker.
		for (const place of new Set(places.values()))
			if (result.isWhole || words.has(place)) showMessage(place, level, words.get(place));
	}
	showYamlProblems(result.problems.filter(({ file }) => file === `content/${ownPath()}`));
	nameFields(form, 'f');
	const files = filesOf(result);
	const rival = rivalOf({ key: draftKey, files }, proposed());
	const isReady =
		showResult(result, (problem) =>
			found.some((each) => each.problem === problem && isMarked(problem, each.place)),
		) && !rival;
	keep(answersIn(form), files);
	showProposal();
	if (rival) showStatus(inWordsOf(rival));
	if (!result.isWhole) return;
	part('[data-changed]', HTMLElement).hidden = result.changes.length === 0;
	part('[data-changes]', HTMLElement).replaceChildren(
		...result.changes.map((sentence) => element('li', {}, sentence)),
	);
	part('[data-elsewhere]', HTMLElement).replaceChildren(
		...found.flatMap(({ problem, place }) => (place ? [] : element('li', {}, describe(problem)))),
	);
	showSummary(found, isReady, rival);
}

/** Returns whether the form shows a problem now, or only once the editor has reached its field or submitted the form. */
function isMarked({ rule }: Problem, place: HTMLElement | undefined): boolean {
	if (isSubmitted || isYaml() || !place || !rulesForLater.has(rule)) return true;
	// The editor is about to fill in the new source.
	if (rule === 'no-source' && place.querySelector('[data-way=new]:checked')) return false;
	return kept !== undefined || touched.has(place);
}

/** Explains a conflict between two drafts in the proposal. */
const inWordsOf = ({ title, files }: SavedDraft): string =>
	ownPath() in files
		? `“${title}” is already in your proposal. Change it there, or give this record another name.`
		: `Your new source is already in your proposal, with other answers in “${title}”. Choose it as a source in our list, or give the same answers.`;

/** Returns the message about a problem at a field. If a name is unknown, the message suggests a similar name. */
function inWords({ words, rule }: Problem, place: HTMLElement): string {
	const message = words?.message ?? '';
	const meant = rule === 'reference' && !message.includes('Did you mean') && meantBy(controlOf(place));
	return meant ? `${message} Did you mean “${meant.name}”?` : message;
}

/** Returns the form field with a problem, or the nearest group or list around it. */
function placeOf({ file, path, rule }: Problem, { forms }: CheckResult): HTMLElement | undefined {
	const index = forms.findIndex((each) => file === `content/${each.path}`);
	if (index === -1) return undefined;
	if (path === undefined && rule === 'unsafe-character')
		return [...places.values()].find((place) => unsafeCharacter.test(controlOf(place)?.value ?? ''));
	const prefix = index === 0 ? '' : `${newSources[index - 1]?.path ?? ''}.`;
	const steps = index === 0 && path?.[0] === 'sources' ? stepsOfSource(path, forms[0]?.record) : (path ?? []);
	const placeAt = (...place: readonly PropertyKey[]): HTMLElement | undefined =>
		places.get(prefix + place.join('.'));
	// The sources of a group are below its own fields.
	const own =
		rule === 'no-source'
			? (placeAt(...steps, 'sources') ?? placeAt(...steps.slice(0, -1), 'sources'))
			: undefined;
	if (own?.checkVisibility() === true || own?.closest('[data-fact]')) return own;
	// A source without quotes is a plain id in the file, but a group in the form.
	const named = typeof steps.at(-1) === 'number' && path ? placeAt(...steps, 'id') : undefined;
	for (let length = steps.length; length > 0; length--) {
		const place = named ?? placeAt(...steps.slice(0, length));
		// The name of a source is hidden if the editor chose the source from the list above.
		const isHidden = place?.matches(`.way:has([data-way='other']:not(:checked)) + [data-key='id']`);
		if (place) return isHidden ? (place.parentElement ?? place) : place;
	}
	return placeAt('fileName');
}

/** Finds a source of the whole record in the form, which shows these sources next to the facts. */
function stepsOfSource(path: readonly PropertyKey[], record: object | undefined): readonly PropertyKey[] {
	const [, index, ...rest] = path;
	if (index === undefined) return id === '' ? path : [];
	const entry = valueAt(record, ['sources', index]);
	const { id: source, quote = '' } = (typeof entry === 'object' ? entry : { id: entry }) as Record<
		string,
		string
	>;
	const name = names?.sources.find(([, each]) => each === source)?.[0] ?? source;
	const valueOf = (key: string): string => controlOf(places.get(key) ?? form)?.value ?? '';
	const isSame = (key: string): boolean =>
		valueOf(`${key}.quote`).replace(/\s+/g, ' ').trim() === quote &&
		(valueOf(`${key}.id`) === name || quote !== '');
	const key = [...places.keys()].find(
		(each) => (id === '' ? /^(?:sources|who\d+)\.\d+$/ : /^who\d+\.\d+$/).test(each) && isSame(each),
	);
	return key === undefined ? path : [...key.split('.'), ...(rest.length > 0 ? rest : ['id'])];
}

function showSummary(
	found: readonly { problem: Problem; place: HTMLElement | undefined }[],
	isReady: boolean,
	rival?: SavedDraft,
): void {
	if (!isSubmitted) return;
	summary.hidden = isReady;
	summary.querySelector('ul')?.replaceChildren(
		...found
			.filter(({ problem }) => isError(problem))
			.map(({ problem, place }) => {
				if (!place) return element('li', {}, describe(problem));
				const { id: fragment } = controlOf(place) ?? place;
				return element(
					'li',
					{},
					element('a', { href: `#${fragment}` }, withLabels(problem, labelsAround(place))),
				);
			}),
		...(rival ? [element('li', {}, element('a', { href: '../proposal/' }, inWordsOf(rival)))] : []),
	);
	if (!isSummaryPending) return;
	isSummaryPending = false;
	if (!isReady) summary.focus();
	else if (Object.keys(filesOf(last)).length === 0) showStatus('Nothing has changed yet.');
	else {
		isChanged = isProposed = true;
		keep(answersIn(form), filesOf(last));
		location.href = '../proposal/';
	}
}

summary.addEventListener('click', (event) => {
	const { target } = event;
	const hash = target instanceof HTMLAnchorElement ? target.hash : '';
	const place = hash && document.getElementById(hash.slice(1));
	if (!place) return;
	event.preventDefault();
	reveal(place);
	showFacts();
	focusIn(place);
});

/** Lists the problems in the YAML text. For each problem, a button selects the line. */
function showYamlProblems(problems: readonly Problem[]): void {
	const refusal =
		'The form has no place for everything in this text. Fix the errors before you return to it.';
	yamlProblems.replaceChildren(
		...(isRefused ? [element('li', {}, refusal)] : []),
		...problems.map(({ line, column, message, hint }) => {
			const go = element('button', { type: 'button', className: 'link' }, `Line ${String(line)}`);
			go.addEventListener('click', () => {
				const before = yaml.value.split('\n', line);
				const length = before.pop()?.length ?? 0;
				const start = before.reduce((sum, each) => sum + each.length + 1, 0);
				yaml.focus();
				yaml.setSelectionRange(start + column - 1, start + length);
			});
			return element('li', {}, go, `: ${message} ${hint}`);
		}),
	);
}

let names: Names | undefined;

// Longer lists of names appear as suggestions while the editor types.
const longestList = 30;

/** Offers the names of records as a dropdown list or, if there are many, as suggestions. */
function offerNames(): void {
	for (const control of form.querySelectorAll<HTMLInputElement>('input[list]')) {
		const of = listOf(control);
		const list = names?.[of];
		if (!list) continue;
		// An unknown name stays in its field, so that the editor can correct it.
		const isUnknown = control.value !== '' && !list.some(([name]) => name === control.value);
		if (of === 'sources' || list.length > longestList || isUnknown || control === document.activeElement)
			continue;
		const options = list.map(([name, , country]) => {
			const option = optionOf(name);
			if (country !== undefined) option.dataset.country = country;
			return option;
		});
		const select = element('select', {}, optionOf(''), ...options);
		Object.assign(select.dataset, control.dataset);
		for (const name of ['id', 'aria-describedby'])
			select.setAttribute(name, control.getAttribute(name) ?? '');
		control.replaceWith(select);
		choose(select, control.value);
	}
	for (const field of form.querySelectorAll('[data-key=office]')) {
		const [office, country] = [field, besides(field, 'country')].map((each) => each && controlOf(each));
		if (office instanceof HTMLSelectElement) showOfficesOf(country?.value ?? '', office);
	}
	form.toggleAttribute('data-names', names !== undefined);
}

/** Finds the name that an editor probably means. */
function meantBy(control: Control | undefined) {
	if (!names || !control?.hasAttribute('list') || control.value.trim() === '') return undefined;
	return nearestName(
		control.value,
		names[listOf(control)].map(([name]) => name),
	);
}

/** Shows how dates and other answers will be saved. */
function showReadings({ forms }: CheckResult): void {
	for (const [path, place] of places) {
		const control = controlOf(place);
		const output = control && place.querySelector('output');
		if (!output) continue;
		const index = newSources.findIndex((source) => path.startsWith(`${source.path}.`));
		const of = forms[index + 1];
		const steps = path.slice(newSources[index] ? newSources[index].path.length + 1 : 0).split('.');
		const value =
			steps.at(-1) === 'fileName'
				? of?.path.replace(/^.*\//, '').replace(/\.yaml$/, '')
				: valueAt(of?.words, steps);
		const written = textIn(value as Answers);
		// Without any answers, the suggested address would just be the kind.
		output.textContent = [control.value, kind].includes(written) ? '' : written;
	}
}

const fieldAround = (target: EventTarget | null): HTMLElement | null =>
	target instanceof Element ? target.closest<HTMLElement>('[data-key], [data-item]') : null;

form.addEventListener('input', ({ target }) => {
	isChanged = true;
	if (target === yaml) {
		isRefused = false;
		check();
		return;
	}
	const field = fieldAround(target);
	if (field) touched.add(field);
	if (target instanceof HTMLInputElement && field) {
		if ('pick' in target.dataset) pickDay(target, field);
		if ('way' in target.dataset) chooseWay(target, field);
		else field.closest('.says')?.removeAttribute('data-suggested');
	}
	check();
	showFacts();
});

form.addEventListener('change', ({ target }) => {
	if (!(target instanceof HTMLInputElement) || !target.hasAttribute('list')) return;
	// Corrects the case, accents and spaces of a name.
	const meant = meantBy(target);
	if (meant?.isSame) target.value = meant.name;
	check();
	showFacts();
});

/** Fills in the day chosen in the calendar. If the field accepts a range, choosing a later day sets the end of the range. */
function pickDay({ value, dataset }: HTMLInputElement, field: HTMLElement): void {
	const control = controlOf(field);
	if (!control || value === '') return;
	const isSecond =
		dataset.pick === 'several' && /^\d{4}-\d{2}-\d{2}$/.test(control.value) && control.value < value;
	control.value = isSecond ? `${control.value}/${value}` : value;
}

/** Updates a citation after the editor has chosen a source. */
function chooseWay({ value, dataset }: HTMLInputElement, item: HTMLElement): void {
	item.removeAttribute('data-suggested');
	const field = fieldsOf(item).find(({ dataset: { key } }) => key === 'id');
	// Clears the quote, because it comes from the source chosen before.
	const quote = fieldsOf(item).find(({ dataset: { key } }) => key === 'quote');
	if (quote && !touched.has(quote)) fill(quote, '');
	if (field) fill(field, dataset.way === 'used' ? value : '');
	if (dataset.way !== 'new') item.querySelector('[data-new]')?.replaceChildren();
	else {
		addNewSource(item);
		addUsualItems(item);
	}
	nameFields(form, 'f');
}

form.addEventListener('click', ({ target }) => {
	const pressed = target instanceof Element ? target.closest('button') : null;
	if (!pressed) return;
	const fx = pressed.closest<HTMLElement>('.fx');
	const field = fieldAround(pressed);
	const { dataset } = pressed;
	if ('change' in dataset && fx) openFact(fx);
	else if ('other' in dataset && field) {
		field.removeAttribute('data-suggested');
		showFacts();
		field.querySelector<HTMLElement>('[data-way]:checked, [data-way]')?.focus();
	} else if ('done' in dataset && fx) fx.removeAttribute('data-open');
	else if ('undo' in dataset && fx) {
		undo(fx);
		fx.querySelector<HTMLElement>('[data-control]')?.focus();
	} else if ('show' in dataset) {
		const fact = form.querySelector<HTMLElement>(`[data-fact="${pressed.parentElement?.dataset.for ?? ''}"]`);
		if (!fact) return;
		fact.hidden = false;
		const list = fact.querySelector<HTMLElement>('.items');
		const opened = list ? addItem(list) : fact.querySelector('.fx');
		nameFields(form, 'f');
		if (opened) openFact(opened);
	} else if ('add' in dataset && field) {
		const item = addItem(field);
		nameFields(form, 'f');
		if (item?.matches('.fx')) openFact(item);
		else item?.querySelector<HTMLElement>('[data-control]')?.focus();
	} else if ('remove' in dataset && field) {
		const list = field.parentElement?.closest('[data-key]');
		field.remove();
		if (list && field.matches('.says') && !list.querySelector('.says')) addItem(list);
		list?.querySelector<HTMLElement>(':scope > [data-add]')?.focus();
	} else return;
	isChanged ||= ['add', 'remove', 'undo', 'show'].some((each) => each in dataset);
	nameFields(form, 'f');
	showFacts();
	if ('done' in dataset) fx?.querySelector<HTMLElement>('[data-change]')?.focus();
	check();
});

views.addEventListener('change', () => {
	const isText = isYaml();
	form.toggleAttribute('data-text', isText);
	if (isText) shown = yaml.value;
	if (isText || yaml.value === shown) check();
	else check({ path: ownPath(), text: yaml.value });
});

form.addEventListener('submit', (event) => {
	event.preventDefault();
	isSubmitted = true;
	isSummaryPending = true;
	check();
});

// Loads the record only when the editor starts to fill in the form.
form.addEventListener(
	'focusin',
	() => {
		check();
	},
	{ once: true },
);

addUsualItems(form);
nameFields(form, 'f');
if (id === '') {
	if (kept?.answers) fillIn(form, kept.answers);
	arrange();
	form.hidden = false;
	if (about !== null) check({ path: ownPath(), about: { record: about, field: query.get('field') ?? '' } });
	else if (typeof keptFile?.text === 'string') {
		fillIn(form, { fileName: keptPath.replace(/^.*\/|\.yaml$/g, '') });
		check({ path: keptPath, text: keptFile.text });
	} else if (kept ?? proposed().length > 0) check();
} else {
	form.dataset.change = '';
	check();
}
if (kept) part('[data-saved]', HTMLElement).textContent = 'This is your draft, as you left it.';
followOtherTab(draftKey);
