/* Shows the proposed files and how to submit them on GitHub (see `layouts/Editor.astro`). */
import { editAddress, newFileAddress } from '../../site/repository.ts';
import { element, part } from '../element.ts';
import { saveDraft, loadDraft, type ProposedFile, without } from './drafts.ts';

// Browsers and servers may truncate longer URLs.
const longestAddress = 8_000;

const button = (words: string, act: () => void): HTMLButtonElement => {
	const made = element('button', { type: 'button' }, words);
	made.addEventListener('click', act);
	return made;
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const proposal = part('[data-proposal]', HTMLElement);
const list = part('[data-files]', HTMLElement);
const steps = part('[data-steps]', HTMLElement);
const status = part('[data-proposal] > [role=status]', HTMLElement);
const figures = new Map<string, HTMLElement>();

/** Shows the proposed files in dependency order: a file comes before the files that refer to it. */
export function showFiles(
	files: ReadonlyMap<string, ProposedFile>,
	isReady: boolean,
	onRemoved: (path: string) => void,
): void {
	for (const [path, figure] of figures) {
		if (files.has(path)) continue;
		figure.remove();
		figures.delete(path);
	}
	for (const [index, [path, { text }]] of [...files].entries()) {
		const figure = figures.get(path) ?? figureOf(path, onRemoved);
		figures.set(path, figure);
		const code = figure.querySelector('code');
		if (code && code.textContent !== text) code.textContent = text ?? 'Delete this file.';
		// Avoid moving elements, because moving an element clears its text selection.
		const there = list.children[index];
		if (there !== figure) list.insertBefore(figure, there ?? null);
	}
	steps.hidden = !isReady || files.size === 0;
	if (!steps.hidden) showSteps(files);
}

function figureOf(path: string, onRemoved: (path: string) => void): HTMLElement {
	const text = element('code');
	const acts = [
		button('Copy', () => void copy(text)),
		button('Download', () => {
			download(nameOf(path), text.textContent);
		}),
	];
	if (path in loadDraft().files)
		acts.push(
			button('Remove', () => {
				saveDraft({ files: without(loadDraft().files, path) });
				onRemoved(path);
			}),
		);
	return element(
		'figure',
		{},
		element('figcaption', {}, `content/${path}`),
		element('pre', { tabIndex: 0 }, text),
		element('p', {}, ...acts.flatMap((act) => [act, ' '])),
	);
}

/** Copies text to the clipboard. If the browser does not allow copying, selects the text instead. */
async function copy(text: HTMLElement): Promise<void> {
	try {
		await navigator.clipboard.writeText(text.textContent);
		status.textContent = 'Copied.';
	} catch {
		// Browsers provide the clipboard only over HTTPS.
		getSelection()?.selectAllChildren(text);
		status.textContent = 'The text is selected. Copy it with your keyboard or menu.';
	}
}

function showSteps(files: ReadonlyMap<string, ProposedFile>): void {
	const { repository } = proposal.dataset;
	if (repository === undefined) return;
	const paths = [...files.keys()];
	const branch = nameOf(paths.at(-1) ?? '').replace(/\.yaml$/, '');
	const stepOf = ([path, { text, isNew }]: [string, ProposedFile], index: number): HTMLElement => {
		const place = `content/${path}`;
		const isFirst = index === 0;
		const isLast = index === paths.length - 1;
		const on = isFirst ? undefined : branch;
		const whole = newFileAddress(repository, place, text ?? '', on);
		const isFilled = isNew && whole.length <= longestAddress;
		const empty = isNew
			? newFileAddress(repository, place, '', on)
			: editAddress(repository, place, on).replace(/\/edit\//, text === null ? '/delete/' : '/edit/');
		const link = element(
			'a',
			{ href: isFilled ? whole : empty, target: '_blank', rel: 'noopener' },
			`Open ${place} on GitHub`,
		);
		return element(
			'li',
			{},
			isFilled || text === null ? '' : `Copy the text of ${place} from above. `,
			link,
			isFilled
				? ', filled in. '
				: text === null
					? ', to delete the file. '
					: ', and replace the whole text there with the copied text. ',
			isFirst
				? `Choose “Commit changes…”, then “Create a new branch”, name it ${branch}, and choose “Propose changes”. `
				: 'Choose “Commit changes…” and keep the same branch. ',
			isLast
				? 'Then choose “Create pull request”.'
				: isFirst
					? 'Do not open the pull request yet; the next steps belong to it.'
					: '',
		);
	};
	steps.querySelector('ol')?.replaceChildren(...[...files].map(stepOf));
}

function download(name: string, text: string): void {
	const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
	element('a', { href: address, download: name }).click();
	URL.revokeObjectURL(address);
}
