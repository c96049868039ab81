import { expect, test } from 'vitest';
import { buildNetwork } from '../../../src/network/network.ts';
import { lastChangeOf } from '../../../src/outputs/last-changed.ts';
import { contentOf } from '../network/content.ts';

const days: Readonly<Record<string, string>> = {
	'themes/harbours': '2021-03-04',
	'themes/piers': '2022-05-06',
	'secretariat/first': '2020-01-02',
};

const network = buildNetwork(
	contentOf({
		members: { greece: {} },
		offices: { office: {} },
		secretariat: { first: {} },
		themes: { harbours: {}, piers: {} },
	}),
	'2024-06-15',
	{ changedOn: ({ kind, id }) => days[`${kind}/${id}`] },
);

test('the page of a record last changed when its record did, and a list of records when the last of them did', () => {
	expect(lastChangeOf(network, '/themes/harbours/')).toBe('2021-03-04');
	expect(lastChangeOf(network, '/themes/piers/')).toBe('2022-05-06');
	expect(lastChangeOf(network, '/themes/')).toBe('2022-05-06');
	expect(lastChangeOf(network, '/secretariat/')).toBe('2020-01-02');
});

test('a page that shows records of many kinds last changed when any record did', () => {
	for (const path of [
		'/',
		'/timeline/',
		'/timeline/meetings/',
		'/changes/',
		'/as-of/2021/',
		'/picture/',
		'/about/',
		'/contribute/board/',
	])
		expect(lastChangeOf(network, path), path).toBe('2022-05-06');
});

test('a page has no day if none of its records has a known day', () => {
	expect(lastChangeOf(network, '/members/greece/')).toBeUndefined();
});
