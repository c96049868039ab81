import { recordFacts } from '../../network/citations.ts';
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
 * The record as tables: one per kind, one per list of groups, and one of the sources of each field. A row of a list has the id of its
 * record and its position there. Keys of groups follow a dot. A date has three columns. A list of single values is one cell of JSON.
 */

type Cell = string | number | boolean | undefined;

/** A column, in the terms of Table Schema. */
export interface Column {
	readonly name: string;
	readonly type: 'string' | 'integer' | 'boolean' | 'date' | 'array';
	readonly title?: string | undefined;
	readonly description?: string | undefined;
	readonly isRequired: boolean;
	readonly choices?: readonly string[];
	/** The kind of record to which the ids in the column refer. */
	readonly refersTo?: Kind | undefined;
}

export interface Table {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly columns: readonly Column[];
	/** The names of the columns that identify a row; empty if there are none. */
	readonly key: readonly string[];
	rows(network: Network): readonly (readonly Cell[])[];
}

/** A row before its cells are written: its ids and its group. */
interface Row {
	readonly names: readonly Cell[];
	readonly group: Group;
}

interface CellColumn extends Column {
	/** Returns the cell of a group. */
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
	const cell = (rest: Partial<Column> = {}, write = (value: unknown) => value as Cell): CellColumn => ({
		...column(name, { title, description, isRequired, ...rest }),
		of: (group) => {
			const value = valueAt(group, path);
			return value === undefined ? undefined : write(value);
		},
	});
	const day = (which: 'earliest' | 'latest', words: string): CellColumn =>
		cell(
			{ name: `${name}.${which}`, title: undefined, description: words, type: 'date' },
			(date) => boundsOf(date as string)[which],
		);
	switch (type) {
		case 'list':
			return [cell({ type: 'array' }, JSON.stringify)];
		case 'date':
			return [
				cell(),
				day('earliest', 'The first day that the date can mean.'),
				day('latest', 'The last day that the date can mean.'),
			];
		case 'mark':
			return [
				{ ...cell({ type: 'boolean', isRequired: true }), of: (group) => valueAt(group, path) === true },
			];
		case 'choice':
			return [cell({ choices })];
		case 'number':
			return [cell({ type: 'integer' })];
		default:
			return [cell({ refersTo: reference === 'any' ? undefined : reference })];
	}
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

/** Returns the tables of a list of groups and of the lists within it. */
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
		description: 'The position in the list, counted from 1.',
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
	// A nested list has a column for the position of the entry around it.
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
				column('address', {
					description: "The full address of the record's page, or of its place on a page.",
				}),
				column('changed', {
					type: 'date',
					isRequired: false,
					description: 'The day of the last change to the record.',
				}),
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
	title: 'Sources of each field',
	description: 'Each citation with the fields of a record that it supports, and a quote.',
	columns: [
		column('kind', { choices: kinds }),
		column('id'),
		column('within', {
			isRequired: false,
			description:
				'The group with these fields, or the entry of a list by its position counted from 1. Empty for the record itself.',
		}),
		column('states', { type: 'array', description: 'The fields that the source supports.' }),
		column('source', { refersTo: 'sources' }),
		column('quote', { isRequired: false, description: 'A quote in the original language.' }),
	],
	key: [],
	rows: (network) =>
		kinds.flatMap((kind) =>
			network.entries[kind].flatMap((entry: Entry) =>
				[...sourcesByGroup(recordFacts(entry))].flatMap(([path, states]) =>
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

export const tables: readonly Table[] = [...kinds.flatMap(tablesOfKind), sources];

// The first characters of a formula in spreadsheets, according to OWASP, including the wide ones of Chinese and Japanese keyboards.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** Returns a cell as RFC 4180 defines it. An apostrophe keeps spreadsheets from running it as a formula. */
function written(cell: Cell): string {
	const text = cell === undefined ? '' : String(cell);
	const harmless = formula.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvOf = (table: Table, network: Network): string =>
	[table.columns.map(({ name }) => name), ...table.rows(network)]
		.map((cells) => `${cells.map(written).join(',')}\r\n`)
		.join('');
