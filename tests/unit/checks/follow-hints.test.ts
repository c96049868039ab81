import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/load-content.ts';
import type { Problem } from '../../../src/records/problem.ts';

// Fixes typical mistakes by following each hint literally, at the line and column of the message.

const base = join(import.meta.dirname, '../../fixtures/base');

let content: string;
beforeEach(() => {
	content = mkdtempSync(join(tmpdir(), 'follow-hints-'));
	cpSync(base, content, { recursive: true });
});
afterEach(() => {
	rmSync(content, { recursive: true });
});

interface Place {
	/** The reported line up to the column, and the rest of it. */
	before: string;
	from: string;
	hint: string;
}

/** Returns the first quoted text of a hint. */
const quotedIn = (hint: string): string => {
	const [, words] = /"(.+?)"(?=[?.]|$)/.exec(hint) ?? [];
	if (words === undefined) throw new Error(`"${hint}" proposes nothing.`);
	return words;
};

const afterColon = (hint: string): string => /^[^:]+: (.*?)\.?$/.exec(hint)?.[1] ?? '';

/** Ways to follow a hint. Each function returns the new line. */
const follow = {
	/** Did you mean …? for a key. */
	key: ({ before, from, hint }) => before + from.replace(/^[^:]+/, quotedIn(hint)),
	/** Did you mean …? for a value. */
	value: ({ before, hint }) => before + quotedIn(hint),
	/** Write it in capitals: …, or: Put it in quotes: … */
	afterColon: ({ before, hint }) => before + afterColon(hint),
	/** The whole line as written in the hint. */
	line: ({ hint }) => /^Write (.*)\.$/.exec(hint)?.[1],
	quotedLine: ({ hint }) => quotedIn(hint),
	/** … on its own line below, indented by two spaces: … */
	nextLine: ({ before, hint }) => `${before.trimEnd()}\n  ${quotedIn(hint)}`,
	/** Add the line "…: …", with a title. */
	addition: ({ before, from, hint }) => `${before}${from}\n${/"(.+: )…"/.exec(hint)?.[1] ?? ''}First meeting`,
	/** Add … at the end of the text. */
	atTheEnd: ({ before, from, hint }) => before + from + (/^Add (.)/.exec(hint)?.[1] ?? ''),
	/** Replace the tab with spaces, two for each level. */
	spaces: ({ before, from }) => before + from.replace('\t', '  '),
	/** Keep one of the two lines. */
	nothing: () => undefined,
} satisfies Record<string, (place: Place) => string | undefined>;

const first = 'meetings/first-meeting.yaml';

// Each mistake has the correct text, the wrong text, the beginning of the hint, and the way to follow it.
const mistakes: readonly [
	name: string,
	file: string,
	right: string,
	wrong: string,
	hint: string,
	how: keyof typeof follow,
][] = [
	['a misspelt key', first, 'title:', 'titel:', 'Did you mean', 'key'],
	['a misspelt choice', first, 'conference', 'confrence', 'Did you mean', 'value'],
	[
		'a country by its name',
		first,
		'country: iceland\nhost',
		'country: Iceland\nhost',
		'Did you mean',
		'value',
	],
	['days in words', first, '2015-05-20/2015-05-21', '20–21 May 2015', 'Did you mean', 'value'],
	['a date the local way', 'sources/charter-2015.yaml', '2025-05-20', '20.05.2025', 'Did you mean', 'value'],
	['a colon in a text', first, 'First meeting', 'First meeting: Harbours', 'Write', 'line'],
	['a number for a text', first, 'First meeting', '1', 'Put the value in quotes', 'afterColon'],
	['one value for a list', first, 'sources:\n  - c', 'sources: c', 'Write each entry', 'nextLine'],
	['a tab', first, '  city', '\tcity', 'Replace the tab', 'spaces'],
	['a code in small letters', 'members/malta.yaml', 'MT', 'mt', 'Write it in capital letters', 'afterColon'],
	['no space after a colon', first, 'title: First', 'title:First', 'Write', 'quotedLine'],
	['a missing key', first, 'title: First meeting\n', '', 'Add the line', 'addition'],
	['a quotation mark that is not closed', first, 'First meeting', '"First meeting', 'Add "', 'atTheEnd'],
	['a key twice', first, 'number: 1\n', 'number: 1\nnumber: 1\n', 'Keep one', 'nothing'],
];

test.each(mistakes)('%s', (_name, file, right, wrong, hint, how) => {
	const path = join(content, file);
	const text = readFileSync(path, 'utf8');
	expect(text).toContain(right);
	writeFileSync(path, text.replace(right, wrong));
	const { problems } = checkContent(content);
	expect(problems).toHaveLength(1);
	const [problem] = problems as [Problem];
	expect(problem.hint.slice(0, hint.length)).toBe(hint);
	const lines = readFileSync(problem.file, 'utf8').split('\n');
	const line = lines[problem.line - 1] ?? '';
	const fixed = follow[how]({
		before: line.slice(0, problem.column - 1),
		from: line.slice(problem.column - 1),
		hint: problem.hint,
	});
	lines.splice(problem.line - 1, 1, ...(fixed === undefined ? [] : [fixed]));
	writeFileSync(problem.file, lines.join('\n'));
	expect(checkContent(content).problems).toEqual([]);
});
