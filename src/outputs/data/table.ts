import type { Network } from '../../network/network.ts';
import type { Group } from '../../records/values.ts';
import type { Kind } from '../../schema/kinds.ts';

/* The names, columns and cells that all tables share. */

/** Explains the names of tables and columns to users of the data. */
export const namesInTables =
	'A column is named after its JSON field, in lower case, with underscores between words and nested keys. For example, `place.country` becomes `place_country`, and `hostFirstPlanned.country` becomes `host_first_planned_country`. A date has three more columns, which end in `_earliest`, `_latest` and `_words`. Because `from` and `as` are SQL keywords, their columns are called `from_date` and `as_text`. The table of a list has a column for the id of the record, such as `meeting_id`.';

const reservedNames: Readonly<Record<string, string>> = { from: 'from_date', as: 'as_text' };

/** Returns the name of a table or column. In SQL, the name needs no quotation marks. */
export function sqlName(...path: readonly string[]): string {
	const name = path.join('_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
	return reservedNames[name] ?? name;
}

export type Cell = string | number | boolean | undefined;

/** A column, described in the terms of Table Schema. */
export interface Column {
	readonly name: string;
	readonly type: 'string' | 'integer' | 'boolean' | 'date' | 'array';
	readonly title?: string | undefined;
	readonly description?: string | undefined;
	readonly isRequired: boolean;
	readonly choices?: readonly string[];
	/** The kind of record that the ids in the column refer to. */
	readonly refersTo?: Kind | undefined;
}

export interface Table {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly columns: readonly Column[];
	/** The names of the primary key columns; empty if the table has no primary key. */
	readonly key: readonly string[];
	rows(network: Network): readonly (readonly Cell[])[];
}

export interface CellColumn extends Column {
	readonly of: (group: Group, network: Network) => Cell;
}

export const column = (name: string, rest: Partial<Column> = {}): Column => ({
	name,
	type: 'string',
	isRequired: true,
	...rest,
});
