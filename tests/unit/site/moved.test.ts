import { expect, test } from 'vitest';
import { movedPages } from '../../../src/site/moved.ts';
import { networkOf } from '../network/content.ts';

const network = networkOf({
	meetings: { ninth: { title: 'Ninth meeting', dates: '2023-02', aliases: ['meeting-nine', 'belgrade'] } },
	members: { greece: {} },
	glossary: { term: { aliases: ['former-term'] } },
});

test('former pages of records lead to the new ones, and pages of years lead to the timeline', () => {
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

test('records on shared pages have no former pages', () => {
	expect(movedPages(network).map(({ from }) => from)).not.toContainEqual(
		expect.stringContaining('former-term'),
	);
});
