import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/load-content.ts';
import { formatProblems, reportFormats } from '../../../src/records/format-problems.ts';

/*
 * A file of nothing but mistakes is answered in under two seconds of the processor's time, and with a report that somebody can read.
 */

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
	'one key again and again': () => 'title: Harbours',
	'unknown keys': (index) => `key-${String(index)}: ${wide}`,
	'unknown keys almost like known ones': (index) => `titl${String.fromCharCode(97 + (index % 26))}: a`,
	'a quotation mark that is never closed': (index) => (index === 0 ? 'title: "Harbours' : '  and more'),
	'quotation marks': () => '"',
	'brackets that are never closed': () => 'a: [',
	'invisible characters': () => `a: ${'\u200b'.repeat(40)}`,
	'no-break spaces': () => '\u00a0\u00a0title: Harbours',
	'marks of conflicts': () => '<<<<<<< main',
	'comments beside values': (index) => `a${String(index)}: b # c`,
	'entries further and further in': (index) => `${' '.repeat(index % 200)}- a`,
	'lines without a key': () => 'Harbours and ships',
	colons: () => ': : : :',
	dashes: () => '- - - -',
	tabs: () => '\ttitle: Harbours',
	'empty entries': () => '-',
	documents: () => '---',
	'anchors and aliases': (index) => `a${String(index)}: &a *a`,
	spaces: () => ' '.repeat(500),
	'one letter and spaces': () => `a${' '.repeat(500)}b`,
	nothing: () => '',
};

const lists: Readonly<Record<string, (index: number) => string>> = {
	'references to nothing': (index) =>
		`${head}  - no-such-source-${String(index)}`.slice(index > 0 ? head.length : 0),
	'one reference again and again': (index) => `${index > 0 ? '' : head}  - charter-2015`,
	'empty references': (index) => `${index > 0 ? '' : head}  - ""`,
	'texts of markup': (index) => `${index > 0 ? '' : `${head}decisions:\n`}  - text: <b>${wide}</b>`,
	'texts in the place of groups': (index) => `${index > 0 ? '' : `${head}agenda:\n`}  - ${wide}`,
	'groups that lack their keys': (index) => `${index > 0 ? '' : `${head}agenda:\n`}  - title: ${wide}`,
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

test('10,000 versions of which none is followed', () => {
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

test.each([
	['a value', `title: [${'a'.repeat(900_000)}]\n`],
	['a text that is no record', 'a'.repeat(900_000)],
	['a key', `${'a'.repeat(900_000)}: b\n`],
	['a text before a comment', `title: ${'a'.repeat(900_000)} # b\n`],
	['a text with a colon', `title: ${'a '.repeat(450_000)}: b\n`],
	['a quotation mark that is never closed', `title: "${'a '.repeat(450_000)}\n`],
	['signs', `title: ${'" '.repeat(450_000)}\n`],
	['wide characters', `title: [${'界'.repeat(300_000)}]\n`],
	['invisible characters', `title: ${'\u{e0041}'.repeat(130_000)}\n`],
	['invisible characters, each on its line', 'title: \u200b\n'.repeat(100_000)],
	['combining characters', `title: [a${'\u0301'.repeat(450_000)}]\n`],
])('a file of 900 KB in which %s is endless', (_, text) => {
	const { seconds, reports } = check(text);
	expect(seconds).toBeLessThan(2);
	for (const report of reports) expect(Buffer.byteLength(report)).toBeLessThan(50_000);
});

test('of thousands of problems the first of each file are told, and how many there are', () => {
	const { reports } = check('title: Harbours\n'.repeat(10_000));
	expect(reports[0]).toContain('9999 problems. The first 50 are shown; fix them and check again.\n');
});
