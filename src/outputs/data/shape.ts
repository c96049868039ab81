import * as z from 'zod';
import { recordFacts, type RecordOrAccount, treeOf } from '../../network/citations.ts';
import { titleOf } from '../../network/labels.ts';
import { heldInWords } from '../../network/meetings.ts';
import { type Entry, find, findAt, type Network } from '../../network/network.ts';
import { pathOf } from '../../site/paths.ts';
import { sourceListsOf } from '../../records/facts.ts';
import type { Group } from '../../records/values.ts';
import type { Path } from '../../records/yaml.ts';
import type { Citation } from '../../schema/citation.ts';
import { dateInWords } from '../../schema/dates.ts';
import { boundsOf } from '../../schema/edtf.ts';
import { entryOf, type Field, fieldTree, referredRecord } from '../../schema/field-tree.ts';
import { kinds } from '../../schema/kinds.ts';

/*
 * The JSON format of records: its schema, and the conversion to JSON. The schema and the conversion are based on the field tree, so new
 * fields and kinds need no code here. Each field has only one type, so dates, references and sources are always objects. A missing value is
 * an empty list, `false` or `null`.
 */

const address = z
	.url()
	.meta({ description: "The full address of the record's page, or of its place on a page." });

export const referenceSchema = z
	.object({
		kind: z.enum(kinds),
		id: z.string().meta({ description: 'The id of the record, unique within its kind.' }),
		title: z.string().meta({ description: 'The title of the record.' }),
		address,
	})
	.meta({ title: 'Reference', description: 'A reference to a record.' });

export const dateSchema = z
	.object({
		edtf: z.string().meta({
			description: 'A date or interval in EDTF level 0 (ISO 8601-2): 2022, 2016-05, 2018-06-28/2018-06-30.',
		}),
		earliest: z.iso.date().meta({ description: 'The first day that the date can mean.' }),
		latest: z.iso.date().meta({ description: 'The last day that the date can mean.' }),
		words: z.string().meta({
			description:
				'The date in words: 28–30 June 2018. For a session on an unknown day of a longer event: within 28–30 June 2018.',
		}),
	})
	.meta({ title: 'Date', description: 'A date or interval, never more exact than its source.' });

export const sourceSchema = z
	.object({
		...referenceSchema.shape,
		kind: z.literal('sources'),
		states: z.array(z.string()).meta({
			description:
				'The fields next to the list of sources that this source supports. Nested groups and entries of lists have sources of their own.',
		}),
		quote: z.string().nullable().meta({ description: 'A quote in the original language, or null.' }),
	})
	.meta({ title: 'Source', description: 'A source with the fields that it supports, and a quote.' });

export type Reference = z.output<typeof referenceSchema>;
export type CitedSource = z.output<typeof sourceSchema>;

export const referTo = (network: Network, entry: Entry): Reference => ({
	kind: entry.kind,
	id: entry.id,
	title: titleOf(network, entry),
	address: network.address(pathOf(entry)),
});

export const dateOf = (edtf: string): z.output<typeof dateSchema> => ({
	edtf,
	...boundsOf(edtf),
	words: dateInWords(edtf),
});

/** Returns the dates of a meeting. For a session without a date, returns "within" and the dates of the longer event. */
export const datesOf = (network: Network, meeting: Entry<'meetings'>): z.output<typeof dateSchema> => ({
	...dateOf(meeting.dates),
	words: heldInWords(network, meeting),
});

export const sourceOf = (network: Network, { id, quote }: Citation, states: string[]): CitedSource => ({
	...referTo(network, find(network, 'sources', id)),
	kind: 'sources',
	states,
	quote: quote ?? null,
});

interface Writing {
	readonly network: Network;
	readonly sources: ReturnType<typeof sourcesByGroup>;
}

interface Shape {
	readonly schema: z.ZodType;
	readonly write: (value: unknown, path: Path, writing: Writing) => unknown;
}

const described = (schema: z.ZodType, { title, description }: Field): z.ZodType =>
	schema.meta({ ...(title !== '' && { title }), ...(description !== '' && { description }) });

/** @param isSourced whether a group around the field has sources */
function shapeFor(field: Field, isSourced: boolean): Shape {
	const { type, entry, isRequired } = field;
	const isStated = isSourced && !field.ours;
	if (entry) {
		const { schema, write } = shapeFor(entry, isStated);
		return {
			schema: described(z.array(schema), field),
			write: (value, path, writing) =>
				((value ?? []) as readonly unknown[]).map((each, index) => write(each, [...path, index], writing)),
		};
	}
	if (type === 'mark') return { schema: described(z.boolean(), field), write: (value) => value === true };
	const one = type === 'group' ? groupShape(field, isStated) : valueShape(field);
	if (isRequired) return { ...one, schema: described(one.schema, field) };
	return {
		schema: described(one.schema.nullable(), field),
		write: (value, path, writing) => (value === undefined ? null : one.write(value, path, writing)),
	};
}

function valueShape(field: Field): Shape {
	const { type, choices } = field;
	if (type === 'date') return { schema: dateSchema, write: (value) => dateOf(value as string) };
	if (type === 'reference')
		return {
			schema: referenceSchema,
			write: (value, _path, { network }) =>
				referTo(network, findAt(network, referredRecord(field, value)?.join('/') ?? '')),
		};
	const write = (value: unknown): unknown => value;
	if (type === 'choice') return { schema: z.enum(choices), write };
	return { schema: type === 'number' ? z.int() : z.string(), write };
}

function groupShape(
	{ fields, stated }: Field,
	isWithinSourced: boolean,
): Shape & { readonly schema: z.ZodObject } {
	const isSourced = isWithinSourced || fields.some(({ key }) => key === 'sources');
	const shapes = fields
		.filter(({ key }) => key !== 'sources')
		.map((field) => [field.key, shapeFor(field, isSourced)] as const);
	const hasSources = isSourced && stated.some((field) => entryOf(field).fields.length === 0);
	return {
		schema: z.object({
			...Object.fromEntries(shapes.map(([key, { schema }]) => [key, schema])),
			...(hasSources && { sources: z.array(sourceSchema) }),
		}),
		write: (value, path, writing) => ({
			...Object.fromEntries(
				shapes.map(([key, { write }]) => [key, write((value as Group)[key], [...path, key], writing)]),
			),
			...(hasSources && {
				sources: [...(writing.sources.get(path.join('/')) ?? [])].map(([citation, states]) =>
					sourceOf(writing.network, citation, states),
				),
			}),
		}),
	};
}

/** Returns the citations of each group in a record, by path. Each citation lists the keys that it supports. */
export function sourcesByGroup(
	record: RecordOrAccount,
): ReadonlyMap<string, readonly (readonly [Citation, states: string[]])[]> {
	const order = sourceListsOf(treeOf(record), record).flatMap(({ citations }) => citations);
	const groups = Map.groupBy(recordFacts(record), ({ path }) => path.slice(0, -1).join('/'));
	return new Map(
		[...groups].map(([group, facts]) => {
			const cited = new Set(facts.flatMap(({ citations }) => citations));
			return [
				group,
				[...cited]
					.sort((a, b) => order.indexOf(a) - order.indexOf(b))
					.map((citation) => [
						citation,
						facts.flatMap(({ path, citations }) =>
							citations.includes(citation) ? [String(path.at(-1))] : [],
						),
					]),
			];
		}),
	);
}

export interface RecordShape {
	readonly schema: z.ZodObject;
	readonly write: (record: RecordOrAccount, network: Network) => Group;
}

export function shapeOfRecord(schema: z.core.$ZodObject): RecordShape {
	const shape = groupShape(fieldTree(schema), false);
	return {
		schema: shape.schema,
		write: (record, network) =>
			shape.write(record, [], { network, sources: sourcesByGroup(record) }) as Group,
	};
}
