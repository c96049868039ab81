import { dateInWords, termInWords, whenInWords } from '../../schema/dates.ts';
import { counted } from '../../network/labels.ts';
import type { RecordData } from '../../schema/index.ts';
import { kinds, type Kind } from '../../schema/kinds.ts';
import type { State, StateRecord } from './state.ts';

/*
 * What records are called in sentences about a change of the content. Either state may hold references that lead nowhere, so
 * nothing here relies on finding a record.
 */

/** The records of two states by kind and id; those of the first state come first. */
export class Names {
	readonly #records: ReadonlyMap<string, RecordData<Kind>>;

	constructor(...states: readonly State[]) {
		this.#records = new Map(
			// The first that is set last stays.
			states
				.toReversed()
				.flatMap(({ records }) =>
					kinds.flatMap((kind) =>
						records[kind].map(({ id, data }: StateRecord) => [`${kind}/${id}`, data] as const),
					),
				),
		);
	}

	/** What a reference to a record says: its name, or its id when there is no such record. */
	of(kind: Kind, id: string): string {
		const data = this.#records.get(`${kind}/${id}`);
		return data ? (mentions[kind] as Mention<Kind>)(data, this) : `“${id}”`;
	}

	/** What a record is called as the subject of a sentence. */
	called<K extends Kind>(kind: K, { data }: StateRecord<K>): string {
		return (subjects[kind] as Mention<K>)(data, this);
	}

	/** How many terms of a country there are. */
	termsOf(country: string): number {
		return [...this.#records].filter(
			([address, data]) =>
				address.startsWith('secretariat/') && 'country' in data && data.country === country,
		).length;
	}
}

type Mention<K extends Kind> = (data: RecordData<K>, names: Names) => string;

// The text of a record goes on one line, and not on for a page.
const longest = 120;

/** A text in quotation marks, shortened. */
export function quoted(text: string): string {
	const characters = Array.from(text.replace(/\s+/gu, ' ').trim());
	return `“${characters.length > longest ? `${characters.slice(0, longest).join('').trimEnd()}…` : characters.join('')}”`;
}

const numberedTitle = /^\p{Lu}\p{Ll}+ meeting$/u;

/** "the ninth meeting" where the title says so, else the title. */
const meetingName = ({ title, body }: RecordData<'meetings'>): string =>
	numberedTitle.test(title) && body === 'conference'
		? `the ${title.charAt(0).toLowerCase()}${title.slice(1)}`
		: `the meeting ${quoted(title)}`;

const possessive = (name: string): string => `${name}'s`;

const mentions: { readonly [K in Kind]: Mention<K> } = {
	members: ({ name }) => name,
	offices: ({ name }) => quoted(name),
	meetings: meetingName,
	board: ({ period }) => `the Board composition of ${dateInWords(period)}`,
	secretariat: ({ country, from, until }, names) =>
		`${possessive(names.of('members', country))} term (${termInWords(from, until)})`,
	milestones: ({ title }) => quoted(title),
	documents: ({ title }) => quoted(title),
	projects: ({ title }) => quoted(title),
	themes: ({ name }) => quoted(name),
	glossary: ({ term }) => quoted(term),
	disputes: ({ question }) => quoted(question),
	sources: ({ title }) => quoted(title),
};

const subjects: { readonly [K in Kind]: Mention<K> } = {
	members: mentions.members,
	offices: (office, names) => `the office ${mentions.offices(office, names)}`,
	meetings: (meeting, names) =>
		meetingName(meeting).endsWith(' meeting')
			? meetingName(meeting)
			: `${mentions.meetings(meeting, names)} (${dateInWords(meeting.dates)})`,
	board: mentions.board,
	secretariat: ({ country, from }, names) => {
		const term = `${possessive(names.of('members', country))} term`;
		return names.termsOf(country) > 1 ? `${term} that began ${whenInWords(from)}` : term;
	},
	milestones: (milestone, names) => `the milestone ${mentions.milestones(milestone, names)}`,
	documents: (document, names) => `the ${document.type} ${mentions.documents(document, names)}`,
	projects: (project, names) => `the project ${mentions.projects(project, names)}`,
	themes: (theme, names) => `the theme ${mentions.themes(theme, names)}`,
	glossary: (entry, names) => `the glossary entry ${mentions.glossary(entry, names)}`,
	disputes: (dispute, names) => `the disagreement ${mentions.disputes(dispute, names)}`,
	sources: (source, names) => `the source ${mentions.sources(source, names)}`,
};

const additions: { readonly [K in Kind]: Mention<K> } = {
	members: ({ name, joined }) => `${name} as a member, joined ${whenInWords(joined.date)}`,
	offices: (office, names) => `${subjects.offices(office, names)} of ${names.of('members', office.country)}`,
	meetings: (meeting) => {
		const where = meeting.place?.city ?? (meeting.mode === 'online' ? 'online' : undefined);
		const line = [where, dateInWords(meeting.dates)].filter((part) => part !== undefined).join(', ');
		const agenda =
			meeting.agenda === undefined ? '' : ` with ${counted(meeting.agenda.length, 'agenda item')}`;
		return `${meetingName(meeting)} (${line})${agenda}`;
	},
	board: (board, names) => `${mentions.board(board, names)} with ${counted(board.members.length, 'member')}`,
	secretariat: mentions.secretariat,
	milestones: (milestone, names) =>
		`${subjects.milestones(milestone, names)} (${dateInWords(milestone.date)})`,
	documents: (document, names) => `${subjects.documents(document, names)} (${dateInWords(document.date)})`,
	projects: (project, names) =>
		`${subjects.projects(project, names)}${project.dates === undefined ? '' : ` (${dateInWords(project.dates)})`}`,
	themes: subjects.themes,
	glossary: subjects.glossary,
	disputes: (dispute, names) =>
		`${subjects.disputes(dispute, names)} with ${counted(dispute.versions.length, 'version')}`,
	sources: (source, names) => {
		const line = [
			source.publisher,
			source.published === undefined ? undefined : dateInWords(source.published),
		].filter((part) => part !== undefined);
		return `${subjects.sources(source, names)} (${line.join(', ')})`;
	},
};

/** A record that is new, or gone, with what tells it from others of its kind. */
export const introduced = <K extends Kind>(kind: K, { data }: StateRecord<K>, names: Names): string =>
	(additions[kind] as Mention<K>)(data, names);

/** Titles of the schema that cannot stand after "the" inside of a sentence. */
export const titlesInSentences: Readonly<Record<string, string>> = {
	About: 'the subjects',
	'Also at': 'the other addresses',
	'Also called': 'the other names',
	Began: 'the beginning',
	'Copy read': 'the extent of the copy read',
	'Departs from the rule': 'the note on the rule',
	Ended: 'the ending',
	'Established at': 'the meeting of the establishment',
	Follows: '“Follows”',
	From: 'the start',
	How: 'the account',
	'How it works': 'the workings',
	'How the date is known': 'the note on the date',
	'How the dates are known': 'the note on the dates',
	'How the membership is known': 'the note on the membership',
	'How the period is known': 'the note on the period',
	'In the network since': 'the start in the network',
	'In the network until': 'the end in the network',
	Joined: 'the joining',
	Others: 'the other participants',
	'Our title': 'the mark “our title”',
	'Our translation': 'the mark “our translation”',
	'Own sources': 'the sources',
	'Part of': 'the larger meeting',
	Published: 'the date of publication',
	'Run by': '“Run by”',
	See: 'the references',
	Until: 'the end',
	'Used for': 'the use',
	Why: 'the reason',
};

/** What a field is called inside of a sentence, from its title. */
export const fieldInSentence = (title: string): string =>
	titlesInSentences[title] ?? `the ${lowerFirst(title)}`;

/** A title as a noun inside of a sentence: "Agenda item" becomes "agenda item". */
export const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
