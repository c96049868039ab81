/*
 * The search box: a plain form until the reader goes to it; then Pagefind's search box, with results as one types,
 * takes the place of its input. It imports no code: this one small file is all that a page fetches before that.
 */
import questionWords from './question-words.js?url&no-inline';
import style from './search.css?url';

const resultTemplate = `<a
	class="option"
	id="{{ aria.result_id }}"
	href="{{ url | safeUrl }}"
	role="option"
	aria-selected="false"
>
	<b>{{ meta.title }}</b> <span>{{ meta.label }}</span>
</a>`;

const form = document.querySelector<HTMLFormElement>('form[data-search]');
const plain = form?.querySelector('input');

plain?.addEventListener(
	'focus',
	() => {
		// When the search cannot be loaded the plain form goes on working.
		if (form) enliven(form, plain).catch(() => undefined);
	},
	{ once: true },
);

async function enliven(form: HTMLFormElement, plain: HTMLInputElement): Promise<void> {
	const { search: bundlePath = '', weights = '{}' } = form.dataset;
	const [{ passOverQuestionWords }] = await Promise.all([
		import(/* @vite-ignore */ questionWords) as Promise<typeof import('./question-words.js')>,
		load('link', { rel: 'stylesheet', href: style }),
		load('script', { src: `${bundlePath}pagefind-component-ui.js` }),
	]);
	if (!window.PagefindComponents) return;
	const instance = window.PagefindComponents.configureInstance('box', {
		bundlePath,
		ranking: { metaWeights: JSON.parse(weights) as Record<string, number> },
	});

	passOverQuestionWords(instance);
	const box = document.createElement('pagefind-searchbox');
	const attributes = {
		instance: 'box',
		'max-results': '6',
		'hide-shortcut': '',
		'show-keyboard-hints': 'false',
		placeholder: plain.placeholder,
	};
	for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
	const template = document.createElement('script');
	template.type = 'text/pagefind-template';
	template.textContent = resultTemplate;
	box.append(template);

	const { value, selectionStart, selectionEnd } = plain;
	const hadFocus = document.activeElement === plain;
	plain.replaceWith(box);
	const input = box.inputEl;
	// The form still sends it, and its label still names it.
	Object.assign(input, { id: plain.id, name: plain.name, value, spellcheck: false, enterKeyHint: 'search' });
	if (hadFocus) {
		input.focus();
		input.setSelectionRange(selectionStart, selectionEnd);
	}

	// Pagefind chooses the first result. Here Enter leads to all results until an arrow key has chosen one.
	instance.on('results', () => {
		box.activeIndex = -1;
	});
	form.addEventListener(
		'keydown',
		(event) => {
			if (event.key === 'Enter' && box.activeIndex < 0) event.stopPropagation();
		},
		{ capture: true },
	);
	if (value.trim() !== '') input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Adds an element that fetches something to the page, and waits until it is there. */
function load<Tag extends 'link' | 'script'>(
	tag: Tag,
	properties: Partial<HTMLElementTagNameMap[Tag]>,
): Promise<Event> {
	return new Promise((resolve, reject) => {
		const element = Object.assign(document.createElement(tag), properties);
		element.addEventListener('load', resolve);
		element.addEventListener('error', reject);
		document.head.append(element);
	});
}
