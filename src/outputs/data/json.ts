import * as z from 'zod';
import { addressOf, disputesAbout, type Entry, findAt, type Network } from '../../network/network.ts';
import { kindOf, singleSchemas } from '../../schema/index.ts';
import { type Kind, kinds, ofEachKind } from '../../schema/kinds.ts';
import { derivedOf, derivedSchema } from './derived.ts';
import { dataPage, dataPath } from './paths.ts';
import { views } from './views.ts';
import {
	datesOf,
	dateSchema,
	type RecordShape,
	referenceSchema,
	referTo,
	shapeOfRecord,
	sourceSchema,
} from './shape.ts';

/*
 * Version 1 of the JSON files and their schemas. Within a version, new fields, kinds, choices and files may be added. Nothing is removed,
 * and no field changes its type or meaning.
 */

const disputeSchema = z
	.object({
		...referenceSchema.shape,
		kind: z.literal('disputes'),
		fields: z.array(z.string()).meta({
			description:
				'The fields in doubt: a field (joined), a part of it (joined.date), or an entry of a list by id or country (agenda.money-laundering). Empty if the whole record is in doubt.',
		}),
	})
	.meta({
		title: 'Dispute about a record',
		description: 'A question about this record that sources answer differently.',
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
				.meta({ description: 'The day of the last change to the record, or null if unknown.' }),
			disputes: z
				.array(disputeSchema)
				.meta({ description: 'The questions about this record that sources answer differently.' }),
			...shape.schema.shape,
			...(kind === 'meetings' && { derived: derivedSchema }),
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
		...(entry.kind === 'meetings' && {
			dates: datesOf(network, entry),
			derived: derivedOf(network, entry),
		}),
	};
}

const metaSchema = z
	.object({
		version: z.literal('v1'),
		edition: z.object({ day: z.iso.date(), commit: z.string() }).nullable().meta({
			description: 'The day and commit of the last change, or null if unknown.',
		}),
		licence: z
			.object({ name: z.string(), address: z.url() })
			.nullable()
			.meta({ description: 'The licence of the record.' }),
		documentation: z.url().meta({ description: 'The page that documents the data.' }),
		derived: z.boolean().meta({
			description:
				'True if the site derived the data from the records. No source states derived data as such.',
		}),
	})
	.meta({ title: 'About this file', description: 'Information about the whole file.' });

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

export interface Route {
	/** The path pattern, relative to the data folder. Variables are in curly brackets. */
	readonly path: string;
	readonly summary: string;
	readonly schema: z.ZodType;
	/** Returns the path of each file and a function that generates the file's content. */
	readonly files: Files<string>;
}

type Files<Content> = (network: Network) => readonly (readonly [path: string, make: () => Content])[];

/** Defines a group of files. Each file begins with its own metadata. */
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
			() => `${JSON.stringify({ meta: aboutFile(network, derived), ...make() })}\n`,
		]),
});

const indexSchema = z.object({
	name: z.string(),
	description: z.string(),
	files: z
		.array(z.object({ address: z.string(), description: z.string() }))
		.meta({ description: 'All path patterns, with variables in {…}.' }),
	kinds: z.array(
		z.object({
			kind: z.enum(kinds),
			title: z.string(),
			description: z.string(),
			count: z.int(),
			address: z.url().meta({ description: 'All records of the kind as JSON.' }),
			csv: z.url().meta({ description: 'All records of the kind as CSV.' }),
		}),
	),
	withdrawn: z
		.array(z.object({ address: z.url(), why: z.string(), instead: referenceSchema.nullable() }))
		.meta({ description: 'Addresses of removed records, with the reasons.' }),
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

const recordsOf = (network: Network, kind: Kind): object[] =>
	network.entries[kind].map((entry) => recordOf(network, entry));

const byKind = (kind: Kind): Route[] => [
	route(
		`${kind}.json`,
		`${kindOf(kind).many}: all records, in the order of the site.`,
		z.object({ records: z.array(shapes[kind].schema) }),
		(network) => [[`${kind}.json`, () => ({ records: recordsOf(network, kind) })]],
	),
	route(
		`${kind}/{id}.json`,
		`${kindOf(kind).one}: one record, also available under its former ids.`,
		z.object({ record: shapes[kind].schema }),
		(network) =>
			network.entries[kind].flatMap((entry) =>
				[entry.id, ...(entry.aliases ?? [])].map(
					(id) => [`${kind}/${id}.json`, () => ({ record: recordOf(network, entry) })] as const,
				),
			),
	),
];

export const routes: readonly Route[] = [
	route(
		'index.json',
		'The index: all files, and the number of records of each kind.',
		indexSchema,
		(network) => [['index.json', () => indexOf(network)]],
	),
	route(
		'network.json',
		'The whole record: the network and all records by kind.',
		z.object({
			network: account.schema.meta({ title: 'Network', description: 'The network as a whole.' }),
			records: z.object(ofEachKind((kind) => z.array(shapes[kind].schema))),
		}),
		(network) => [
			[
				'network.json',
				() => ({
					network: account.write(network.account, network),
					records: ofEachKind((kind) => recordsOf(network, kind)),
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
				how: z.string().meta({ description: 'Explains how the data is derived from the records.' }),
				...schema.shape,
			}),
			(network) => files(network).map(([name, make]) => [`derived/${name}`, () => ({ how, ...make() })]),
			true,
		),
	),
];

export const namedSchemas: Readonly<Record<string, z.ZodType>> = {
	About: metaSchema,
	Date: dateSchema,
	Reference: referenceSchema,
	Dispute: disputeSchema,
	Source: sourceSchema,
	Derived: derivedSchema,
	...ofEachKind((kind) => shapes[kind].schema),
};
