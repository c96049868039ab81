import { titleOf } from '../../network/labels.ts';
import type { RecordOrAccount } from '../../network/citations.ts';
import { heldAt } from '../../network/meetings.ts';
import { disputesAbout, type Entry, type Network } from '../../network/network.ts';
import { pathOf } from '../../site/paths.ts';
import { type Group, valueAt } from '../../records/values.ts';
import type { Field } from '../../schema/field-tree.ts';
import { kindOf, recordFields } from '../../schema/index.ts';
import { type Kind, kinds } from '../../schema/kinds.ts';
import { dateInWords } from '../../schema/dates.ts';
import { boundsOf } from '../../schema/edtf.ts';
import { uncapitalized } from '../../schema/words.ts';
import { derivedColumns, derivedTables } from './derived.ts';
import { dateSchema, sourcesByGroup } from './shape.ts';
import { type Cell, type CellColumn, column, type Column, sqlName, type Table } from './table.ts';

/*
 * Converts the record into tables: one for each kind, one for each list of groups, and one for the sources of all fields. The row of a list
 * entry contains the record's id and the entry's position. A date has four columns. A list of scalars is a single cell with JSON.
 */

interface Row {
	readonly names: readonly Cell[];
	readonly group: Group;
}

/**
 * Returns the columns for a field. A group has columns for each key, and a date has four columns. A list of groups has no columns, because
 * each list has its own table.
 *
 * @param depth the number of path segments to leave out at the start of the column name
 */
function columnsOf(field: Field, depth: number, isRequired: boolean): CellColumn[] {
	const { type, title, description, reference, choices, entry, fields } = field;
	if (fields.length > 0) return columnsIn(fields, depth, isRequired);
	if (entry && entry.fields.length > 0) return [];
	const path = field.path.slice(depth);
	const name = sqlName(...path);
	const cell = (rest: Partial<Column> = {}, write = (value: unknown) => value as Cell): CellColumn => ({
		...column(name, { title, description, isRequired, ...rest }),
		of: (group) => {
			const value = valueAt(group, path);
			return value === undefined ? undefined : write(value);
		},
	});
	const part = (which: 'earliest' | 'latest' | 'words'): CellColumn => ({
		...column(sqlName(...path, which), {
			description: dateSchema.shape[which].description,
			type: which === 'words' ? 'string' : 'date',
			isRequired,
		}),
		of: (group, network) => {
			const date = valueAt(group, path) as string | undefined;
			if (date === undefined) return undefined;
			return which === 'words'
				? (heldAt(network, group as RecordOrAccount, path) ?? dateInWords(date))
				: boundsOf(date)[which];
		},
	});
	switch (type) {
		case 'list':
			return [cell({ type: 'array' }, JSON.stringify)];
		case 'date':
			return [cell(), part('earliest'), part('latest'), part('words')];
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

/** Returns the columns for the fields of a group. Sources have a separate table. */
const columnsIn = (fields: readonly Field[], depth = 0, isRequired = true): CellColumn[] =>
	fields
		.filter(({ key }) => key !== 'sources')
		.flatMap((field) => columnsOf(field, depth, isRequired && field.isRequired));

/** Returns the lists of groups among the given fields, including nested ones. */
const listsIn = (fields: readonly Field[]): Field[] =>
	fields
		.filter(({ key }) => key !== 'sources')
		.flatMap((field) =>
			field.entry ? (field.entry.fields.length > 0 ? [field] : []) : listsIn(field.fields),
		);

function tablesOfList(
	name: string,
	{ path: whole, title, description, entry }: Field,
	depth: number,
	parentNames: readonly Column[],
	parentRows: (network: Network) => readonly Row[],
): Table[] {
	const path = whole.slice(depth);
	const key = sqlName(...path);
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
	const own = `${name}_${key}`;
	// A nested list also has a column for the position of the entry that contains it.
	const outer = [
		...parentNames,
		column(`${key}_position`, { type: 'integer', description: place.description }),
	];
	return [
		{
			name: own,
			title,
			description,
			columns: [...names, ...columns],
			key: names.map((each) => each.name),
			rows: (network) =>
				rows(network).map((row) => [...row.names, ...columns.map(({ of }) => of(row.group, network))]),
		},
		...listsIn(fields).flatMap((list) => tablesOfList(own, list, whole.length, outer, rows)),
	];
}

const idsOrEmpty = (entries: readonly Entry[]): Cell =>
	entries.length > 0 ? JSON.stringify(entries.map(({ id }) => id)) : undefined;

function tablesOfKind(kind: Kind): Table[] {
	const { many, one, ...about } = kindOf(kind);
	const columns = [...columnsIn(recordFields[kind]), ...(kind === 'meetings' ? derivedColumns : [])];
	const own = columns.some(({ name }) => name === 'title')
		? []
		: [column('title', { description: 'The title of the record, as on the site.' })];
	const rows = (network: Network): Row[] =>
		network.entries[kind].map((entry) => ({ names: [entry.id], group: entry }));
	const description = `The id of the ${uncapitalized(one)}.`;
	const named = column(`${kind.replace(/s$/, '')}_id`, { refersTo: kind, description });
	return [
		{
			name: kind,
			title: many,
			description: about.description,
			columns: [
				column('id', { description }),
				...own,
				column('address', {
					description: "The full address of the record's page, or of its place on a page.",
				}),
				column('changed', {
					type: 'date',
					isRequired: false,
					description: 'The day of the last change to the record.',
				}),
				column('disputes', {
					type: 'array',
					isRequired: false,
					description:
						'The ids of the disputes about this record. The table disputes_about has the fields in dispute.',
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
					idsOrEmpty(disputesAbout(network, entry)),
					...columns.map(({ of }) => of(entry, network)),
				]),
		},
		...listsIn(recordFields[kind]).flatMap((list) => tablesOfList(kind, list, 0, [named], rows)),
	];
}

const sources: Table = {
	name: 'rests_on',
	title: 'Sources of each field',
	description:
		'Each citation with the fields of a record that it supports, and a quote. The fields have their names in JSON.',
	columns: [
		column('kind', { choices: kinds, description: 'The kind of the record.' }),
		column('id', { description: 'The id of the record.' }),
		column('within', {
			isRequired: false,
			description:
				'The group with these fields, or the entry of a list by its position counted from 1. Empty for the record itself.',
		}),
		column('position', {
			type: 'integer',
			description: 'The position among the sources of these fields, counted from 1.',
		}),
		column('states', { type: 'array', description: 'The fields that the source supports.' }),
		column('source', { refersTo: 'sources', description: 'The id of the source.' }),
		column('quote', { isRequired: false, description: 'A quote in the original language.' }),
	],
	key: [],
	rows: (network) =>
		kinds.flatMap((kind) =>
			network.entries[kind].flatMap((entry: Entry) =>
				[...sourcesByGroup(entry)].flatMap(([path, states]) =>
					states.map(([citation, keys], index) => [
						kind,
						entry.id,
						path
							.split('/')
							.map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step))
							.join('.'),
						index + 1,
						JSON.stringify(keys),
						citation.id,
						citation.quote,
					]),
				),
			),
		),
};

export const tables: readonly Table[] = [...kinds.flatMap(tablesOfKind), sources, ...derivedTables];

// Characters that start a formula in spreadsheets (according to OWASP), including full-width characters.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** Formats a cell as defined by RFC 4180. Spreadsheets do not treat a cell with a leading apostrophe as a formula. */
function written(cell: Cell): string {
	const text = cell === undefined ? '' : String(cell);
	const harmless = formula.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvOf = (table: Table, network: Network): string =>
	[table.columns.map(({ name }) => name), ...table.rows(network)]
		.map((cells) => `${cells.map(written).join(',')}\r\n`)
		.join('');
