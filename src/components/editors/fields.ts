/* Reads and fills in form fields (see `FormField.astro`). */
import type { Answer, Answers } from '../../outputs/editors/answers.ts';
import { isEmpty, textIn } from '../../outputs/editors/form-answers.ts';
import { element } from '../element.ts';
import { choose, type Control, suggestionsFor } from './offers.ts';

/** Maps field paths, such as `agenda.0.title`, to form elements. */
export type Places = Map<string, HTMLElement>;

const whole = '[data-key], [data-item], [data-form]';

/** Returns the fields in a form, a group or a list entry. */
export const fieldsOf = (part: Element): HTMLElement[] =>
	[...part.querySelectorAll<HTMLElement>('[data-key]')].filter(
		(field) => field.parentElement?.closest(whole) === part,
	);

/** Returns the field with a key in the same form, group or list entry. */
export const besides = (field: Element, key: string): HTMLElement | undefined =>
	fieldsOf(field.parentElement?.closest(whole) ?? field).find(({ dataset }) => dataset.key === key);

export const within = (part: Element, selector: string): HTMLElement | undefined =>
	[...part.querySelectorAll<HTMLElement>(selector)].find((found) => found.closest(whole) === part);

export const controlOf = (field: Element): Control | undefined =>
	within(field, '[data-control]') as Control | undefined;

export const itemsOf = (field: Element): HTMLElement[] => [
	...((within(field, '[data-items]')?.children ?? []) as Iterable<HTMLElement>),
];

export const isList = (field: Element): boolean => within(field, '[data-items]') !== undefined;

const boxesOf = (field: Element): HTMLInputElement[] => [
	...field.querySelectorAll<HTMLInputElement>('input[type=checkbox]'),
];

/** Returns the answers in a form, without empty list entries. Adds the form element of each field to `places`. */
export function answersIn(part: Element, places: Places = new Map(), path = ''): Answers {
	return Object.fromEntries(
		fieldsOf(part).map((field) => {
			const key = field.dataset.key ?? '';
			return [key, answerIn(field, places, path + key)];
		}),
	);
}

export function answerIn(field: HTMLElement, places: Places = new Map(), path = ''): Answer {
	const control = controlOf(field);
	places.set(path, field);
	if ('choices' in field.dataset)
		return boxesOf(field).flatMap(({ checked, value }) => (checked ? [value] : []));
	if (isList(field)) {
		const answers: Answer[] = [];
		for (const item of itemsOf(field)) {
			const answer = answerIn(item, places, `${path}.${String(answers.length)}`);
			// A source suggested by the form only counts once the editor adds a quote.
			const isSuggested = 'suggested' in item.dataset && (answer as Answers).quote === '';
			if (!isSuggested && !isEmpty(answer)) answers.push(answer);
		}
		return answers;
	}
	return control ? control.value : answersIn(field, places, `${path}.`);
}

/** Fills in a form, a group or a list entry. Fields without an answer become empty. */
export function fillIn(part: Element, answers: Answers): void {
	for (const field of fieldsOf(part)) fill(field, answers[field.dataset.key ?? '']);
}

export function fill(field: HTMLElement, answer: Answer | undefined): void {
	const control = controlOf(field);
	if (control) choose(control, typeof answer === 'string' ? answer : '');
	else if ('choices' in field.dataset) {
		const chosen = (answer ?? []) as readonly string[];
		const boxes = boxesOf(field);
		for (const box of boxes) box.checked = chosen.includes(box.value);
		// Selected checkboxes come first, in the order of the file.
		const places = chosen.map((value) => boxes.find((box) => box.value === value)?.parentElement ?? '');
		(within(field, 'legend') ?? field).after(...places);
	} else if (isList(field)) {
		const entries = (answer ?? []) as readonly Answer[];
		const least = Math.max(entries.length, Number(field.dataset.least));
		const items = itemsFor(entries, field);
		for (let index = 0; index < least; index++) {
			const item = items.get(index) ?? addItem(field);
			if (item) fill(item, entries[index]);
			if (item) item.parentElement?.append(item);
		}
	} else {
		const group = (answer ?? {}) as Answers;
		if (!isEmpty(group.newSource)) addNewSource(field);
		fillIn(field, group);
	}
}

/**
 * Finds the list entry for each answer: the entry with the same answer, id or title. Matches the remaining entries by their order, unless
 * some were added or removed. Removes the entries that have no answer.
 */
function itemsFor(entries: readonly Answer[], field: Element): ReadonlyMap<number, HTMLElement> {
	const found = new Map<number, HTMLElement>();
	const left = itemsOf(field).map((item) => ({ item, answer: answerIn(item) }));
	const likenesses: ((a: Answer, b: Answer) => boolean)[] = [
		(a, b) => JSON.stringify(a) === JSON.stringify(b),
		(a, b) => !isEmpty(a) && ['id', 'title'].some((key) => isSameText(a, b, key)),
		() => left.length === entries.length - found.size,
	];
	for (const isAlike of likenesses)
		for (const [index, entry] of entries.entries()) {
			const at = found.has(index) ? -1 : left.findIndex(({ answer }) => isAlike(answer, entry));
			for (const { item } of at < 0 ? [] : left.splice(at, 1)) found.set(index, item);
		}
	for (const { item } of left) item.remove();
	return found;
}

const isSameText = (a: Answer, b: Answer, key: string): boolean =>
	textIn((a as Answers)[key]) !== '' && (a as Answers)[key] === (b as Answers)[key];

export function addItem(field: Element): HTMLElement | undefined {
	// All lists of sources share one template.
	const template = within(field, 'template') ?? document.querySelector('template#source');
	const items = within(field, '[data-items]');
	if (!(template instanceof HTMLTemplateElement) || !items) return undefined;
	items.append(template.content.cloneNode(true));
	const item = items.lastElementChild;
	if (!(item instanceof HTMLElement)) return undefined;
	const choices = item.querySelector('[data-choices]');
	const around = field.parentElement?.closest(whole);
	// The form shows the sources of a record next to each fact.
	const fact = (around?.matches('form') ? field.closest('[data-fact]') : undefined) ?? around;
	if (choices && around) {
		const boxes = fieldsOf(around)
			.filter((each) => fact?.contains(each))
			.flatMap(choiceOf);
		choices.append(...boxes);
		if (boxes.length < 2) choices.parentElement?.remove();
	}
	addUsualItems(item);
	return item;
}

/** Adds the fields for a new source to a citation. */
export function addNewSource(item: Element): void {
	const place = within(item, '[data-new]');
	const template = document.querySelector<HTMLTemplateElement>('template#new-source');
	if (place && template && place.childElementCount === 0) place.append(template.content.cloneNode(true));
	const way = within(item, '[data-way=new]');
	if (way instanceof HTMLInputElement) way.checked = true;
}

/** Creates a checkbox for a field that a source may support. */
function choiceOf(field: HTMLElement): HTMLElement[] {
	const { key = '', ours } = field.dataset;
	if (key === 'sources' || /^who\d/.test(key) || ours !== undefined) return [];
	return [element('label', {}, element('input', { type: 'checkbox', value: key }), ` ${labelOf(field)}`)];
}

/** Returns the label of a field. */
export const labelOf = (field: Element): string =>
	(within(field, 'label, legend')?.firstChild?.textContent ?? '').trim();

/** Returns the visible labels of a field and of everything around it, such as "Participants, Who says so? 2, Its words". */
export function labelsAround(field: Element): string {
	const labels: string[] = [];
	for (let part: Element | null = field; part && !part.matches('form'); part = part.parentElement) {
		const label =
			'choices' in (part as HTMLElement).dataset
				? undefined
				: within(part, ':is(label, legend):not(.visually-hidden)');
		const isFact = part.matches('[data-fact]:not(:has(> .items))');
		const words = isFact
			? part.getAttribute('data-fact')
			: label && `${labelOf(part)} ${label.dataset.number ?? ''}`.trim();
		if (words && words !== labels[0]) labels.unshift(words);
	}
	return labels.join(', ');
}

/** Adds empty entries to each list until the list has its usual length. */
export function addUsualItems(part: Element): void {
	for (const field of part.querySelectorAll<HTMLElement>('[data-least]'))
		while (itemsOf(field).length < Number(field.dataset.least) && addItem(field));
}

/** Links each field to its label, hint and messages. */
export function nameFields(part: Element, prefix: string): void {
	for (const field of fieldsOf(part)) nameField(field, `${prefix}-${field.dataset.key ?? ''}`);
}

let ways = 0;

function nameField(field: HTMLElement, id: string): void {
	const control = controlOf(field);
	const named = control ?? field;
	named.id = id;
	const about = ['hint', 'error', 'warning'].flatMap((name) => {
		const shown = within(field, `.${name}`);
		if (shown) shown.id = `${id}-${name}`;
		return shown ? [shown.id] : [];
	});
	if (about.length > 0) named.setAttribute('aria-describedby', about.join(' '));
	else named.removeAttribute('aria-describedby');
	if (control) {
		within(field, 'label')?.setAttribute('for', id);
		within(field, 'output')?.setAttribute('for', id);
	} else if (isList(field)) {
		const items = itemsOf(field);
		for (const [index, item] of items.entries()) {
			nameField(item, `${id}-${String(index)}`);
			const number = items.length > 1 ? String(index + 1) : '';
			for (const named of [within(item, 'legend, label'), within(item, '.field > [data-remove]')])
				if (named) named.dataset.number = number;
		}
	} else nameFields(field, id);
	// Keeps the name of radio buttons when an entry moves, because using another entry's name would clear its choice.
	for (const way of field.querySelectorAll<HTMLInputElement>('[data-way]'))
		if (way.closest(whole) === field) way.name = field.dataset.ways ??= `way-${String(++ways)}`;
}

/** Shows a message next to a field: an error above the control, a warning below. */
export function showMessage(field: Element, level: 'error' | 'warning', words: string | undefined): void {
	const shown = within(field, `.${level}`);
	if (shown?.firstChild?.textContent === words) return;
	shown?.remove();
	const control = controlOf(field);
	if (level === 'error') control?.toggleAttribute('aria-invalid', false);
	if (words === undefined) return;
	const message = element('p', { className: level }, words);
	if (control) message.append(...suggestionsFor(control, words));
	if (level === 'warning')
		(control ?? within(field, '[data-items]') ?? within(field, 'legend'))?.after(message);
	else {
		control?.setAttribute('aria-invalid', 'true');
		(within(field, '.hint') ?? within(field, 'legend, label'))?.after(message);
	}
}
