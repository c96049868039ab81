import { expect, test } from 'vitest';
import { bibtexOf, citationOf } from '../../../src/network/cite.ts';

const cited = {
	title: 'R&D of {networks}',
	site: 'The record',
	address: 'https://example.org/meetings/ninth-meeting/',
	state: '2026-11-25',
};

test('a page is cited by its title, the site, the day of the record and its address', () => {
	expect(citationOf(cited)).toBe(
		'“R&D of {networks}”, The record, state of 25 November 2026, https://example.org/meetings/ninth-meeting/',
	);
});

test('and as a BibTeX entry, in which nothing of a title is a command', () => {
	expect(bibtexOf(cited)).toBe(
		[
			'@misc{pcocp-meetings-ninth-meeting,',
			String.raw`  title = {R\&D of networks},`,
			'  howpublished = {The record},',
			'  year = {2026},',
			'  note = {State of 25 November 2026},',
			'  url = {https://example.org/meetings/ninth-meeting/}',
			'}',
		].join('\n'),
	);
});
