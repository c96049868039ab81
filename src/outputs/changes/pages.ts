import type { Entry } from '../../network/network.ts';
import { pathOf } from '../../network/paths.ts';
import { visitValues } from '../../records/schema-walk.ts';
import { compareText } from '../../schema/edtf.ts';
import { kindOf } from '../../schema/index.ts';
import { kinds, type Kind } from '../../schema/kinds.ts';
import { introduced, type Names } from './names.ts';
import type { Pair, State, StateRecord } from './state.ts';

/** The pages that a change touches, as paths in order. */
export interface ChangedPages {
	readonly added: readonly string[];
	readonly changed: readonly string[];
	readonly removed: readonly string[];
}

/**
 * The pages that tell of changed records: each record's own, the list of its kind, the pages of the records that it names newly
 * or no longer, and, when its name or dates changed, of all that are linked with it. Pages that gather the whole record, such as
 * the front page and the timeline, are left out: they change with almost everything.
 *
 * @param pairs the records that changed
 */
export function changedPages(
	pairs: readonly Pair[],
	before: State,
	after: State,
	names: Names,
): ChangedPages {
	const [old, now] = [ownPagesIn(before), ownPagesIn(after)];
	const moved = new Set(
		kinds.flatMap((kind) =>
			after.records[kind].flatMap(({ data }: StateRecord) =>
				(data.aliases ?? []).map((alias) => `${kindOf(kind).list}${alias}/`),
			),
		),
	);
	const links = linksIn(before, after);
	const pageAt = pagesByAddress(after);
	const touched = pairs.flatMap(({ kind, before: earlier, after: later, files }) => {
		const isAnother = (files.before === undefined) !== (files.after === undefined);
		const isRenamed = earlier && later && introduced(kind, earlier, names) !== introduced(kind, later, names);
		const own = [files.before, files.after].filter((file) => file !== undefined);
		const related =
			isAnother || isRenamed
				? own.flatMap((address) => [...(links.get(address) ?? [])])
				: earlier && later
					? [...namedIn(kind, earlier).symmetricDifference(namedIn(kind, later))]
					: [];
		return [
			kindOf(kind).list,
			...[...own, ...related].flatMap((address) => ownPageOf(address) ?? pageAt.get(address) ?? []),
		];
	});
	const isKept = (path: string): boolean => old.has(path) === now.has(path);
	return {
		added: sorted([...now].filter((path) => !old.has(path))),
		changed: sorted(touched.filter(isKept)),
		removed: sorted([...old].filter((path) => !now.has(path) && !moved.has(path))),
	};
}

const sorted = (paths: readonly string[]): string[] => [...new Set(paths)].sort(compareText);

/** The addresses of a state's records, those that could not be read among them. */
const addressesIn = ({ records, unreadable }: State): string[] => [
	...kinds.flatMap((kind) => records[kind].map(({ id }: StateRecord) => `${kind}/${id}`)),
	...unreadable.keys(),
];

/** The pages of records that have one of their own. */
const ownPagesIn = (state: State): Set<string> =>
	new Set(addressesIn(state).flatMap((address) => ownPageOf(address) ?? []));

function ownPageOf(address: string): string | undefined {
	const kind = kinds.find((name) => address.startsWith(`${name}/`));
	return kind && kindOf(kind).hasOwnPage
		? `${kindOf(kind).list}${address.slice(kind.length + 1)}/`
		: undefined;
}

/** The page on which each record is: its own, the one it shares, or that of its country. */
const pagesByAddress = (state: State): ReadonlyMap<string, string> =>
	new Map(
		kinds.flatMap((kind) =>
			state.records[kind].map(({ id, data }: StateRecord) => [
				`${kind}/${id}`,
				// The data is that of the kind, which the compiler cannot follow through the list.
				pathOf({ ...data, kind, id } as unknown as Entry).replace(/#.*/, ''),
			]),
		),
	);

/** The records that a record names, as addresses. */
function namedIn(kind: Kind, record: StateRecord | undefined): Set<string> {
	const named = new Set<string>();
	if (!record) return named;
	visitValues(kindOf(kind).schema, record.data, (value, _path, { reference, recordAddress }) => {
		if (typeof value !== 'string') return;
		if (reference) named.add(`${reference}/${value}`);
		else if (recordAddress) named.add(value);
	});
	return named;
}

/** The records that each record names or is named by, in either state. */
function linksIn(...states: readonly State[]): ReadonlyMap<string, ReadonlySet<string>> {
	const links = new Map<string, Set<string>>();
	const link = (from: string, to: string): void => {
		links.set(from, (links.get(from) ?? new Set()).add(to));
	};
	for (const { records } of states) {
		for (const kind of kinds) {
			records[kind].forEach((record: StateRecord) => {
				for (const named of namedIn(kind, record)) {
					link(`${kind}/${record.id}`, named);
					link(named, `${kind}/${record.id}`);
				}
			});
		}
	}
	return links;
}
