import { element } from '../element.ts';
import { sentencesOf, markedTitle } from './answer.ts';
import { openSearch } from './find.ts';
import style from './search.css?url';

const most = 6;

function suggest(form: HTMLFormElement, input: HTMLInputElement): void {
	const { search: folder = '' } = form.dataset;
	document.head.append(element('link', { rel: 'stylesheet', href: style }));
	const find = openSearch(folder);

	const said = element('p', { role: 'status' });
	const list = element('div', { id: `${input.id}-found`, role: 'listbox', ariaLabel: 'Found' });
	const popup = element('div', { className: 'suggestions', hidden: true }, said, list);
	form.append(popup);
	input.role = 'combobox';
	input.setAttribute('aria-controls', list.id);
	input.ariaAutoComplete = 'list';

	const options = (): HTMLElement[] => [...list.children].filter((child) => child instanceof HTMLElement);
	let chosen = -1;
	function choose(index: number): void {
		chosen = index;
		for (const [at, option] of options().entries()) option.ariaSelected = String(at === index);
		const option = options()[index];
		option?.scrollIntoView({ block: 'nearest' });
		if (option) input.setAttribute('aria-activedescendant', option.id);
		else input.removeAttribute('aria-activedescendant');
	}
	function show(isOpen: boolean): void {
		popup.hidden = !isOpen;
		input.ariaExpanded = String(isOpen);
		if (!isOpen) choose(-1);
	}
	show(false);

	async function answer(query: string): Promise<void> {
		const found = query.trim() === '' ? undefined : await find(query);
		const hits = (await found?.hits(0, most)) ?? [];
		// Ignores outdated suggestions if the reader has typed more in the meantime.
		if (query !== input.value) return;
		const answers = found?.answers ?? [];
		const answered = new Set(answers.map(({ url }) => url));
		const options = [
			...answers.map(({ url, text, title }) => ({ url, title: [text], label: title })),
			...(found?.related ?? []).map(({ url, title }) => ({ url, title: [title], label: '' })),
			...hits
				.filter(({ url }) => !answered.has(url))
				.map((hit) => ({
					url: hit.url,
					title: markedTitle(hit, found?.words ?? []),
					label: hit.meta.label,
				})),
		];
		list.replaceChildren(
			...options.map(({ url, title, label }, index) =>
				element(
					'a',
					{ href: url, id: `${list.id}-${index}`, role: 'option', tabIndex: -1 },
					element('span', {}, ...title),
					element('small', {}, label),
				),
			),
		);
		said.replaceChildren(
			...(found ? sentencesOf(found, query, { action: form.action, linkTo: ({ title }) => title }) : []),
		);
		popup.dataset.for = query;
		show(found !== undefined);
	}

	const run = (): void => {
		const query = input.value;
		answer(query).catch((error: unknown) => {
			console.error(error);
			if (query !== input.value) return;
			list.replaceChildren();
			said.textContent = 'The search could not be loaded.';
			popup.dataset.for = query;
			show(true);
		});
	};
	input.addEventListener('input', run);
	input.addEventListener('keydown', (event) => {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		const count = options().length + 1;
		if (step !== undefined && !popup.hidden) {
			event.preventDefault();
			// Nothing is selected after the last option, so that Enter opens the full results.
			choose(((chosen + 1 + step + count) % count) - 1);
		} else if (event.key === 'Enter' && chosen >= 0) {
			event.preventDefault();
			options()[chosen]?.click();
		} else if (event.key === 'Escape' && !popup.hidden) {
			event.preventDefault();
			show(false);
		}
	});
	form.addEventListener('focusout', ({ relatedTarget }) => {
		if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) show(false);
	});
	input.addEventListener('focus', () => {
		if (input.value.trim() !== '' && list.childElementCount > 0) show(true);
	});
	run();
}

const form = document.querySelector<HTMLFormElement>('form[data-search]');
const input = form?.querySelector('input');
if (form && input) suggest(form, input);
