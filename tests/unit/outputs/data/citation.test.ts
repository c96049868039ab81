import { expect, test } from 'vitest';
import { citationFiles, citationFilesAt, referencesTo } from '../../../../src/outputs/data/citation.ts';
import { networkOf } from '../../network/content.ts';

const made = networkOf({ members: { greece: { name: 'R&D of {networks}, 100 % Čačak' } } }, '2026-11-25');
const network = {
	...made,
	edition: { day: '2025-08-31', commit: '0123456789abcdef0123456789abcdef01234567' },
	address: (path: string) => `https://example.org${path}`,
};
const published = { ...network, site: { ...network.site, publisher: 'Archive of Judicial Networks' } };
const changed = { ...network, changedOn: () => '2025-06-03' };
const path = '/members/greece/';
const page = { path, title: 'Ninth meeting' };

const textOf = (of: typeof network, file: string): string =>
	new Map(citationFiles(of)).get(path + file)?.() ?? '';

test('a page is cited in two styles, and the reader adds the day of access', () => {
	expect(referencesTo(network, page)).toEqual([
		'Ninth meeting. (2025, August 31). The record, version of 31 August 2025 (0123456). Accessed on [date], https://example.org/members/greece/',
		'“Ninth meeting”, The record, version of 31 August 2025 (0123456), accessed on [date], https://example.org/members/greece/',
	]);
});

test('a reference starts with the publisher, if there is one, and has the date of the last change of the page', () => {
	const [apa, chicago] = referencesTo({ ...published, changedOn: () => '2025-06-03' }, page);
	expect(apa).toMatch(/^Archive of Judicial Networks\. \(2025, June 3\)\. Ninth meeting\. The record, /);
	expect(chicago).toMatch(/^Archive of Judicial Networks, “Ninth meeting”, The record, /);
});

test('without a known edition, a reference has today’s date', () => {
	expect(referencesTo({ ...network, edition: undefined }, page)[0]).toContain(
		'(2026, November 25). The record, as of 25 November 2026.',
	);
});

test('a BibTeX file escapes the characters that TeX reads as commands, and keeps all others', () => {
	expect(textOf(changed, 'cite.bib')).toBe(
		[
			'@misc{pcocp-members-greece,',
			String.raw`  title = {{R\&D of \textbraceleft{}networks\textbraceright{}, 100 \% Čačak}},`,
			'  howpublished = {The record},',
			'  year = {2025},',
			'  month = {6},',
			'  note = {Version of 31 August 2025 (0123456)},',
			'  url = {https://example.org/members/greece/},',
			'}',
			'',
		].join('\n'),
	);
	expect(textOf(published, 'cite.bib')).toContain('  author = {{Archive of Judicial Networks}},\n');
});

test('a RIS file has one line for each field, with the line ends of the format', () => {
	expect(textOf(published, 'cite.ris').split('\r\n')).toEqual([
		'TY  - ELEC',
		'AU  - Archive of Judicial Networks,',
		'TI  - R&D of {networks}, 100 % Čačak',
		'T2  - The record',
		'PY  - 2025',
		'DA  - 2025/08/31/',
		'N1  - Version of 31 August 2025 (0123456)',
		'LA  - en',
		'UR  - https://example.org/members/greece/',
		'ER  - ',
		'',
	]);
});

test('a CSL JSON file has the title, the site, the date and the address, but no day of access', () => {
	expect(JSON.parse(textOf(published, 'cite.json'))).toEqual([
		{
			id: 'https://example.org/members/greece/',
			type: 'webpage',
			author: [{ literal: 'Archive of Judicial Networks' }],
			title: 'R&D of {networks}, 100 % Čačak',
			'container-title': 'The record',
			issued: { 'date-parts': [[2025, 8, 31]] },
			note: 'Version of 31 August 2025 (0123456)',
			language: 'en',
			URL: 'https://example.org/members/greece/',
		},
	]);
});

test('the pages of records, lists and texts have citation files, but not the search and the state on a day', () => {
	for (const cited of ['/', '/about/', '/members/', path])
		expect(citationFilesAt(network, cited).map(({ name }) => name)).toEqual(['BibTeX', 'RIS', 'CSL JSON']);
	for (const uncited of ['/search/', '/as-of/2020/']) expect(citationFilesAt(network, uncited)).toEqual([]);
});
