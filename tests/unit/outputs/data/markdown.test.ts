import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'marked';
import { expect, test } from 'vitest';
import { buildNetwork, type Network } from '../../../../src/network/network.ts';
import { markdownOf, markdownPages } from '../../../../src/outputs/data/markdown.ts';
import { plainLine } from '../../../../src/schema/quote.ts';
import { contentOf, networkOf } from '../../network/content.ts';
import { hostile, hostileNetwork } from './hostile.ts';

const address = (path: string): string => `https://history.example.org${path}`;

const content = contentOf({
	site: { licence: { name: 'CC BY', url: 'https://example.org/by' } },
	members: { greece: { name: 'Greece' } },
	offices: { piraeus: { name: 'Piraeus Office', website: 'https://example.org/office' } },
	themes: { ports: { name: 'Ports' } },
	sources: {
		account: { title: 'The account' },
		report: {
			title: 'A report',
			published: '2016-06',
			language: 'el',
			url: 'https://example.org/a_(b)?x=1&y=2',
		},
	},
	meetings: {
		first: {
			title: 'First meeting',
			dates: '2016-05-26/2016-05-27',
			place: { city: 'Athens', country: 'greece' },
			participants: { otherCountries: ['DE', 'NO'] },
			agenda: [
				{
					id: 'ports',
					title: 'Ports & harbours',
					wording: 'published',
					themes: ['ports'],
					sources: ['report'],
				},
			],
			sources: ['account', { id: 'report', states: ['dates'], quote: 'on 26 and 27 May […] in Athens' }],
		},
	},
	glossary: { hub: { term: 'Hub', see: ['themes/ports'] } },
	disputes: {
		days: {
			question: 'When was the first meeting?',
			about: [{ record: 'meetings/first', field: 'dates' }],
			versions: [
				{ id: 'may', claim: 'In May.', sources: ['account'] },
				{ id: 'june', claim: 'In June.', sources: ['report'] },
			],
			follows: 'may',
		},
	},
});
const network = buildNetwork(content, '2024-06-15', {
	changedOn: ({ id }) => (id === 'first' ? '2023-04-05' : undefined),
	edition: { day: '2024-05-06', commit: 'abcdef0123' },
	address: (path) => `https://history.example.org${path}`,
});

function markdownAt(of: Network, path: string): string {
	const page = markdownPages(of).get(path);
	if (!page) throw new Error(`There is no page ${path}.`);
	return markdownOf({ ...of, address }, page);
}

test('the page of a record does not follow a version that reads the record differently', () => {
	const [question] = content.records.disputes;
	const [may, june] = question?.data.versions ?? [];
	if (!question || !may || !june) throw new Error('The test needs a dispute.');
	const reads = [{ record: 'meetings/first', field: 'dates', as: 'May 2016' }];
	const data = { ...question.data, versions: [{ ...may, reads }, june] };
	const differing = buildNetwork(
		{ ...content, records: { ...content.records, disputes: [{ ...question, data }] } },
		'2024-06-15',
	);
	expect(markdownAt(differing, '/meetings/first/')).toContain('In May.[^account]');
	expect(markdownAt(differing, '/disputes/')).toContain('Claim: In May.');
});

test('the values of a choice are words', () => {
	const board = networkOf({ meetings: { one: { body: 'executive-board' } } });
	expect(markdownAt(board, '/meetings/one/')).toContain('Body: executive board');
});

test('a page of a record matches its golden file', async () => {
	await expect(markdownAt(network, '/meetings/first/')).toMatchFileSnapshot('../../../golden/meeting.md');
});

test('every page of records is available, including shared pages and lists', () => {
	expect([...markdownPages(network).keys()].sort()).toEqual([
		'/disputes/',
		'/glossary/',
		'/meetings/',
		'/meetings/first/',
		'/members/',
		'/members/greece/',
		'/network/',
		'/sources/',
		'/sources/account/',
		'/sources/report/',
		'/themes/',
		'/themes/ports/',
	]);
});

test('a shared page has a heading for each record, and a list links to its records', () => {
	expect(markdownAt(network, '/members/greece/')).toMatch(/^# Greece\n[^]*^## Piraeus Office$/m);
	expect(markdownAt(network, '/glossary/')).toMatch(/^# Glossary entries\n[^]*^## Hub$/m);
	expect(markdownAt(network, '/meetings/')).toContain(
		'- Meetings:\n  - [First meeting](https://history.example.org/meetings/first/index.md), 26–27 May 2016',
	);
});

test('a record lists the records that refer to it, with the text of the agenda item', () => {
	const theme = markdownAt(network, '/themes/ports/');
	expect(theme).toContain(
		'  - [First meeting](https://history.example.org/meetings/first/index.md), 26–27 May 2016: Ports &amp; harbours',
	);
	expect(theme).toContain('  - [Hub](https://history.example.org/glossary/index.md#hub)');
});

test('a list of meetings has their agendas, and countries have names', () => {
	expect(markdownAt(network, '/meetings/')).toContain(', 26–27 May 2016\n    - Ports &amp; harbours\n');
	expect(markdownAt(network, '/meetings/first/')).toContain(
		'  - Other countries: Germany; Norway[^account]\n',
	);
});

test('a source lists its statements in each record with their quotes', () => {
	const source = markdownAt(network, '/sources/report/');
	expect(source).toContain(
		[
			'## Statements from this source',
			'',
			'- [First meeting](https://history.example.org/meetings/first/index.md):',
			'  - Dates: 26–27 May 2016 (only source) “on 26 and 27 May \\[…\\] in Athens”',
			'  - Ports &amp; harbours (only source)',
			'- [When was the first meeting?](https://history.example.org/disputes/index.md#days):',
			'  - In June. (only source)',
			'',
		].join('\n'),
	);
	expect(source).not.toContain('Referred to by');
	expect(markdownAt(network, '/sources/account/')).toContain(
		'- [The Network](https://history.example.org/network/index.md):\n  - Name: The Network',
	);
});

test('footnotes and their marks match', () => {
	for (const path of markdownPages(network).keys()) {
		const text = markdownAt(network, path);
		const ids = (pattern: RegExp): string[] =>
			[...new Set([...text.matchAll(pattern)].map(([, id = '']) => id))].sort();
		expect(ids(/\[\^([a-z-]+)\](?!:)/g), path).toEqual(ids(/^\[\^([a-z-]+)\]:/gm));
	}
});

test('hostile text is escaped', () => {
	const of = hostileNetwork(content);
	for (const path of markdownPages(of).keys()) {
		const html = parse(markdownAt(of, path), { async: false });
		const document = new DOMParser().parseFromString(`<div>${html}</div>`, 'text/xml');
		const others = [...document.getElementsByTagName('*')].filter(
			({ tagName }) => !['div', 'h1', 'h2', 'h3', 'p', 'ul', 'li', 'a'].includes(tagName),
		);
		expect(others, path).toEqual([]);
		for (const link of document.getElementsByTagName('a'))
			expect(link.getAttribute('href'), path).toMatch(/^https?:\/\//);
	}
	const html = parse(markdownAt(of, '/meetings/first/'), { async: false });
	const document = new DOMParser().parseFromString(`<div>${html}</div>`, 'text/xml');
	expect(document.getElementsByTagName('h1')[0]?.textContent).toBe(plainLine(hostile));
});
