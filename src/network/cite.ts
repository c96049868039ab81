import { dateInWords } from '../schema/dates.ts';

/** A page of the site as others refer to it. */
export interface Cited {
	readonly title: string;
	readonly site: string;
	readonly address: string;
	/** The day of the record, `YYYY-MM-DD`: a page says the same until the record changes. */
	readonly state: string;
}

/** A reference to a page in words. */
export const citationOf = ({ title, site, address, state }: Cited): string =>
	`“${title}”, ${site}, state of ${dateInWords(state)}, ${address}`;

// What TeX takes for more than a letter.
const escaped = (text: string): string => text.replace(/[\\{}]/g, '').replace(/[#$%&_]/g, String.raw`\$&`);

/** A reference to a page as a BibTeX entry. */
export function bibtexOf({ title, site, address, state }: Cited): string {
	const key = new URL(address).pathname.split('/').filter(Boolean).join('-') || 'front';
	return [
		`@misc{pcocp-${key},`,
		`  title = {${escaped(title)}},`,
		`  howpublished = {${escaped(site)}},`,
		`  year = {${state.slice(0, 4)}},`,
		`  note = {State of ${dateInWords(state)}},`,
		`  url = {${address}}`,
		'}',
	].join('\n');
}
