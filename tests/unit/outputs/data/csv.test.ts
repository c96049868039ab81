import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Network } from '../../../../src/network/network.ts';
import profile from '../../../golden/data/datapackage-2.0.profile.json' with { type: 'json' };
import { hostile, hostileNetwork } from './hostile.ts';
import { content, filesOf, network } from './small.ts';

interface Resource {
	name: string;
	path: string;
	bytes: number;
	hash: string;
	schema: {
		fields: { name: string; type: string; constraints: { required: boolean } }[];
		primaryKey?: string[];
		foreignKeys?: { fields: [string]; reference: { resource: string; fields: [string] } }[];
	};
}

type Row = Record<string, string>;

const ofHostile = hostileNetwork(content);

const packageOf = (of: Network): { resources: Resource[] } =>
	JSON.parse(String(filesOf(of).get('datapackage.json'))) as { resources: Resource[] };

/** Returns the cells of each line. */
const linesOf = (text: string): string[][] => parse(text);

/** Returns the rows of a table, parsed by a CSV library. */
const rowsOf = (of: Network, path: string): Row[] =>
	parse<Row>(String(filesOf(of).get(path)), { columns: true });

test('tables match their golden files', async () => {
	for (const name of ['meetings', 'rests-on'])
		await expect(filesOf(network).get(`csv/${name}.csv`)).toMatchFileSnapshot(
			`../../../golden/data/${name}.csv`,
		);
});

test('all lines of a table end with CRLF and have the same number of cells', () => {
	for (const { path, schema } of packageOf(network).resources) {
		const text = String(filesOf(network).get(path));
		expect(text.endsWith('\r\n'), path).toBe(true);
		const lines = linesOf(text);
		expect(lines[0], path).toEqual(schema.fields.map(({ name }) => name));
		expect(new Set(lines.map(({ length }) => length)).size, path).toBe(1);
	}
});

test('a list of groups has its own table, with the ids of its records', () => {
	expect(rowsOf(network, 'csv/meetings-agenda.csv')).toMatchObject([
		{ 'meetings.id': 'first', position: '1', title: 'Ports', themes: '["ports"]' },
	]);
	expect(rowsOf(network, 'csv/disputes-versions-reads.csv')).toMatchObject([
		{ 'disputes.id': 'days', 'versions.position': '2', position: '1', as: 'June' },
	]);
});

test('a cell that a spreadsheet would run as a formula starts with an apostrophe', () => {
	const rows = rowsOf(ofHostile, 'csv/meetings.csv');
	for (const { title } of rows) expect(title?.slice(0, 5)).toBe("'=cmd");
	const cells = [...filesOf(ofHostile)]
		.filter(([path]) => path.endsWith('.csv'))
		.flatMap(([, text]) => linesOf(String(text)).flat());
	expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
});

test('hostile text is escaped', () => {
	const of = ofHostile;
	const [meeting] = of.entries.meetings;
	expect(meeting?.title).toHaveLength(hostile.length);
	const row = rowsOf(of, 'csv/meetings.csv').find(({ id }) => id === meeting?.id);
	// A lone surrogate is replaced, because UTF-8 cannot contain it.
	expect(row?.title?.slice(1)).toBe(meeting?.title.toWellFormed());
	const { record } = JSON.parse(String(filesOf(of).get(`meetings/${meeting?.id ?? ''}.json`))) as {
		record: Row;
	};
	expect(record.title).toBe(meeting?.title);
});

// The profile is https://datapackage.org/profiles/2.0/datapackage.json without descriptions.
test('the package matches the profile of the standard', () => {
	const validate = new Ajv({ strict: false, validateFormats: false }).compile(profile);
	validate(packageOf(network));
	expect(validate.errors).toBeNull();
});

test('each table matches the package: size, hash, required values, primary keys and foreign keys', () => {
	const { resources } = packageOf(network);
	const tables = new Map(resources.map((resource) => [resource.name, rowsOf(network, resource.path)]));
	for (const { name, path, bytes, hash, schema } of resources) {
		const content = Buffer.from(String(filesOf(network).get(path)));
		expect(content.length).toBe(bytes);
		expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
		const rows = tables.get(name) ?? [];
		for (const { name: field, type, constraints } of schema.fields) {
			const cells = rows.map((row) => row[field] ?? '');
			if (constraints.required) expect(cells, `${name}.${field}`).not.toContain('');
			const form = {
				integer: /^\d+$/,
				boolean: /^(true|false)$/,
				date: /^\d{4}-\d\d-\d\d$/,
				array: /^\[.*\]$/s,
			}[type];
			for (const cell of cells) if (cell !== '' && form) expect(cell, `${name}.${field}`).toMatch(form);
		}
		const { primaryKey, foreignKeys } = schema;
		if (primaryKey)
			expect(new Set(rows.map((row) => primaryKey.map((key) => row[key]).join(' '))).size, name).toBe(
				rows.length,
			);
		for (const {
			fields: [field],
			reference,
		} of foreignKeys ?? []) {
			const known = new Set(tables.get(reference.resource)?.map((row) => row[reference.fields[0]]));
			const lost = rows.map((row) => row[field] ?? '').filter((cell) => cell !== '' && !known.has(cell));
			expect(lost, `${name}.${field}`).toEqual([]);
		}
	}
});

test('the archive contains the whole record, and its hash is next to it', () => {
	const files = filesOf(network);
	const archive = files.get('pcocp-public-history.zip') as Uint8Array;
	const unpacked = unzipSync(archive);
	expect(Object.keys(unpacked).sort()).toEqual(
		[
			'network.json',
			'openapi.json',
			'datapackage.json',
			...packageOf(network).resources.map(({ path }) => path),
		].sort(),
	);
	for (const [path, bytes] of Object.entries(unpacked))
		expect(Buffer.from(bytes).toString(), path).toBe(files.get(path));
	expect(files.get('pcocp-public-history.zip.sha256')).toBe(
		`${createHash('sha256').update(archive).digest('hex')}  pcocp-public-history.zip\n`,
	);
});
