import { expect, test } from 'vitest';
import { commentOn, findingsSchema } from '../../../../src/outputs/changes/comment.ts';

const files = 'https://github.com/example/history/blob/abc';
const problem = {
	file: 'content/meetings/ninth-meeting.yaml',
	line: 5,
	column: 3,
	message: 'The date "2023-13" has no such month.',
	hint: 'Write a month from 01 to 12.',
};
const found = { problems: [], omitted: 0, changes: [] };

test('a comment lists the errors, with links to their lines, and then the changes', () => {
	const findings = { problems: [problem], omitted: 3, changes: ['Adds the theme “Fish”.'] };
	expect(commentOn(findings, files)).toMatchInlineSnapshot(`
		"### Errors

		- [content/meetings/ninth-meeting.yaml, line 5, column 3](https://github.com/example/history/blob/abc/content/meetings/ninth-meeting.yaml#L5): The date "2023-13" has no such month. Write a month from 01 to 12.

		3 more errors not listed here.

		### Changes

		- Adds the theme “Fish”.
		"
	`);
});

test('a comment lists warnings after the errors', () => {
	const problems = [
		{ ...problem, level: 'warning' as const, message: 'The quote has another date.' },
		problem,
	];
	const headings = commentOn({ ...found, problems }, files)
		.split('\n')
		.filter((line) => line.startsWith('#'));
	expect(headings).toEqual(['### Errors', '### Warnings']);
	expect(commentOn({ ...found, problems }, files)).toMatch(/### Warnings\n\n.*The quote has another date\./);
});

test('a comment says if nothing changed', () => {
	expect(commentOn(found, files)).toBe('No changes to the content.\n');
});

test('values in a comment are never Markdown, links or mentions', () => {
	const hostile =
		'<img src=x onerror=alert(1)> **@octocat** [x](https://evil.example) `#1` www.evil.example $x$ | _a_';
	const file = 'content/x](https://evil.example)#/y.yaml';
	const problems = [{ ...problem, file: file.replace('//', '/'), message: hostile, hint: '\n\n# Approved' }];
	expect(commentOn({ problems, omitted: 0, changes: [hostile] }, files)).toMatchInlineSnapshot(`
		"### Errors

		- [content/x\\](https:/evil.example)\\#&#8203;/y.yaml, line 5, column 3](https://github.com/example/history/blob/abc/content/x%5D%28https%3A/evil.example%29%23/y.yaml#L5): \\<img src=x onerror=alert(1)\\> \\*\\*@&#8203;octocat\\*\\* \\[x\\](https://&#8203;evil.example) \\\`\\#&#8203;1\\\` www.&#8203;evil.example \\$x\\$ \\| \\_a\\_ \\#&#8203; Approved

		### Changes

		- \\<img src=x onerror=alert(1)\\> \\*\\*@&#8203;octocat\\*\\* \\[x\\](https://&#8203;evil.example) \\\`\\#&#8203;1\\\` www.&#8203;evil.example \\$x\\$ \\| \\_a\\_
		"
	`);
});

test('references of GitHub stay text: issues, commits and emoji', () => {
	const hash = '3c9f1a0b7d2e4c5f6a8b9d0e1f2a3b4c5d6e7f80';
	const changes = [`Fixes GH-1, gh-23, ${hash}, ${hash.slice(0, 7)} and 20160526 :tada: 14:30:15.`];
	expect(commentOn({ ...found, changes }, files).split('\n')[2]).toBe(
		`- Fixes GH-&#8203;1, gh-&#8203;23, 3c9f1a&#8203;${hash.slice(6)}, 3c9f1a&#8203;0 and 201605&#8203;26 :&#8203;tada: 14:30:15.`,
	);
});

test('a comment stays below the maximum length', () => {
	const changes = Array.from({ length: 3000 }, (_, index) => `Adds the theme “Theme ${String(index)}”.`);
	const problems = Array.from({ length: 900 }, () => ({ ...problem, hint: '['.repeat(300) }));
	const comment = commentOn({ problems, omitted: 0, changes }, files);
	expect(comment.length).toBeLessThan(60_000);
	expect(comment).toMatch(/\d+ more errors not listed here\.[^]*\d+ more changes not listed here\./);
});

test.each([
	'/etc/passwd',
	'content/../../../../evil/x.yaml',
	'content/./x.yaml',
	'content//x.yaml',
	'src/x.ts',
])('an error in a file outside the content is rejected: %s', (file) => {
	expect(findingsSchema.safeParse({ ...found, problems: [problem] }).success).toBe(true);
	expect(findingsSchema.safeParse({ ...found, problems: [{ ...problem, file }] }).success).toBe(false);
});
