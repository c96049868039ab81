import { nearest } from '../records/nearest.ts';
import type { Draft } from '../records/content.ts';
import { kindOf } from '../schema/index.ts';
import { isKind, type Kind } from '../schema/kinds.ts';
import { quote } from '../schema/quote.ts';
import type { Report } from './check.ts';
import { valuesOf } from './values.ts';

/** Ensure that every reference leads to a record. */
export function ensureReferencesExist(draft: Draft, report: Report): void {
	const ids = idsByKind(draft);
	for (const { at, path, value, meta } of valuesOf(draft)) {
		if (typeof value !== 'string' || (!meta.reference && !meta.recordAddress)) continue;
		const [kind = '', id = ''] = meta.reference ? [meta.reference, value] : value.split('/');
		// What is no address at all, the schema has refused already.
		if (!isKind(kind) || id === '' || ids[kind].has(id)) continue;
		const prefix = meta.reference ? '' : `${kind}/`;
		report({
			at,
			path,
			rule: 'reference',
			message: `${quote(value)} leads to no record; the id of a file in the folder "${kind}" is expected.`,
			hint: renamed(id, kind, draft, prefix) ?? proposeId(id, kind, ids, prefix),
		});
	}
}

/** Ensure that a dispute about one field of a record names a field that such records have. */
export function ensureDisputedFieldsExist({ records }: Draft, report: Report): void {
	for (const dispute of records.disputes) {
		for (const [index, { record, field }] of dispute.data.about.entries()) {
			const keys = Object.keys(kindOf(splitAddress(record)[0]).schema.shape);
			if (field === undefined || keys.includes(field)) continue;
			const meant = nearest(field, keys);
			report({
				at: dispute,
				path: ['about', index, 'field'],
				rule: 'disputed-field',
				message: `${quote(field)} is not a key of ${quote(record)}; the key whose value is in doubt is expected.`,
				hint: meant === undefined ? `Its keys are: ${keys.join(', ')}.` : `Did you mean "${meant}"?`,
			});
		}
	}
}

/** Ensure that no meeting is part of itself and no project follows itself, over however many steps. */
export function ensureNothingFollowsItself({ records }: Draft, report: Report): void {
	const chains = [
		{
			of: records.meetings,
			key: 'partOf',
			next: new Map(records.meetings.map(({ id, data }) => [id, data.partOf])),
		},
		{
			of: records.projects,
			key: 'follows',
			next: new Map(records.projects.map(({ id, data }) => [id, data.follows])),
		},
	];
	for (const { of, key, next } of chains) {
		const told = new Set<string>();
		for (const record of of) {
			const passed = [record.id];
			for (let id = next.get(record.id); id !== undefined && !passed.includes(id); id = next.get(id))
				passed.push(id);
			const last = passed.at(-1) ?? '';
			if (next.get(last) !== record.id || told.has(record.id)) continue;
			for (const id of passed) told.add(id);
			report({
				at: record,
				path: [key],
				rule: 'circle',
				message: `"${key}" leads from ${quote(record.id)} back to itself: ${[...passed, record.id].join(' → ')}.`,
				hint: 'Delete the one of these lines that is wrong.',
			});
		}
	}
}

const splitAddress = (address: string): [Kind, string] => {
	const [kind = '', id = ''] = address.split('/');
	if (!isKind(kind)) throw new RangeError(`"${address}" has passed the schema without being an address.`);
	return [kind, id];
};

type Ids = Readonly<Record<Kind, ReadonlySet<string>>>;

/** The ids of every kind; those of files that could not be read among them. */
const idsByKind = ({ records, unreadable }: Draft): Ids => {
	const ids = Object.fromEntries(
		Object.entries(records).map(([kind, list]) => [kind, new Set(list.map(({ id }) => id))]),
	) as Record<Kind, Set<string>>;
	for (const address of unreadable) {
		const [kind, id] = splitAddress(address);
		ids[kind].add(id);
	}
	return ids;
};

/** What to write for an id that a record had before it was renamed. */
const renamed = (id: string, kind: Kind, { records }: Draft, prefix: string): string | undefined => {
	const now = records[kind].find(({ data }) => data.aliases?.includes(id))?.id;
	return now === undefined ? undefined : `It has been renamed: write "${prefix}${now}".`;
};

// More ids than these are no help in a message.
const mostIds = 20;

const proposeId = (id: string, kind: Kind, ids: Ids, prefix: string): string => {
	const known = [...ids[kind]];
	const meant =
		nearest(id, known) ?? known.find((other) => id !== '' && (other.includes(id) || id.includes(other)));
	if (meant !== undefined) return `Did you mean "${prefix}${meant}"?`;
	const choice =
		known.length <= mostIds && known.length > 0 ? ` The ids there are: ${known.join(', ')}.` : '';
	return `Create the record first, in the folder "${kind}".${choice}`;
};
