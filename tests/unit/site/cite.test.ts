import { expect, test } from 'vitest';
import { bibtexOf, pageReference } from '../../../src/site/cite.ts';
import { networkOf } from '../network/content.ts';

const network = {
	...networkOf({}, '2026-11-25'),
	edition: { day: '2025-08-31', commit: '0123456789abcdef0123456789abcdef01234567' },
};
const cited = { title: 'R&D of {networks}', address: 'https://example.org/meetings/ninth-meeting/' };

test('a page is cited by its title, the site, the version of the record and its address', () => {
	expect(pageReference(network, cited)).toBe(
		'“R&D of {networks}”, The record, version of 31 August 2025 (0123456), https://example.org/meetings/ninth-meeting/',
	);
});

test('without a known edition, the reference has today’s date', () => {
	expect(pageReference({ ...network, edition: undefined }, cited)).toContain(', as of 25 November 2026, ');
});

test('a BibTeX entry escapes the commands in a title', () => {
	expect(bibtexOf(network, cited)).toBe(
		[
			'@misc{pcocp-meetings-ninth-meeting,',
			String.raw`  title = {R\&D of networks},`,
			'  howpublished = {The record},',
			'  year = {2025},',
			'  note = {Version of 31 August 2025 (0123456)},',
			'  url = {https://example.org/meetings/ninth-meeting/}',
			'}',
		].join('\n'),
	);
});
