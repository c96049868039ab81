import { type Group, mapValues } from '../../records/values.ts';
import { dateInWords } from '../../schema/dates.ts';
import { compareText } from '../../schema/edtf.ts';
import type { PublishedAddress } from '../../schema/addresses.ts';
import { type Field, fieldTree, referredRecord } from '../../schema/field-tree.ts';
import { kindOf, type Single, singleSchemas } from '../../schema/index.ts';
import type { TitleOf } from '../../schema/kind.ts';
import { isKind, kinds } from '../../schema/kinds.ts';
import { titlesAt } from '../titles.ts';
import { FieldChanges, isAlike } from './fields.ts';
import type { State, StateFile } from './state.ts';
import { quoted, sentence, someInSeries, theNamed } from './words.ts';

/** A warning for editors about a removed record. */
export const ofRemoved =
	'Its address stops working unless another record lists its id under "aliases" or addresses.yaml explains the removal.';

/**
 * Describes the differences between two states of the content in sentences. The content does not need to be valid.
 *
 * @param known looks up a record that is missing from both states, such as `members/greece`, to show its title
 */
export function changesBetween(
	before: State,
	after: State,
	known: (address: string) => Group | undefined = () => undefined,
): string[] {
	const renamed = renamedBetween(before, after);
	const earlier = withTodaysAddresses(before, renamed);
	const titleOf = titlesAt(
		(address) => dataOf(after.get(address)) ?? dataOf(earlier.get(address)) ?? known(address),
	);
	const places = [...new Set([...earlier.keys(), ...after.keys()])].map(placeAt);
	return places
		.sort((a, b) => a.rank - b.rank || compareText(a.address, b.address))
		.flatMap((place) =>
			fileChanges(place, earlier.get(place.address), after.get(place.address), renamed, titleOf),
		);
}

export const dataOf = (file: StateFile | undefined): Group | undefined =>
	file && 'data' in file ? file.data : undefined;

/** Returns the kind, id and sort rank of a file, given its address. Single files have no kind and come first. */
function placeAt(address: string) {
	const [kind = '', id = ''] = address.split('/');
	if (!isKind(kind)) return { address, id, rank: -1, tree: fieldTree(singleSchemas[address as Single]) };
	return { address, id, rank: kinds.indexOf(kind), kind, tree: fieldTree(kindOf(kind).schema) };
}

type Place = ReturnType<typeof placeAt>;

/** Returns the former address of each renamed record, by its new address. */
function renamedBetween(before: State, after: State): ReadonlyMap<string, string> {
	const former = [...after].flatMap(([address, file]) => {
		const aliases = before.has(address) ? undefined : dataOf(file)?.aliases;
		return (Array.isArray(aliases) ? aliases : [])
			.map((alias) => [address, address.replace(/[^/]*$/, String(alias))] as const)
			.filter(([, old]) => before.has(old) && !after.has(old));
	});
	return new Map(former);
}

/** Replaces the former ids of renamed records throughout a state, so that references to them are not reported as changes. */
function withTodaysAddresses(files: State, renamed: ReadonlyMap<string, string>): State {
	const todays = new Map([...renamed].map(([now, old]) => [old, now]));
	const renew = (data: Group, tree: Field): Group =>
		mapValues(tree, data, (value, _path, field) => {
			const now = todays.get(referredRecord(field, value)?.join('/') ?? '');
			return now === undefined || field.reference === 'any' ? (now ?? value) : now.split('/')[1];
		});
	return new Map(
		[...files].map(([address, file]) => [
			todays.get(address) ?? address,
			'data' in file ? { data: renew(file.data, placeAt(address).tree) } : file,
		]),
	);
}

function fileChanges(
	place: Place,
	before: StateFile | undefined,
	after: StateFile | undefined,
	renamed: ReadonlyMap<string, string>,
	titleOf: TitleOf,
): string[] {
	const former = renamed.get(place.address);
	if (former === undefined && isAlike(before, after)) return [];
	const [old, now] = [dataOf(before), dataOf(after)];
	if (place.address === ('addresses' satisfies Single) && !isUnread(before) && !isUnread(after))
		return addressChanges(old, now);
	const called = calledAt(place, now ?? old, titleOf);
	if (!before) return [sentence(`Adds ${called}${dateBeside(place, now, called)}`)];
	if (!after) return [`Removes ${called}. ${ofRemoved}`];
	const renaming =
		former === undefined
			? []
			: [
					`Renames ${called}: ${quoted(former)} is now ${quoted(place.address)}, and the old address redirects to it.`,
				];
	if (!old || !now) {
		return [
			...renaming,
			`Cannot compare ${called}: its ${now ? 'earlier version is not valid today' : 'new version has errors'}.`,
		];
	}
	// The sentence about the new id already implies that an alias was added.
	const alike = former === undefined ? old : { ...old, aliases: now.aliases };
	return [...renaming, ...new FieldChanges(titleOf).inGroup(place.tree, alike, now, called)];
}

const isUnread = (file: StateFile | undefined): boolean => file !== undefined && 'text' in file;

/** Describes changes to published addresses, except for additions. */
function addressChanges(before: Group | undefined, after: Group | undefined): string[] {
	const entriesOf = (data: Group | undefined) =>
		new Map(((data?.published ?? []) as readonly PublishedAddress[]).map((entry) => [entry.address, entry]));
	const [old, now] = [entriesOf(before), entriesOf(after)];
	const left = [...old.keys()].filter((address) => !now.has(address));
	return [
		...[...now.values()].flatMap(({ address, withdrawn: why }) =>
			why === undefined || why === old.get(address)?.withdrawn
				? []
				: [sentence(`Withdraws the address ${address}: ${quoted(why)}`)],
		),
		...(left.length > 0
			? [
					`Removes ${someInSeries(left)} from the list of published addresses, which no longer protects ${left.length === 1 ? 'it' : 'them'}.`,
				]
			: []),
	];
}

/** Returns the name of a file: "the theme “Fish”", "the site", or the address of an unreadable file. */
function calledAt({ kind, id, address }: Place, data: Group | undefined, titleOf: TitleOf): string {
	if (kind === undefined) return theNamed(address);
	return data ? `${theNamed(kindOf(kind).one)} ${quoted(titleOf(kind, id))}` : quoted(address);
}

/** Returns the first date of a record in brackets, unless the title already contains the date. */
function dateBeside({ kind }: Place, data: Group | undefined, called: string): string {
	const [date] = kind && data ? Object.values(kindOf(kind).dates?.(data) ?? {}) : [];
	const words = date === undefined ? '' : dateInWords(date);
	return called.includes(words) ? '' : ` (${words})`;
}
