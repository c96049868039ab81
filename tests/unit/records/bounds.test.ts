import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/load-content.ts';
import { formatProblems, reportFormats } from '../../../src/records/format-problems.ts';

// Tests that checking a file full of mistakes takes less than two seconds of CPU time and produces a short report.

let content: string;
beforeAll(() => {
	content = mkdtempSync(join(tmpdir(), 'rubbish-'));
	cpSync(join(import.meta.dirname, '../../fixtures/base'), content, { recursive: true });
});
afterAll(() => {
	rmSync(content, { recursive: true });
});

const head = 'body: conference\ntitle: First meeting\ndates: 2015-05-20\nsources:\n  - charter-2015\n';
const wide = '界'.repeat(90);

const lines: Readonly<Record<string, (index: number) => string>> = {
	'the same key': () => 'title: Harbours',
	'unknown keys': (index) => `key-${String(index)}: ${wide}`,
	'unknown keys almost like known ones': (index) => `titl${String.fromCharCode(97 + (index % 26))}: a`,
	'an unclosed quotation mark': (index) => (index === 0 ? 'title: "Harbours' : '  and more'),
	'quotation marks': () => '"',
	'unclosed brackets': () => 'a: [',
	'invisible characters': () => `a: ${'\u200b'.repeat(40)}`,
	'no-break spaces': () => '\u00a0\u00a0title: Harbours',
	'conflict marks': () => '<<<<<<< main',
	'comments beside values': (index) => `a${String(index)}: b # c`,
	'entries with more and more indentation': (index) => `${' '.repeat(index % 200)}- a`,
	'lines without a key': () => 'Harbours and ships',
	colons: () => ': : : :',
	dashes: () => '- - - -',
	tabs: () => '\ttitle: Harbours',
	'empty entries': () => '-',
	documents: () => '---',
	'anchors and aliases': (index) => `a${String(index)}: &a *a`,
	spaces: () => ' '.repeat(500),
	'one letter and spaces': () => `a${' '.repeat(500)}b`,
	'empty lines': () => '',
};

const lists: Readonly<Record<string, (index: number) => string>> = {
	'wrong references': (index) =>
		`${head}  - no-such-source-${String(index)}`.slice(index > 0 ? head.length : 0),
	'the same reference': (index) => `${index > 0 ? '' : head}  - charter-2015`,
	'empty references': (index) => `${index > 0 ? '' : head}  - ""`,
	'texts with markup': (index) => `${index > 0 ? '' : `${head}decisions:\n`}  - text: <b>${wide}</b>`,
	'texts instead of groups': (index) => `${index > 0 ? '' : `${head}agenda:\n`}  - ${wide}`,
	'groups without required keys': (index) => `${index > 0 ? '' : `${head}agenda:\n`}  - title: ${wide}`,
};

const check = (
	text: string,
	file = 'meetings/first-meeting.yaml',
): { seconds: number; reports: string[] } => {
	writeFileSync(join(content, file), text);
	const start = process.cpuUsage();
	const { problems, ...context } = checkContent(content);
	const reports = reportFormats.map((format) => formatProblems(problems, context, format));
	const { user, system } = process.cpuUsage(start);
	const seconds = (user + system) / 1_000_000;
	expect(problems.length).toBeGreaterThan(0);
	return { seconds, reports };
};

test.each(Object.entries({ ...lines, ...lists }))('10,000 lines of %s', (_, line) => {
	const { seconds, reports } = check(Array.from({ length: 10_000 }, (_, index) => line(index)).join('\n'));
	expect(seconds).toBeLessThan(2);
	for (const report of reports) expect(Buffer.byteLength(report)).toBeLessThan(50_000);
});

test('10,000 lines of wrong languages', () => {
	const names = Array.from(
		{ length: 10_000 },
		(_, index) => `  - { name: a, language: Elvish ${String(index)} }`,
	);
	const file = 'offices/malta-harbour-office.yaml';
	const text = readFileSync(join(content, file), 'utf8');
	const { seconds, reports } = check(`${text}nativeNames:\n${names.join('\n')}\n`, file);
	writeFileSync(join(content, file), text);
	expect(seconds).toBeLessThan(2);
	for (const report of reports) expect(Buffer.byteLength(report)).toBeLessThan(50_000);
});

test('10,000 versions, none of them followed', () => {
	const versions = Array.from(
		{ length: 10_000 },
		(_, index) => `  - { id: version-${String(index)}, claim: So it is., sources: [charter-2015] }`,
	);
	const file = 'disputes/malta-joined.yaml';
	const text = readFileSync(join(content, file), 'utf8');
	const { seconds, reports } = check(
		`question: When?\nabout:\n  - record: members/malta\nversions:\n${versions.join('\n')}\nfollows: another\n`,
		file,
	);
	writeFileSync(join(content, file), text);
	expect(seconds).toBeLessThan(2);
	for (const report of reports) expect(Buffer.byteLength(report)).toBeLessThan(50_000);
});

const manyIn = (count: number, id: (index: number) => string): string =>
	`[${Array.from({ length: count }, (_, index) => id(index)).join(', ')}]`;

test.each([
	['former ids', `${head}  - no-such-source\naliases: ${manyIn(60_000, (index) => `x${index}`)}`, undefined],
	[
		'unknown sources',
		`${head.slice(0, head.indexOf('\n  -'))} ${manyIn(43_000, (index) => `x${index}`)}`,
		undefined,
	],
	['lost addresses', `published: ${manyIn(20_000, (index) => `/members/x${index}/`)}`, 'addresses.yaml'],
])('a list of many %s', (_, text, file) => {
	cpSync(join(import.meta.dirname, '../../fixtures/base'), content, { recursive: true });
	const { seconds, reports } = check(text, file);
	rmSync(join(content, 'addresses.yaml'), { force: true });
	expect(seconds).toBeLessThan(2);
	for (const report of reports) expect(Buffer.byteLength(report)).toBeLessThan(50_000);
});

test('many unknown sources, beside as many sources as the published record has', () => {
	const source = readFileSync(join(content, 'sources/charter-2015.yaml'), 'utf8');
	const files = Array.from({ length: 80 }, (_, index) => join(content, `sources/report-${index}.yaml`));
	files.forEach((file, index) => {
		writeFileSync(file, source.replace('/charter', `/report-${index}`));
	});
	const ids = manyIn(25_000, (index) => `unknown-${index}`);
	const { seconds } = check(head.replace('\n  - charter-2015', ` ${ids}`));
	for (const file of files) rmSync(file);
	expect(seconds).toBeLessThan(2);
});

test.each([
	['a value', `title: [${'a'.repeat(900_000)}]\n`],
	['a text instead of a record', 'a'.repeat(900_000)],
	['a key', `${'a'.repeat(900_000)}: b\n`],
	['a text before a comment', `title: ${'a'.repeat(900_000)} # b\n`],
	['a text with a colon', `title: ${'a '.repeat(450_000)}: b\n`],
	['an unclosed quotation mark', `title: "${'a '.repeat(450_000)}\n`],
	['signs', `title: ${'" '.repeat(450_000)}\n`],
	['wide characters', `title: [${'界'.repeat(300_000)}]\n`],
	['invisible characters', `title: ${'\u{e0041}'.repeat(130_000)}\n`],
	['invisible characters, each on its line', 'title: \u200b\n'.repeat(100_000)],
	['combining characters', `title: [a${'\u0301'.repeat(450_000)}]\n`],
])('a file of 900 KB with endless text in %s', (_, text) => {
	const { seconds, reports } = check(text);
	expect(seconds).toBeLessThan(2);
	for (const report of reports) expect(Buffer.byteLength(report)).toBeLessThan(50_000);
});

test('a report shows the first problems of a file and the total number', () => {
	const { reports } = check('title: Harbours\n'.repeat(10_000));
	expect(reports[0]).toContain('9999 problems. The first 50 are shown; fix them and check again.\n');
});
