import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildNetwork, type Network } from '../../../../src/network/network.ts';
import { csvOf, tables } from '../../../../src/outputs/data/csv.ts';
import { type Kind, kinds } from '../../../../src/schema/kinds.ts';
import profile from '../../../golden/data/datapackage-2.0.profile.json' with { type: 'json' };
import { hostile, hostileNetwork } from './hostile.ts';
import { contentOf, idsOf } from '../../network/content.ts';
import { content, filesOf, jsonOf, network } from './small.ts';

interface Resource {
	name: string;
	path: string;
	description: string;
	bytes: number;
	hash: string;
	dialect: object;
	schema: {
		fields: {
			name: string;
			type: string;
			title?: string;
			description?: string;
			constraints: { required: boolean };
		}[];
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
	for (const name of ['meetings', 'rests_on'])
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
	expect(rowsOf(network, 'csv/meetings_agenda.csv')).toMatchObject([
		{ meeting_id: 'first', position: '1', title: `The host's "free" ports`, themes: '["ports"]' },
	]);
	expect(rowsOf(network, 'csv/disputes_versions_reads.csv')).toMatchObject([
		{ dispute_id: 'days', versions_position: '2', position: '1', as_text: 'June' },
	]);
});

// The reserved words of PostgreSQL 17 and six more of DuckDB 1.4. SQLite's reserved words are found by trying them out below.
const reservedInSql =
	`all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
	column concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp
	current_user default deferrable desc describe distinct do else end except false fetch for foreign freeze from full grant group having
	ilike in initially inner intersect into is isnull join lambda lateral leading left like limit localtime localtimestamp natural not
	notnull null offset on only or order outer overlaps pivot pivot_longer pivot_wider placing primary qualify references returning right
	select session_user show similar some summarize symmetric system_user table tablesample then to trailing true union unique unpivot
	user using variadic verbose when where window with`.split(/\s+/);

test('the names of tables and columns need no quotes in SQL', () => {
	const database = new DatabaseSync(':memory:');
	for (const { name, schema } of packageOf(network).resources) {
		const columns = schema.fields.map((field) => field.name);
		for (const each of [name, ...columns]) expect(each, name).toMatch(/^[a-z][a-z0-9_]*$/);
		expect(columns.filter((each) => reservedInSql.includes(each))).toEqual([]);
		database.exec(`CREATE TABLE ${name} (${columns.join(', ')})`);
		expect(database.prepare(`SELECT ${columns.join(', ')} FROM ${name}`).all()).toEqual([]);
	}
});

test('the columns of a record keep its JSON names, in lower case and joined by underscores', () => {
	const columnsOf = (name: string): string[] =>
		packageOf(network)
			.resources.find((each) => each.name === name)
			?.schema.fields.map((field) => field.name) ?? [];
	expect(columnsOf('meetings')).toEqual(
		expect.arrayContaining(['place_country', 'host_first_planned_country', 'participants_other_countries']),
	);
	// "From" is a keyword of SQL.
	expect(columnsOf('secretariat')).toEqual(
		expect.arrayContaining(['from_date', 'from_earliest', 'from_latest', 'from_words', 'until']),
	);
});

test('a row gives its dates in words, as the page does, and the disputes about it', () => {
	const days = '2025-12-01/2025-12-02';
	const meetings = contentOf({
		meetings: { event: { dates: days }, session: { dates: days, partOf: 'event' } },
		disputes: {
			days: {
				question: 'When was the event?',
				about: [{ record: 'meetings/event', field: 'dates' }],
				versions: [
					{ id: 'first', claim: 'First.', sources: ['account'] },
					{ id: 'second', claim: 'Second.', sources: ['account'] },
				],
			},
		},
	});
	const [table] = tables.filter(({ name }) => name === 'meetings');
	if (!table) throw new Error('There is no table of meetings.');
	expect(parse(csvOf(table, buildNetwork(meetings, '2026-01-01')), { columns: true })).toMatchObject([
		{ id: 'event', dates_words: '1–2 December 2025', disputes: '["days"]' },
		{ id: 'session', dates_words: 'within 1–2 December 2025', disputes: '' },
	]);
});

test('hosts and turns, and the seats on the Board, have tables that say that they are derived', () => {
	expect(rowsOf(network, 'csv/derived_hosts.csv')).toMatchObject([
		{ meeting_id: 'first', host_type: 'country', host: 'greece', from_place: 'true', turn: 'greece' },
		{ meeting_id: 'second', host_type: 'country', host: 'malta', from_place: 'false', turn: 'malta' },
		{ meeting_id: 'online', host_type: 'online', host: '', turn: '' },
		{ meeting_id: 'hosted', host_type: 'institution', institution: 'An institute', turn: 'malta' },
		{ meeting_id: 'lost', host_type: 'not-stated', host: '', turn: '' },
	]);
	expect(rowsOf(network, 'csv/derived_seats.csv').slice(0, 3)).toMatchObject([
		{
			meeting_id: 'first',
			seat: 'previous-host',
			country: 'greece',
			reason: 'source',
			based_on: 'board/board',
		},
		{
			meeting_id: 'first',
			next_meeting_id: 'second',
			seat: 'current-host',
			country: 'greece',
			reason: 'turn',
		},
		{
			meeting_id: 'first',
			seat: 'future-host',
			country: 'malta',
			reason: 'turn',
			based_on: 'meetings/second',
		},
	]);
	for (const { name, description } of packageOf(network).resources)
		expect(description.includes('derived by this site'), name).toBe(name.startsWith('derived_'));
});

test('the state on each day has a table with the same answers as the JSON', () => {
	const rows = rowsOf(network, 'csv/derived_states.csv');
	const json = jsonOf(network);
	const { points } = json.get('derived/states.json') as { points: { from: string; state: string }[] };
	expect(points.length).toBeGreaterThan(3);
	for (const { from, state } of points) {
		const file = json.get(state.replace(/.*\/v1\//, '')) as {
			until: string | null;
			members: { id: string }[];
			perhapsMembers: { id: string }[];
			chair: { is: string; terms: { id: string }[] };
			board: string;
			seats: Record<string, { country: { id: string } } | null> | null;
		};
		const own = rows.filter((row) => row.from_date === from);
		const found = (part: string, answer?: string) =>
			own.filter((row) => row.part === part && (answer === undefined || row.answer === answer));
		expect(new Set(own.map(({ until }) => until))).toEqual(new Set([file.until ?? '']));
		expect(found('member', 'stated').map(({ country }) => country)).toEqual(idsOf(file.members));
		expect(found('member', 'uncertain').map(({ country }) => country)).toEqual(idsOf(file.perhapsMembers));
		expect(new Set(found('chair').map(({ answer }) => answer))).toEqual(new Set([file.chair.is]));
		expect(found('chair').flatMap(({ record = '' }) => record.split('/')[1] ?? [])).toEqual(
			idsOf(file.chair.terms),
		);
		expect(found('current-host', 'derived').map(({ country }) => country)).toEqual(
			file.seats?.['current-host'] ? [file.seats['current-host'].country.id] : [],
		);
	}
	expect(rows).toContainEqual({
		from_date: '2016-05-26',
		until: '2016-05-26',
		part: 'member',
		country: 'greece',
		record: 'members/greece',
		answer: 'uncertain',
	});
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
	const row = rowsOf(of, 'csv/meetings.csv').find(({ id }) => id === meeting?.id);
	// A lone surrogate is replaced, because UTF-8 cannot contain it.
	expect(row?.title?.slice(1)).toBe(hostile.toWellFormed());
	const { record } = JSON.parse(String(filesOf(of).get(`meetings/${meeting?.id ?? ''}.json`))) as {
		record: Row;
	};
	expect(record.title).toBe(hostile);
});

// The profile is https://datapackage.org/profiles/2.0/datapackage.json without descriptions.
test('the package matches the profile of the standard', () => {
	const validate = new Ajv({ strict: false, validateFormats: false }).compile(profile);
	validate(packageOf(network));
	expect(validate.errors).toBeNull();
});

test('the package names its format, its licence, its version and every table as the files do', () => {
	const { resources, ...whole } = packageOf(network);
	// The first number is the version of the format, and the second is the day of the edition.
	expect(whole).toMatchObject({
		version: '1.20240506.0',
		licenses: [{ name: 'CC-BY-4.0', title: 'CC BY 4.0' }],
	});
	for (const { name, path, dialect, schema } of resources) {
		expect(path).toBe(`csv/${name}.csv`);
		// Some CSV parsers would otherwise guess the dialect from the first lines, often wrongly.
		expect(dialect).toEqual({
			header: true,
			delimiter: ',',
			lineTerminator: '\r\n',
			quoteChar: '"',
			doubleQuote: true,
			skipInitialSpace: false,
		});
		const undescribed = schema.fields.filter(
			(field) => field.title === undefined && field.description === undefined,
		);
		expect(undescribed, name).toEqual([]);
	}
	for (const { schema } of resources.filter(({ name }) => kinds.includes(name as Kind)))
		for (const key of ['id', 'title'])
			expect(schema.fields.find(({ name }) => name === key)?.description).toMatch(/^The .+\.$/);
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

test('the archive contains the whole record, a README and the licence in one folder, and its hash is next to it', () => {
	const files = filesOf(network);
	const archive = files.get('pcocp-public-history.zip') as Uint8Array;
	const inFolder = Object.entries(unzipSync(archive)).map(([path, bytes]) => {
		expect(path).toMatch(/^pcocp-public-history\//);
		return [path.replace('pcocp-public-history/', ''), Buffer.from(bytes).toString()] as const;
	});
	const { 'README.md': readme, 'LICENSE.txt': licence, ...unpacked } = Object.fromEntries(inFolder);
	expect(readme).toContain('# The record: data');
	expect(licence).toMatch(/^Quotations belong to .*\n\nCC BY 4\.0\nhttps:/);
	expect(Object.keys(unpacked).sort()).toEqual(
		[
			'network.json',
			'openapi.json',
			'network.nt',
			'schema.json',
			'datapackage.json',
			...packageOf(network).resources.map(({ path }) => path),
		].sort(),
	);
	for (const [path, text] of Object.entries(unpacked)) expect(text, path).toBe(files.get(path));
	expect(files.get('pcocp-public-history.zip.sha256')).toBe(
		`${createHash('sha256').update(archive).digest('hex')}  pcocp-public-history.zip\n`,
	);
});
