/* Runs the page with the proposal and the drafts (see `pages/contribute/proposal.astro`). */
import { type DraftFile, type SavedDraft, textsOf, withoutChange } from '../../outputs/editors/drafts.ts';
import type { Side } from '../../outputs/editors/merge.ts';
import { isError, type Problem } from '../../records/problem.ts';
import { counted, inSeries } from '../../schema/words.ts';
import { element, part } from '../element.ts';
import { href } from '../href.ts';
import { describe, form, requestCheck, showResult, showStatus } from './checking.ts';
import { download } from './download.ts';
import { button, drafts, otherFiles, proposed } from './drafts.ts';
import { wayOf } from './offers.ts';
import { showSteps } from './steps.ts';
import type { CheckResult, Outdated } from './worker.ts';

const changes = part('[data-changes]', HTMLElement);
const problems = part('[data-problems]', HTMLElement);
const records = part('[data-records]', HTMLElement);
const conflicts = part('[data-conflicts]', HTMLElement);
const others = part('[data-drafts]', HTMLElement);
const deleted = part('[data-deleted]', HTMLElement);
const way = part('[data-way]', HTMLElement);
const next = part('[data-bar] button', HTMLButtonElement);

const sides: Record<string, Record<string, Side>> = {};
/** The drafts that the editor has just removed or deleted on this page, and can restore. */
const removed = new Set<string>();

/** Whether the editor has chosen to propose the changes. The page then shows the steps. */
let isProposing = false;
/** The key of the draft to delete once the editor confirms. */
let doomed: string | undefined;
/** The paths of files in which the editor has resolved all conflicts. */
const decided = new Set<string>();

const all = (): SavedDraft[] => drafts.list().drafts;

function ask(): void {
	const compare = all()
		.filter((draft) => draft.deleted === undefined)
		.flatMap(({ files }) =>
			Object.entries(files).map(([path, { base, text }]) => ({ path, base, own: text, sides: sides[path] })),
		);
	requestCheck(() => ({ forms: [], files: otherFiles(), compare }), show);
}

/** Changes a draft, unless another tab has changed it in the meantime. */
function change(draft: SavedDraft, changed: Partial<SavedDraft>): void {
	// Does not update `saved`, the time when the editor last changed an answer.
	if (JSON.stringify(drafts.load(draft.key)) !== JSON.stringify(draft))
		part('[data-saved]', HTMLElement).textContent =
			'Another tab has changed this draft. This page now shows its version.';
	else {
		if (drafts.save({ ...draft, ...changed }) !== 'saved')
			showStatus('This browser has no room left. Download your proposal before you go on.');
		removed.delete(draft.key);
		if (changed.isProposed === false || changed.deleted !== undefined) removed.add(draft.key);
	}
	ask();
}

const linkTo = ({ address, title }: SavedDraft): HTMLElement => element('a', { href: href(address) }, title);

const entry = (what: readonly (Node | string)[], ...acts: (Node | string)[]): HTMLElement =>
	element('li', {}, element('div', {}, ...what), element('p', {}, ...acts.flatMap((act) => [act, ' '])));

const filesIn = ({ files }: SavedDraft): HTMLElement =>
	element(
		'details',
		{},
		element('summary', {}, counted(Object.keys(files).length, 'file')),
		...Object.entries(files).map(([path, { base, text }]) =>
			element(
				'figure',
				{},
				element(
					'figcaption',
					{},
					`content/${path}, ${text === null ? 'deleted' : base === null ? 'new' : 'changed'}`,
				),
				...(text === null ? [] : [element('pre', {}, element('code', {}, text))]),
			),
		),
	);

const savedAt = ({ saved }: SavedDraft): string =>
	`Saved ${new Date(saved).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })}`;

/** Lists the changes in sentences. Each change to a published record has a button that takes it back. */
const changesIn = ({ changes: sentences, undoable = {} }: CheckResult): HTMLElement[] => {
	const undos = proposed().flatMap((draft) =>
		Object.keys(draft.files).flatMap((path) =>
			Object.entries(undoable[path] ?? {}).map(([sentence, text]) => ({ draft, path, sentence, text })),
		),
	);
	return sentences.map((sentence) => {
		const found = undos.find((each) => each.sentence === sentence);
		if (!found) return element('li', {}, sentence);
		const { draft, path, text } = found;
		const undo = button(
			'Undo',
			() => {
				const files = withoutChange(draft.files, path, text);
				const isEmpty = Object.keys(files).length === 0;
				change(draft, isEmpty ? { deleted: Date.now(), isProposed: false } : { answers: undefined, files });
			},
			'link',
		);
		undo.ariaLabel = `Undo: ${sentence}`;
		return element('li', {}, `${sentence} `, undo);
	});
};

function inProposal(draft: SavedDraft): HTMLElement {
	if (!draft.isProposed)
		return entry(
			[`Removed: ${draft.title}. It is still among your drafts.`],
			button(
				'Put it back',
				() => {
					change(draft, { isProposed: true });
				},
				'link',
			),
		);
	const remove = (): void => {
		change(draft, { isProposed: false });
	};
	const isNewMember = Object.entries(draft.files).some(
		([path, { base }]) => base === null && path.startsWith('members/'),
	);
	return entry(
		[
			linkTo(draft),
			...(isNewMember
				? [element('p', {}, 'Next, ', element('a', { href: '../offices/' }, 'add its office'), '.')]
				: []),
			filesIn(draft),
		],
		Object.assign(button('Remove', remove, 'link'), { ariaLabel: `Remove ${draft.title}` }),
	);
}

function inDrafts(draft: SavedDraft): HTMLElement {
	const { title } = draft;
	const restore = (): void => {
		change(draft, { deleted: undefined });
	};
	if (draft.deleted !== undefined) return entry([`Deleted: ${title}.`], button('Undo', restore, 'link'));
	const doom = (key: string | undefined): void => {
		doomed = key;
		ask();
	};
	const acts =
		doomed === draft.key
			? [
					'Delete this draft?',
					button('Delete the draft', () => {
						change(draft, { deleted: Date.now(), isProposed: false });
					}),
					button(
						'Keep it',
						() => {
							doom(undefined);
						},
						'link',
					),
				]
			: [
					Object.assign(
						button(
							'Delete',
							() => {
								doom(draft.key);
							},
							'link',
						),
						{ ariaLabel: `Delete ${title}` },
					),
				];
	const state = element('small', {}, savedAt(draft), draft.isProposed ? ', in the proposal' : '');
	return entry([linkTo(draft), element('br'), state], ...acts);
}

const damagedEntry = ([key, text]: readonly [string, string]): HTMLElement =>
	entry(
		['One draft cannot be read. Download it as it is, or delete it.'],
		button('Download', () => {
			download('draft.json', text, 'application/json');
		}),
		button('Delete', () => {
			drafts.remove(key);
			ask();
		}),
	);

/** Shows the fields that were changed both in a draft and in the published record. */
function conflictIn(outdated: Outdated): HTMLElement | undefined {
	const { path, published, own: before, text, conflicts: open } = outdated;
	const draft = all().find(({ files, deleted }) => deleted === undefined && files[path]?.text === before);
	if (!draft) {
		// The draft was changed in another tab in the meantime.
		ask();
		return undefined;
	}
	const chosen = (sides[path] ??= {});
	const useText = (now: string | null): void => {
		const file = { base: published, text: now };
		change(draft, { answers: undefined, files: { ...draft.files, [path]: file } });
	};
	const undecided = () => open.filter(({ key }) => chosen[key] === undefined);
	// There is no conflict to resolve if the two versions changed different fields.
	if (text !== undefined && undecided().length === 0 && (open.length === 0 || decided.delete(path))) {
		useText(text);
		return undefined;
	}
	const heading = element('h3', { id: draft.key }, draft.title);
	if (text === undefined)
		return element(
			'li',
			{},
			heading,
			element(
				'p',
				{},
				published === null
					? 'This record was withdrawn after you began.'
					: 'Someone has published another text of this record since you began.',
			),
			element(
				'p',
				{},
				...(published === null ? [] : [element('pre', {}, published)]),
				button('Keep mine', () => {
					useText(draft.files[path]?.text ?? null);
				}),
				' ',
				button('Delete my draft', () => {
					change(draft, { deleted: Date.now(), isProposed: false });
				}),
			),
		);
	const choices = open.map(({ key, title, base, published: there, own }) => {
		const choice = (side: Side, label: string, value: string): HTMLElement => {
			const radio = element('input', {
				type: 'radio',
				id: `side ${path} ${key} ${side}`,
				name: `${path} ${key}`,
				checked: chosen[key] === side,
			});
			radio.addEventListener('change', () => {
				chosen[key] = side;
				ask();
			});
			return wayOf(radio, label, element('pre', {}, value || 'Empty'));
		};
		return element(
			'fieldset',
			{},
			element('legend', {}, title),
			choice('published', 'Published now', there),
			choice('own', 'Yours', own),
			element('p', { className: 'hint' }, `When you began: ${base || 'empty'}`),
		);
	});
	const go = button('Continue with the draft', () => {
		const rest = undecided();
		if (rest.length === 0) {
			decided.add(path);
			ask();
		} else showStatus(`Choose a version of ${inSeries(rest.map(({ title }) => `“${title}”`))}.`);
	});
	return element('li', {}, heading, ...choices, element('p', {}, go));
}

/** Finds a missing record in the drafts outside the proposal, and asks the editor to add that draft. */
function neededBy({ message, rule, words }: Problem): string | undefined {
	const isMissed = ([path, { base }]: [string, DraftFile]): boolean =>
		base === null && message.includes(`"${path.replace(/^.*\/|\.yaml$/g, '')}"`);
	const draft = all().find((each) => !each.isProposed && Object.entries(each.files).some(isMissed));
	return draft && rule === 'reference'
		? `${words?.record ?? ''} still needs a source or a record from “${draft.title}”. Put “${draft.title}” back, or remove both.`
		: undefined;
}

function show(result: CheckResult): void {
	const list = drafts.list();
	const own = list.drafts.filter((draft) => draft.deleted === undefined);
	const inIt = list.drafts.filter(
		(draft) => (draft.isProposed || removed.has(draft.key)) && draft.deleted === undefined,
	);
	records.replaceChildren(...inIt.toReversed().map(inProposal));
	others.replaceChildren(
		...[...list.damaged].map(damagedEntry),
		...list.drafts.filter((draft) => draft.deleted === undefined || removed.has(draft.key)).map(inDrafts),
	);
	// Moves the focus from the pressed button to the question that replaces it.
	if (doomed !== undefined && document.activeElement === document.body)
		others.querySelector<HTMLElement>('button:not(.link)')?.focus();
	const gone = list.drafts.filter((draft) => draft.deleted !== undefined && !removed.has(draft.key));
	deleted.replaceChildren(...gone.map(inDrafts));
	part('[data-deleted-list]', HTMLElement).hidden = gone.length === 0;
	part('[data-no-drafts]', HTMLElement).hidden = own.length + list.damaged.size > 0;
	const { id = '' } = document.activeElement ?? {};
	conflicts.replaceChildren(...(result.outdated ?? []).flatMap((each) => conflictIn(each) ?? []));
	// Moves the focus to the new radio button, which replaces the old one.
	if (id.startsWith('side ')) document.getElementById(id)?.focus();
	const hasConflicts = conflicts.children.length > 0;
	part('[data-conflict]', HTMLElement).hidden = !hasConflicts;
	if (!result.isWhole) return;
	form.toggleAttribute('data-reading', false);
	const files = textsOf(proposed());
	changes.replaceChildren(...changesIn(result));
	const words = new Map(
		result.problems.map((problem) => [
			neededBy(problem) ?? `${isError(problem) ? '' : 'Check: '}${describe(problem)}`,
			isError(problem) ? 'error' : 'warning',
		]),
	);
	problems.replaceChildren(...[...words].map(([each, className]) => element('li', { className }, each)));
	const unchecked = proposed().find(({ isUnchecked }) => isUnchecked);
	const isReady = showResult(result) && files.size > 0 && !hasConflicts && !unchecked;
	if (files.size === 0) showStatus('Nothing is in your proposal yet.');
	else if (unchecked)
		showStatus(`Open “${unchecked.title}” again. It was closed before the last change was checked.`);
	else if (hasConflicts) showStatus('Choose between the versions first.');
	else if (result.problems.some(isError)) showStatus('Fix the errors before you propose.');
	const drafted = new Map(proposed().flatMap((draft) => Object.entries(draft.files)));
	way.hidden = !isReady || !isProposing;
	if (isReady) showSteps(drafted, result.changes);
	next.hidden = !isReady || isProposing;
	records.dataset.ready = String(isReady);
}

form.addEventListener('submit', (event) => {
	event.preventDefault();
	isProposing = true;
	way.hidden = false;
	next.hidden = true;
	const heading = part('[data-way] h2', HTMLElement);
	heading.focus({ preventScroll: true });
	heading.scrollIntoView();
});
addEventListener('storage', ask);
next.hidden = true;
form.hidden = false;
ask();
