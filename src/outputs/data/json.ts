import * as z from 'zod';
import { addressOf, disputesAbout, type Entry, findAt, type Network } from '../../network/network.ts';
import { memoize } from '../../records/memoize.ts';
import { kindOf, singleSchemas } from '../../schema/index.ts';
import { type Kind, kinds, ofEachKind } from '../../schema/kinds.ts';
import { dataPage, dataPath } from './paths.ts';
import { views } from './views.ts';
import {
	dateSchema,
	type RecordShape,
	referenceSchema,
	referTo,
	shapeOfRecord,
	sourceSchema,
} from './shape.ts';

/*
 * The record as JSON, version 1: which files there are, what is in each, and what each looks like. Within a version nothing is taken
 * away and no field gets another type or meaning; fields, kinds, choices and files may be added.
 */

const disputeSchema = z
	.object({
		...referenceSchema.shape,
		kind: z.literal('disputes'),
		fields: z.array(z.string()).meta({
			description:
				'The keys of this record that are in doubt, or parts of them: a key of a group (joined.date), an entry of a list by its id or its country (agenda.money-laundering); none where it is the record as a whole.',
		}),
	})
	.meta({
		title: 'Dispute about a record',
		description: 'A question on which sources differ, about this record.',
	});

const shapes = ofEachKind((kind): RecordShape => {
	const shape = shapeOfRecord(kindOf(kind).schema);
	const schema = z
		.object({
			...referenceSchema.shape,
			kind: z.literal(kind),
			changed: z.iso
				.date()
				.nullable()
				.meta({ description: 'The day on which the record last changed; null where that is not known.' }),
			disputes: z
				.array(disputeSchema)
				.meta({ description: 'The questions on which sources differ about it.' }),
			...shape.schema.shape,
		})
		.meta({ title: kindOf(kind).one, description: kindOf(kind).description });
	return { ...shape, schema };
});

const account = shapeOfRecord(singleSchemas.network);

function recordOf(network: Network, entry: Entry): object {
	const own = addressOf(entry);
	return {
		...referTo(network, entry),
		changed: network.changedOn(entry) ?? null,
		disputes: disputesAbout(network, entry).map((dispute) => ({
			...referTo(network, dispute),
			fields: dispute.about.flatMap(({ record, field }) => (record === own ? (field ?? []) : [])),
		})),
		...shapes[entry.kind].write(entry, network),
	};
}

const metaSchema = z
	.object({
		version: z.literal('v1'),
		edition: z.object({ day: z.iso.date(), commit: z.string() }).nullable().meta({
			description: 'The last change of the record: its day and its commit; null where that is not known.',
		}),
		licence: z
			.object({ name: z.string(), address: z.url() })
			.nullable()
			.meta({ description: 'Under which the record, in its own words, may be used.' }),
		documentation: z.url().meta({ description: 'The page that tells of the data.' }),
		derived: z.boolean().meta({
			description:
				'Whether the site has worked out what follows from the records: no source states it as it stands.',
		}),
	})
	.meta({ title: 'About this file', description: 'What holds for all that is in a file.' });

const aboutFile = (network: Network, derived: boolean): z.output<typeof metaSchema> => {
	const { site, edition } = network;
	const { licence } = site;
	return {
		version: 'v1',
		edition: edition ?? null,
		licence: licence ? { name: licence.name, address: licence.url } : null,
		documentation: network.address(dataPage),
		derived,
	};
};

/** What is JSON already, to stand in a file as it is. */
class Written {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

/** A group as JSON, each of whose keys may hold what is JSON already. */
const groupInJson = (group: object): string =>
	`{${Object.entries(group)
		.map(([key, value]) => `"${key}":${value instanceof Written ? value.text : JSON.stringify(value)}`)
		.join(',')}}`;

/** Files of one form. */
export interface Route {
	/** The path of each below the folder of the data, with `{…}` in the place of what differs. */
	readonly path: string;
	readonly summary: string;
	readonly schema: z.ZodType;
	/** Each file's path there, with how its text is made. */
	readonly files: Files<string>;
}

type Files<Content> = (network: Network) => readonly (readonly [path: string, make: () => Content])[];

/** Files of one form, each of which begins with what holds for all of it. */
const route = (
	path: string,
	summary: string,
	schema: z.ZodObject,
	files: Files<object>,
	derived = false,
): Route => ({
	path,
	summary,
	schema: z.object({ meta: metaSchema, ...schema.shape }),
	files: (network) =>
		files(network).map(([name, make]) => [
			name,
			() => `${groupInJson({ meta: aboutFile(network, derived), ...make() })}\n`,
		]),
});

const indexSchema = z.object({
	name: z.string(),
	description: z.string(),
	files: z
		.array(z.object({ address: z.string(), description: z.string() }))
		.meta({ description: 'Every form of file, with {…} in the place of what differs.' }),
	kinds: z.array(
		z.object({
			kind: z.enum(kinds),
			title: z.string(),
			description: z.string(),
			count: z.int(),
			address: z.url().meta({ description: 'All records of the kind, as JSON.' }),
			csv: z.url().meta({ description: 'The same as CSV.' }),
		}),
	),
	withdrawn: z
		.array(z.object({ address: z.url(), why: z.string(), instead: referenceSchema.nullable() }))
		.meta({ description: 'Addresses at which something was published that was taken out, and why.' }),
});

const indexOf = (network: Network): z.output<typeof indexSchema> => {
	const { site, withdrawn, entries, byAddress } = network;
	const at = (path: string): string => network.address(dataPath) + path;
	return {
		name: site.name,
		description: site.description,
		files: routes.map(({ path, summary }) => ({ address: at(path), description: summary })),
		kinds: kinds.map((kind) => ({
			kind,
			title: kindOf(kind).many,
			description: kindOf(kind).description,
			count: entries[kind].length,
			address: at(`${kind}.json`),
			csv: at(`csv/${kind}.csv`),
		})),
		withdrawn: withdrawn.map(({ address, withdrawn: why = '', instead }) => ({
			address: network.address(address),
			why,
			instead:
				instead !== undefined && byAddress.has(instead) ? referTo(network, findAt(network, instead)) : null,
		})),
	};
};

/** The JSON of a record: kept for a while, for the files of a kind follow one another; of all it would be too much. */
const recordInJson = memoize(
	(entry: Entry, network: Network) => new Written(JSON.stringify(recordOf(network, entry))),
	10_000,
);

/** All records of a kind. */
const listInJson = (network: Network, kind: Kind): Written =>
	new Written(`[${network.entries[kind].map((entry) => recordInJson(entry, network).text).join(',')}]`);

const byKind = (kind: Kind): Route[] => [
	route(
		`${kind}.json`,
		`${kindOf(kind).many}: all of them, in the order in which the site lists them.`,
		z.object({ records: z.array(shapes[kind].schema) }),
		(network) => [[`${kind}.json`, () => ({ records: listInJson(network, kind) })]],
	),
	route(
		`${kind}/{id}.json`,
		`${kindOf(kind).one}: one record; also under each id that it had before.`,
		z.object({ record: shapes[kind].schema }),
		(network) =>
			network.entries[kind].flatMap((entry) =>
				[entry.id, ...(entry.aliases ?? [])].map(
					(id) => [`${kind}/${id}.json`, () => ({ record: recordInJson(entry, network) })] as const,
				),
			),
	),
];

/** Every form of JSON file that there is. */
export const routes: readonly Route[] = [
	route(
		'index.json',
		'What there is: the files, and how many records of each kind.',
		indexSchema,
		(network) => [['index.json', () => indexOf(network)]],
	),
	route(
		'network.json',
		'The whole record: the account of the network, and all records by kind.',
		z.object({
			network: account.schema.meta({ title: 'Network', description: 'The account of the network.' }),
			records: z.object(ofEachKind((kind) => z.array(shapes[kind].schema))),
		}),
		(network) => [
			[
				'network.json',
				() => ({
					network: account.write(network.account, network),
					records: new Written(groupInJson(ofEachKind((kind) => listInJson(network, kind)))),
				}),
			],
		],
	),
	...kinds.flatMap(byKind),
	...views.map(({ path, summary, how, schema, files }) =>
		route(
			`derived/${path}`,
			summary,
			z.object({
				how: z.string().meta({ description: 'How it follows from the records.' }),
				...schema.shape,
			}),
			(network) => files(network).map(([name, make]) => [`derived/${name}`, () => ({ how, ...make() })]),
			true,
		),
	),
];

/** The schemas that others refer to by name. */
export const namedSchemas: Readonly<Record<string, z.ZodType>> = {
	About: metaSchema,
	Date: dateSchema,
	Reference: referenceSchema,
	Dispute: disputeSchema,
	Source: sourceSchema,
	...ofEachKind((kind) => shapes[kind].schema),
};
