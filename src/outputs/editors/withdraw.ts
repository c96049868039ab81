import { type Draft, filesIn } from '../../records/content.ts';
import { isGroup, valueAt, visitValues } from '../../records/values.ts';
import { type Path, readYaml } from '../../records/yaml.ts';
import { type Field, fieldAt, fieldTree, referredRecord } from '../../schema/field-tree.ts';
import { publishedPath } from '../../schema/index.ts';
import { isKind, type Kind } from '../../schema/kinds.ts';
import { titlesIn } from '../titles.ts';
import { editText } from './edit.ts';

/* Withdraws a record: deletes its file, changes every reference to it, and leaves an explanation at its address. */

/** What to do with the references in a record: remove them, or replace them with references to another record. */
export type Choice = 'remove' | 'replace';

export interface Withdrawal {
	/** The record to withdraw and the record to see instead, as `kind/id`. */
	readonly record: string;
	readonly instead?: string | undefined;
	/** A sentence for readers. */
	readonly reason: string;
	/** The choices by file path. The default is to replace references where possible, and otherwise to remove them. */
	readonly choices: Readonly<Record<string, Choice | undefined>>;
}

/** A record that refers to the withdrawn record. */
export interface Referrer {
	/** The path in the content folder. */
	readonly path: string;
	readonly title: string;
	/** The kind of the record, or `undefined` for files such as `network.yaml`. */
	readonly kind: Kind | undefined;
	/** The titles of the fields that contain the references. */
	readonly fields: readonly string[];
	/** The titles of the fields or list entries that are removed together with the references; empty if only links are removed. */
	readonly lost: readonly string[];
	/** The possible choices, with the default first. Records without choices must be changed in their own form. */
	readonly choices: readonly Choice[];
}

interface Found {
	readonly path: string;
	readonly tree: Field;
	readonly value: unknown;
	readonly references: readonly Path[];
}

const addressesPath = 'addresses.yaml';

/** Returns the records that refer to a record. Ignores the list of addresses. */
export function referrersTo(
	draft: Draft,
	textOf: (path: string) => string | undefined,
	{ record, instead }: Pick<Withdrawal, 'record' | 'instead'>,
): Referrer[] {
	const titleOf = titlesIn(draft.records);
	return referencesTo(draft, textOf, record).map((found) => {
		const { path, tree, value, references } = found;
		const [kind = '', id = ''] = path.replace('.yaml', '').split('/');
		const lost = references.flatMap((each) => {
			const part = removable(tree, value, each);
			const field = part && fieldAt(tree, part);
			return field === undefined || field.reference !== undefined ? [] : (field.entry ?? field).title;
		});
		return {
			path,
			title: isKind(kind) ? titleOf(kind, id) : tree.title,
			kind: isKind(kind) ? kind : undefined,
			fields: unique(references.map((each) => fieldAt(tree, each.slice(0, 1))?.title ?? '')),
			lost: unique(lost),
			choices: (['replace', 'remove'] as const).filter(
				(choice) => changed(found, record, choice, instead) !== undefined,
			),
		};
	});
}

/** Returns the files to change or, if their text is `null`, to delete. Records without choices stay as they are. */
export function withdraw(
	draft: Draft,
	textOf: (path: string) => string | undefined,
	{ record, instead, reason, choices }: Withdrawal,
	proposed = draft,
): Map<string, string | null> {
	const files = new Map<string, string | null>([[`${record}.yaml`, null]]);
	for (const found of referencesTo(draft, textOf, record)) {
		const { path } = found;
		const after =
			changed(found, record, choices[path] ?? 'replace', instead) ??
			changed(found, record, 'remove', instead);
		if (isGroup(after)) files.set(path, editText(textOf(path) ?? '', after));
	}
	const unused = unusedSources(proposed, files);
	for (const source of unused) files.set(`${source}.yaml`, null);
	const text = textOf(addressesPath);
	const value = text === undefined ? undefined : valueOf(text);
	if (text !== undefined && isGroup(value) && Array.isArray(value.published)) {
		const own = addressesOf(draft, record);
		const ofSources = new Set(unused.flatMap((source) => [...addressesOf(draft, source)]));
		const published = value.published.map((each: unknown) => {
			if (typeof each === 'string' && own.has(each)) return { address: each, withdrawn: reason, instead };
			if (typeof each === 'string' && ofSources.has(each))
				return { address: each, withdrawn: 'No record uses this source any more.' };
			return isGroup(each) && each.instead === record ? { ...each, instead } : each;
		});
		files.set(addressesPath, editText(text, { ...value, published }));
	}
	return files;
}

/** Returns the sources that no record will use after the change, as `sources/id`. */
function unusedSources(draft: Draft, files: ReadonlyMap<string, string | null>): string[] {
	const [before, after] = [new Set<string>(), new Set<string>()];
	for (const { address, file, schema } of filesIn(draft)) {
		const text = files.get(`${address}.yaml`);
		const collect = (value: unknown, into: Set<string>): void => {
			visitValues(fieldTree(schema), value, (each, _path, field) => {
				const [kind, id] = referredRecord(field, each) ?? [];
				if (kind === 'sources' && id !== undefined) into.add(`sources/${id}`);
			});
		};
		if (text !== undefined) collect(file.data, before);
		if (text !== null) collect(text === undefined ? file.data : valueOf(text), after);
	}
	return [...before].filter((source) => !after.has(source) && files.get(`${source}.yaml`) === undefined);
}

/** Returns the current and the former addresses of a record. */
function addressesOf({ records }: Draft, record: string): ReadonlySet<string> {
	const [kind = '', id] = record.split('/');
	const data = isKind(kind) ? records[kind].find((each) => each.id === id)?.data : undefined;
	return new Set(
		isKind(kind) && data && id !== undefined
			? [id, ...(data.aliases ?? [])].map((each) => publishedPath(kind, { ...data, id: each }))
			: [],
	);
}

/** Returns a file's value as parsed from YAML, because references are edited by their position. */
function valueOf(text: string): unknown {
	const read = readYaml(text);
	return 'document' in read ? read.document.value : undefined;
}

function referencesTo(draft: Draft, textOf: (path: string) => string | undefined, record: string): Found[] {
	return filesIn(draft).flatMap(({ address, file: { data }, schema }) => {
		if (address === record || address === 'addresses') return [];
		const references: Path[] = [];
		const tree = fieldTree(schema);
		const path = `${address}.yaml`;
		const value = valueOf(textOf(path) ?? '');
		visitValues(tree, data, (id, at, field) => {
			if (referredRecord(field, id)?.join('/') !== record) return;
			// A source without fields and quote is only its id in the file.
			const entry = at.slice(0, -1);
			references.push(typeof valueAt(value, entry) === 'string' ? entry : at);
		});
		return references.length === 0 ? [] : { path, tree, value, references };
	});
}

/** Replaces or removes the references in a record. Returns `undefined` if a reference can be neither replaced nor removed. */
function changed(
	{ path, tree, value, references }: Found,
	record: string,
	choice: Choice,
	instead = '',
): unknown {
	const [kind] = record.split('/');
	const [ofInstead, id] = instead.split('/');
	const after = structuredClone(value);
	let replaced = 0;
	// Starts with the last reference, so that the positions of the other references stay valid.
	for (const reference of references.toReversed()) {
		const parent = valueAt(after, reference.slice(0, -1));
		const last = reference.at(-1) ?? '';
		const old = valueAt(parent, [last]);
		// Skips a reference in an entry that has already been removed.
		if (old === undefined) continue;
		const isAny = fieldAt(tree, reference)?.reference === 'any';
		const now = isAny ? instead : id;
		const canReplace =
			choice === 'replace' &&
			// A translation of the withdrawn record's name would be wrong for the other record.
			!path.startsWith('languages/') &&
			(isAny || kind === ofInstead) &&
			`${instead}.yaml` !== path &&
			instead !== '' &&
			!(Array.isArray(parent) && parent.includes(now));
		if (canReplace) {
			Reflect.set(parent as object, last, now);
			replaced++;
			continue;
		}
		const part = removable(tree, after, reference);
		if (part === undefined) return undefined;
		const container = valueAt(after, part.slice(0, -1));
		const key = part.at(-1) ?? '';
		if (Array.isArray(container)) container.splice(Number(key), 1);
		else removeKey(container as Record<PropertyKey, unknown>, key);
	}
	return choice === 'replace' && replaced === 0 ? undefined : after;
}

/** Removes a key from a group, and from the lists of fields that the group's sources support. */
function removeKey(group: Record<PropertyKey, unknown>, key: PropertyKey): void {
	Reflect.deleteProperty(group, key);
	if (!Array.isArray(group.sources)) return;
	group.sources = group.sources.flatMap((source: unknown) => {
		if (!isGroup(source) || !Array.isArray(source.states)) return [source];
		const states = source.states.filter((state) => state !== key);
		return states.length > 0 ? [{ ...source, states }] : [];
	});
	if ((group.sources as unknown[]).length === 0) Reflect.deleteProperty(group, 'sources');
}

/** Returns the smallest removable part of a record that contains a reference, or `undefined` if everything is required. */
function removable(tree: Field, value: unknown, reference: Path): Path | undefined {
	for (let length = reference.length; length > 0; length--) {
		const container = valueAt(value, reference.slice(0, length - 1));
		const field = fieldAt(tree, reference.slice(0, length - 1));
		const child = field?.fields.find(({ key }) => key === reference[length - 1]);
		const isSpare = Array.isArray(container)
			? container.length > (field?.minimum ?? Number(field?.isRequired !== true))
			: child?.isRequired !== true && Object.keys(container ?? {}).length > 1;
		if (isSpare) return reference.slice(0, length);
	}
	return undefined;
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];
