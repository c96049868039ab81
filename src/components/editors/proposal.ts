/* The files that are proposed, and the way to the repository. */
import { editAddress, newFileAddress } from '../../network/repository.ts';
import { element } from '../element.ts';
import type { ProposedFile } from './kept.ts';

// A browser or a server may cut off what is longer.
const longestAddress = 8_000;

const button = (words: string, act: () => void): HTMLButtonElement => {
	const made = element('button', { type: 'button' }, words);
	made.addEventListener('click', act);
	return made;
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The part of a page that shows the files and leads on with them; see `Proposal.astro`. */
export class Proposal {
	readonly #part: HTMLElement;
	readonly #takeOut: (path: string) => void;
	readonly #figures = new Map<string, { figure: HTMLElement; text: HTMLElement }>();

	/** @param takeOut is called for a file that is to belong to the proposal no longer */
	constructor(part: HTMLElement, takeOut: (path: string) => void) {
		this.#part = part;
		this.#takeOut = takeOut;
	}

	/**
	 * Shows the files, those first that others refer to.
	 *
	 * @param kept the paths of those that are done
	 * @param isReady whether nothing is wrong with them
	 */
	show(files: ReadonlyMap<string, ProposedFile>, kept: ReadonlySet<string>, isReady: boolean): void {
		const list = this.#one('[data-files]');
		for (const [path, { figure }] of this.#figures) {
			if (files.has(path)) continue;
			figure.remove();
			this.#figures.delete(path);
		}
		for (const [path, { text }] of files) {
			const shown = this.#figures.get(path) ?? this.#figure(path, kept.has(path));
			if (shown.text.textContent !== text) shown.text.textContent = text;
			list.append(shown.figure);
		}
		const steps = this.#one('[data-steps]');
		steps.hidden = !isReady || files.size === 0;
		if (!steps.hidden) this.#showSteps(steps, files);
	}

	#one(selector: string): HTMLElement {
		const found = this.#part.querySelector<HTMLElement>(selector);
		if (!found) throw new Error(`The proposal has no ${selector}.`);
		return found;
	}

	#figure(path: string, isKept: boolean): { figure: HTMLElement; text: HTMLElement } {
		const text = element('code');
		const figure = element(
			'figure',
			{},
			element('figcaption', {}, `content/${path}`),
			element('pre', { tabIndex: 0 }, text),
			element(
				'p',
				{},
				button('Copy', () => void this.#copy(text)),
				' ',
				button('Download', () => {
					download(nameOf(path), text.textContent);
				}),
				...(isKept
					? [
							' ',
							button('Take out', () => {
								this.#takeOut(path);
							}),
						]
					: []),
			),
		);
		const shown = { figure, text };
		this.#figures.set(path, shown);
		return shown;
	}

	/** Copies a text; where the browser does not let us, the text is selected for the reader to copy. */
	async #copy(text: HTMLElement): Promise<void> {
		const said = this.#one('[role=status]');
		try {
			await navigator.clipboard.writeText(text.textContent);
			said.textContent = 'Copied.';
		} catch {
			// It may be forbidden; and at an address without https there is no clipboard at all.
			getSelection()?.selectAllChildren(text);
			said.textContent = 'The text is selected: copy it with your keyboard or menu.';
		}
	}

	#showSteps(steps: HTMLElement, files: ReadonlyMap<string, ProposedFile>): void {
		const { repository } = this.#part.dataset;
		const list = steps.querySelector('ol');
		if (repository === undefined || !list) return;
		const paths = [...files.keys()];
		const branch = nameOf(paths.at(-1) ?? '').replace(/\.yaml$/, '');
		list.replaceChildren(
			...paths.map((path, index) => {
				const { text, isNew } = files.get(path) ?? { text: '', isNew: true };
				const place = `content/${path}`;
				const on = index === 0 ? undefined : branch;
				const whole = newFileAddress(repository, place, text, on);
				const isFilled = isNew && whole.length <= longestAddress;
				const address = isFilled
					? whole
					: isNew
						? newFileAddress(repository, place, '', on)
						: editAddress(repository, place, on);
				const link = element(
					'a',
					{ href: address, target: '_blank', rel: 'noopener' },
					`Open ${place} on GitHub`,
				);
				return element(
					'li',
					{},
					...(isFilled
						? [link, ', filled in. ']
						: [
								`Copy the text of ${place} from above. `,
								link,
								', and put the copied text in place of all that stands there. ',
							]),
					index === 0
						? `There choose “Commit changes…”, then “Create a new branch”, call it ${branch}, and choose “Propose changes”. `
						: 'Choose “Commit changes…” and keep the same branch. ',
					index === paths.length - 1
						? 'Then choose “Create pull request”.'
						: index === 0
							? 'Do not open the pull request yet: what follows belongs to it.'
							: '',
				);
			}),
		);
	}
}

function download(name: string, text: string): void {
	const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
	element('a', { href: address, download: name }).click();
	URL.revokeObjectURL(address);
}
