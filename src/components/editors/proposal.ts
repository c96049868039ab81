/* The files that are proposed, and the way to the repository; see `Proposal.astro`. */
import { editAddress, newFileAddress } from '../../site/repository.ts';
import { element, part } from '../element.ts';
import { keep, kept, type ProposedFile, without } from './drafts.ts';

// A browser or a server may cut off what is longer.
const longestAddress = 8_000;

const button = (words: string, act: () => void): HTMLButtonElement => {
	const made = element('button', { type: 'button' }, words);
	made.addEventListener('click', act);
	return made;
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Where the files stand, and the way on with them. */
export const beside = part('[data-proposal]', HTMLElement);
const list = part('[data-files]', HTMLElement);
const steps = part('[data-steps]', HTMLElement);
const said = part('[data-proposal] > [role=status]', HTMLElement);
const figures = new Map<string, { figure: HTMLElement; text: HTMLElement }>();

/**
 * Shows the files of the proposal, those first that others refer to.
 *
 * @param isReady whether nothing is wrong with them
 * @param takenOut is called when one that was done is to belong to the proposal no longer
 */
export function showFiles(
	files: ReadonlyMap<string, ProposedFile>,
	isReady: boolean,
	takenOut: (path: string) => void,
): void {
	for (const [path, { figure }] of figures) {
		if (files.has(path)) continue;
		figure.remove();
		figures.delete(path);
	}
	for (const [index, [path, { text }]] of [...files].entries()) {
		const shown = figures.get(path) ?? figureOf(path, takenOut);
		figures.set(path, shown);
		if (shown.text.textContent !== text) shown.text.textContent = text;
		// What is moved loses what the reader has selected in it.
		const there = list.children[index];
		if (there !== shown.figure) list.insertBefore(shown.figure, there ?? null);
	}
	steps.hidden = !isReady || files.size === 0;
	if (!steps.hidden) showSteps(files);
}

function figureOf(
	path: string,
	takenOut: (path: string) => void,
): { figure: HTMLElement; text: HTMLElement } {
	const text = element('code');
	const acts = [
		button('Copy', () => void copy(text)),
		button('Download', () => {
			download(nameOf(path), text.textContent);
		}),
	];
	if (path in kept().files)
		acts.push(
			button('Take out', () => {
				keep({ files: without(kept().files, path) });
				takenOut(path);
			}),
		);
	const figure = element(
		'figure',
		{},
		element('figcaption', {}, `content/${path}`),
		element('pre', { tabIndex: 0 }, text),
		element('p', {}, ...acts.flatMap((act) => [act, ' '])),
	);
	return { figure, text };
}

/** Copies a text; where the browser does not let us, the text is selected for the reader to copy. */
async function copy(text: HTMLElement): Promise<void> {
	try {
		await navigator.clipboard.writeText(text.textContent);
		said.textContent = 'Copied.';
	} catch {
		// It may be forbidden; and at an address without https there is no clipboard at all.
		getSelection()?.selectAllChildren(text);
		said.textContent = 'The text is selected: copy it with your keyboard or menu.';
	}
}

function showSteps(files: ReadonlyMap<string, ProposedFile>): void {
	const { repository } = beside.dataset;
	if (repository === undefined) return;
	const paths = [...files.keys()];
	const branch = nameOf(paths.at(-1) ?? '').replace(/\.yaml$/, '');
	const stepOf = ([path, { text, isNew }]: [string, ProposedFile], index: number): HTMLElement => {
		const place = `content/${path}`;
		const isFirst = index === 0;
		const isLast = index === paths.length - 1;
		const on = isFirst ? undefined : branch;
		const whole = newFileAddress(repository, place, text, on);
		const isFilled = isNew && whole.length <= longestAddress;
		const empty = isNew ? newFileAddress(repository, place, '', on) : editAddress(repository, place, on);
		const link = element(
			'a',
			{ href: isFilled ? whole : empty, target: '_blank', rel: 'noopener' },
			`Open ${place} on GitHub`,
		);
		return element(
			'li',
			{},
			isFilled ? '' : `Copy the text of ${place} from above. `,
			link,
			isFilled ? ', filled in. ' : ', and put the copied text in place of all that stands there. ',
			isFirst
				? `There choose “Commit changes…”, then “Create a new branch”, call it ${branch}, and choose “Propose changes”. `
				: 'Choose “Commit changes…” and keep the same branch. ',
			isLast
				? 'Then choose “Create pull request”.'
				: isFirst
					? 'Do not open the pull request yet: what follows belongs to it.'
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
