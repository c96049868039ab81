import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConfig, lint } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../../../src/checks/load-content.ts';
import { buildNetwork, type Network } from '../../../../src/network/network.ts';
import { kinds } from '../../../../src/schema/kinds.ts';
import { writeContent } from '../../../bench/content.ts';
import { networkOf } from '../../network/content.ts';
import { hostileNetwork } from './hostile.ts';
import { content, filesOf, jsonOf, network } from './small.ts';

type Json = Record<string, unknown>;

const files = jsonOf(network);
const fileAt = (path: string): Json => {
	const file = files.get(path);
	if (file === undefined) throw new Error(`There is no ${path}.`);
	return file as Json;
};
const recordAt = (path: string): Json => fileAt(path).record as Json;

interface OpenApi {
	info: { description: string };
	paths: Record<
		string,
		{ get: { responses: Record<string, { content: Record<string, { schema: Json }> }> } }
	>;
	components: { schemas: Record<string, Json> };
}
const openApi = fileAt('openapi.json') as unknown as OpenApi;

/** Returns the path pattern of a file, as it appears in the description. */
const formOf = (path: string): string =>
	Object.keys(openApi.paths).find((form) =>
		new RegExp(`^/?${form.slice(1).replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
	) ?? '';

/** Forbids other keys in a schema, to test that it describes all published keys. */
const closed = (schema: unknown): unknown => {
	if (Array.isArray(schema)) return schema.map(closed);
	if (typeof schema !== 'object' || schema === null) return schema;
	const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
	return 'properties' in inner ? { ...inner, additionalProperties: false } : inner;
};

const validator = new Ajv2020({ strict: false, validateFormats: false });
validator.addSchema({ $id: 'openapi', components: closed(openApi.components) });

function faultsOf(of: Network): string[] {
	return [...jsonOf(of)].flatMap(([path, file]) => {
		if (['openapi.json', 'datapackage.json', 'schema.json'].includes(path)) return [];
		const schema = openApi.paths[formOf(path)]?.get.responses['200']?.content['application/json']?.schema;
		if (!schema) return [`${path} is not described`];
		const validate = validator.getSchema(`openapi${String(schema.$ref)}`);
		return validate?.(file) ? [] : [`${path}: ${validator.errorsText(validate?.errors)}`];
	});
}

function generated(meetings: number): Network {
	const directory = mkdtempSync(join(tmpdir(), 'data-'));
	try {
		writeContent(directory, meetings);
		return buildNetwork(loadContent(directory), '2026-01-31');
	} finally {
		rmSync(directory, { recursive: true });
	}
}

describe('the OpenAPI description', () => {
	test('passes the OpenAPI linter', async () => {
		const directory = mkdtempSync(join(tmpdir(), 'openapi-'));
		const file = join(directory, 'openapi.json');
		writeFileSync(file, JSON.stringify(openApi));
		const config = await createConfig('extends: [recommended-strict]');
		const problems = await lint({ ref: file, config });
		rmSync(directory, { recursive: true });
		expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
	});

	test('says how the names in tables relate to those in JSON', () => {
		for (const name of ['place_country', 'from_date', 'as_text', 'meeting_id'])
			expect(openApi.info.description).toContain(`\`${name}\``);
	});

	test.each([
		['a small record', () => network],
		['a record with nothing but one source', () => networkOf({})],
		['a record of hostile texts', () => hostileNetwork(content)],
		['a record of many meetings', () => generated(60)],
	])('describes every file of %s, and every key in it', (_name, make) => {
		expect(faultsOf(make())).toEqual([]);
	});

	test('contains every path pattern', () => {
		const forms = new Set([...files.keys()].map(formOf).filter(Boolean));
		expect([...forms].sort()).toEqual(Object.keys(openApi.paths).sort());
	});
});

test('the JSON Schema describes the whole record and, in its definitions, each kind', () => {
	const schema = fileAt('schema.json');
	const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(schema);
	const isValid = (part: string, path: string): boolean =>
		ajv.getSchema(String(schema.$id) + part)?.(fileAt(path)) === true;
	expect(isValid('', 'network.json')).toBe(true);
	expect(isValid('', 'meetings.json')).toBe(false);
	for (const kind of kinds) expect(isValid(`#/$defs/file-${kind}`, `${kind}.json`), kind).toBe(true);
});

test('the files of a small record match their golden files', async () => {
	for (const path of ['network', 'derived/rotation', 'derived/states/2016-05-26'])
		await expect(`${JSON.stringify(fileAt(`${path}.json`), null, '\t')}\n`).toMatchFileSnapshot(
			`../../../golden/data/${path.replaceAll('/', '-')}.json`,
		);
});

test('no field has two types', () => {
	const types = new Map<string, Set<string>>();
	const visit = (value: unknown, place: string): void => {
		const type = Array.isArray(value) ? 'list' : typeof value;
		if (value !== null) types.set(place, (types.get(place) ?? new Set()).add(type));
		if (Array.isArray(value)) for (const entry of value) visit(entry, `${place}[]`);
		else if (type === 'object')
			for (const [key, entry] of Object.entries(value ?? {})) visit(entry, `${place}.${key}`);
	};
	for (const [path, file] of files) if (formOf(path)) visit(file, formOf(path));
	expect([...types].filter(([, found]) => found.size > 1)).toEqual([]);
});

test('absent values are written as an empty list, false or null', () => {
	expect(recordAt('meetings/online.json')).toMatchObject({ agenda: [], place: null, partOf: null });
	expect(recordAt('offices/office.json')).toMatchObject({ nameIsOurTranslation: false });
	expect(recordAt('glossary/term.json')).toMatchObject({ isOurTranslation: true });
});

test('a date is not more exact than its source and has its first and last possible day', () => {
	expect(recordAt('meetings/second.json').dates).toEqual({
		edtf: '2018-06',
		earliest: '2018-06-01',
		latest: '2018-06-30',
		words: 'June 2018',
	});
});

test('each source names the fields that it supports, with its quote', () => {
	const account = { kind: 'sources', id: 'account', title: 'account', quote: null };
	const report = { kind: 'sources', id: 'report', title: "The host's report" };
	const { sources, place, participants } = recordAt('meetings/first.json');
	// In the same order as in the record, which starts with the main source.
	expect(sources).toMatchObject([
		{ ...report, states: ['number', 'dates'], quote: 'on 26 and 27 May' },
		{ ...account, states: ['body', 'title'] },
	]);
	expect(place).toMatchObject({
		sources: [{ ...report, states: ['city', 'country'], quote: 'met in Athens' }],
	});
	expect(participants).toMatchObject({ sources: [{ ...account, states: ['countries', 'otherCountries'] }] });
	// Editors choose this value themselves, so no source supports it.
	expect(recordAt('members/malta.json').code).toBe('MT');
});

test('texts are letter for letter those of the record, with its quotation marks', () => {
	const [typed, printed] = [`The host's "free" ports`, 'The host’s “free” ports'];
	expect(network.entries.meetings[0]?.agenda?.[0]?.title).toBe(printed);
	expect(recordAt('meetings/first.json').agenda).toMatchObject([{ title: typed }]);
	expect(recordAt('sources/report.json').title).toBe("The host's report");
	for (const [path, file] of filesOf(network)) expect(String(file), path).not.toMatch(/The host’s/);
});

test('a dispute names its record and field, its versions and the one followed, and the record names the dispute', () => {
	const { about, versions, follows } = recordAt('disputes/days.json');
	expect(about).toMatchObject([
		{ record: { kind: 'meetings', id: 'first', title: 'First meeting' }, field: 'dates' },
		{ record: { kind: 'members', id: 'greece' }, field: null },
	]);
	expect(versions).toMatchObject([
		{ id: 'may', claim: 'In May.', sources: [{ id: 'report', quote: 'on 26 and 27 May' }] },
		{ id: 'june', reads: [{ as: 'June' }] },
	]);
	expect(follows).toBe('may');
	const of = (path: string) => recordAt(path).disputes;
	expect(of('meetings/first.json')).toMatchObject([{ id: 'days', fields: ['dates'] }]);
	expect(of('members/greece.json')).toMatchObject([{ id: 'days', fields: [] }]);
});

test('only derived data is marked as derived, with an explanation', () => {
	for (const [path, file] of files) {
		if (!formOf(path)) continue;
		const { meta, how } = file as { meta: Json; how?: string };
		expect([path, meta.derived, how !== undefined]).toEqual([
			path,
			path.startsWith('derived/'),
			path.startsWith('derived/'),
		]);
	}
});

test('every file has its edition, its licence and the address of its documentation', () => {
	for (const [path, file] of files)
		if (formOf(path))
			expect((file as Json).meta, path).toMatchObject({
				version: 'v1',
				edition: { day: '2024-05-06', commit: 'abcdef0123' },
				licence: { name: 'CC BY 4.0' },
				documentation: 'https://history.example.org/pcocp/data/',
			});
});

test('a record is available under its former ids, and the index lists withdrawn addresses', () => {
	expect(recordAt('members/hellas.json')).toEqual(recordAt('members/greece.json'));
	expect(fileAt('index.json').withdrawn).toMatchObject([
		{ address: 'https://history.example.org/pcocp/meetings/zero/', instead: { id: 'first' } },
	]);
});

test('the whole record contains the same records as the files of each kind', () => {
	const { records } = fileAt('network.json') as { records: Record<string, Json[]> };
	for (const kind of kinds) {
		expect(fileAt(`${kind}.json`).records).toEqual(records[kind]);
		for (const record of records[kind] ?? [])
			expect(recordAt(`${kind}/${String(record.id)}.json`)).toEqual(record);
	}
});

test('a session without a day of its own is within the dates of the longer event, in every file', () => {
	const dates = '2016-05-26/2016-05-27';
	const withSession = jsonOf(
		networkOf({
			themes: { ports: {} },
			meetings: {
				event: { dates },
				session: {
					number: 1,
					dates,
					partOf: 'event',
					agenda: [{ id: 'ports', title: 'Ports', wording: 'published', themes: ['ports'] }],
				},
			},
		}),
	);
	const datesIn = (path: string): unknown[] => {
		const found: unknown[] = [];
		JSON.stringify(withSession.get(path), (key, value: unknown) => {
			if (key === 'date' || key === 'dates') found.push((value as { words: string }).words);
			return value;
		});
		return found;
	};
	expect(datesIn('meetings/session.json')).toEqual(['within 26–27 May 2016']);
	expect(datesIn('derived/rotation.json')).toContain('within 26–27 May 2016');
	expect(datesIn('derived/themes.json')).toEqual(['within 26–27 May 2016']);
	expect(datesIn('derived/timeline.json')).toContain('within 26–27 May 2016');
});
