import { yearsOf } from '../../schema/dates.ts';
import { bodyNames } from '../../schema/meeting.ts';
import { itemsOfTheme, type PlacedItem } from '../../network/meetings.ts';
import { type Entry, find, findAt, type Network } from '../../network/network.ts';
import type { Kind } from '../../schema/kinds.ts';

/** What a reader can narrow a search down by, besides the kind of record; the values are shown as they are. */
export interface Facets {
	/** The years that the record dates itself or what it tells of to. */
	year: string[];
	/** The themes that the editors assigned. */
	theme: string[];
	/** The member countries that the record is about or names as taking part. */
	country: string[];
	/** The body of the network that it belongs to. */
	body: string[];
}

export const noFacets: Facets = { year: [], theme: [], country: [], body: [] };

const secretariatBody = 'Secretariat';

/** References to member countries that may be absent, as ids. */
type Countries = readonly (string | undefined)[];

const given = (values: Countries): string[] => values.filter((value) => value !== undefined);

/** Where a meeting was held and by whom. */
const hostsOf = ({ place, host }: Entry<'meetings'>): Countries => [place?.country, host?.country];

interface Ids {
	year?: readonly string[];
	theme?: readonly string[];
	country?: Countries;
	body?: readonly string[];
}

const idsOf: { readonly [K in Kind]: (entry: Entry<K>, network: Network) => Ids } = {
	members: ({ id, joined }) => ({ year: yearsOf(joined.date), country: [id] }),
	offices: ({ country, since, until }) => ({
		year: [since, until].flatMap((date) => (date === undefined ? [] : yearsOf(date))),
		country: [country],
	}),
	// A country's meetings are also those it took part in, as far as sources name the participants.
	meetings: (meeting) => ({
		year: yearsOf(meeting.dates),
		theme: (meeting.agenda ?? []).flatMap(({ themes }) => themes),
		country: [
			...hostsOf(meeting),
			meeting.hostFirstPlanned?.country,
			...(meeting.participants?.countries ?? []),
		],
		body: [bodyNames[meeting.body]],
	}),
	board: ({ period, members }) => ({
		year: yearsOf(period),
		country: members.map(({ country }) => country),
		body: [bodyNames['executive-board']],
	}),
	// A term without a stated end is found in every year since: its title says that the end is not stated.
	secretariat: ({ from, until, country }, { today }) => ({
		year: yearsBetween(from, until ?? (from > today ? from : today)),
		country: [country],
		body: [secretariatBody],
	}),
	milestones: ({ date, about = [] }, network) => ({
		year: yearsOf(date),
		country: countriesOfAll(about.map((address) => findAt(network, address))),
	}),
	documents: ({ date, signatories = [] }) => ({
		year: [date, ...signatories.map((signatory) => signatory.date)].flatMap(yearsOf),
		country: signatories.map(({ country }) => country),
	}),
	projects: ({ dates }) => ({ year: dates === undefined ? [] : yearsOf(dates) }),
	themes: ({ id }, network) => ({
		year: itemsOfTheme(network, id).flatMap(({ meeting }) => yearsOf(meeting.dates)),
		theme: [id],
	}),
	glossary: ({ see = [] }, network) => ({
		country: countriesOfAll(
			see.map((address) => findAt(network, address)).filter(({ kind }) => kind !== 'meetings'),
		),
	}),
	disputes: ({ about }, network) => {
		const entries = about.map(({ record }) => findAt(network, record));
		const facets = entries.map((entry) => facetsOf(network, entry));
		return {
			year: facets.flatMap(({ year }) => year),
			country: countriesOfAll(entries),
			body: facets.flatMap(({ body }) => body),
		};
	},
	sources: ({ published }) => ({ year: published === undefined ? [] : yearsOf(published) }),
};

/** The countries of records that another is about: of a meeting those that held it, not all who took part. */
function countriesOfAll(entries: readonly Entry[]): Countries {
	return entries.flatMap((entry): Countries => {
		if (entry.kind === 'meetings') return hostsOf(entry);
		if (entry.kind === 'members') return [entry.id];
		return 'country' in entry ? [entry.country] : [];
	});
}

const yearsBetween = (from: string, until: string): string[] => {
	const years = [...yearsOf(from), ...yearsOf(until)].map(Number);
	const first = Math.min(...years);
	return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => String(first + index));
};

/** What a record can be narrowed down by. */
export const facetsOf = (network: Network, entry: Entry): Facets =>
	named(network, (idsOf[entry.kind] as (entry: Entry, network: Network) => Ids)(entry, network));

/** The same for an agenda item; its country is where its meeting was held and by whom. */
export const facetsOfItem = (network: Network, { meeting, item }: PlacedItem): Facets =>
	named(network, {
		year: yearsOf(meeting.dates),
		theme: item.themes,
		country: hostsOf(meeting),
		body: [bodyNames[meeting.body]],
	});

const named = (network: Network, { year = [], theme = [], country = [], body = [] }: Ids): Facets => ({
	year: unique(year),
	theme: unique(theme).map((id) => find(network, 'themes', id).name),
	country: unique(given(country)).map((id) => find(network, 'members', id).name),
	body: unique(body),
});

const unique = (values: readonly string[]): string[] => [...new Set(values)];
