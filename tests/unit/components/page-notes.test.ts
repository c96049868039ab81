import { describe, expect, test } from 'vitest';
import { letterOf, onlySource, pageNotes } from '../../../src/components/sources/page-notes.ts';

test('sources have letters, also after z', () => {
	expect([1, 2, 26, 27, 28, 52, 53, 702, 703].map(letterOf)).toEqual([
		'a',
		'b',
		'z',
		'aa',
		'ab',
		'az',
		'ba',
		'zz',
		'aaa',
	]);
});

test('several citations of one source are one source', () => {
	expect(onlySource([{ id: 'osce' }, { id: 'osce', quote: 'in Rome' }])).toBe('osce');
	expect(onlySource([{ id: 'osce' }, { id: 'nova' }])).toBeUndefined();
	expect(onlySource([])).toBeUndefined();
});

describe('the mark of a sentence', () => {
	const osce = { id: 'osce', quote: 'held in Rome' };
	const nova = { id: 'nova', quote: 'a meeting in Rome' };

	test('has all its sources, in the order of the page, each with its own words', () => {
		const notes = pageNotes([osce, nova, { id: 'osce', quote: 'of other facts' }]);
		expect(notes.markFor([nova, osce])).toMatchObject({
			label: 'a b',
			sources: [
				{ id: 'osce', quotes: ['held in Rome'] },
				{ id: 'nova', quotes: ['a meeting in Rome'] },
			],
		});
	});

	test('opens one card for the same words, and another card for other words', () => {
		const notes = pageNotes([osce, nova]);
		const [first, again, other] = [notes.markFor([osce]), notes.markFor([osce]), notes.markFor([nova])];
		expect([first?.isFirst, again?.isFirst, other?.isFirst]).toEqual([true, false, true]);
		expect(again?.card).toBe(first?.card);
		expect(other?.card).not.toBe(first?.card);
	});

	test('is missing where the whole page rests on one source, and without sources', () => {
		expect(pageNotes([osce]).markFor([osce])).toBeUndefined();
		expect(pageNotes([osce, nova]).markFor([])).toBeUndefined();
	});

	test('is a number in print, even with one source', () => {
		expect(pageNotes([osce], true).markFor([osce])?.label).toBe('1');
	});

	test('needs the source in the list of the page', () => {
		expect(() => pageNotes([osce, { id: 'ansa' }]).markFor([nova])).toThrow('"nova"');
	});
});

test('a page shows each dispute once, a printed record beside each statement', () => {
	const [page, printed] = [pageNotes([]), pageNotes([], true)];
	expect([page.isNewDispute('dates'), page.isNewDispute('dates'), page.isNewDispute('place')]).toEqual([
		true,
		false,
		true,
	]);
	expect([printed.isNewDispute('dates'), printed.isNewDispute('dates')]).toEqual([true, true]);
});
