import { describe, expect, test } from 'vitest';
import { formatProblems } from '../../../src/records/format-problems.ts';
import type { Problem } from '../../../src/records/problem.ts';

const problem: Problem = {
	file: 'content/members/greece.yaml',
	line: 1,
	column: 7,
	rule: 'type',
	message: '"1" is a number. Text is expected.',
	hint: 'Put it in quotes: "1".',
};

const asText = (source: string, column: number): string[] =>
	formatProblems(
		[{ ...problem, column }],
		{ texts: new Map([[problem.file, source]]), fileCount: 1 },
		'text',
	).split('\n');

describe('the text report', () => {
	test('shows the line, a caret, the message and the hint, and ends with a count', () => {
		expect(asText('name: 1\n', 7).join('\n')).toMatchInlineSnapshot(`
			"content/members/greece.yaml:1:7 (type)
			  1 | name: 1
			    |       ^
			  "1" is a number. Text is expected.
			  Put it in quotes: "1".

			1 error in 1 file.
			"
		`);
	});

	test('counts the files if there are no problems', () => {
		expect(formatProblems([], { texts: new Map(), fileCount: 171 }, 'text')).toBe(
			'No problems in 171 files.\n',
		);
	});

	test.each([
		['after tabs', 'a:\t\tx', 5, 'a:→→x', 4],
		['after wide characters', 'a: 日本 x', 7, 'a: 日本 x', 8],
		['after combining characters', 'a: e\u0301 x', 7, 'a: e\u0301 x', 5],
		['after characters outside the basic plane', 'a: 𝄞 x', 7, 'a: 𝄞 x', 5],
		['after characters that reverse the line', 'a: \u202e x', 6, 'a: <U+202E> x', 12],
		['at the end of the line', 'a: x', 5, 'a: x', 4],
	])('places the caret correctly %s', (_, source, column, shown, caret) => {
		const [, line = '', pointer = ''] = asText(source, column);
		expect(line).toBe(`  1 | ${shown}`);
		expect(pointer).toBe(`    | ${' '.repeat(caret)}^`);
	});

	test('shortens a long line around the caret', () => {
		const source = `${'left '.repeat(40)}HERE${' right'.repeat(40)}`;
		const [, line = '', pointer = ''] = asText(source, source.indexOf('HERE') + 1);
		expect(line.length).toBeLessThan(80);
		expect(line.slice(pointer.indexOf('^'))).toMatch(/^HERE right/);
		expect(line).toMatch(/\| ….*…$/);
	});

	test('escapes control characters', () => {
		const report = formatProblems(
			[{ ...problem, file: 'content/\u001b[2J.yaml', message: 'A \u0007 bell.', hint: 'x' }],
			{ texts: new Map([['content/\u001b[2J.yaml', 'a: \u001b[31m']]), fileCount: 1 },
			'text',
		);
		// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
		expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
	});
});

test('file names and texts cannot forge workflow commands', () => {
	const forged = '\n::error::Forged\n##[error]Forged';
	const report = (['text', 'github'] as const).flatMap((format) =>
		formatProblems(
			[{ ...problem, file: `content/${forged}.yaml`, message: `Wrong: ${forged}`, hint: forged }],
			{ texts: new Map([[`content/${forged}.yaml`, forged]]), fileCount: 1 },
			format,
		).split('\n'),
	);
	// https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
	const commands = report.filter((line) => line.trimStart().startsWith('::') || line.includes('##['));
	expect(commands).toEqual([expect.stringMatching(/^::error file=content\/%0A%3A%3Aerror/)]);
});

test('the JSON report has exactly the documented keys', () => {
	const report: unknown = JSON.parse(formatProblems([problem], { texts: new Map(), fileCount: 1 }, 'json'));
	expect(report).toEqual({ problems: [{ ...problem, level: 'error' }], omitted: 0 });
});

test('the GitHub report escapes the ends of properties and messages', () => {
	const report = formatProblems(
		[{ ...problem, file: 'content/a,b:c.yaml', message: '100% wrong', hint: 'Line one\r\nLine two: x, y' }],
		{ texts: new Map(), fileCount: 1 },
		'github',
	);
	expect(report.split('\n')[0]).toBe(
		'::error file=content/a%2Cb%3Ac.yaml,line=1,col=7,title=type::100%25 wrong%0ALine one%0D%0ALine two: x, y',
	);
});
