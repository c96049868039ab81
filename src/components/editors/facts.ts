/* Shows the facts in a form as text, opens them for editing, and undoes changes. */
import type { Answer, Answers } from '../../outputs/editors/answers.ts';
import { citationsIn, isEmpty, textIn } from '../../outputs/editors/form-answers.ts';
import { citationsFor } from '../../schema/cited.ts';
import { counted } from '../../schema/words.ts';
import { element } from '../element.ts';
import { answerIn, controlOf, fieldsOf, fill, isList, itemsOf, labelOf, within } from './fields.ts';
import { wayOf } from './offers.ts';
import { OneOf } from './one-of.ts';

const factOf = (part: Element): HTMLElement | null => part.closest<HTMLElement>('[data-fact]');

/** The published answers for each fact or list entry. */
const published = new Map<Element, { readonly answer: Answer; readonly words: string }>();

/** Returns the fields of a fact or of a list entry. */
function fieldsIn(fx: Element): HTMLElement[] {
	if (fx.matches('[data-item]')) return fieldsOf(fx);
	const form = fx.closest('form');
	return form ? fieldsOf(form).filter((field) => fx.contains(field)) : [];
}

const isOfSources = ({ dataset: { key = '' } }: HTMLElement): boolean =>
	key === 'sources' || /^who\d/.test(key);

const answerOf = (fx: HTMLElement): Answer =>
	fx.matches('[data-item]')
		? answerIn(fx)
		: Object.fromEntries(fieldsIn(fx).map((field) => [field.dataset.key ?? '', answerIn(field)]));

/** Returns the value of a field in words. */
function wordsOf(field: HTMLElement): string {
	const { key = '', type = '' } = field.dataset;
	if (isOfSources(field) || type === 'id' || key === 'aliases') return '';
	const control = controlOf(field);
	const given = control?.value.trim() ?? '';
	if (control instanceof OneOf) return control.words;
	if (control instanceof HTMLSelectElement) return given && (control.selectedOptions[0]?.text ?? '');
	if (control) return given;
	const inside = isList(field) ? itemsOf(field) : fieldsOf(field);
	const words = inside.map(wordsOf).filter((each) => each !== '');
	return isList(field) && type === 'group' ? words.join('; ') : words.join(', ');
}

const longText = 70;

/** Returns the value of a fact: the main fields on one line, and all other fields on lines in small print. */
function valueOf(fx: HTMLElement): { main: string; after: string; small: string[] } {
	const main: string[] = [];
	const after: string[] = [];
	const small: string[] = [];
	const inside = fieldsIn(fx).flatMap((field) =>
		controlOf(field) || isList(field) ? [field] : fieldsOf(field),
	);
	for (const field of inside) {
		const words = wordsOf(field);
		const { type = '', ours } = field.dataset;
		const isPlain = controlOf(field) && words.length < longText && ours === undefined;
		if (words === '') continue;
		if (main.length === 0 || (isPlain && !/choice|number|mark/.test(type) && !fx.matches('[data-item]')))
			main.push(words);
		else if (type === 'choice') after.push(words);
		else if (type === 'number') after.push(`${labelOf(field).toLowerCase()} ${words}`);
		else small.push(`${labelOf(field)}${type === 'mark' ? '' : `: ${words}`}`);
	}
	return { main: main.join(', '), after: after.join(', '), small };
}

/** Returns the citations of a fact or a list entry or, if it has none, those of the whole record. */
function citationsOf(fx: HTMLElement, all: Answers): { id: string; quote?: string | undefined }[] {
	const own = fieldsIn(fx)
		.flatMap((field) => [field, ...fieldsOf(field)])
		.filter(isOfSources)
		.flatMap((field) => citationsIn(answerIn(field)));
	if (own.length > 0)
		return own.map(({ newSource, id, ...each }) => ({ ...each, id: nameOf(newSource) ?? id }));
	const key =
		fx.parentElement?.closest<HTMLElement>('[data-key]')?.dataset.key ?? fieldsIn(fx)[0]?.dataset.key;
	return [...citationsFor(citationsIn(all.sources), key ?? '')];
}

const nameOf = (newSource: Answer | undefined): string | undefined =>
	isEmpty(newSource) ? undefined : textIn((newSource as Answers).title);

/** Shortens the name of a source to its publisher and date. */
const shortName = (name: string): string => name.split(': ')[0] ?? name;

/** Shows a closed fact or list entry as text, and the published value next to an open one. */
export function showRest(fx: HTMLElement, all: Answers): void {
	const rest = within(fx, '.rest') ?? fx.querySelector(':scope > .rest');
	if (!rest) return;
	const { main, after, small } = valueOf(fx);
	const fact = factOf(fx);
	const name = (fact?.dataset.fact ?? '').toLowerCase();
	const cited = citationsOf(fx, all);
	const [first] = cited;
	const more = new Set(cited.map(({ id }) => id)).size - 1;
	const who = element('p', { className: 'who' });
	if (fact && 'own' in fact.dataset) who.append('Ours; no source needed');
	else if (first) {
		who.append(shortName(first.id), more > 0 ? ` and ${String(more)} more` : '');
		if (first.quote) who.append(element('q', {}, first.quote));
	}
	const change = element('button', { type: 'button', className: 'link' }, 'Change');
	change.dataset.change = '';
	const index = fx.matches('[data-item]')
		? ` ${String([...(fx.parentElement?.children ?? [])].indexOf(fx) + 1)}`
		: '';
	change.append(element('span', { className: 'visually-hidden' }, ` ${name}${index}`));
	const value = element('p', { className: 'value' }, main === '' ? 'Not filled in' : main);
	if (after !== '') value.append(' ', element('span', { className: 'label' }, after));
	value.append(...small.map((line) => element('small', {}, line)));
	rest.replaceChildren(value, who, change);
	showPublished(fx);
}

function showPublished(fx: HTMLElement): void {
	const aside = fx.querySelector(':scope > .aside');
	const before = published.get(fx);
	if (!aside) return;
	if (!before || JSON.stringify(before.answer) === JSON.stringify(answerOf(fx))) aside.replaceChildren();
	else if (aside.childElementCount === 0) {
		const undo = element('button', { type: 'button', className: 'link' }, 'Undo');
		undo.dataset.undo = '';
		aside.append(
			element('p', {}, before.words === '' ? 'New' : `Published: ${before.words}`),
			element('p', {}, undo),
		);
	}
}

/** Stores the published answers for all facts and list entries in a form. */
export function rememberPublished(form: Element): void {
	for (const fx of form.querySelectorAll<HTMLElement>('[data-fact] .fx'))
		published.set(fx, { answer: answerOf(fx), words: valueOf(fx).main });
}

/** Undoes the changes to a fact or a list entry. */
export function undo(fx: HTMLElement): void {
	const answer = published.get(fx)?.answer;
	if (answer === undefined) return;
	if (fx.matches('[data-item]')) fill(fx, answer);
	else for (const field of fieldsIn(fx)) fill(field, (answer as Answers)[field.dataset.key ?? '']);
}

export const isFilled = (fact: HTMLElement): boolean => {
	const form = fact.closest('form');
	return (
		form !== null &&
		fieldsOf(form).some((field) => fact.contains(field) && !isOfSources(field) && wordsOf(field) !== '')
	);
};

/** Opens the fact that contains an element, and every group around the element. */
export function reveal(target: Element): void {
	factOf(target)?.removeAttribute('hidden');
	for (let part: Element | null = target; part; part = part.parentElement)
		if (part instanceof HTMLDetailsElement) part.open = true;
		else if (part.matches('.fx')) part.toggleAttribute('data-open', true);
}

/** Moves the focus to the first visible control of a field or, if it has none, of the nearest group around it. */
export function focusIn(field: Element): void {
	for (let part: Element | null = field; part; part = part.parentElement) {
		const controls = [...part.querySelectorAll<HTMLElement>('input, select, textarea, button')];
		const control = controls.find((each) => each.checkVisibility());
		control?.focus();
		if (control) return;
	}
}

export function openFact(fx: Element): void {
	const first = fx.querySelector<HTMLElement>('.ed [data-control]');
	reveal(first ?? fx);
	first?.focus();
}

/** Offers to add facts that the form does not show yet: the most likely ones as buttons, the others in a list. */
export function offerFacts(form: Element): void {
	const more = form.querySelector('[data-more]');
	const [chips, others] = more?.querySelectorAll('ul') ?? [];
	if (!more || !chips || !others) return;
	const all = [...more.querySelectorAll<HTMLElement>('[data-for]')];
	let likely = 0;
	for (const entry of all.toSorted((a, b) => Number(a.dataset.rank) - Number(b.dataset.rank))) {
		const fact = form.querySelector(`[data-fact="${entry.dataset.for ?? ''}"]`);
		entry.hidden = fact?.hasAttribute('hidden') !== true;
		(entry.hidden || (likely++ < 3 && !('rare' in entry.dataset)) ? chips : others).append(entry);
	}
	more.toggleAttribute('hidden', likely === 0);
	others.parentElement?.toggleAttribute('hidden', others.childElementCount === 0);
}

/** Shows the possible sources for a citation: the sources that the record already uses, another source, or a new one. */
export function showWays(item: HTMLElement, uses: ReadonlyMap<string, number>): void {
	const place = within(item, '[data-used]');
	const id = fieldsOf(item).find(({ dataset }) => dataset.key === 'id');
	const control = id && controlOf(id);
	if (!place || !control) return;
	const remove = within(item, '[data-remove]');
	const isNew = within(item, '[data-way=new]:checked') !== undefined;
	// A citation does not offer its own new source a second time.
	const own = isNew ? nameOf((answerIn(item) as Answers).newSource) : undefined;
	const used = new Map([...uses].filter(([name]) => name !== own));
	// Without a choice, there is nothing to remove.
	if (remove) remove.hidden = control.value === '' && !isNew && item.parentElement?.childElementCount === 1;
	const from = within(item, '.from > span');
	if (from) from.textContent = control.value === '' ? 'your source' : shortName(control.value);
	const wasOther = within(item, '[data-way=other]:checked') !== undefined;
	const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.value : '';
	const hadFocus = place.contains(document.activeElement);
	place.replaceChildren(
		...[...used].map(([name, count]) => {
			// The radio button has the group's name from the start. If it joined the group later, it would
			// clear the editor's choice.
			const radio = element('input', {
				type: 'radio',
				name: item.dataset.ways ?? '',
				value: name,
				checked: !isNew && !wasOther && control.value === name,
			});
			radio.dataset.way = 'used';
			const [short = '', ...title] = name.split(': ');
			const times = `Used ${counted(count, 'time')} in this record`;
			return wayOf(radio, short, element('small', {}, [title.join(': '), times].filter(Boolean).join('. ')));
		}),
	);
	if (hadFocus) place.querySelector<HTMLElement>(`[value="${CSS.escape(focused)}"]`)?.focus();
	const other = within(item, '[data-way=other]') as HTMLInputElement | undefined;
	if (other && !isNew && control.value !== '' && !used.has(control.value)) other.checked = true;
	if (other && used.size === 0 && !isNew) other.checked = true;
	const words = other?.parentElement?.querySelector('span');
	if (words) words.textContent = used.size === 0 ? 'A source in our list' : 'Another source in our list';
}

/** Returns how often each source is used, by name. */
export function usesIn(answers: Answer | undefined, uses = new Map<string, number>()): Map<string, number> {
	if (typeof answers !== 'object') return uses;
	const { newSource, id, ...rest } = answers as Answers;
	if ('quote' in rest) {
		const name = nameOf(newSource) ?? textIn(id);
		if (name !== '') uses.set(name, (uses.get(name) ?? 0) + 1);
	}
	for (const each of Object.values(answers as Answers)) usesIn(each, uses);
	return uses;
}
