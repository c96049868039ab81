import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLines } from '../../../src/records/lines.ts';
import { readYaml, type Path, type YamlDocument } from '../../../src/records/yaml.ts';

const read = (text: string): YamlDocument => {
	const reading = readYaml(text);
	if (!('document' in reading)) throw new Error(JSON.stringify(reading.problems));
	return reading.document;
};

const text = `title: "Ninth meeting"
dates: 2023-02-22
agenda:
  - id: money
    themes: [tax, 'banks']
  - id: drugs
    note: |
      First line.

      Second line.
empty:
list:
  -
  # - a comment, not an entry
  - last
`;

const positionIn = (document: YamlDocument, path: Path, part: 'value' | 'key'): string => {
	const offset = part === 'key' ? document.keyOffsetOf(path) : document.offsetOf(path);
	const { line, column } = indexLines(text).positionAt(offset);
	return `${line}:${column}`;
};

test.each<[string, Path, string, string]>([
	['quoted text', ['title'], '1:8', '1:1'],
	['plain text', ['dates'], '2:8', '2:1'],
	['a list', ['agenda'], '4:3', '3:1'],
	['a group in a list', ['agenda', 0], '4:5', '4:5'],
	['a value in a group in a list', ['agenda', 0, 'id'], '4:9', '4:5'],
	['an entry of a list in brackets', ['agenda', 0, 'themes', 1], '5:19', '5:19'],
	['a block text', ['agenda', 1, 'note'], '8:7', '7:5'],
	['a key without a value', ['empty'], '11:1', '11:1'],
	['an entry without a value', ['list', 0], '13:3', '13:3'],
	['an entry after a comment', ['list', 1], '15:5', '15:5'],
	['a missing key, at the group around it', ['agenda', 1, 'themes'], '6:5', '6:5'],
	['the whole record', [], '1:1', '1:1'],
])('%s has the right position', (_, path, value, key) => {
	const document = read(text);
	expect(positionIn(document, path, 'value')).toBe(value);
	expect(positionIn(document, path, 'key')).toBe(key);
});

test('dates stay text; only plain numbers, true, false and null are not', () => {
	expect(read('a: 2023-02-22\nb: 2023-02\nc: 2023\nd: yes\ne: true\nf: ~\ng: 12:30\n').value).toEqual({
		a: '2023-02-22',
		b: '2023-02',
		c: 2023,
		d: 'yes',
		e: true,
		f: null,
		g: '12:30',
	});
});

test('values are quoted as they are written in the file', () => {
	const document = read('a: 1.5\nb: "x"\nc: [1, 2]\nd:\n  e: 1\n  f: 2\n');
	expect([['a'], ['b'], ['c'], ['d'], ['z']].map((path) => document.sourceOf(path))).toEqual([
		'1.5',
		'"x"',
		'[1, 2]',
		'e: 1',
		'',
	]);
});

test('an anchor, its alias and a merge key are reported at their positions', () => {
	const reading = readYaml('a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n');
	expect('problems' in reading && reading.problems.map(({ rule, offset }) => [rule, offset])).toEqual([
		['anchor', 3],
		['alias', 16],
		['merge-key', 24],
	]);
});

test('a crafted file is rejected quickly', () => {
	const start = performance.now();
	for (const bomb of [
		'['.repeat(500_000),
		'- '.repeat(250_000),
		'a: {'.repeat(100_000),
		'? '.repeat(250_000),
	]) {
		expect(readYaml(bomb)).toHaveProperty('problems');
	}
	expect(performance.now() - start).toBeLessThan(2_000);
});

// Parts of typical mistakes.
const scrap = fc.constantFrom(
	...[
		'title',
		'a',
		': ',
		':',
		'\n',
		'\r\n',
		'\t',
		'  ',
		'- ',
		'-',
		'"',
		"'",
		'[',
		']',
		'{',
		'}',
		',',
		'#',
		' #',
	],
	...[
		'&a',
		'*a',
		'!x',
		'|',
		'>',
		'---\n',
		'...\n',
		'%YAML',
		'\\',
		'<<',
		'? ',
		'2023',
		'@',
		'`',
		'é',
		'\u202e',
		'\0',
	],
);

test('any text is a record or has problems within the text, and never crashes', () => {
	fc.assert(
		fc.property(fc.array(scrap, { maxLength: 40 }), (scraps) => {
			const input = scraps.join('');
			const reading = readYaml(input);
			if ('document' in reading) return;
			expect(reading.problems).not.toHaveLength(0);
			for (const { offset, message, hint } of reading.problems) {
				expect(offset).toBeGreaterThanOrEqual(0);
				expect(offset).toBeLessThanOrEqual(input.length);
				expect(message).not.toBe('');
				expect(hint).not.toBe('');
			}
		}),
		{ numRuns: 3_000 },
	);
});
