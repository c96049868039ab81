import { dateInWords } from '../schema/dates.ts';
import { capitalized } from '../schema/words.ts';
import type { Network } from '../network/network.ts';

/** Returns the short form of a commit id. */
export const shortCommit = (commit: string): string => commit.slice(0, 7);

/** Returns the edition of the record in words or, if it is unknown, today's date. */
export const versionInWords = ({ edition, today }: Network): string =>
	edition === undefined
		? `as of ${dateInWords(today)}`
		: `edition of ${dateInWords(edition.day)} (${shortCommit(edition.commit)})`;

/** A page to cite. */
export interface Cited {
	readonly title: string;
	readonly address: string;
}

/** Returns a reference to a page as text. */
export const pageReference = (network: Network, { title, address }: Cited): string =>
	`“${title}”, ${network.site.name}, ${versionInWords(network)}, ${address}`;

// Characters with a special meaning in TeX.
const escaped = (text: string): string => text.replace(/[\\{}]/g, '').replace(/[#$%&_]/g, String.raw`\$&`);

/** Returns a reference to a page as a BibTeX entry. */
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
