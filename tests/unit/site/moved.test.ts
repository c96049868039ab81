import { expect, test } from 'vitest';
import { movedPages } from '../../../src/site/moved.ts';
import { networkOf } from '../network/content.ts';

const network = networkOf({
	meetings: { ninth: { title: 'Ninth meeting', dates: '2023-02', aliases: ['meeting-nine', 'belgrade'] } },
	members: { greece: {} },
	glossary: { term: { aliases: ['former-term'] } },
});

test('every former page of a record leads to its page, and so does every page of a year to its place on the timeline', () => {
	const moved = movedPages(network);
	const ninth = { to: '/meetings/ninth/', title: 'Ninth meeting' };
	expect(moved.slice(0, 3)).toEqual([
		{ from: '/meetings/meeting-nine/', ...ninth },
		{ from: '/meetings/belgrade/', ...ninth },
		{ from: '/years/', to: '/timeline/', title: 'Timeline' },
	]);
	expect(moved).toContainEqual({
		from: '/years/2023/',
		to: '/timeline/#year-2023',
		title: 'The year 2023',
	});
});

test('a record that shares its page has had no page that leads on', () => {
	expect(movedPages(network).map(({ from }) => from)).not.toContainEqual(
		expect.stringContaining('former-term'),
	);
});
