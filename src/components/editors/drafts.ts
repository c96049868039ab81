/* Saves drafts in the browser's storage, and shows in the bar when the current draft was last saved. */
import { type SavedDraft, DraftStore, textsOf } from '../../outputs/editors/drafts.ts';
import { element, part } from '../element.ts';
import { href } from '../href.ts';
import { form } from './checking.ts';
import { downloadZip } from './download.ts';

const { record = '' } = form.dataset;
const note = part('[data-saved]', HTMLElement);

// Several sites can share an origin and therefore the same storage.
export const drafts = new DraftStore(record, () => localStorage);

/** Returns the drafts in the proposal, oldest first. */
export const proposed = (): SavedDraft[] =>
	drafts
		.list()
		.drafts.filter(({ isProposed, deleted }) => isProposed && deleted === undefined)
		.toSorted((a, b) => a.saved - b.saved);

/** Returns the files of the other drafts in the proposal, so that the check includes them. Drafts outside the proposal are not checked. */
export const otherFiles = (key?: string): Record<string, string | null> =>
	Object.fromEntries(textsOf(proposed().filter((draft) => draft.key !== key)));

export const button = (words: string, act: () => void, className = ''): HTMLButtonElement => {
	const made = element('button', { type: 'button', className }, words);
	made.addEventListener('click', act);
	return made;
};

const timeOf = (saved: number): string =>
	new Date(saved).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Saves a draft and returns whether the browser could store it. The bar says what to do if saving fails. */
export function saveDraft(change: Omit<SavedDraft, 'saved'>): boolean {
	const draft: SavedDraft = { ...change, saved: Date.now() };
	const result = drafts.save(draft);
	const download = button(
		'Download the draft',
		() => void downloadZip(draft.title, textsOf([draft])),
		'link',
	);
	const messages: Readonly<Record<typeof result, readonly (Node | string)[]>> = {
		saved: [`Saved in this browser at ${timeOf(draft.saved)}.`],
		full: ['This browser has no room left. ', download],
		blocked: ['This browser keeps no drafts. ', download],
		changed: drafts.list().damaged.has(draft.key)
			? [
					'An older draft of this record cannot be read. ',
					element('a', { href: href('/contribute/proposal/') }, 'Download or delete it first'),
				]
			: [
					'Another tab has changed this draft. ',
					button(
						'Show its version',
						() => {
							location.reload();
						},
						'link',
					),
					' or ',
					button(
						'keep this one',
						() => {
							drafts.load(draft.key);
							saveDraft(change);
						},
						'link',
					),
				],
	};
	note.replaceChildren(...messages[result]);
	note.toggleAttribute('data-failed', result !== 'saved');
	return result === 'saved';
}

/** Reloads the page if another tab changes this draft, unless the editor is typing here or has answers that could not be saved. */
export function followOtherTab(key: string): void {
	addEventListener('storage', ({ key: storageKey }) => {
		if (drafts.keyOf(storageKey) === key && !document.hasFocus() && !('failed' in note.dataset))
			location.reload();
	});
}

const link = part('[data-in-proposal]', HTMLAnchorElement);

/** Shows a link to the proposal, with the number of records in it. */
export function showProposal(): void {
	const count = proposed().length;
	link.hidden = count === 0;
	link.textContent = `${String(count)} in your proposal`;
}
