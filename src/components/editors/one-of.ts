import { element } from '../element.ts';

let groups = 0;

/** A group of radio buttons that has a value, like a dropdown list. An empty value means that no answer is given. */
export class OneOf extends HTMLElement {
	readonly #name = `one-of-${String(++groups)}`;

	connectedCallback(): void {
		for (const radio of this.#radios) radio.name = this.#name;
	}

	get value(): string {
		return this.#chosen?.value ?? '';
	}

	set value(value: string) {
		// Keeps an invalid value, so that the check reports it.
		if (value !== '' && !this.#radios.some((radio) => radio.value === value)) {
			const radio = element('input', { type: 'radio', name: this.#name, value });
			this.append(element('label', { className: 'way' }, radio, value));
		}
		for (const radio of this.#radios) radio.checked = radio.value === value;
	}

	/** The label of the answer, or an empty string. */
	get words(): string {
		return this.value && (this.#chosen?.parentElement?.textContent.trim() ?? '');
	}

	get #radios(): HTMLInputElement[] {
		return [...this.querySelectorAll('input')];
	}

	get #chosen(): HTMLInputElement | undefined {
		return this.#radios.find(({ checked }) => checked);
	}
}

customElements.define('one-of', OneOf);
