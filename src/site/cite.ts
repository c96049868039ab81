import { dateInWords } from '../schema/dates.ts';
import { inCurlyQuotes } from '../network/typography.ts';
import { capitalized } from '../schema/words.ts';
import type { Network } from '../network/network.ts';

export const shortCommit = (commit: string): string => commit.slice(0, 7);

/** Names the version of the record or, if it is unknown, today's date. */
export const versionInWords = ({ edition, today }: Network): string =>
	edition === undefined
		? `as of ${dateInWords(today)}`
		: `version of ${dateInWords(edition.day)} (${shortCommit(edition.commit)})`;

export interface Cited {
	readonly title: string;
	readonly address: string;
}

export const pageReference = (network: Network, { title, address }: Cited): string =>
	`${inCurlyQuotes(title)}, ${network.site.name}, ${versionInWords(network)}, ${address}`;

// Escapes characters that are special in TeX.
const escaped = (text: string): string => text.replace(/[\\{}]/g, '').replace(/[#$%&_]/g, String.raw`\$&`);

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
