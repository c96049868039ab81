import { titleOf } from '../../network/labels.ts';
import { meetingLine } from '../../network/meetings.ts';
import { type Entry, everyEntry, type Network } from '../../network/network.ts';
import { inCurlyQuotes } from '../../network/typography.ts';
import { memoize } from '../../records/memoize.ts';
import { dateInWords } from '../../schema/dates.ts';
import { recordKinds } from '../../schema/index.ts';
import { capitalized } from '../../schema/words.ts';
import { versionInWords } from '../../site/cite.ts';
import { sitePages } from '../../site/navigation.ts';
import { pathOf } from '../../site/paths.ts';
import { lastChangeOf } from '../last-changed.ts';

export interface CitedPage {
	readonly path: string;
	readonly title: string;
}

/** Returns the title of a record's page, without the site name. */
export function pageTitle(network: Network, entry: Entry): string {
	switch (entry.kind) {
		case 'meetings':
			return `${entry.title}, ${meetingLine(network, entry)}`;
		case 'sources':
			return `Source: ${entry.title} (${entry.publisher})`;
		case 'themes':
			return `${entry.name} – themes`;
		default:
			return titleOf(network, entry);
	}
}

const uncited: readonly string[] = ['/contribute/', '/search/', '/print/', recordKinds.languages.list];

/** Returns the titles of the pages that have citation files, by path: the front page, lists, records and texts. */
const citedPages = memoize((network: Network): ReadonlyMap<string, string> => {
	const records = [...everyEntry(network)].filter(
		(entry) => entry.kind !== 'languages' && !pathOf(entry).includes('#'),
	);
	return new Map([
		...sitePages(network).flatMap(({ path, title }) =>
			uncited.includes(path) ? [] : [[path, title] as const],
		),
		...records.map((entry) => [pathOf(entry), pageTitle(network, entry)] as const),
	]);
});

const detailsOf = (network: Network, { path, title }: CitedPage) => ({
	title,
	name: network.site.name,
	by: network.site.publisher,
	day: lastChangeOf(network, path) ?? network.edition?.day ?? network.today,
	version: versionInWords(network),
	address: network.address(path),
});

type Details = ReturnType<typeof detailsOf>;

const withFullStop = (text: string): string => text.replace(/(?<![.?!])$/, '.');

/** Returns references to a page in the styles of APA and of Chicago notes. The reader fills in the day of access. */
export function referencesTo(network: Network, page: CitedPage): readonly [string, string] {
	const { title, name, by, day: changed, version, address } = detailsOf(network, page);
	const [day = '', month = '', year = ''] = dateInWords(changed).split(' ');
	const [first, ...others] = [by, title].filter((text) => text !== undefined).map(withFullStop);
	const start = [first, `(${year}, ${month} ${day}).`, ...others].join(' ');
	return [
		`${start} ${name}, ${version}. Accessed on [date], ${address}`,
		`${by === undefined ? '' : `${by}, `}${inCurlyQuotes(title)}, ${name}, ${version}, accessed on [date], ${address}`,
	];
}

const texNames = new Map([
	['\\', 'backslash'],
	['{', 'braceleft'],
	['}', 'braceright'],
	['~', 'asciitilde'],
	['^', 'asciicircum'],
]);

const escapeTex = (text: string): string =>
	text.replace(/[\\{}~^#$%&_]/g, (character) => {
		const name = texNames.get(character);
		return name === undefined ? `\\${character}` : `\\text${name}{}`;
	});

// Double braces keep capital letters, and keep the name of an institution in one piece.
const bibtexOf = ({
	title,
	name,
	by,
	day,
	version,
	address,
}: Details): string => `@misc{pcocp${new URL(address).pathname.replace(/\W+/g, '-').replace(/-$/, '')},
${by === undefined ? '' : `  author = {{${escapeTex(by)}}},\n`}  title = {{${escapeTex(title)}}},
  howpublished = {${escapeTex(name)}},
  year = {${day.slice(0, 4)}},
  month = {${String(Number(day.slice(5, 7)))}},
  note = {${capitalized(version)}},
  url = {${address}},
}
`;

// A comma at the end marks the name of an institution.
const risOf = ({ title, name, by, day, version, address }: Details): string =>
	`TY  - ELEC
${by === undefined ? '' : `AU  - ${by},\n`}TI  - ${title}
T2  - ${name}
PY  - ${day.slice(0, 4)}
DA  - ${day.replaceAll('-', '/')}/
N1  - ${capitalized(version)}
LA  - en
UR  - ${address}
ER  - 
`.replaceAll('\n', '\r\n');

const cslOf = ({ title, name, by, day, version, address }: Details): string => {
	const author = by === undefined ? undefined : [{ literal: by }];
	const issued = { 'date-parts': [day.split('-').map(Number)] };
	const item = { id: address, type: 'webpage', author, title, 'container-title': name, issued };
	return `${JSON.stringify([{ ...item, note: capitalized(version), language: 'en', URL: address }])}\n`;
};

const formats = [
	['BibTeX', 'cite.bib', bibtexOf],
	['RIS', 'cite.ris', risOf],
	['CSL JSON', 'cite.json', cslOf],
] as const;

/** Returns the citation files of a page, or none if the page has only the text. */
export const citationFilesAt = (network: Network, path: string): { name: string; path: string }[] =>
	citedPages(network).has(path) ? formats.map(([name, file]) => ({ name, path: path + file })) : [];

/** Returns how to make each citation file of the site, by path. */
export const citationFiles = (network: Network) =>
	[...citedPages(network)].flatMap(([path, title]) =>
		formats.map(([, file, make]) => [path + file, () => make(detailsOf(network, { path, title }))] as const),
	);
