/* Lets editors choose the versions and fields of a disagreement by name, although the file contains ids and keys. */
import { valueAt } from '../../records/values.ts';
import { element } from '../element.ts';
import { besides, controlOf, fieldsOf } from './fields.ts';
import { wayOf } from './offers.ts';
import type { CheckResult } from './worker.ts';

interface Version {
	readonly id?: string;
	readonly claim?: string;
	readonly reads?: readonly { readonly as?: string }[];
}

/**
 * Lists the versions to choose from, and says how each choice changes the record. Also stores the number of the chosen version, because the
 * version's id changes with its text.
 *
 * @returns whether the answer has changed
 */
export function showVersions(
	form: Element,
	record: object | undefined,
	held: CheckResult['held'] = [],
): boolean {
	const field = fieldsOf(form).find(({ dataset }) => dataset.key === 'follows');
	const control = field && controlOf(field);
	if (!field || !(control instanceof HTMLInputElement)) return false;
	control.hidden = true;
	const versions = (valueAt(record, ['versions']) ?? []) as readonly Version[];
	const before = Number(field.dataset.chosen ?? 0);
	const named = versions.findIndex(({ id }) => id === control.value);
	const chosen = control.value === '' ? -1 : named >= 0 ? named : before;
	const now = versions[chosen]?.id ?? '';
	const isChanged = control.value !== '' && control.value !== now;
	control.value = now;
	field.dataset.chosen = String(chosen);
	const way = (index: number, words: string, result: string): HTMLElement => {
		const radio = element('input', { type: 'radio', name: 'follows', checked: index === chosen });
		radio.addEventListener('change', () => {
			control.value = versions[index]?.id ?? '';
			control.dispatchEvent(new Event('input', { bubbles: true }));
		});
		return wayOf(radio, words, element('small', {}, result));
	};
	const ways = [
		...versions.map(({ claim = '', reads }, index) =>
			way(
				index,
				`Version ${String(index + 1)}: ${claim}`,
				held[index] === true ? 'The record already says this.' : correction(held[index], reads?.[0]?.as),
			),
		),
		way(-1, 'No version: show all as equal', 'The record keeps its value, marked as disputed.'),
	];
	let list = field.querySelector<HTMLElement>('[data-versions]');
	if (!list) control.before((list = element('div')));
	list.dataset.versions = '';
	list.role = 'radiogroup';
	list.ariaLabel = 'The version we follow';
	const hint = field.querySelector<HTMLElement>('.hint');
	if (hint)
		showCorrection(hint, held[chosen] === false ? String(valueAt(record, ['about', 0, 'record'])) : '');
	if (hint) control.after(hint);
	if (list.textContent === ways.map(({ textContent }) => textContent).join('')) return isChanged;
	list.replaceChildren(...ways);
	return isChanged;
}

const correction = (isHeld: boolean | undefined, reading: string | undefined): string =>
	`Then also correct the record${reading === undefined ? '' : `, so that it says “${reading}”`}${isHeld === undefined ? ', unless it already does' : ''}.`;

/** Links the form of the record to correct. */
function showCorrection(hint: HTMLElement, address: string): void {
	const [kind = '', id = ''] = address.split('/');
	hint.hidden = address === '';
	const link = element('a', { href: `../${kind}/?record=${id}`, target: '_blank' }, 'Correct the record');
	hint.replaceChildren(link, ' in a new tab, and add it to the same proposal.');
}

/** Replaces the text box for the key of a disputed field with a list of the record's fields. */
export function showFieldChoices(
	form: Element,
	fields: CheckResult['fields'],
	recordNamed: (name: string) => string | undefined,
): void {
	for (const place of form.querySelectorAll('[data-key=field]')) {
		const control = controlOf(place);
		const sibling = besides(place, 'record');
		const record = recordNamed((sibling && controlOf(sibling)?.value) ?? '');
		const {
			[record?.split('/')[0] ?? '']: choices = [],
		}: Partial<Record<string, CheckResult['fields']['themes']>> = fields;
		if (!control) continue;
		const { value } = control;
		const [first = '', ...rest] = value.split('.');
		const label = choices.find(([, key]) => key === first)?.[0] ?? first;
		const options: (readonly [label: string, key: string])[] = [
			['The whole record', ''],
			...choices,
			...(value === '' || choices.some(([, key]) => key === value)
				? []
				: [[[label, ...rest].join(', '), value] as const]),
		];
		const select = control instanceof HTMLSelectElement ? control : element('select', { id: control.id });
		select.dataset.control = '';
		if (select.options.length !== options.length || select.dataset.of !== record)
			select.replaceChildren(...options.map(([words, key]) => element('option', { value: key }, words)));
		select.dataset.of = record ?? '';
		select.value = value;
		if (control === select) continue;
		place.querySelector('.hint')?.toggleAttribute('hidden', true);
		control.replaceWith(select);
	}
}
