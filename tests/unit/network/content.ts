/**
 * Small networks for tests. Each record has only the required fields, plus the changes of the test.
 */
import type { Content } from '../../../src/records/content.ts';
import { buildNetwork, find, type Entry, type Network } from '../../../src/network/network.ts';
import type * as z from 'zod';
import { kindOf, type recordKinds, singleSchemas } from '../../../src/schema/index.ts';
import { english } from '../../../src/schema/language.ts';
import { kinds, type Kind } from '../../../src/schema/kinds.ts';

/** The data in a record's file. */
type Written<K extends Kind> = z.input<(typeof recordKinds)[K]['schema']>;

/** Changes to the minimal records, by kind and id, and to files such as `site.yaml`. */
export type Changes = { readonly [K in Kind]?: Readonly<Record<string, Partial<Written<K>>>> } & {
	readonly network?: Partial<z.input<(typeof singleSchemas)['network']>>;
	readonly site?: Partial<z.input<(typeof singleSchemas)['site']>>;
	readonly addresses?: z.input<(typeof singleSchemas)['addresses']>;
};

const sources = ['account'];

/** The minimal record of each kind, named after its id. */
export const least: { readonly [K in Kind]: (id: string) => Written<K> } = {
	members: (id) => ({
		name: id,
		code: 'GR',
		joined: { date: '2016-05', how: 'Signed the Declaration of Intent.' },
		sources,
	}),
	offices: (id) => ({
		name: id,
		country: 'greece',
		membership: 'stated',
		membershipNote: 'Named as a member.',
		sources,
	}),
	meetings: (id) => ({ body: 'conference', title: id, dates: '2018-06', sources }),
	board: () => ({ period: '2018-06', members: [{ country: 'greece' }], sources }),
	secretariat: () => ({
		country: 'greece',
		office: 'office',
		from: '2017-10',
		began: { how: 'Elected.' },
		sources,
	}),
	milestones: (id) => ({ date: '2020', title: id, text: 'It happened.', sources }),
	documents: (id) => ({ title: id, type: 'declaration', date: '2016-05', sources }),
	projects: (id) => ({ title: id, connection: 'It pays for meetings.', sources }),
	themes: (id) => ({ name: id, description: 'All about it.', sources }),
	glossary: (id) => ({ term: id, meaning: 'What it means.', sources }),
	disputes: (id) => ({
		question: id,
		about: [{ record: 'members/greece' }],
		versions: [
			{ id: 'one', claim: 'It is so.', sources },
			{ id: 'other', claim: 'It is not.', sources },
		],
		why: 'Neither can be preferred.',
	}),
	languages: (id) => ({
		name: id,
		locale: 'mt',
		letters: 'abcdefghijklmnopqrstuvwxyz',
		networkName: 'Network',
		...english,
		search: {
			members: ['membri'],
			meetings: ['laqgħat'],
			chair: ['presidenza'],
			secretariat: ['segretarjat'],
			board: ['bord eżekuttiv'],
			declaration: ['dikjarazzjoni'],
			question: ['min'],
		},
		page: { ...english.page, title: id, lead: `The network in the language ${id}.` },
		themes: [],
		cities: [],
	}),
	sources: (id) => ({
		title: id,
		url: 'https://www.example.org/',
		publisher: 'The network',
		type: 'network',
		language: 'en',
		copyRead: 'whole',
	}),
};

/** One minimal record of each kind, with the ids that the other records refer to. */
export const oneOfEach: Changes = {
	...Object.fromEntries(kinds.map((kind) => [kind, { this: {} }])),
	members: { greece: {} },
	offices: { office: {} },
	sources: { account: {} },
};

/** The source of all minimal records. */
const always: Changes = { sources: { account: {} } };

/**
 * Returns content with the given records, as if they were read from files.
 *
 * @throws {ZodError} if a record is invalid
 */
export function contentOf(changes: Changes): Content {
	const recordsOf = (kind: Kind) =>
		Object.entries({ ...always[kind], ...changes[kind] }).map(([id, changed]) => ({
			id,
			data: kindOf(kind).schema.parse({ ...least[kind](id), ...changed }),
		}));
	return {
		site: singleSchemas.site.parse({ name: 'The record', description: 'A record.', ...changes.site }),
		network: singleSchemas.network.parse({
			name: 'The Network',
			abbreviation: 'N',
			summary: 'A network.',
			account: [],
			aims: [],
			workings: [],
			boardRule: { text: 'Four seats.', size: 4 },
			counts: [],
			sources,
			...changes.network,
		}),
		addresses: changes.addresses && singleSchemas.addresses.parse(changes.addresses),
		// The cast is safe because each kind was parsed by its own schema.
		records: Object.fromEntries(
			kinds.map((kind) => [kind, recordsOf(kind)]),
		) as unknown as Content['records'],
	};
}

/** Returns a network with the given records on a day. */
export const networkOf = (changes: Changes, today = '2024-06-15'): Network =>
	buildNetwork(contentOf(changes), today);

/** Returns a record from a network that contains only this record. */
export const entryOf = <K extends Kind>(kind: K, changes: Partial<Written<K>> = {}, id = 'this'): Entry<K> =>
	// The cast is necessary because TypeScript loses the type of the computed key.
	find(networkOf({ [kind]: { [id]: changes } }), kind, id);

export const idsOf = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);
