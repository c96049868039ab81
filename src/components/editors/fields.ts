/* Reads and fills in form fields (see `FormFields.astro`). */
import { element } from '../element.ts';
import type { Answer, Answers } from '../../outputs/editors/answers.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Maps field paths, such as `agenda.0.title`, to form elements. */
export type Places = Map<string, HTMLElement>;

const whole = '[data-key], [data-item], [data-form]';

/** Returns the fields in a form, a group or a list entry. */
const fieldsOf = (part: Element): HTMLElement[] =>
	[...part.querySelectorAll<HTMLElement>('[data-key]')].filter(
		(field) => field.parentElement?.closest(whole) === part,
	);

const within = (part: Element, selector: string): HTMLElement | undefined =>
	[...part.querySelectorAll<HTMLElement>(selector)].find((found) => found.closest(whole) === part);

export const controlOf = (field: Element): Control | undefined =>
	within(field, '[data-control]') as Control | undefined;

const itemsOf = (field: Element): Element[] => [...(within(field, '[data-items]')?.children ?? [])];

const isList = (field: Element): boolean => within(field, '[data-items]') !== undefined;

const boxesOf = (field: Element): HTMLInputElement[] => [
	...field.querySelectorAll<HTMLInputElement>('input[type=checkbox]'),
];

const isEmpty = (answer: Answer | undefined): boolean =>
	typeof answer === 'string' ? answer.trim() === '' : Object.values((answer ?? {}) as Answers).every(isEmpty);

/** Returns the answers in a form, without empty list entries. Adds the form element of each field to `places`. */
export function answersIn(part: Element, places: Places, path = ''): Answers {
	return Object.fromEntries(
		fieldsOf(part).map((field) => {
			const key = field.dataset.key ?? '';
			return [key, answerIn(field, places, path + key)];
		}),
	);
}

function answerIn(field: HTMLElement, places: Places, path: string): Answer {
	const control = controlOf(field);
	places.set(path, field);
	if ('choices' in field.dataset)
		return boxesOf(field).flatMap(({ checked, value }) => (checked ? [value] : []));
	if (isList(field)) {
		const answers: Answer[] = [];
		for (const item of itemsOf(field)) {
			const answer = answerIn(item as HTMLElement, places, `${path}.${answers.length}`);
			if (!isEmpty(answer)) answers.push(answer);
		}
		return answers;
	}
	return control ? control.value : answersIn(field, places, `${path}.`);
}

export function fillIn(part: Element, answers: Answers): void {
	for (const field of fieldsOf(part)) {
		const answer = answers[field.dataset.key ?? ''];
		if (answer !== undefined) fill(field, answer);
	}
}

function fill(field: Element, answer: Answer): void {
	const control = controlOf(field);
	if (typeof answer === 'string') {
		if (control) control.value = answer;
	} else if (!Array.isArray(answer)) fillIn(field, answer as Answers);
	else if (isList(field)) {
		for (const [index, entry] of (answer as readonly Answer[]).entries()) {
			const item = itemsOf(field)[index] ?? addItem(field);
			if (item) fill(item, entry);
		}
	} else for (const box of boxesOf(field)) box.checked = answer.includes(box.value);
}

export function addItem(field: Element): Element | undefined {
	// All source lists share one template.
	const template = within(field, 'template') ?? document.querySelector('template#source');
	const items = within(field, '[data-items]');
	if (!(template instanceof HTMLTemplateElement) || !items) return undefined;
	items.append(template.content.cloneNode(true));
	const item = items.lastElementChild ?? undefined;
	const remove = element('button', { type: 'button' }, 'Remove');
	remove.dataset.remove = '';
	item?.append(remove);
	const around = field.parentElement?.closest(whole);
	const choices = item?.querySelector('[data-choices]');
	if (choices && around) choices.append(...fieldsOf(around).flatMap(choiceOf));
	if (item) addUsualItems(item);
	return item;
}

/** Creates a checkbox for a field that a source may support. */
function choiceOf(field: HTMLElement): HTMLElement[] {
	const { key = '', ours } = field.dataset;
	if (key === 'sources' || ours !== undefined) return [];
	const title = within(field, 'label, legend')?.firstChild?.textContent ?? key;
	return [element('label', {}, element('input', { type: 'checkbox', value: key }), ` ${title.trim()}`)];
}

/** Adds empty entries to each list until the list has its usual length. */
export function addUsualItems(part: Element): void {
	for (const field of part.querySelectorAll<HTMLElement>('[data-least]'))
		while (itemsOf(field).length < Number(field.dataset.least)) addItem(field);
}

/** Links each field to its label, hint and error message. */
export function nameFields(part: Element, prefix: string): void {
	for (const field of fieldsOf(part)) nameField(field, `${prefix}-${field.dataset.key ?? ''}`);
}

function nameField(field: Element, id: string): void {
	const control = controlOf(field);
	const hint = within(field, '.hint');
	const error = within(field, '.error');
	const named = control ?? field;
	named.id = id;
	if (hint) hint.id = `${id}-hint`;
	if (error) error.id = `${id}-error`;
	const about = [hint, error].flatMap((each) => (each ? [each.id] : []));
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
			const title = within(item, 'legend, label');
			if (title) title.dataset.number = number;
		}
	} else nameFields(field, id);
}

export function showError(field: Element, words: string | undefined): void {
	const shown = within(field, '.error');
	if (shown?.textContent === words) return;
	shown?.remove();
	const control = controlOf(field);
	if (words === undefined) control?.removeAttribute('aria-invalid');
	else {
		control?.setAttribute('aria-invalid', 'true');
		const after = within(field, '.hint') ?? within(field, 'legend, label');
		after?.after(element('p', { className: 'error' }, words));
	}
}
