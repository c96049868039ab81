import { expect, test } from 'vitest';
import { buildNetwork } from '../../../src/network/network.ts';
import { lastChangeOfPages } from '../../../src/outputs/last-changed.ts';
import { contentOf } from '../network/content.ts';

const days: Readonly<Record<string, string>> = {
	'themes/harbours': '2021-03-04',
	'themes/piers': '2022-05-06',
	'secretariat/first': '2020-01-02',
};

const changes = lastChangeOfPages(
	buildNetwork(
		contentOf({
			members: { greece: {} },
			offices: { office: {} },
			secretariat: { first: {} },
			themes: { harbours: {}, piers: {} },
		}),
		'2024-06-15',
		{ changedOn: ({ kind, id }) => days[`${kind}/${id}`] },
	),
);

test('the page of a record last changed when its record did, and a list of records when the last of them did', () => {
	expect(changes.get('/themes/harbours/')).toBe('2021-03-04');
	expect(changes.get('/themes/piers/')).toBe('2022-05-06');
	expect(changes.get('/themes/')).toBe('2022-05-06');
	expect(changes.get('/secretariat/')).toBe('2020-01-02');
});

test('the front page, the timeline, the changes, the gaps and the document for print last changed when any record did', () => {
	for (const path of ['/', '/timeline/', '/changes/', '/gaps/', '/print/'])
		expect(changes.get(path), path).toBe('2022-05-06');
});

test('a page has no day if none of its records has a known day', () => {
	expect(changes.has('/members/greece/')).toBe(false);
	expect(changes.has('/about/')).toBe(false);
});
