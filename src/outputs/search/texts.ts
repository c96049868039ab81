import { titleOf } from '../../network/labels.ts';
import { countryName } from '../../schema/countries.ts';
import { hostNames, itemsOfTheme, meetingLine, placeInWords } from '../../network/meetings.ts';
import { officesOf } from '../../network/members.ts';
import { type Entry, find, type Network } from '../../network/network.ts';
import { visitValues } from '../../records/schema-walk.ts';
import { seatNames } from '../../schema/board.ts';
import { dateInWords, termInWords, whenInWords, yearsOf } from '../../schema/dates.ts';
import { kindOf, recordKinds } from '../../schema/index.ts';
import type { Kind } from '../../schema/kinds.ts';
import { bodyNames } from '../../schema/meeting.ts';
import { sourceTypeNames } from '../../schema/source.ts';
import { inSeries, ordinal } from '../../schema/words.ts';

/** What the search reads of a record. */
export interface SearchText {
	/** What the search shows it as; of some, more than links say. */
	title: string;
	label: string;
	/** The one name it is looked up by, where that is not its title. */
	called?: string;
	/** What it is called besides its title. */
	names: string[];
	content: string;
}

type Parts = readonly (string | undefined)[];

const present = (parts: Parts): string[] =>
	parts.filter((part) => part !== undefined).filter((part) => part !== '');

/** Sentences, each ending in a full stop or another mark; absent ones are left out. */
const sentences = (...parts: Parts): string =>
	present(parts)
		.map((part) => (/[.!?…”"]$/.test(part) ? part : `${part}.`))
		.join(' ');

const commas = (...parts: Parts): string => present(parts).join(', ');

const series = (words: string, items: readonly string[] | undefined): string | undefined =>
	items === undefined || items.length === 0 ? undefined : `${words} ${inSeries(items)}`;

const textsOf = (statements: readonly { text: string }[] | undefined): string[] =>
	(statements ?? []).map(({ text }) => text);

const memberName = (network: Network, id: string): string => find(network, 'members', id).name;

/** When a theme was dealt with: "on the agenda in 2021 and 2023", "on the agenda from 2016 to 2025". */
function onTheAgendaIn(network: Network, theme: Entry<'themes'>): string | undefined {
	const years = [
		...new Set(itemsOfTheme(network, theme.id).flatMap(({ meeting }) => yearsOf(meeting.dates))),
	].sort();
	const [first] = years;
	if (first === undefined) return undefined;
	return years.length > 3
		? `on the agenda from ${first} to ${years.at(-1) ?? first}`
		: `on the agenda in ${inSeries(years)}`;
}

/** What search reads of a record, its remarks aside; the content in sentences. */
type Description = Partial<Omit<SearchText, 'content'>> & { readonly content?: Parts };

/** What search reads of the records of a kind, where it is not what it reads of any record. */
const describe: {
	readonly [K in Kind]?: (entry: Entry<K>, network: Network) => Description;
} = {
	members: (member, network) => ({
		label: `Member, joined ${whenInWords(member.joined.date)}`,
		content: [
			`${member.name} joined the network ${whenInWords(member.joined.date)}`,
			member.joined.how,
			series(
				'Offices:',
				officesOf(network, member).map(({ name }) => name),
			),
			...textsOf(member.joined.notes),
		],
	}),
	offices: (office, network) => ({
		...(office.abbreviation !== undefined && {
			title: `${office.name} (${office.abbreviation})`,
			called: office.abbreviation,
		}),
		label: `Office, ${memberName(network, office.country)}`,
		names: (office.nativeNames ?? []).map(({ name }) => name),
		content: [
			commas(...(office.nativeNames ?? []).map(({ name }) => name)),
			`Prosecution office of ${memberName(network, office.country)}`,
			office.seat && `In ${office.seat}`,
			office.membershipNote,
		],
	}),
	meetings: (meeting, network) => ({
		label: commas(
			meeting.body === 'conference' ? 'Meeting' : `Meeting of the ${bodyNames[meeting.body]}`,
			meetingLine(network, meeting),
		),
		names: [
			...(meeting.number === undefined ? [] : [`${ordinal(meeting.number)} annual meeting`]),
			placeInWords(network, meeting) ?? '',
			dateInWords(meeting.dates),
		],
		content: [
			meetingLine(network, meeting),
			series('Hosted by', hostNames(network, meeting)),
			series('Organized by', textsOf(meeting.organizers)),
			...textsOf(meeting.decisions),
			...textsOf(meeting.outcomes),
			...(meeting.agenda ?? []).map(({ title }) => `On the agenda: ${title}`),
			meeting.participants?.count && `Participants: ${meeting.participants.count}`,
			series('Took part:', [
				...(meeting.participants?.countries ?? []).map((id) => memberName(network, id)),
				...(meeting.participants?.otherCountries ?? []).map(countryName),
				...textsOf(meeting.participants?.others),
			]),
			...textsOf(meeting.support),
		],
	}),
	board: (board, network) => ({
		label: recordKinds.board.one,
		content: [
			series(
				'Members of the Board:',
				board.members.map(({ country, seat }) =>
					seat === undefined
						? memberName(network, country)
						: `${memberName(network, country)} (${seatNames[seat].toLowerCase()})`,
				),
			),
			board.periodNote,
			board.departsFromRule,
		],
	}),
	secretariat: (term, network) => {
		const office = find(network, 'offices', term.office).name;
		const country = memberName(network, term.country);
		const when = termInWords(term.from, term.until);
		return {
			title: `${country} in the chair, ${when}`,
			label: commas(recordKinds.secretariat.one, office),
			names: ['Secretariat'],
			content: [`The ${office} of ${country} chaired, ${when}`, term.began.how, term.ended?.how],
		};
	},
	documents: (document, network) => ({
		content: [
			commas(document.status, dateInWords(document.date)),
			document.meeting && `At the meeting: ${find(network, 'meetings', document.meeting).title}`,
			...textsOf(document.content),
			series(
				'Signed by',
				document.signatories?.map(({ country }) => memberName(network, country)),
			),
		],
	}),
	projects: (project) => ({
		content: [
			series('Run by', textsOf(project.runBy)),
			series('Funded by', textsOf(project.funders)),
			series('For', textsOf(project.beneficiaries)),
			project.connection,
		],
	}),
	themes: (theme, network) => ({
		label: commas(recordKinds.themes.one, onTheAgendaIn(network, theme)),
		content: [
			theme.description,
			series('Meetings that dealt with it:', [
				...new Set(itemsOfTheme(network, theme.id).map(({ meeting }) => meeting.title)),
			]),
		],
	}),
	glossary: (entry) => ({
		names: present([entry.expansion, entry.nativeExpansion?.name]),
	}),
	disputes: (dispute) => ({
		content: [...dispute.versions.map(({ claim }) => claim), dispute.why],
	}),
	sources: (source) => ({
		label: commas(
			recordKinds.sources.one,
			source.publisher,
			source.published && dateInWords(source.published),
		),
		content: [
			`Published by ${source.publisher}`,
			sourceTypeNames[source.type],
			source.publishedNote,
			source.usedFor,
		],
	}),
};

const remarksOn = (entry: Entry): Parts =>
	'note' in entry ? [entry.note] : 'notes' in entry ? textsOf(entry.notes) : [];

/** The texts of a record besides its title and what is only searched, in their order. */
function textsIn(entry: Entry, title: string): string[] {
	const texts: string[] = [];
	visitValues(kindOf(entry.kind).schema, entry, (value, path, { form }) => {
		const isShown = !path.includes('searchWords') && !path.includes('sources');
		if (form === 'text' && isShown && value !== title) texts.push(String(value));
	});
	return texts;
}

/** What the search reads of a record; what no source states is left out. */
export function searchTextOf(network: Network, entry: Entry): SearchText {
	const kind = kindOf(entry.kind);
	const [date] = Object.values(kind.dates?.(entry) ?? {});
	const title = titleOf(network, entry);
	const own = describe[entry.kind] as ((entry: Entry, network: Network) => Description) | undefined;
	const { names = [], content, ...described } = own?.(entry, network) ?? {};
	return {
		title,
		label: commas(kind.one, date && dateInWords(date)),
		...described,
		content: sentences(...(content ? [...content, ...remarksOn(entry)] : textsIn(entry, title))),
		names: [
			...names,
			...('alsoCalled' in entry ? textsOf(entry.alsoCalled) : []),
			...('searchWords' in entry ? (entry.searchWords ?? []) : []),
		],
	};
}
