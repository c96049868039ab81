import { expect, test } from 'vitest';
import { addressOf, findAt } from '../../src/network/network.ts';
import { pathOf } from '../../src/network/paths.ts';
import { grownRecord, linksIn, type Page } from './pages.ts';

const { network, pages } = grownRecord();

/** The questions to which the marks on a page lead. */
const markedOn = (page: Page | undefined): ReadonlySet<string> =>
	page ? linksIn(page.document, 'a.doubt') : new Set();

test('every value in doubt has a mark beside it on the page of its record', () => {
	const unmarked = network.entries.disputes.flatMap((dispute) =>
		dispute.about
			.map(({ record, field }) => ({ entry: findAt(network, record), field }))
			.filter(({ entry }) => {
				const marks = markedOn(pages.get(pathOf(entry).replace(/#.*/, '')));
				return !marks.has(pathOf(dispute));
			})
			.map(({ entry, field }) => ({ question: dispute.id, record: addressOf(entry), field })),
	);
	expect(unmarked).toEqual([]);
});

test.each([
	['/meetings/', 'meetings', ['dates', 'place']],
	['/timeline/', 'meetings', ['dates', 'place']],
	['/timeline/', 'members', ['joined']],
	['/members/', 'members', ['joined']],
	['/members/', 'offices', ['name']],
] as const)('the list at %s marks what is in doubt of the %s: %j', (path, kind, fields) => {
	const marks = markedOn(pages.get(path));
	const expected = network.entries.disputes.filter(({ about }) =>
		about.some(
			({ record, field }) =>
				record.startsWith(`${kind}/`) && (fields as readonly (string | undefined)[]).includes(field),
		),
	);
	expect(expected.length).toBeGreaterThan(0);
	expect(expected.filter((dispute) => !marks.has(pathOf(dispute))).map(({ id }) => id)).toEqual([]);
});
