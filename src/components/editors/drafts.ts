/* Keeps drafts in the browser's storage, and says in the bar when the draft of the page was saved. */
import { type SavedDraft, DraftStore, textsOf } from '../../outputs/editors/drafts.ts';
import { element, part } from '../element.ts';
import { href } from '../href.ts';
import { form } from './checking.ts';
import { downloadZip } from './download.ts';

const { record = '' } = form.dataset;
const note = part('[data-saved]', HTMLElement);

// Several sites can share an origin and therefore the same storage.
export const drafts = new DraftStore(record, () => localStorage);

/** Returns the drafts in the proposal, the first one first. */
export const proposed = (): SavedDraft[] =>
	drafts
		.list()
		.drafts.filter(({ isProposed, deleted }) => isProposed && deleted === undefined)
		.toSorted((a, b) => a.saved - b.saved);

/** Returns the files of the other drafts in the proposal, for the check. Unfinished drafts do not take part. */
export const otherFiles = (key?: string): Record<string, string | null> =>
	Object.fromEntries(textsOf(proposed().filter((draft) => draft.key !== key)));

export const button = (words: string, act: () => void, className = ''): HTMLButtonElement => {
	const made = element('button', { type: 'button', className }, words);
	made.addEventListener('click', act);
	return made;
};

const timeOf = (saved: number): string =>
	new Date(saved).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Saves a draft. If the browser cannot save it, the bar says what to do. Returns whether the draft was saved. */
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

/** Shows the changes of another tab to the draft of this page, unless the editor is typing here. */
export function followOtherTab(key: string): void {
	addEventListener('storage', ({ key: storageKey }) => {
		if (drafts.keyOf(storageKey) === key && !document.hasFocus()) location.reload();
	});
}

const link = part('[data-in-proposal]', HTMLAnchorElement);

/** Shows a link to the proposal with the number of its records. */
export function showProposal(): void {
	const count = proposed().length;
	link.hidden = count === 0;
	link.textContent = `${String(count)} in your proposal`;
}
