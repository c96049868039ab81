import { DatabaseSync } from 'node:sqlite';
import { type Network, verbatimNetwork } from '../../network/network.ts';
import { tables } from './csv.ts';
import type { Table } from './table.ts';

/** Writes all tables into a new SQLite file. The same record always produces an identical file. */
export function writeDatabase(network: Network, file: string): void {
	const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
	database.exec('BEGIN');
	for (const table of tables) {
		database.exec(schemaOf(table));
		const insert = database.prepare(
			`INSERT INTO ${table.name} VALUES (${table.columns.map(() => '?').join(', ')})`,
		);
		for (const row of table.rows(verbatimNetwork(network)))
			insert.run(...row.map((cell) => (typeof cell === 'boolean' ? Number(cell) : (cell ?? null))));
	}
	database.exec('COMMIT');
	database.close();
}

/** Returns the statement that creates a table. Descriptions become comments. Names need no quotation marks (see `sqlName`). */
const schemaOf = ({ name, description, columns, key }: Table): string =>
	`CREATE TABLE ${name} ( -- ${description.replace(/\s+/g, ' ')}
	${[
		...columns.map(
			({ name: column, type, isRequired }) =>
				`${column} ${/integer|boolean/.test(type) ? 'INTEGER' : 'TEXT'}${isRequired ? ' NOT NULL' : ''}`,
		),
		...(key.length > 0 ? [`PRIMARY KEY (${key.join(', ')})`] : []),
		...columns.flatMap(({ name: of, refersTo }) =>
			refersTo === undefined ? [] : [`FOREIGN KEY (${of}) REFERENCES ${refersTo} (id)`],
		),
	].join(',\n\t')}
)`;
