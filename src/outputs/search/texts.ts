import { treeOf } from '../../network/citations.ts';
import { titleOf } from '../../network/labels.ts';
import { countryName } from '../../schema/countries.ts';
import { hostNames, itemsOfTheme, meetingLine, placeInWords } from '../../network/meetings.ts';
import { officesOf } from '../../network/members.ts';
import { type Entry, find, type Network } from '../../network/network.ts';
import { visitValues } from '../../records/values.ts';
import { dateInWords, termInWords, whenInWords, yearsOf } from '../../schema/dates.ts';
import { fieldAt } from '../../schema/field-tree.ts';
import { kindOf, recordKinds } from '../../schema/index.ts';
import type { Kind } from '../../schema/kinds.ts';
import { bodyNames } from '../../schema/meeting.ts';
import { inSeries, ordinal } from '../../schema/words.ts';

type Parts = readonly (string | undefined)[];

const present = (parts: Parts): string[] =>
	parts.filter((part) => part !== undefined).filter((part) => part !== '');

const isSentence = (text: string): boolean => /[.!?…”"]$/.test(text);

/** Joins sentences and adds missing full stops. Skips undefined sentences. */
const sentences = (...parts: Parts): string =>
	present(parts)
		.map((part) => (isSentence(part) ? part : `${part}.`))
		.join(' ');

const commas = (...parts: Parts): string => present(parts).join(', ');

const series = (words: string, items: readonly string[] | undefined): string | undefined =>
	items === undefined || items.length === 0 ? undefined : `${words} ${inSeries(items)}`;

const textsOf = (statements: readonly { text: string }[] | undefined): string[] =>
	(statements ?? []).map(({ text }) => text);

const memberName = (network: Network, id: string): string => find(network, 'members', id).name;

/** Says in which years a theme was discussed, such as "on the agenda in 2021 and 2023" or "on the agenda from 2016 to 2025". */
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

/** Text that is indexed in addition to the fields of a record. */
interface Description {
	/** The title in search results, which can be longer than the title in links. */
	title?: string;
	label?: string;
	/** The name that readers search for, if it differs from the title. */
	called?: string;
	names?: string[];
	content?: Parts;
}

const describe: {
	readonly [K in Kind]?: (entry: Entry<K>, network: Network) => Description;
} = {
	members: (member, network) => ({
		label: `Member, joined ${whenInWords(member.joined.date)}`,
		content: [
			`${member.name} joined the network ${whenInWords(member.joined.date)}`,
			series(
				'Offices:',
				officesOf(network, member).map(({ name }) => name),
			),
		],
	}),
	offices: (office, network) => ({
		...(office.abbreviation !== undefined && {
			title: `${office.name} (${office.abbreviation})`,
			called: office.abbreviation,
		}),
		label: `Office, ${memberName(network, office.country)}`,
		names: (office.nativeNames ?? []).map(({ name }) => name),
	}),
	meetings: (meeting, network) => ({
		...(meeting.place && { called: meeting.place.city }),
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
			meeting.agenda && `On the agenda: ${meeting.agenda.map(({ title }) => title).join('; ')}`,
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
			content: [`${office} (${country}) chaired the Secretariat, ${when}`],
		};
	},
	themes: (theme, network) => ({
		label: commas(recordKinds.themes.one, onTheAgendaIn(network, theme)),
		content: [
			series('Discussed at:', [
				...new Set(itemsOfTheme(network, theme.id).map(({ meeting }) => meeting.title)),
			]),
		],
	}),
	glossary: (entry) => ({
		names: present([entry.expansion]),
	}),
	sources: (source) => ({
		label: commas(
			recordKinds.sources.one,
			source.publisher,
			source.published && dateInWords(source.published),
		),
	}),
};

/** Fields that are left out because they are hidden, indexed as names, or (like the agenda) described in another sentence. */
const passedOver: readonly unknown[] = ['about', 'agenda', 'aliases', 'alsoCalled', 'searchWords'];

/**
 * Describes the fields of a record in sentences. If a value is not a sentence, the field's label is added.
 *
 * @param said the text so far; skips fields if this text already contains all their values
 */
function factsIn(network: Network, entry: Entry, said: string): string[] {
	const facts = new Map<string, string[]>();
	const tree = treeOf(entry);
	visitValues(tree, entry, (value, path, { type, reference }) => {
		const text = String(value);
		if (passedOver.includes(path[0]) || path.includes('sources') || path.includes('reads')) return;
		if (reference === 'any') return;
		const words = reference
			? titleOf(network, find(network, reference, text))
			: type === 'country-code'
				? countryName(text)
				: type === 'text' && text;
		if (!words) return;
		const label = isSentence(words) ? words : `${fieldAt(tree, path.slice(0, 1))?.title ?? ''}:`;
		facts.set(label, [...(facts.get(label) ?? []), ...(isSentence(words) ? [] : [words])]);
	});
	return [...facts]
		.filter(([, words]) => words.length === 0 || words.some((each) => !said.includes(each)))
		.map(([label, words]) => [label, inSeries(words)].filter(Boolean).join(' '));
}

/** Returns the text to index for a record. Skips facts that are not stated. */
export function searchTextOf(network: Network, entry: Entry) {
	const kind = kindOf(entry.kind);
	const [date] = Object.values(kind.dates?.(entry) ?? {});
	const title = titleOf(network, entry);
	const own = describe[entry.kind] as ((entry: Entry, network: Network) => Description) | undefined;
	const { names = [], content = [], ...described } = own?.(entry, network) ?? {};
	return {
		title,
		label: commas(kind.one, date && dateInWords(date)),
		...described,
		content:
			sentences(...content, ...factsIn(network, entry, sentences(title, ...content))) || sentences(title),
		names: [
			...names,
			...('alsoCalled' in entry ? textsOf(entry.alsoCalled) : []),
			...('searchWords' in entry ? (entry.searchWords ?? []) : []),
		],
	};
}
