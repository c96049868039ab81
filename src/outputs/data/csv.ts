import { statedIn } from '../../network/citations.ts';
import { titleOf } from '../../network/labels.ts';
import type { Entry, Network } from '../../network/network.ts';
import { pathOf } from '../../site/paths.ts';
import { type Group, valueAt } from '../../records/values.ts';
import type { Field } from '../../schema/field-tree.ts';
import { kindOf, recordFields } from '../../schema/index.ts';
import { type Kind, kinds } from '../../schema/kinds.ts';
import { boundsOf } from '../../schema/edtf.ts';
import { sourcesByGroup } from './shape.ts';

/*
 * The record as tables, from the schemas: one for each kind, one for each of its lists of groups, and one of what rests on which
 * source. A row of a list names the record that it belongs to and its place there. A key of a group follows a dot; a date has three
 * columns; a list of single values is one cell of JSON.
 */

type Cell = string | number | boolean | undefined;

/** A column, in the words of Table Schema. */
export interface Column {
	readonly name: string;
	readonly type: 'string' | 'integer' | 'boolean' | 'date' | 'array';
	readonly title?: string | undefined;
	readonly description?: string | undefined;
	readonly isRequired: boolean;
	readonly choices?: readonly string[];
	/** The kind of record whose id it holds. */
	readonly refersTo?: Kind | undefined;
}

export interface Table {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly columns: readonly Column[];
	/** The names of the columns that tell its rows apart; none where no few do. */
	readonly key: readonly string[];
	rows(network: Network): readonly (readonly Cell[])[];
}

/** A row before its cells are written: what names it, and the group that it tells. */
interface Row {
	readonly names: readonly Cell[];
	readonly group: Group;
}

interface CellColumn extends Column {
	/** What stands in its cell of a group. */
	readonly of: (group: Group) => Cell;
}

const column = (name: string, rest: Partial<Column> = {}): Column => ({
	name,
	type: 'string',
	isRequired: true,
	...rest,
});

/**
 * Returns the columns of a field: those of its keys for a group, three for a date, none for a list of groups, which is a table of
 * its own.
 *
 * @param depth the length of the path of the table's rows, within which the column has its name
 */
function columnsOf(field: Field, depth: number, isRequired: boolean): CellColumn[] {
	const { type, title, description, reference, choices, entry, fields } = field;
	if (fields.length > 0) return columnsIn(fields, depth, isRequired);
	if (entry && entry.fields.length > 0) return [];
	const path = field.path.slice(depth);
	const name = path.join('.');
	const one = { name, title, description, isRequired, type: 'string' } as const;
	const value = (group: Group): Cell => valueAt(group, path) as Cell;
	if (entry) {
		const list = (group: Group): Cell => {
			const values = valueAt(group, path);
			return values === undefined ? undefined : JSON.stringify(values);
		};
		return [{ ...one, type: 'array', of: list }];
	}
	if (type === 'date') {
		const day = (which: 'earliest' | 'latest', words: string): CellColumn => ({
			...one,
			name: `${name}.${which}`,
			title: undefined,
			description: words,
			type: 'date',
			of: (group) => {
				const edtf = valueAt(group, path);
				return edtf === undefined ? undefined : boundsOf(edtf as string)[which];
			},
		});
		return [
			{ ...one, of: value },
			day('earliest', 'The first day that it can mean.'),
			day('latest', 'The last day that it can mean.'),
		];
	}
	if (type === 'mark')
		return [{ ...one, type: 'boolean', isRequired: true, of: (group) => value(group) === true }];
	if (type === 'choice') return [{ ...one, choices, of: value }];
	return [
		{
			...one,
			type: type === 'number' ? 'integer' : 'string',
			refersTo: reference === 'any' ? undefined : reference,
			of: value,
		},
	];
}

/** Returns the columns of the fields of a group; sources are in a table of their own. */
const columnsIn = (fields: readonly Field[], depth = 0, isRequired = true): CellColumn[] =>
	fields
		.filter(({ key }) => key !== 'sources')
		.flatMap((field) => columnsOf(field, depth, isRequired && field.isRequired));

/** Returns the lists of groups among some fields and in their groups. */
const listsIn = (fields: readonly Field[]): Field[] =>
	fields
		.filter(({ key }) => key !== 'sources')
		.flatMap((field) =>
			field.entry ? (field.entry.fields.length > 0 ? [field] : []) : listsIn(field.fields),
		);

/** The tables of a list of groups, and of the lists in these. */
function tablesOfList(
	name: string,
	{ path: whole, title, description, entry }: Field,
	depth: number,
	parentNames: readonly Column[],
	parentRows: (network: Network) => readonly Row[],
): Table[] {
	const path = whole.slice(depth);
	const key = path.join('.');
	const fields = entry?.fields ?? [];
	const place = column('position', {
		type: 'integer',
		description: 'The place in the list, counted from 1.',
	});
	const names = [...parentNames, place];
	const columns = columnsIn(fields, whole.length);
	const rows = (network: Network): Row[] =>
		parentRows(network).flatMap(({ names: outer, group }) =>
			((valueAt(group, path) ?? []) as readonly Group[]).map((each, index) => ({
				names: [...outer, index + 1],
				group: each,
			})),
		);
	const own = `${name}-${key}`;
	// In a list within, the place of the entry around it goes by that one's name.
	const outer = [...parentNames, column(`${key}.position`, { type: 'integer' })];
	return [
		{
			name: own,
			title,
			description,
			columns: [...names, ...columns],
			key: names.map((each) => each.name),
			rows: (network) =>
				rows(network).map((row) => [...row.names, ...columns.map(({ of }) => of(row.group))]),
		},
		...listsIn(fields).flatMap((list) => tablesOfList(own, list, whole.length, outer, rows)),
	];
}

function tablesOfKind(kind: Kind): Table[] {
	const { many, description, one } = kindOf(kind);
	const columns = columnsIn(recordFields[kind]);
	const own = columns.some(({ name }) => name === 'title') ? [] : [column('title')];
	const rows = (network: Network): Row[] =>
		network.entries[kind].map((entry) => ({ names: [entry.id], group: entry }));
	const named = column(`${kind}.id`, { refersTo: kind, description: `The id of the ${one.toLowerCase()}.` });
	return [
		{
			name: kind,
			title: many,
			description,
			columns: [
				column('id'),
				...own,
				column('address', { description: 'The whole address of its page, or of its place on one.' }),
				column('changed', { type: 'date', isRequired: false, description: 'When the record last changed.' }),
				...columns,
			],
			key: ['id'],
			rows: (network) =>
				network.entries[kind].map((entry) => [
					entry.id,
					...own.map(() => titleOf(network, entry)),
					network.address(pathOf(entry)),
					network.changedOn(entry),
					...columns.map(({ of }) => of(entry)),
				]),
		},
		...listsIn(recordFields[kind]).flatMap((list) => tablesOfList(kind, list, 0, [named], rows)),
	];
}

const sources: Table = {
	name: 'rests-on',
	title: 'What rests on which source',
	description: 'Each source with the keys of a record that it stands behind, and its words.',
	columns: [
		column('kind', { choices: kinds }),
		column('id'),
		column('within', {
			isRequired: false,
			description:
				'The group, or the entry of a list by its place counted from 1, that has the keys; empty for the record itself.',
		}),
		column('states', { type: 'array', description: 'The keys there that the source stands behind.' }),
		column('source', { refersTo: 'sources' }),
		column('quote', { isRequired: false, description: 'Its own words, in its own language.' }),
	],
	key: [],
	rows: (network) =>
		kinds.flatMap((kind) =>
			network.entries[kind].flatMap((entry: Entry) =>
				[...sourcesByGroup(statedIn(entry))].flatMap(([path, states]) =>
					[...states].map(([citation, keys]) => [
						kind,
						entry.id,
						path
							.split('/')
							.map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step))
							.join('.'),
						JSON.stringify(keys),
						citation.id,
						citation.quote,
					]),
				),
			),
		),
};

/** All tables. */
export const tables: readonly Table[] = [...kinds.flatMap(tablesOfKind), sources];

// OWASP names what programs take for the beginning of a formula; the wide signs are those of Chinese and Japanese keyboards.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell as RFC 4180 writes it. One that a spreadsheet would run as a formula begins with an apostrophe more. */
function written(cell: Cell): string {
	const text = cell === undefined ? '' : String(cell);
	const harmless = formula.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A table as CSV. */
export const csvOf = (table: Table, network: Network): string =>
	[table.columns.map(({ name }) => name), ...table.rows(network)]
		.map((cells) => `${cells.map(written).join(',')}\r\n`)
		.join('');
