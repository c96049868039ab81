import { expect, test } from 'vitest';
import { inCurlyQuotes, typographic } from '../../../src/network/typography.ts';
import { entryOf } from './content.ts';

test.each([
	["Serbia's office", 'Serbia’s office'],
	["prosecutors' offices", 'prosecutors’ offices'],
	['called the "Ninth meeting"', 'called the “Ninth meeting”'],
	['nothing to change', 'nothing to change'],
	["a '90s text", "a '90s text"],
])('%j is printed as %j', (typed, printed) => {
	expect(typographic(typed)).toBe(printed);
});

test('the texts of a record get typographic marks, but quotes and search words do not', () => {
	const meeting = entryOf('meetings', {
		title: "Prosecutors' meeting",
		searchWords: ["prosecutor's"],
		outcomes: [{ text: 'They spoke of "trust".', sources: [{ id: 'account', quote: "the host's words" }] }],
	});
	expect(meeting.title).toBe('Prosecutors’ meeting');
	expect(meeting.searchWords).toEqual(["prosecutor's"]);
	expect(meeting.outcomes).toEqual([
		{ text: 'They spoke of “trust”.', sources: [{ id: 'account', quote: "the host's words" }] },
	]);
});

test('quotation marks are never doubled', () => {
	expect(inCurlyQuotes('Conference on “Complex Data”')).toBe('“Conference on ‘Complex Data’”');
});
