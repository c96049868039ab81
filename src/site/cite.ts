import { dateInWords } from '../schema/dates.ts';
import { capitalized } from '../schema/words.ts';
import type { Network } from '../network/network.ts';

/** A commit as people write it. */
export const shortCommit = (commit: string): string => commit.slice(0, 7);

/** Which state of the record something tells, in words: its edition, or the day where the history does not say it. */
export const versionInWords = ({ edition, today }: Network): string =>
	edition === undefined
		? `state of ${dateInWords(today)}`
		: `edition of ${dateInWords(edition.day)} (${shortCommit(edition.commit)})`;

/** A page of the site as others refer to it. */
export interface Cited {
	readonly title: string;
	readonly address: string;
}

/** A reference to a page in words. */
export const citationOf = (network: Network, { title, address }: Cited): string =>
	`“${title}”, ${network.site.name}, ${versionInWords(network)}, ${address}`;

// What TeX takes for more than a letter.
const escaped = (text: string): string => text.replace(/[\\{}]/g, '').replace(/[#$%&_]/g, String.raw`\$&`);

/** A reference to a page as a BibTeX entry. */
export function bibtexOf(network: Network, { title, address }: Cited): string {
	const key = new URL(address).pathname.split('/').filter(Boolean).join('-') || 'front';
	return [
		`@misc{pcocp-${key},`,
		`  title = {${escaped(title)}},`,
		`  howpublished = {${escaped(network.site.name)}},`,
		`  year = {${(network.edition?.day ?? network.today).slice(0, 4)}},`,
		`  note = {${capitalized(versionInWords(network))}},`,
		`  url = {${address}}`,
		'}',
	].join('\n');
}
