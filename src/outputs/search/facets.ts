import { chairRuns } from '../../network/chair.ts';
import { treeOf } from '../../network/citations.ts';
import { itemsOfTheme, type PlacedItem } from '../../network/meetings.ts';
import { type Entry, find, findAt, type Network } from '../../network/network.ts';
import { visitValues } from '../../records/values.ts';
import { yearsOf } from '../../schema/dates.ts';
import { boundsOf, compareText } from '../../schema/edtf.ts';
import { kindOf } from '../../schema/index.ts';
import { kinds, type Kind } from '../../schema/kinds.ts';
import { bodyNames } from '../../schema/meeting.ts';

/** The search filters, apart from the kind of record. The search page shows these values unchanged. */
export type Facets = Record<'year' | 'theme' | 'country' | 'body', string[]>;

export function filterValues(network: Network): Record<'kind' | keyof Facets, string[]> {
	const present = kinds.filter((kind) => network.entries[kind].length > 0);
	const dates = present.flatMap((kind) => network.entries[kind].flatMap((entry: Entry) => datesOf(entry)));
	const years = [...dates, network.today].flatMap(yearsOf).sort();
	return {
		kind: [...present.map((kind) => kindOf(kind).one), 'Agenda item', 'Page'].sort(compareText),
		year: yearsOf(`${years[0] ?? ''}/${years.at(-1) ?? ''}`).reverse(),
		theme: network.entries.themes.map(({ name }) => name),
		country: network.entries.members.map(({ name }) => name),
		body: [...Object.values(bodyNames), 'Secretariat'],
	};
}

const datesOf = (entry: Entry): string[] =>
	Object.values(kindOf(entry.kind).dates?.(entry) ?? {}).filter((date) => date !== undefined);

/** Filter values with ids of themes and countries, even of records that do not exist, instead of names. */
type Ids = { readonly [F in keyof Facets]?: readonly (string | undefined)[] };

const hostsOf = ({ place, host }: Entry<'meetings'>) => [place?.country, host?.country];

/** The filter values that some kinds have in addition to the dates, countries and themes of a record. */
const besides: { readonly [K in Kind]?: (entry: Entry<K>, network: Network) => Ids } = {
	members: ({ id }) => ({ country: [id] }),
	meetings: ({ body }) => ({ body: [bodyNames[body]] }),
	board: () => ({ body: [bodyNames['executive-board']] }),
	// A term without a stated end matches every year in which the country may have been in the chair.
	secretariat: ({ id, from }, network) => ({
		year: chairRuns(network, boundsOf(from).earliest, network.today)
			.filter(({ spans }) => spans.some(({ term }) => term.id === id))
			.flatMap(({ days }) => yearsOf(days.join('/'))),
		body: ['Secretariat'],
	}),
	themes: ({ id }, network) => ({
		year: itemsOfTheme(network, id).flatMap(({ meeting }) => yearsOf(meeting.dates)),
		theme: [id],
	}),
	disputes: ({ about }, network) => {
		const facets = about.map(({ record }) => facetsOf(network, findAt(network, record)));
		return { year: facets.flatMap(({ year }) => year), body: facets.flatMap(({ body }) => body) };
	},
};

export function facetsOf(network: Network, entry: Entry): Facets {
	const own = besides[entry.kind] as ((entry: Entry, network: Network) => Ids) | undefined;
	return named(network, [idsIn(network, entry), own?.(entry, network) ?? {}]);
}

/** Returns the filter values of an agenda item. The only countries are the host country and the country where the meeting was held. */
export const facetsOfItem = (network: Network, { meeting, item }: PlacedItem): Facets =>
	named(network, [
		{
			year: yearsOf(meeting.dates),
			theme: item.themes,
			country: hostsOf(meeting),
			body: [bodyNames[meeting.body]],
		},
	]);

/** Returns the years of a record's dates, and the ids of its themes and countries. */
function idsIn(network: Network, entry: Entry): Ids {
	const ids = { year: [] as string[], theme: [] as string[], country: [] as (string | undefined)[] };
	visitValues(treeOf(entry), entry, (value, [key], { type, reference }) => {
		const text = String(value);
		if (type === 'date') ids.year.push(...yearsOf(text));
		if (reference === 'themes') ids.theme.push(text);
		if (reference === 'members') ids.country.push(text);
		if (reference === 'any') ids.country.push(...countriesOf(findAt(network, text), key === 'about'));
	});
	return ids;
}

/** Returns the countries in a referenced record. Meetings only count if they are the subject of the record. */
function countriesOf(entry: Entry, isSubject: boolean): (string | undefined)[] {
	if (entry.kind === 'members') return [entry.id];
	if (entry.kind === 'meetings') return isSubject ? hostsOf(entry) : [];
	return 'country' in entry ? [entry.country] : [];
}

function named(network: Network, all: readonly Ids[]): Facets {
	const values = (facet: keyof Facets): string[] => [
		...new Set(all.flatMap((ids) => ids[facet] ?? []).filter((value) => value !== undefined)),
	];
	return {
		year: values('year').sort(),
		theme: values('theme').map((id) => find(network, 'themes', id).name),
		country: values('country').map((id) => find(network, 'members', id).name),
		body: values('body'),
	};
}
