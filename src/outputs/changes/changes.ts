import { filesIn } from '../../records/content.ts';
import { type ContentRead, ending, filePath } from '../../records/read-texts.ts';
import { inWords } from '../../records/in-words.ts';
import { type Group, mapValues, valueAt } from '../../records/values.ts';
import type { Path } from '../../records/yaml.ts';
import { countryName } from '../../schema/countries.ts';
import { publisherAndDate } from '../../network/labels.ts';
import { dateInWords } from '../../schema/dates.ts';
import { boundsOf, compareText } from '../../schema/edtf.ts';
import type { PublishedAddress } from '../../schema/addresses.ts';
import { type Field, fieldAt, fieldTree, referredRecord } from '../../schema/field-tree.ts';
import {
	kindOf,
	publishedPath,
	type RecordData,
	type Single,
	singles,
	singleSchemas,
} from '../../schema/index.ts';
import type { TitleOf } from '../../schema/kind.ts';
import type { Source } from '../../schema/source.ts';
import { isKind, type Kind, kinds } from '../../schema/kinds.ts';
import { capitalized, counted, inSeries, uncapitalized } from '../../schema/words.ts';
import { titlesAt } from '../titles.ts';
import { FieldChanges, isAlike } from './fields.ts';
import { quoted, sentence, someInSeries, theNamed } from './words.ts';

/** The data of a file, or its text if it does not match the current schema. */
export type StateFile = { readonly data: Group } | { readonly text: string };

/** The content at a point in time: all readable files by address, such as `members/greece` or `site`. */
export type State = ReadonlyMap<string, StateFile>;

/** Returns the current state of a content directory. */
export const stateOf = ({ draft, texts }: ContentRead, directory: string): State =>
	new Map<string, StateFile>([
		...[...singles, ...draft.unreadable].flatMap((address) => {
			const text = texts.get(filePath(directory, address + ending));
			return text === undefined ? [] : [[address, { text }] as const];
		}),
		...filesIn(draft).map(({ address, file }) => [address, { data: file.data }] as const),
	]);

/**
 * Describes, in sentences, the differences between two states of the content. The content can be invalid.
 *
 * @param known finds a record by its address, such as `members/greece`, if neither state contains the record
 */
export const changesBetween = (...states: Parameters<typeof changesByRecord>): string[] =>
	changesByRecord(...states).flatMap(({ sentences }) => sentences);

export interface RecordChange {
	readonly address: string;
	/** What changed and how, such as "dates" and "corrected". If a whole record was added or removed, `what` is empty. */
	readonly facts: readonly (readonly [what: string, fate: string])[];
	readonly sentences: readonly string[];
}

/** Describes the changes to each record (see `changesBetween`). */
export function changesByRecord(
	before: State,
	after: State,
	known: (address: string) => Group | undefined = () => undefined,
): RecordChange[] {
	const renamed = renamedBetween(before, after);
	const earlier = withTodaysAddresses(before, renamed);
	const find = (address: string): Group | undefined =>
		dataOf(after.get(address)) ?? dataOf(earlier.get(address)) ?? known(address);
	const titleOf = titlesAt(find);
	// Forms name a source in the same way.
	const nameOf: TitleOf = (kind, id) => {
		const source = kind === 'sources' ? find(`sources/${id}`) : undefined;
		return `${source ? `${publisherAndDate(source as unknown as Source)}: ` : ''}${titleOf(kind, id)}`;
	};
	const fateOf = fateOfAddresses(before, after, titleOf);
	const removed = new Set(
		[...earlier].flatMap(([address, file]) => {
			const [{ kind, id }, data] = [placeAt(address), dataOf(file)];
			return kind && data && !after.has(address) ? pathAt(kind, id, data) : [];
		}),
	);
	const places = [...new Set([...earlier.keys(), ...after.keys()])].map(placeAt);
	return places
		.sort((a, b) => a.rank - b.rank || compareText(a.address, b.address))
		.map((place) => {
			const [old, now] = [earlier.get(place.address), after.get(place.address)];
			return {
				address: place.address,
				facts: factsChanged(place.tree, dataOf(old), dataOf(now), renamed.has(place.address)),
				sentences: fileChanges(place, old, now, renamed, { titleOf, nameOf }, fateOf, removed),
			};
		})
		.filter(({ sentences }) => sentences.length > 0);
}

export const dataOf = (file: StateFile | undefined): Group | undefined =>
	file && 'data' in file ? file.data : undefined;

/** Returns the kind, id and sort rank of a file, given its address. Files such as `site.yaml` have no kind and come first. */
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

/** Replaces the former ids of renamed records everywhere, so that references to these records do not count as changes. */
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

function factsChanged(
	{ fields }: Field,
	old: Group | undefined,
	now: Group | undefined,
	isMoved: boolean,
): RecordChange['facts'] {
	if (!old || !now) return [['', now ? 'added' : 'removed']];
	return [
		...(isMoved ? [['address', 'changed'] as const] : []),
		...fields
			.filter(({ key }) => !isAlike(old[key], now[key]))
			.map(
				(field) => [uncapitalized(field.title), fateOfValue(field, old[field.key], now[field.key])] as const,
			),
	];
}

function fateOfValue({ type }: Field, old: unknown, now: unknown): string {
	if (old === undefined) return 'added';
	if (now === undefined) return 'removed';
	if (type === 'date') {
		const [before, after] = [boundsOf(old as string), boundsOf(now as string)];
		if (after.earliest >= before.earliest && after.latest <= before.latest) return 'made more precise';
	}
	return ['date', 'number', 'choice', 'reference'].includes(type) ? 'corrected' : 'changed';
}

function fileChanges(
	place: Place,
	before: StateFile | undefined,
	after: StateFile | undefined,
	renamed: ReadonlyMap<string, string>,
	{ titleOf, nameOf }: Readonly<Record<'titleOf' | 'nameOf', TitleOf>>,
	fateOf: ReturnType<typeof fateOfAddresses>,
	removed: ReadonlySet<string>,
): string[] {
	const former = renamed.get(place.address);
	if (former === undefined && isAlike(before, after)) return [];
	const [old, now] = [dataOf(before), dataOf(after)];
	// The list of addresses only changes together with a record, and the check reports any errors in the list.
	if (place.address === ('addresses' satisfies Single))
		return isUnread(before) || isUnread(after) ? [] : addressChanges(old, now, removed);
	const called = calledAt(place, now ?? old, titleOf);
	if (!before) {
		const { beside, more } = detailsOf(place, now, called, titleOf);
		return [[`Adds ${called}${beside}`, ...more].map(sentence).join(' ')];
	}
	if (!after) return [fateOf(place, old, called).join(' ')];
	const { sentences: renaming, alike } = renamings(place, former, old, now, called);
	if (!old || !now) {
		return [
			...renaming,
			`Cannot compare ${called}: its ${now ? 'earlier version is not valid today' : 'new version has errors'}.`,
		];
	}
	return [...renaming, ...new FieldChanges(nameOf).inGroup(place.tree, alike ?? old, now, called)];
}

// The maximum length of a name; longer names are compared like other texts.
const longestName = 80;

/**
 * Describes a new name or address. Also returns the old data with the new name and address, so that these changes are not described twice.
 */
function renamings(
	{ kind, id, tree }: Place,
	former: string | undefined,
	old?: Group,
	now?: Group,
	called = '',
) {
	const sentences: string[] = [];
	let alike = old;
	const { key = '' } = tree.fields.find((field) => titleKeys.has(field.key)) ?? {};
	const [before, after] = [old?.[key], now?.[key]];
	if (kind && typeof before === 'string' && typeof after === 'string' && before !== after) {
		if (Math.max(before.length, after.length) <= longestName) {
			sentences.push(sentence(`Renames ${theNamed(kindOf(kind).one)} ${quoted(before)} to ${quoted(after)}`));
			alike = { ...alike, [key]: after };
		}
	}
	if (kind && former !== undefined) {
		const [from, to] = [former.replace(/.*\//, ''), id].map((each) => pathAt(kind, each, now ?? old ?? {}));
		sentences.push(
			`Changes the address of ${called} from ${from ?? ''} to ${to ?? ''}. The old address redirects to it.`,
		);
		// Ignores the new alias, because the sentence about the address already implies it.
		alike = { ...alike, aliases: now?.aliases };
	}
	return { sentences, alike };
}

const titleKeys = new Set(['name', 'title', 'term', 'question']);

const pathAt = (kind: Kind, id: string, data: Group): string =>
	publishedPath(kind, { ...data, id } as RecordData<Kind> & { id: string });

/** Returns a function that describes the removal of a record, and says what happens to its address. */
function fateOfAddresses(before: State, after: State, titleOf: TitleOf) {
	const known = entriesOf(dataOf(before.get('addresses')));
	const entries = entriesOf(dataOf(after.get('addresses')));
	return ({ kind, id }: Place, data: Group | undefined, called: string): string[] => {
		const path = kind && data && pathAt(kind, id, data);
		const { withdrawn, instead } = entries.get(path ?? '') ?? {};
		if (withdrawn !== undefined) {
			const [of, other] = (instead?.split('/') ?? []) as [Kind?, string?];
			return [
				sentence(`Withdraws ${called}: ${quoted(withdrawn)}`),
				...(of && other !== undefined ? [`Readers find ${quoted(titleOf(of, other))} instead.`] : []),
			];
		}
		const isRedirected = [...after].some(([address, file]) => {
			const { aliases } = dataOf(file) ?? {};
			return address.startsWith(`${kind ?? ''}/`) && Array.isArray(aliases) && aliases.includes(id);
		});
		return [
			sentence(`Removes ${called}`),
			...(path === undefined || !known.has(path) || isRedirected
				? []
				: [`Its address ${path} stops working, because it is neither redirected nor withdrawn.`]),
		];
	};
}

const entriesOf = (data: Group | undefined): ReadonlyMap<string, PublishedAddress> =>
	new Map(((data?.published ?? []) as readonly PublishedAddress[]).map((entry) => [entry.address, entry]));

const isUnread = (file: StateFile | undefined): boolean => file !== undefined && 'text' in file;

/** Describes changes to published addresses, except for additions and the addresses of removed records. */
function addressChanges(
	before: Group | undefined,
	after: Group | undefined,
	removed: ReadonlySet<string>,
): string[] {
	const [old, now] = [entriesOf(before), entriesOf(after)];
	const left = [...old.keys()].filter((address) => !now.has(address));
	return [
		...[...now.values()].flatMap(({ address, withdrawn: why }) =>
			why === undefined || why === old.get(address)?.withdrawn || removed.has(address)
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

/**
 * Returns facts about a new record that the title leaves out: short ones in brackets, and the others for a sentence of their own.
 */
function detailsOf({ kind, tree }: Place, data: Group | undefined, called: string, titleOf: TitleOf) {
	if (!kind || !data) return { beside: '', more: [] };
	const [date] = Object.values(kindOf(kind).dates?.(data) ?? {});
	const { place, host, country, office, publisher, published, ...rest } = data as Details;
	const { versions = [], follows, why, agenda = [], participants = {}, began, about = [] } = rest;
	const countryOf = (id: string | undefined): string[] => (id === undefined ? [] : [titleOf('members', id)]);
	const claimOf = ({ claim }: { claim: string }): string => quoted(claim.replace(/\.$/, ''));
	const details = [
		...(date === undefined ? [] : [dateInWords(date)]),
		...(place ? [place.city, ...countryOf(place.country)] : []),
		...((host?.institution ?? host?.country)
			? [`host: ${host.institution ?? countryOf(host.country).join('')}`]
			: []),
		...countryOf(country),
		...(office === undefined ? [] : [titleOf('offices', office)]),
		...(publisher === undefined ? [] : [publisher]),
		...(published === undefined ? [] : [dateInWords(published)]),
		...(versions.length === 0 ? [] : [versions.map(claimOf).join(' or ')]),
	].filter((detail) => !called.includes(detail));
	const countries = [
		...(participants.countries ?? []).flatMap(countryOf),
		...(participants.otherCountries ?? []).map(countryName),
	];
	const lists = [
		['agenda', agenda.map(({ title }) => quoted(title))],
		[
			'participants',
			[
				...(participants.count === undefined ? [] : [quoted(participants.count)]),
				...(countries.length === 0
					? []
					: [`${counted(countries.length, 'country', 'countries')} (${inSeries(countries)})`]),
			],
		],
		['start of term', began === undefined ? [] : [quoted(began.how)]],
		[
			'about',
			(kind === 'disputes' ? about : []).map(({ record, field }) => {
				const at = placeAt(record);
				const name = at.kind ? quoted(titleOf(at.kind, at.id)) : theNamed(record);
				const title = field === undefined ? undefined : fieldAt(at.tree, [field])?.title;
				return title === undefined ? name : `${name}, ${uncapitalized(title)}`;
			}),
		],
		...(furtherFacts[kind] ?? []).map((path) => {
			const field = fieldAt(tree, path);
			const value = valueAt(data, path);
			if (!field || value === undefined) return ['', []] as const;
			const words = inWords(field, value, titleOf);
			return [uncapitalized(field.title), [field.type === 'choice' ? words : quoted(words)]] as const;
		}),
	] as const;
	const listed = lists.filter(([, words]) => words.length > 0);
	const followed = versions
		.filter(({ id }) => id === follows)
		.map(claimOf)
		.join('');
	return {
		beside: details.length === 0 ? '' : ` (${details.join(', ')})`,
		more: [
			...(listed.length === 0
				? []
				: [capitalized(listed.map(([label, words]) => `${label}: ${inSeries(words)}`).join('; '))]),
			...(why === undefined
				? []
				: [`It follows ${followed || 'no version'}, for this reason: ${quoted(why, longestReason)}`]),
		],
	};
}

const longestReason = 300;

/** Facts that are as important as the title of a new record. */
const furtherFacts: Partial<Record<Kind, readonly Path[]>> = {
	members: [['joined', 'how']],
	offices: [['membership'], ['membershipNote']],
	documents: [['type'], ['meeting']],
	glossary: [['expansion'], ['meaning']],
};

/** The fields of the kinds of record whose titles leave out important facts. */
type Details = Partial<
	RecordData<'meetings'> & RecordData<'secretariat'> & RecordData<'sources'> & RecordData<'disputes'>
>;
