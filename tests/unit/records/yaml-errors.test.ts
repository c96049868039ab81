import { join } from 'node:path';
import { YAMLException } from 'js-yaml';
import { expect, test, vi } from 'vitest';
import { indexLines } from '../../../src/records/lines.ts';
import { readYaml } from '../../../src/records/yaml.ts';

/* Very small mistakes in YAML, and valid texts that look similar. Their reports are in `yaml-errors.txt`, which `vitest -u` writes. */
const mistakes: Readonly<Record<string, readonly string[]>> = {
	'quotation marks': [
		'title: "Ninth meeting\ndates: 2018\n',
		'a:  "open\nb: 1\n',
		"title: 'Ninth meeting\ndates: 2018\n",
		'agenda:\n  - "Harbours\n  - Ports\n',
		'title: "a \\"b\\" c\ndates: 2018\n',
		"title: 'It''s here\ndates: 2018\n",
		'a: "x\\\\"\nb: "open\nc: 1\n',
		"a: 'it''s'\nb: 'open\nc: 1\n",
		'a: "one"\nb: [x, "open\nc: 1\n',
		'a: "one" two\nb: 1\n',
		"a: 'it's here'\n",
		'a: "one\n  two" three\nb: 1\n',
		'a: "one\n  two\n  three" four\nb: 1\n',
		'# a "comment\na: "open\n',
		'a: "one\\q"\n',
		'a: "one \\ two \\"\nb: 1\n',
	],
	brackets: [
		'a: [b, c\nd: e\n',
		'a: {b: c\nd: e\n',
		'a: [b, {c: d]\n',
		'a: [b,, c]\n',
		'a: [b c: d, , e]\n',
		'a: [b,\n  c,, d]\ne: 1\n',
		'a: [b,\n  {c d: e: f},\n  g]\n',
		'# [no\na: [b\n',
	],
	'signs with a special meaning in YAML': [
		'a: @b\n',
		'a: `b`\n',
		'-  a:  @b\n',
		'a: - b\n',
		'a: b @ c: d\n',
		'a:\n  - *b c\n',
		'title: {a} b\n',
		'a: *\n',
		'a: &\n',
		'a: !<b c\n',
		'%A\na: 1\n',
		'a: b\n%A\n',
		'a: |x\n  b\n',
	],
	'curly quotation marks and colons': [
		'a: “b: c”\n',
		'a: x “b: c”\n',
		'a: “b: c” x\n',
		'a: b: c\n',
		'a : b : c\n',
		'  a: b: c\n',
		'- a: b: c\n',
		'a: http://x.org: y\n',
		'title: Meeting: the ninth\n  goes on\n',
	],
	'lines without a key': [
		'a: 1\nb\nc: 2\n',
		'a: 1\nHarbours and ports\nb: 2\n',
		'a: 1\nHarbours  and ports\nb: 2\n',
		'a: 1\n(x) title:Ninth\nb: 2\n',
		'a:\n  -\nb c\nd: 1\n',
		'a: 1\nHarbours and\nports\nb: 2\n',
		'a: 1\n\n# x\nHarbours\n\nb: 2\n',
		'a: 1\ntitle:Ninth\nb: 2\n',
		'a: 1\ntitle：Ninth\nb: 2\n',
		'a: 1\n：\nb: 2\n',
		'a: 1\n(x)\nb: 2\n',
		'a:\n  - b\n  -c\n',
		'a:\n  -b\n  - c\n',
		'a: 1\n(x) y\nb: 2\n',
		'a:\n- b\nc d\ne: 1\n',
	],
	'comments that end a text': [
		'a: b # c\n  d\ne: 1\n',
		'a: b\n  # c\n  d\n e: 1\n',
		'a: b # c\n  d: e\n',
		'a: "b" # c\n  d\n',
		"a: 'b # c'\n d: e: f\n",
	],
	indentation: [
		'  a: 1\nb: 2\n',
		'  a: 1\n b: 2\n',
		'x:\n  a:\n  b: 1\n    c: 2\n',
		'  a: 1\n  c: 3\nb: 2\n',
		'# x\n\n  a: 1\nb: 2\n',
		'a:\nb: 1\n  c: 2\n',
		'a:\nb:\n c: 1\n  d: 2\n',
		'a:\n  b: 1\n c: 2\n',
		'a:\n  b: 1\n   c: 2\n',
		'a:\n  - b: 1\n    c: 2\n   d: 3\n',
		'a:\n    b: 1\n  c: 2\nd: 3\n   e: 4\n',
		'a: 1\n  b: 2\n',
		'a:\n- b\n  - c\n',
		'a:\n  - b\n - c\n',
		'a:\n  b: 1\n\n # x\n   c: 2\n',
		'a:\nb\n  c: 2\n',
		'# 5 % more\n%YAML 1.2\n---\na: 1\n',
	],
	tabs: ['\ta: 1\n', '- \tb: c\n', 'a:\tb\n', 'a: b\tc\n'],
	documents: [
		'a: 1\n---\nb: 2\n',
		'---\na: 1\n---\nb: 2\n',
		'a: 1\n...\nb: 2\n',
		'a: ---\n---\nc: 1\n',
		'a: x---\n  y\n--- \nc: 1\n',
		'a: ...\nb: 1\n... \n# x\nc: 2\n',
		'---\n...\n---\n',
		'a: 1\n...',
		'---a: 1\n',
	],
	'missing and unsupported parts': [
		'# x\n',
		'  a: 1 # x\n',
		'  a: 1\n',
		'  a\n',
		'a: *x # c\n',
		'*a : b\n',
		'? [a]\n: b\n',
		'"<<": 1\n',
		': b\n',
		'a: 1\n: b\n',
		'1: b\n',
		'a: 1\na: 2\n',
		'a:\n  b: 1\n  b: 2\n',
		'<<: {a: b}\n',
		'a:\n  <<: *x\n',
	],
	'texts of several lines': [
		'a: b\n  - c\n',
		'a: b\n  -c\n',
		'a: b\n  ? c\n',
		'a: b\n  x2:y\n',
		'a: b\n  see - c\n',
		'a: b\n  (note:1)\n',
		'a: b\n  my note:1\n',
		'a: b\n  https://x.org\n',
		'a: b\n\n  - c\n',
	],
	numbers: [
		'a: 01\n',
		'a: +.5\n',
		'a: 1e3\n',
		'a: 0x1F\n',
		'a: .inf\n',
		'a: -.INF\n',
		'a: .nan\n',
		'a: 1.0\n',
		'a: 12\n',
		'a: 1.5\n',
		'a: -3\n',
		'a: 1:30\n',
		'a: 0o7\n',
	],
	'marks that other programs add': [
		'<<<<<<< main\na: 1\n=======\n',
		'=======\n',
		'||||||| x\n',
		'```yaml\na: 1\n```\n',
		'a: |\n  =======\n',
	],
	'comments beside values': [
		'a: b # c\n',
		'a: "b" # c\n',
		'a: # c\n  b: 1\n',
		'- b # c\n',
		'a: [b, # c\n  d]\n',
		'a: b#c\n',
		'a: |\n  b # c\nd: 1 # e\n',
		'a: > # x\n  b\n',
		'a: &x\n  b: 1\n',
		'a: “b”\n',
		'a: ‘b’\n',
		'a: „b“\n',
		'a: «b»\n',
		'a: “b” and “c”\n',
		'a: “b\n',
		'x: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n',
	],
};

const report = (text: string): string => {
	const read = readYaml(text);
	if ('document' in read) return `is ${JSON.stringify(read.document.value)}`;
	const lines = indexLines(text);
	return read.problems
		.map(({ offset, rule, message, hint }) => {
			const { line, column } = lines.positionAt(offset);
			return `${line}:${column} (${rule})\n  ${message}\n  ${hint}`;
		})
		.join('\n');
};

test('reports each mistake at its position and says what to do, and reads what is valid', async () => {
	const all = Object.entries(mistakes).map(([group, texts]) =>
		[`# ${group}`, ...texts.map((text) => `${JSON.stringify(text)}\n${report(text)}`)].join('\n\n'),
	);
	await expect(`${all.join('\n\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'yaml-errors.txt'));
});

test('does not depend on the wording of the parser’s messages', () => {
	const texts = Object.values(mistakes).flat();
	const expected = texts.map(report);
	const throwAt = YAMLException.throwAt.bind(YAMLException);
	const spy = vi
		.spyOn(YAMLException, 'throwAt')
		.mockImplementation((source, position) => throwAt(source, position, 'reworded'));
	expect(texts.map(report)).toEqual(expected);
	expect(spy).toHaveBeenCalled();
	spy.mockRestore();
});
