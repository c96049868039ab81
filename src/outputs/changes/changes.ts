import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { counted } from '../../network/labels.ts';
import { metaOf, shapeOf, unwrap } from '../../records/schema-walk.ts';
import { compareText } from '../../schema/edtf.ts';
import { kindOf, singleSchemas } from '../../schema/index.ts';
import { kinds, type Kind } from '../../schema/kinds.ts';
import { capitalized, fieldChanges } from './fields.ts';
import { introduced, Names, quoted } from './names.ts';
import { changedPages, type ChangedPages } from './pages.ts';
import type { Pair, State, StateRecord } from './state.ts';

/** What a change of the content means to a reader of the site. */
export interface Changes {
	/** One sentence for each thing that changed. */
	readonly sentences: readonly string[];
	readonly pages: ChangedPages;
}

/**
 * Tells two states of the content apart in words. Neither state has to pass the checks: of a file that holds no record of today's
 * shape the sentence says just that.
 */
export function changesBetween(before: State, after: State): Changes {
	const former = formerAddresses(before, after);
	const earlier = withTodaysIds(before, former);
	const names = new Names(after, before);
	const pairs = kinds.flatMap((kind) => pairsOf(kind, earlier, after, former));
	const sentences = [
		...singleSentences(before, after, names),
		...pairs.flatMap((pair) => sentencesOf(pair, before, after, names)),
	];
	if (after.problemCount > 0) {
		sentences.push(`The new state has ${counted(after.problemCount, 'problem')}; npm run check tells them.`);
	}
	return {
		sentences,
		pages: changedPages(
			pairs.filter((pair) => !isSame(pair, before, after)),
			earlier,
			after,
			names,
		),
	};
}

const recordsOf = (state: State, kind: Kind): readonly StateRecord[] => state.records[kind];

const idsOf = (state: State, kind: Kind): Set<string> =>
	new Set([
		...recordsOf(state, kind).map(({ id }) => id),
		...[...state.unreadable.keys()]
			.filter((address) => address.startsWith(`${kind}/`))
			.map((address) => address.slice(kind.length + 1)),
	]);

/** Today's address of each record that was renamed between two states, by the address it had before. */
function formerAddresses(before: State, after: State): ReadonlyMap<string, string> {
	return new Map(
		kinds.flatMap((kind) => {
			const [old, now] = [idsOf(before, kind), idsOf(after, kind)];
			return recordsOf(after, kind).flatMap(({ id, data }) => {
				const alias = old.has(id) ? undefined : data.aliases?.find((name) => old.has(name) && !now.has(name));
				return alias === undefined ? [] : [[`${kind}/${alias}`, `${kind}/${id}`] as const];
			});
		}),
	);
}

/** A state in which every reference to a renamed record has its new id: what only follows a renaming is no change. */
function withTodaysIds(state: State, former: ReadonlyMap<string, string>): State {
	if (former.size === 0) return state;
	const renew = (schema: z.core.$ZodType, value: unknown): unknown => {
		const inner = unwrap(schema);
		if (inner instanceof z.ZodArray && Array.isArray(value)) {
			return value.map((entry: unknown) => renew(inner.element, entry));
		}
		if (inner instanceof z.ZodObject && typeof value === 'object' && value !== null) {
			const shape = shapeOf(inner);
			return Object.fromEntries(
				Object.entries(value).map(([key, part]: [string, unknown]) => {
					const field = shape[key];
					return [key, field ? renew(field, part) : part];
				}),
			);
		}
		const { reference, recordAddress } = metaOf(schema);
		if (typeof value !== 'string') return value;
		if (recordAddress) return former.get(value) ?? value;
		return reference ? (former.get(`${reference}/${value}`)?.slice(reference.length + 1) ?? value) : value;
	};
	return {
		...state,
		records: Object.fromEntries(
			kinds.map((kind) => [
				kind,
				recordsOf(state, kind).map(({ id, data }) => ({ id, data: renew(kindOf(kind).schema, data) })),
			]),
		) as unknown as State['records'],
	};
}

function pairsOf(kind: Kind, before: State, after: State, former: ReadonlyMap<string, string>): Pair[] {
	const oldIds = idsOf(before, kind);
	const nowIds = idsOf(after, kind);
	const today = (id: string): string => former.get(`${kind}/${id}`)?.slice(kind.length + 1) ?? id;
	const [old, now] = [before, after].map(
		(state) => new Map(recordsOf(state, kind).map((record) => [record.id, record])),
	);
	const formerOf = new Map([...oldIds].map((id) => [today(id), id]));
	return [...new Set([...formerOf.keys(), ...nowIds])].sort(compareText).map((id) => {
		const formerId = formerOf.get(id);
		return {
			kind,
			before: old?.get(formerId ?? ''),
			after: now?.get(id),
			files: {
				before: formerId === undefined ? undefined : `${kind}/${formerId}`,
				after: nowIds.has(id) ? `${kind}/${id}` : undefined,
			},
		};
	});
}

/** Whether nothing changed: neither the record nor, where it could not be read, its text. */
function isSame({ before, after, files }: Pair, earlier: State, later: State): boolean {
	if (files.before !== files.after) return false;
	if (before && after) return isDeepStrictEqual(before.data, after.data);
	return !before && !after && textOf(earlier, files.before) === textOf(later, files.after);
}

const textOf = (state: State, address: string | undefined): string | undefined =>
	address === undefined ? undefined : state.unreadable.get(address);

function sentencesOf(pair: Pair, earlier: State, later: State, names: Names): string[] {
	const { kind, before, after, files } = pair;
	if (isSame(pair, earlier, later)) return [];
	if (files.before === undefined) {
		return [
			after
				? `Adds ${introduced(kind, after, names)}.`
				: `Adds ${files.after ?? ''}, which cannot be read yet.`,
		];
	}
	if (files.after === undefined) {
		const what = before ? introduced(kind, before, names) : files.before;
		return [
			`Removes ${what}. Its address leads nowhere, unless another record names its id under "aliases".`,
		];
	}
	const renaming = files.before === files.after ? [] : [renamingOf(pair, names)];
	if (!before || !after) return [...renaming, notCompared(pair, names)];
	const called = names.called(kind, after);
	return [
		...renaming,
		...fieldChanges(kindOf(kind).schema, before.data, withoutAlias(pair, after), called, names),
	];
}

/** The data of a renamed record without the alias that the renaming left: that has been told. */
const withoutAlias = ({ files }: Pair, { data }: StateRecord): unknown => {
	if (files.before === files.after) return data;
	const others = data.aliases?.filter((alias) => alias !== files.before?.split('/')[1]) ?? [];
	return { ...data, aliases: others.length > 0 ? others : undefined };
};

const renamingOf = ({ kind, before, after, files }: Pair, names: Names): string => {
	const record = after ?? before;
	const what = record ? names.called(kind, record) : (files.after ?? '');
	return `Renames ${what}: ${quoted(files.before ?? '')} is now ${quoted(files.after ?? '')}, and its old address leads there.`;
};

function notCompared({ kind, before, after, files }: Pair, names: Names): string {
	const record = after ?? before;
	const what = record ? capitalized(names.called(kind, record)) : (files.after ?? '');
	const why = before
		? 'its new form is not of the shape that records have'
		: "its earlier form is not of today's shape";
	return `${what} could not be compared field by field, because ${why}.`;
}

/** What the two single files are about, as the subject of a sentence. */
const singleNames = { site: 'the site', network: 'the account of the network' } as const;

const singleSentences = (before: State, after: State, names: Names): string[] =>
	(['site', 'network'] as const).flatMap((single) => {
		const [old, now] = [before[single], after[single]];
		const called = singleNames[single];
		if (old && now) return fieldChanges(singleSchemas[single], old, now, called, names);
		const [oldText, nowText] = [before.unreadable.get(single), after.unreadable.get(single)];
		if (oldText === nowText && !old && !now) return [];
		if (!old && oldText === undefined) return [`Adds ${called} (${single}.yaml).`];
		if (!now && nowText === undefined) return [`Removes ${called} (${single}.yaml).`];
		const why = old
			? 'its new form is not of the shape it has to have'
			: "its earlier form is not of today's shape";
		return [`${capitalized(called)} could not be compared field by field, because ${why}.`];
	});
