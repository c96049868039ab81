import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tables } from '../../../../src/outputs/data/csv.ts';
import { writeDatabase } from '../../../../src/outputs/data/sqlite.ts';
import { hostileNetwork } from './hostile.ts';
import { contentOf, networkOf, oneOfEach } from '../../network/content.ts';

const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
const [one, two, hostile] = ['one', 'two', 'hostile'].map((name) => join(folder, name)) as [
	string,
	string,
	string,
];
const network = networkOf(oneOfEach);
writeDatabase(network, one);
writeDatabase(network, two);

afterAll(() => {
	rmSync(folder, { recursive: true });
});

test('the same record gives the same bytes', () => {
	expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
});

test('the database has the rows and columns of the tables, and all references are valid', () => {
	using database = new DatabaseSync(one, { readOnly: true });
	for (const table of tables) {
		const expected = table
			.rows(network)
			.map((row) => row.map((cell) => (typeof cell === 'boolean' ? Number(cell) : (cell ?? null))));
		const found = database.prepare(`SELECT * FROM ${table.name} ORDER BY rowid`);
		expect(
			found.columns().map(({ name }) => name),
			table.name,
		).toEqual(table.columns.map(({ name }) => name));
		expect(
			found.all().map((row) => Object.values(row)),
			table.name,
		).toEqual(expected);
	}
	expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
});

test('hostile text stays text', () => {
	writeDatabase(hostileNetwork(contentOf(oneOfEach)), hostile);
	using database = new DatabaseSync(hostile, { readOnly: true });
	expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
});
