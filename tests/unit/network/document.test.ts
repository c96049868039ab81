import { expect, test } from 'vitest';
import { documentPages, entriesIn } from '../../../src/network/document.ts';
import { addressOf } from '../../../src/network/network.ts';
import { networkOf } from './content.ts';

const small = {
	members: { greece: {} },
	offices: { office: { country: 'greece' } },
	meetings: { meeting: { dates: '2018-06' } },
	secretariat: { term: {} },
	milestones: { milestone: {} },
	documents: { document: {} },
};

test('the document is one page while the record is small, and tells of every record but the sources', () => {
	const network = networkOf(small);
	const [page, ...others] = documentPages(network);
	expect(others).toEqual([]);
	const told = entriesIn(network, page?.chapters ?? {}).map(addressOf);
	expect([...told, 'sources/account'].sort()).toEqual([...network.byAddress.keys()].sort());
});

test('the document goes on in parts, each with its chapter, and leaves no record out', () => {
	const many = Object.fromEntries(
		Array.from({ length: 500 }, (_, index) => [`m${String(index)}`, { dates: String(1900 + (index % 100)) }]),
	);
	const network = networkOf({ ...small, meetings: many });
	const [first, ...parts] = documentPages(network);
	expect(first).toMatchObject({ path: '/print/', chapters: {} });
	expect(parts.map(({ path }) => path)).toEqual(
		expect.arrayContaining([
			'/print/members/',
			'/print/meetings/',
			'/print/meetings/1990s/',
			'/print/timeline/',
		]),
	);
	const told = parts.flatMap(({ chapters }) => entriesIn(network, chapters)).map(addressOf);
	expect([...told, 'sources/account'].sort()).toEqual([...network.byAddress.keys()].sort());
});
