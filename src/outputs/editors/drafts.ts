import { type Group, isGroup } from '../../records/values.ts';
import type { Answers } from './answers.ts';

/** A file that a draft creates, changes or deletes. */
export interface DraftFile {
	/** The published text when the draft was started, or `null` for a new file. */
	readonly base: string | null;
	/** The new text, or `null` to delete the file. */
	readonly text: string | null;
}

/** Unfinished changes to one record, or to several records at once. */
export interface SavedDraft {
	/** The `kind/id` of a published record. New records and jobs have generated keys (see `newKey`). */
	readonly key: string;
	readonly title: string;
	/** The address of the page that opens the draft, without the site's base path. */
	readonly address: string;
	/** The answers in the form. A form without answers is filled in from the files. */
	readonly answers?: Answers | undefined;
	/** The files in the content folder, by path. */
	readonly files: Readonly<Record<string, DraftFile>>;
	readonly isProposed: boolean;
	/** Whether the page was closed before the last answers reached the files. */
	readonly isUnchecked?: boolean | undefined;
	/** When the draft was last saved, in milliseconds since 1970. */
	readonly saved: number;
	/** When the draft was deleted, in milliseconds since 1970. */
	readonly deleted?: number | undefined;
}

/**
 * The result of saving a draft. Saving fails if the browser cannot store the draft (`full` or `blocked`), or if another tab has saved the
 * same draft in the meantime (`changed`).
 */
export type Saved = 'saved' | 'full' | 'blocked' | 'changed';

const day = 24 * 60 * 60 * 1000;

/** The number of days during which a deleted draft can be restored. */
const daysKept = 30;

const isExpired = ({ deleted }: SavedDraft, now: number): boolean =>
	deleted !== undefined && now - deleted > daysKept * day;

/** Returns a key for the draft of a new record. The current time makes the key unique. */
export const newKey = (kind: string, now: number): string => `${kind}/~${now.toString(36)}`;

/** Parses a stored draft. Returns `undefined` if the draft is damaged. */
export function parseDraft(stored: string): SavedDraft | undefined {
	try {
		const draft: unknown = JSON.parse(stored);
		return isDraft(draft) ? draft : undefined;
	} catch {
		return undefined;
	}
}

const isText = (value: unknown): boolean => value === null || typeof value === 'string';

function isDraft(value: unknown): value is SavedDraft & Group {
	if (!isGroup(value)) return false;
	const { key, title, address, answers, files, isProposed, saved, deleted } = value;
	return (
		[key, title, address].every((each) => typeof each === 'string') &&
		(answers === undefined || isGroup(answers)) &&
		isGroup(files) &&
		Object.values(files).every((file) => isGroup(file) && isText(file.base) && isText(file.text)) &&
		typeof isProposed === 'boolean' &&
		typeof saved === 'number' &&
		(deleted === undefined || typeof deleted === 'number')
	);
}

/** Returns the contents of the files in several drafts, by path. */
export const textsOf = (drafts: readonly SavedDraft[]): Map<string, string | null> =>
	new Map(drafts.flatMap(({ files }) => Object.entries(files).map(([path, { text }]) => [path, text])));

/** Changes the text of one file in a draft. Removes unchanged files, and new sources that are no longer cited. */
export function withoutChange(files: SavedDraft['files'], path: string, text: string): SavedDraft['files'] {
	const changed = Object.entries(files).flatMap(([each, file]): [string, DraftFile][] =>
		each === path ? (text === file.base ? [] : [[each, { ...file, text }]]) : [[each, file]],
	);
	const isCited = (id: string): boolean =>
		changed.some(([each, file]) => each !== `sources/${id}.yaml` && file.text?.includes(id));
	return Object.fromEntries(
		changed.filter(([each, { base }]) => {
			const [, id] = /^sources\/(.*)\.yaml$/.exec(each) ?? [];
			return base !== null || id === undefined || isCited(id);
		}),
	);
}

/** Returns the path of the file that a proposal is mainly about: a new record, a withdrawn one or the first changed one. */
export function mainFile(files: ReadonlyMap<string, DraftFile>): string {
	const records = [...files].filter(([path]) => path.includes('/') && !path.startsWith('sources/'));
	const [path = [...files.keys()].at(-1) ?? ''] =
		records.find(([, { base }]) => base === null) ??
		records.find(([, { text }]) => text === null) ??
		records[0] ??
		[];
	return path;
}

/** Returns the first other draft that changes one of the same files, except for identical new sources. */
export const rivalOf = (
	{ key, files }: Pick<SavedDraft, 'key' | 'files'>,
	others: readonly SavedDraft[],
): SavedDraft | undefined => {
	const isSame = ([path, { text }]: [string, DraftFile]): boolean =>
		files[path] !== undefined && !(path.startsWith('sources/') && files[path].text === text);
	return others.find((other) => other.key !== key && Object.entries(other.files).some(isSame));
};

/** Stores each draft as a separate entry in the browser, so that tabs with different drafts do not overwrite each other. */
export class DraftStore {
	readonly #prefix: string;
	readonly #storage: Storage | undefined;
	/** The drafts that this tab last read or wrote, by key. */
	readonly #known = new Map<string, string | null>();

	/**
	 * @param site the part of the storage key that separates sites on one origin
	 * @param storageOf returns the browser's storage, and throws an error if the browser blocks storage
	 */
	constructor(site: string, storageOf: () => Storage) {
		this.#prefix = `draft ${site} `;
		this.#storage = attempt(storageOf);
	}

	/** Extracts the key of a draft from a storage key. */
	keyOf(storageKey: string | null): string | undefined {
		return storageKey?.startsWith(this.#prefix) ? storageKey.slice(this.#prefix.length) : undefined;
	}

	/** Returns all drafts, newest first, and the text of damaged drafts. Removes drafts that were deleted more than 30 days ago. */
	list(now = Date.now()): { readonly drafts: SavedDraft[]; readonly damaged: ReadonlyMap<string, string> } {
		const damaged = new Map<string, string>();
		const drafts = Object.keys(this.#storage ?? {}).flatMap((storageKey) => {
			const key = this.keyOf(storageKey);
			if (key === undefined) return [];
			const stored = this.#storage?.getItem(storageKey) ?? '';
			const draft = parseDraft(stored);
			if (!draft) damaged.set(key, stored);
			else if (isExpired(draft, now)) this.remove(key);
			else return [draft];
			return [];
		});
		return { drafts: drafts.toSorted((a, b) => b.saved - a.saved), damaged };
	}

	load(key: string): SavedDraft | undefined {
		const stored = this.#storage?.getItem(this.#prefix + key) ?? null;
		const draft = stored === null ? undefined : parseDraft(stored);
		// A damaged draft does not count as read, so that it is never overwritten.
		if (stored === null || draft) this.#known.set(key, stored);
		return draft;
	}

	save(draft: SavedDraft): Saved {
		const { key } = draft;
		if (!this.#storage) return 'blocked';
		const there = this.#storage.getItem(this.#prefix + key);
		if (there !== (this.#known.get(key) ?? null)) return 'changed';
		const text = JSON.stringify(draft);
		try {
			this.#storage.setItem(this.#prefix + key, text);
		} catch {
			return 'full';
		}
		this.#known.set(key, text);
		return 'saved';
	}

	/** Removes a draft permanently. To let the editor restore a draft, save it with `deleted` instead. */
	remove(key: string): void {
		this.#storage?.removeItem(this.#prefix + key);
		this.#known.delete(key);
	}
}

function attempt<T>(act: () => T): T | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
}
