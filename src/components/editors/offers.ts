/* Offers values for a field as buttons. */
import type { Names } from '../../outputs/editors/workbench.ts';
import { element } from '../element.ts';
import type { OneOf } from './one-of.ts';

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | OneOf;

/** Sets the value of a control. If a dropdown list lacks the value, adds it as an option. */
export function choose(control: Control, value: string): void {
	if (control instanceof HTMLSelectElement && ![...control.options].some((option) => option.value === value))
		control.append(optionOf(value));
	control.value = value;
}

export const optionOf = (value: string): HTMLOptionElement =>
	element('option', { value }, value === '' ? 'Choose' : value);

/** Returns a radio button with its label. */
export const wayOf = (radio: HTMLInputElement, ...label: (Node | string)[]): HTMLElement =>
	element('label', { className: 'way' }, radio, element('span', {}, ...label));

/** Returns the kind of names that a text box suggests. */
export const listOf = (control: Element): keyof Names =>
	control.getAttribute('list')?.replace('names-', '') as keyof Names;

/** Fills the lists of names that text boxes suggest. */
export function suggestNames(names: Names): void {
	for (const list of document.querySelectorAll('datalist[id^=names-]'))
		list.replaceChildren(
			...names[list.id.replace('names-', '') as keyof Names].map(([value]) => element('option', { value })),
		);
}

/** Offers only the offices of a country or, without a country, all offices. */
export function showOfficesOf(country: string, office: HTMLSelectElement): void {
	for (const option of office.options) {
		const { country: of } = option.dataset;
		option.hidden = option.disabled = of !== undefined && country !== '' && of !== country;
	}
}

/** Returns a button for each value that a message suggests, such as Greece in "Did you mean “Greece”?", or for a new source. */
export function suggestionsFor(control: Control, words: string): (Element | string)[] {
	const buttons = [...words.matchAll(/(?:Did you mean|Write|Use|Choose|\bor) [“"]([^”"]+)[”"]/g)].map(
		([, value = '']) => suggestion(control, value),
	);
	const way = control.closest('fieldset')?.querySelector<HTMLElement>('[data-way=new]');
	if (way && words.includes('“A new source”'))
		buttons.push(
			offer('Add a new source', () => {
				way.click();
				way.focus();
			}),
		);
	return buttons.flatMap((button) => [' ', button]);
}

/** Returns a button that puts a value into a control. */
const suggestion = (control: Control, value: string): HTMLElement =>
	offer(`Use ${value}`, () => {
		choose(control, value);
		control.focus();
		for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
	});

function offer(words: string, onClick: () => void): HTMLElement {
	const button = element('button', { type: 'button' }, words);
	// If the field lost its focus first, new messages could move the button away from the pointer.
	button.onpointerdown = (event) => {
		event.preventDefault();
	};
	button.addEventListener('click', onClick);
	return element('span', { className: 'meant' }, button);
}
