import { describe, expect, test } from 'vitest';
import { titlesInSentences } from '../../../../src/outputs/changes/names.ts';
import { emptyState, type State } from '../../../../src/outputs/changes/state.ts';
import { changesBetween } from '../../../../src/outputs/changes/changes.ts';
import { formatChanges, pagesInWords } from '../../../../src/outputs/changes/format.ts';
import { metaOf, shapeOf, unwrap } from '../../../../src/records/schema-walk.ts';
import { kindOf, singleSchemas } from '../../../../src/schema/index.ts';
import { kinds } from '../../../../src/schema/kinds.ts';
import * as z from 'zod';
import { contentOf, type Changes } from '../../network/content.ts';

const countries: Changes['members'] = {
	greece: { name: 'Greece' },
	bulgaria: { name: 'Bulgaria' },
	malta: { name: 'Malta' },
};

const state = (changes: Changes, more: Partial<State> = {}): State => {
	const { site, network, records } = contentOf({ ...changes, members: { ...countries, ...changes.members } });
	return { ...emptyState, records, site, network, ...more };
};

const sentences = (before: Changes, after: Changes): readonly string[] =>
	changesBetween(state(before), state(after)).sentences;

const item = (id: string, title: string) => ({ id, title, wording: 'published' as const, themes: [] });

const athens = {
	title: 'Twelfth meeting',
	number: 12,
	dates: '2026-06-03/2026-06-04',
	place: { city: 'Athens', country: 'greece' },
	agenda: ['a', 'b', 'c', 'd'].map((id) => item(id, `Item ${id}`)),
};

describe('a new record is told by what a reader knows it by:', () => {
	test.each([
		[
			{ meetings: { 'twelfth-meeting': athens } },
			'Adds the twelfth meeting (Athens, 3–4 June 2026) with 4 agenda items.',
		],
		[
			{
				meetings: {
					board: { title: 'Board meeting', body: 'executive-board', mode: 'online', dates: '2026-05' },
				},
			},
			'Adds the meeting “Board meeting” (online, May 2026).',
		],
		[
			{ members: { italy: { name: 'Italy', joined: { date: '2026-06-03', how: 'Signed.' } } } },
			'Adds Italy as a member, joined on 3 June 2026.',
		],
		[{ offices: { special: { name: 'Special Office' } } }, 'Adds the office “Special Office” of Greece.'],
		[
			{ secretariat: { next: { country: 'greece', from: '2026-01' } } },
			"Adds Greece's term (January 2026 – end not stated).",
		],
		[
			{ sources: { news: { title: 'News', publisher: 'OSCE', published: '2026-06-05' } } },
			'Adds the source “News” (OSCE, 5 June 2026).',
		],
		[{ disputes: { when: { question: 'When?' } } }, 'Adds the disagreement “When?” with 2 versions.'],
		[{ documents: { plan: { title: 'Plan', type: 'plan' } } }, 'Adds the plan “Plan” (May 2016).'],
	] satisfies [Changes, string][])('%#', (after, sentence) => {
		expect(sentences({}, after)).toEqual([sentence]);
	});
});

test('a record that is gone is told with the warning that its address is gone as well', () => {
	expect(sentences({ themes: { fish: { name: 'Fish' } } }, {})).toEqual([
		'Removes the theme “Fish”. Its address leads nowhere, unless another record names its id under "aliases".',
	]);
});

describe('a date is moved', () => {
	const term = (until?: string): Changes => ({
		secretariat: { term: { country: 'bulgaria', from: '2021-12', ...(until !== undefined && { until }) } },
	});

	test('from one to another', () => {
		expect(sentences(term('2025-12'), term('2026-03'))).toEqual([
			"Moves the end of Bulgaria's term from December 2025 to March 2026.",
		]);
	});

	test('in where it was not stated, and out', () => {
		expect(sentences(term(), term('2026-03'))).toEqual(["Adds the end of Bulgaria's term: March 2026."]);
		expect(sentences(term('2026-03'), term())).toEqual(["Removes the end of Bulgaria's term: March 2026."]);
	});

	test('in the one of several terms that it belongs to', () => {
		const earlier = { country: 'bulgaria', from: '2017-10' };
		const both = (until: string): Changes => ({
			secretariat: { ...term(until).secretariat, earlier },
		});
		expect(sentences(both('2025-12'), both('2026-03'))).toEqual([
			"Moves the end of Bulgaria's term that began in December 2021 from December 2025 to March 2026.",
		]);
	});

	test('inside of a group', () => {
		const joined = (date: string): Changes => ({
			members: { greece: { name: 'Greece', joined: { date, how: 'Signed.' } } },
		});
		expect(sentences(joined('2019-06'), joined('2019-06-04'))).toEqual([
			'Moves the date of the joining of Greece from June 2019 to 4 June 2019.',
		]);
	});
});

describe('a list is told by how many came and went, and which', () => {
	const published = { one: { title: 'One' }, two: { title: 'Two' }, three: { title: 'Three' } };
	const resting = (...sources: string[]): Changes => ({
		members: { greece: { name: 'Greece', sources } },
		sources: published,
	});

	test.each([
		[
			['one', 'two', 'three'],
			['one'],
			'Greece now has 2 sources fewer. It no longer names “Two” and “Three”.',
		],
		[['one'], ['one', 'two'], 'Greece now has 1 source more. It newly names “Two”.'],
		[
			['one', 'two'],
			['three', 'two'],
			'Greece now has 1 source more and 1 fewer. It newly names “Three” and no longer names “One”.',
		],
		[['one', 'two'], ['two', 'one'], 'Changes the order of the sources of Greece.'],
	])('from %j to %j', (before, after, sentence) => {
		expect(sentences(resting(...before), resting(...after))).toEqual([sentence]);
	});
});

describe('the parts of a record', () => {
	const meeting = (changes: Partial<NonNullable<Changes['meetings']>[string]>): Changes => ({
		meetings: { ninth: { title: 'Ninth meeting', ...changes } },
	});

	test('come and go with their names', () => {
		expect(
			sentences(
				meeting({ agenda: [item('a', 'Money'), item('b', 'Firearms')] }),
				meeting({ agenda: [item('a', 'Money'), item('c', 'Crypto'), item('d', 'Fraud')] }),
			),
		).toEqual([
			'Adds 2 agenda items to the ninth meeting: “Crypto” and “Fraud”.',
			'Removes the agenda item “Firearms” from the ninth meeting.',
		]);
		expect(sentences(meeting({}), meeting({ place: { city: 'Athens', country: 'greece' } }))).toEqual([
			'Adds the place of the ninth meeting: “Athens”, Greece.',
		]);
	});

	test('change by themselves, and their order as well', () => {
		expect(
			sentences(
				meeting({ agenda: [item('a', 'Money'), item('b', 'Firearms')] }),
				meeting({ agenda: [item('b', 'Firearms'), { ...item('a', 'Money'), wording: 'restated' }] }),
			),
		).toEqual([
			'Changes the wording of the agenda item “Money” of the ninth meeting from “published” to “restated”.',
			'Changes the order of the agenda of the ninth meeting.',
		]);
	});

	test('that have no id are the same where they stand at the same place', () => {
		const decisions = (...texts: string[]) => meeting({ decisions: texts.map((text) => ({ text })) });
		expect(sentences(decisions('It began.', 'It ended.'), decisions('It started.', 'It ended.'))).toEqual([
			'Changes the decision of the ninth meeting from “It began.” to “It started.”.',
		]);
	});

	test('are shown only where they differ, when they are long', () => {
		const words = (last: string) =>
			`Countering terrorism and the challenges that foreign fighters pose: processing and prosecution of ${last} by the offices of the network in the years since.`;
		expect(sentences(meeting({ note: words('one') }), meeting({ note: words('all') }))).toEqual([
			'Rewords the note of the ninth meeting: “… and prosecution of one by the offices …” becomes “… and prosecution of all by the offices …”.',
		]);
	});
});

describe('a renamed record', () => {
	const before: Changes = {
		themes: { money: { name: 'Money' } },
		meetings: { first: { agenda: [{ ...item('a', 'Money'), themes: ['money'] }] } },
	};
	const after: Changes = {
		themes: { finance: { name: 'Money', aliases: ['money'] } },
		meetings: { first: { agenda: [{ ...item('a', 'Money'), themes: ['finance'] }] } },
	};

	test('is one change, and what follows from it is none', () => {
		expect(sentences(before, after)).toEqual([
			'Renames the theme “Money”: “themes/money” is now “themes/finance”, and its old address leads there.',
		]);
	});

	test('has a new page, and its old one is not gone', () => {
		const { pages } = changesBetween(state(before), state(after));
		expect(pages).toEqual({ added: ['/themes/finance/'], changed: ['/themes/'], removed: [] });
	});
});

describe('a state that is not of today’s shape', () => {
	const readable = state({ meetings: { ninth: { title: 'Ninth meeting' } } });
	const unreadable = state({}, { unreadable: new Map([['meetings/ninth', 'titel: Ninth meeting\n']]) });

	test('is compared as far as it goes', () => {
		expect(changesBetween(unreadable, readable).sentences).toEqual([
			"The ninth meeting could not be compared field by field, because its earlier form is not of today's shape.",
		]);
		expect(changesBetween(readable, { ...unreadable, problemCount: 1 }).sentences).toEqual([
			'The ninth meeting could not be compared field by field, because its new form is not of the shape that records have.',
			'The new state has 1 problem; npm run check tells them.',
		]);
	});

	test('has not changed where its text has not', () => {
		expect(changesBetween(unreadable, unreadable).sentences).toEqual([]);
	});

	test('may lack everything', () => {
		expect(changesBetween(emptyState, emptyState).sentences).toEqual([]);
		expect(changesBetween(emptyState, readable).sentences).toContain('Adds the ninth meeting (June 2018).');
		expect(changesBetween(readable, emptyState).sentences).toContain('Removes the site (site.yaml).');
	});
});

test('references that lead nowhere are shown as they are written', () => {
	expect(
		sentences(
			{ meetings: { a: { title: 'First meeting' } } },
			{ meetings: { a: { title: 'First meeting', partOf: 'gone' } } },
		),
	).toEqual(['Adds the larger meeting of the first meeting: “gone”.']);
});

test('the pages are those that tell of what changed', () => {
	const { pages } = changesBetween(state({}), state({ meetings: { 'twelfth-meeting': athens } }));
	expect(pages).toEqual({
		added: ['/meetings/twelfth-meeting/'],
		changed: ['/meetings/', '/members/greece/', '/sources/account/'],
		removed: [],
	});
	expect(pagesInWords(pages)).toBe('3 pages change, 1 is new.');
	expect(pagesInWords({ added: [], changed: ['/a/'], removed: ['/b/', '/c/'] })).toBe(
		'1 page changes, 2 are gone.',
	);
});

test('a change that is none is said to be none', () => {
	expect(formatChanges(changesBetween(state({}), state({})), 'markdown')).toBe(
		'Nothing changes in the content.\n',
	);
});

test('nothing that a record holds is Markdown, a link or a mention in a comment', () => {
	const hostile =
		'<img src=x onerror=alert(1) *@octocat* [x](https://evil.example `#1 www.evil.example $x$ | _a_';
	const comment = formatChanges(
		changesBetween(state({}), state({ themes: { hostile: { name: hostile } } })),
		'markdown',
	);
	expect(comment).toMatchInlineSnapshot(`
		"### What this changes

		- Adds the theme “\\<img src\\=x onerror\\=alert\\(1\\) \\*@&#8203;octocat\\* \\[x\\]\\(https://&#8203;evil.example \\\`\\#&#8203;1 www.&#8203;evil.example \\$x\\$ \\| \\_a\\_”.

		2 pages change, 1 is new.

		New: /themes/hostile/

		Changed: /sources/account/, /themes/
		"
	`);
});

test('a comment is never longer than one can be', () => {
	const themes = Object.fromEntries(
		Array.from({ length: 3000 }, (_, index) => [
			`theme-${String(index)}`,
			{ name: `Theme ${String(index)}` },
		]),
	);
	const comment = formatChanges(changesBetween(state({}), state({ themes })), 'markdown');
	expect(comment.length).toBeLessThan(60_000);
	expect(comment).toMatch(/\d+ more changes not listed here\./);
});

test('every title that sentences put differently is a title of the schema', () => {
	const titles = new Set<string | undefined>();
	const collect = (schema: z.core.$ZodType): void => {
		titles.add(metaOf(schema).title);
		const inner = unwrap(schema);
		if (inner instanceof z.ZodArray) collect(inner.element);
		if (inner instanceof z.ZodObject) Object.values(shapeOf(inner)).forEach(collect);
	};
	[...kinds.map((kind) => kindOf(kind).schema), ...Object.values(singleSchemas)].forEach(collect);
	expect(Object.keys(titlesInSentences).filter((title) => !titles.has(title))).toEqual([]);
});
