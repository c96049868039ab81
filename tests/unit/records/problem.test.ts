import { expect, test } from 'vitest';
import { firstProblems, type Problem, problemsInWords, sortProblems } from '../../../src/records/problem.ts';

const problem: Problem = {
	file: 'content/members/greece.yaml',
	line: 1,
	column: 7,
	rule: 'type',
	message: '"1" is a number. Text is expected.',
	hint: 'Put it in quotes: "1".',
};

/** Returns problems in one file, one on each line. */
const many = (count: number, file: string): Problem[] =>
	Array.from({ length: count }, (_, index) => ({ ...problem, file, line: index + 1 }));

test('problems are sorted by file, line and column, without duplicates', () => {
	const at = (file: string, line: number, column: number, more: Partial<Problem> = {}): Problem => ({
		...problem,
		file,
		line,
		column,
		...more,
	});
	const sorted = [
		at('a', 2, 9),
		at('a', 10, 1),
		at('a', 10, 3),
		at('b', 1, 1, { rule: 'date', message: 'z' }),
		at('b', 1, 1, { rule: 'size', message: 'a' }),
		at('b', 1, 1, { rule: 'size', message: 'b' }),
	];
	const given = [...sorted, ...sorted.map((each) => ({ ...each }))].reverse();
	expect(sortProblems(given)).toEqual(sorted);
	expect(sortProblems(given.reverse())).toEqual(sorted);
});

test('at most fifty problems of each file are shown', () => {
	const [first, second] = [many(60, 'a'), many(50, 'b')];
	const { problems, omitted } = firstProblems([...first, ...second]);
	expect(problems).toEqual([...first.slice(0, 50), ...second]);
	expect(omitted).toBe(10);
});

test('at most two hundred problems are shown', () => {
	const all = ['a', 'b', 'c', 'd', 'e'].flatMap((file) => many(45, file));
	const { problems, omitted } = firstProblems(all);
	expect(problems).toEqual(all.slice(0, 200));
	expect(omitted).toBe(25);
});

test('warnings do not displace errors', () => {
	const warnings = many(60, 'a').map((each) => ({ ...each, level: 'warning' as const }));
	const error = { ...problem, file: 'a', line: 99 };
	const { problems, omitted } = firstProblems([...warnings, error]);
	expect(problems).toEqual([...warnings.slice(0, 50), error]);
	expect(omitted).toBe(10);
});

test.each([
	[1, 0, '1 error'],
	[0, 2, '2 warnings'],
	[2, 1, '2 errors and 1 warning'],
])('%i errors and %i warnings are counted', (errors, warnings, words) => {
	const levels = [...Array<'error'>(errors).fill('error'), ...Array<'warning'>(warnings).fill('warning')];
	expect(problemsInWords(levels.map((level) => ({ level })))).toBe(words);
});

test('a very long message is shortened between two characters', () => {
	const shown = (message: string, hint = problem.hint): Problem | undefined =>
		firstProblems([{ ...problem, message, hint }]).problems[0];
	expect(shown('a'.repeat(1_000))?.message).toBe('a'.repeat(1_000));
	expect(shown('a'.repeat(1_001))?.message).toBe(`${'a'.repeat(1_000)}…`);
	expect(shown(`${'a'.repeat(999)}𝄞`)?.message).toBe(`${'a'.repeat(999)}\ufffd…`);
	expect(shown('a', 'b'.repeat(2_000))).toMatchObject({ message: 'a', hint: `${'b'.repeat(1_000)}…` });
});
