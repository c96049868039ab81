import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'csv-parse/sync';
import type { HtmlElement } from 'html-validate';
import { Store, type Term } from 'oxigraph';
import { describe, expect, inject, test } from 'vitest';
import { loadContent } from '../../src/checks/load-content.ts';
import { chairAnswers, chairOn } from '../../src/network/chair.ts';
import { citationsOf, sourceIdsOf } from '../../src/network/citations.ts';
import { titleOf } from '../../src/network/labels.ts';
import { agendaItems, hostCountry, meetingsOf, modeOf, placeInWords } from '../../src/network/meetings.ts';
import { buildNetwork, disputesAbout, type Network } from '../../src/network/network.ts';
import { stateNow, stateOn } from '../../src/network/state.ts';
import { turningPoints } from '../../src/network/turning-points.ts';
import { typographic } from '../../src/network/typography.ts';
import { countryName } from '../../src/schema/countries.ts';
import { dateInWords } from '../../src/schema/dates.ts';
import { boundsOf } from '../../src/schema/edtf.ts';
import { keysOf } from '../../src/schema/fields.ts';
import type { Kind } from '../../src/schema/kinds.ts';
import { all, attribute, factIn, linksIn, only, type Page, readPages, textOf } from './pages.ts';

/*
 * Asks thirteen questions about every subject in the record. Compares the answers from pages, JSON files and tables with those of the
 * network. Reads the tables with SQL, without quotation marks around names.
 */

/** The answers to a question, by subject. */
type Answers = Readonly<Record<string, readonly string[]>>;

interface Question {
	network: (network: Network) => Answers;
	pages: (site: Site) => Answers;
	json: (site: Site) => Answers;
	/** A query that returns a subject and one of its answers, and its parameters. */
	sql: string | ((site: Site) => Answers);
	/** The same query of the linked data, which has no derived values. */
	sparql: string | ((site: Site) => Answers);
}

class Site {
	readonly network: Network;
	readonly pages: readonly Page[];
	readonly #folder: string;
	readonly #database = new DatabaseSync(':memory:');
	readonly #triples = new Store();

	constructor(content: string, folder: string, today: string) {
		this.network = buildNetwork(loadContent(content), today);
		this.pages = readPages(folder);
		this.#folder = folder;
		const triples = readFileSync(join(folder, 'api/v1/network.nt'), 'utf8');
		this.#triples.load(triples, { format: 'application/n-triples' });
		const { resources } = this.json('datapackage') as { resources: { name: string; path: string }[] };
		for (const { name, path } of resources) {
			const [columns = [], ...rows] = parse(readFileSync(join(folder, 'api/v1', path)));
			this.#database.exec(`CREATE TABLE ${name} (${columns.join(', ')})`);
			const insert = this.#database.prepare(
				`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`,
			);
			for (const row of rows) insert.run(...row.map((cell) => (cell === '' ? null : cell)));
		}
	}

	json(path: string): unknown {
		return JSON.parse(readFileSync(join(this.#folder, `api/v1/${path}.json`), 'utf8'));
	}

	records(kind: Kind): JsonRecord[] {
		return (this.json(kind) as { records: JsonRecord[] }).records;
	}

	/** Runs a query that returns subjects and answers. Returns the answers by subject. */
	query(sql: string, ...values: string[]): Answers {
		const rows = this.#database.prepare(sql).all(...values) as { subject: string; answer: string | null }[];
		return collect(rows.map(({ subject, answer }) => [subject, answer ?? undefined]));
	}

	/** Runs a SPARQL query that returns subjects and answers. Returns the answers by subject, with ids in place of addresses. */
	ask(query: string): Answers {
		const rows = this.#triples.query(`PREFIX : <https://schema.org/> ${query}`) as Map<string, Term>[];
		const read = (term?: Term) =>
			term?.termType === 'NamedNode' ? /([^/#]+)\/?$/.exec(term.value)?.[1] : term?.value;
		return collect(rows.map((row) => [read(row.get('subject')) ?? '', read(row.get('answer'))]));
	}

	page(path: string): Page {
		const page = this.pages.find((each) => each.path === path);
		if (!page) throw new Error(`There is no page ${path}.`);
		return page;
	}
}

/** A subject and one answer, if there is one. */
type Pair = readonly [subject: string, answer: string | undefined];

/** Groups answers by subject. For a subject without answers, the list is empty. */
function collect(pairs: readonly Pair[]): Answers {
	const groups = Map.groupBy(pairs, ([subject]) => subject);
	return Object.fromEntries(
		[...groups].map(([subject, found]) => [
			subject,
			[...new Set(found.flatMap(([, answer]) => answer ?? []))].sort(),
		]),
	);
}

const sorted = (answers: Answers): Answers =>
	Object.fromEntries(
		Object.entries(answers)
			.map(([subject, found]) => [subject, [...found].sort()] as const)
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);

interface Ref {
	id: string;
	title: string;
}

/** The fields that the questions need. Each kind of record has some of them. */
interface JsonRecord {
	id: string;
	body: string;
	number: number | null;
	country: Ref;
	date: { earliest: string };
	dates: { earliest: string };
	joined: { date: { words: string } };
	place: { city: string; country: Ref } | null;
	agenda: { themes: Ref[] }[];
	participants: { countries: Ref[]; otherCountries: string[] } | null;
	disputes: Ref[];
	derived: { host: Ref | null; mode: string | null };
}

/** Returns the ids of the records of a kind that an element links to. */
const linkedIn = (element: HtmlElement, kind: string): string[] =>
	[...linksIn(element)].flatMap(
		(href) => new RegExp(`^/${kind}/(?:#)?([a-z0-9-]+)/?$`).exec(href)?.[1] ?? [],
	);

/** Returns the page and the id of each record of a kind. */
const pagesOf = (
	site: Site,
	kind: 'meetings' | 'members' | 'themes',
): (readonly [id: string, page: Page])[] =>
	site.network.entries[kind].map(({ id }) => [id, site.page(`${kind}/${id}/`)]);

/** Returns the statements of a section, without the notes in the margin. */
const statementsIn = ({ document }: Page, id: string): HtmlElement[] =>
	all(document, 'section')
		.filter((section) => all(section, `#${id}`).length > 0)
		.flatMap((section) => all(section, '.statement > div'))
		.filter((part) => !part.classList.contains('margin'));

/** The days to ask about: two days in the past, and the first day of each period without changes. */
const daysOf = (network: Network): string[] =>
	[...new Set(['2018-06-01', '2023-01-01', ...turningPoints(network).map(({ day }) => day)])].filter(
		(day) => day >= (turningPoints(network)[0]?.day ?? ''),
	);

/** Returns the page of the period that includes a day. */
function pageOn({ pages }: Site, day: string): Page {
	const found = pages.find(({ document }) =>
		all(document, 'h1[data-from]').some(
			(heading) =>
				(attribute(heading, 'data-from') ?? '') <= day && day <= (attribute(heading, 'data-until') ?? '9999'),
		),
	);
	if (!found) throw new Error(`There is no page of ${day}.`);
	return found;
}

interface JsonState {
	members: Ref[];
	perhapsMembers: Ref[];
	chair: { is: string; terms: Ref[] };
}

function jsonStateOn(site: Site, day: string): JsonState {
	const { points } = site.json('derived/states') as {
		points: { from: string; until: string | null; state: string }[];
	};
	const point = points.find(({ from, until }) => from <= day && day <= (until ?? '9999'));
	return site.json(`derived/states/${/([^/]+)\.json$/.exec(point?.state ?? '')?.[1] ?? ''}`) as JsonState;
}

const stateQuery = (part: string, answer: string): string =>
	`SELECT ? AS subject, ${answer} AS answer FROM derived_states
	WHERE part = '${part}' AND from_date <= ? AND (until IS NULL OR until >= ?)`;

const onDays = (site: Site, part: string, answer: string): Answers =>
	Object.fromEntries(
		daysOf(site.network).flatMap((day) =>
			Object.entries(site.query(stateQuery(part, answer), day, day, day)),
		),
	);

/** Asks who surely had a role on each day. The network knows more days, for example from the meeting at which a country joined. */
function rolesOnDays(site: Site, role: string): Answers {
	const answers = daysOf(site.network).map((day) =>
		site.ask(`SELECT ("${day}" AS ?subject) (CONCAT("stated ", REPLACE(STR(?member), ".*/(.+)/$", "$1")) AS ?answer) {
			?role :roleName "${role}"; :member ?member; :startDate ?start OPTIONAL { ?role :endDate ?end }
			BIND (REPLACE(?start, "^.*/", "") AS ?from) BIND (COALESCE(?end, "9999-12-31") AS ?until)
			FILTER (CONCAT(?from, SUBSTR("-12-31", STRLEN(?from) - 3)) <= "${day}")
			FILTER (CONCAT(?until, SUBSTR("-01-01", STRLEN(?until) - 3)) >= "${day}") }`),
	);
	return Object.assign({}, ...answers) as Answers;
}

/** Leaves out the days on which nothing is stated, and what is not stated. */
const statedIn = (answers: Answers): Answers =>
	collect(
		Object.entries(answers).flatMap(([day, found]) =>
			found.filter((each) => each.startsWith('stated ')).map((each) => [day, each] as const),
		),
	);

const memberCodes = '[] :roleName "Member"; :member ?member . ?member :identifier ?code';

const questions: Record<string, Question> = {
	'who was in the chair on a day': {
		network: (network) =>
			collect(
				daysOf(network).flatMap((day): Pair[] => {
					const { is, spans } = chairOn(network, day);
					return spans.length === 0
						? [[day, is] as const]
						: spans.map(({ term }) => [day, `${is} ${term.country}`] as const);
				}),
			),
		pages: (site) =>
			collect(
				daysOf(site.network).flatMap((day): Pair[] => {
					const row = only(pageOn(site, day).document, 'section[aria-labelledby="chair"] .record');
					const words = textOf(row);
					const is =
						keysOf(chairAnswers).find((key) => words.toLowerCase().startsWith(chairAnswers[key])) ??
						(words.includes('Derived.') ? 'derived' : 'stated');
					const terms = new Set(
						all(row, 'a').map((link) => /secretariat\/#(.*)/.exec(attribute(link, 'href') ?? '')?.[1]),
					);
					// The page also links to the last known chair.
					const named = site.network.entries.secretariat.flatMap(({ id, country }) =>
						terms.has(id) && is !== 'not-stated' ? { id: country } : [],
					);
					return named.length === 0
						? [[day, is] as const]
						: named.map(({ id }) => [day, `${is} ${id}`] as const);
				}),
			),
		json: (site) => {
			const terms = site.records('secretariat');
			return collect(
				daysOf(site.network).flatMap((day): Pair[] => {
					const { is, terms: then } = jsonStateOn(site, day).chair;
					const countries = then.map(({ id }) => terms.find((term) => term.id === id)?.country.id ?? id);
					return countries.length === 0
						? [[day, is] as const]
						: countries.map((country) => [day, `${is} ${country}`] as const);
				}),
			);
		},
		sql: (site) => onDays(site, 'chair', `answer || coalesce(' ' || country, '')`),
		sparql: (site) => rolesOnDays(site, 'Chair of the Secretariat'),
	},
	'which countries were members on a day': {
		network: (network) =>
			collect(
				daysOf(network).flatMap((day) => {
					const { members, possibleMembers } = stateOn(network, day);
					return [
						...members.map(({ id }) => [day, `stated ${id}`] as const),
						...possibleMembers.map(({ id }) => [day, `uncertain ${id}`] as const),
					];
				}),
			),
		pages: (site) =>
			collect(
				daysOf(site.network).flatMap((day) => {
					const members = only(pageOn(site, day).document, 'section[aria-labelledby="members"]');
					const possible = all(members, '.perhaps').flatMap((each) => linkedIn(each, 'members'));
					const certain = linkedIn(members, 'members').filter((id) => !possible.includes(id));
					return [
						...certain.map((id) => [day, `stated ${id}`] as const),
						...possible.map((id) => [day, `uncertain ${id}`] as const),
					];
				}),
			),
		json: (site) =>
			collect(
				daysOf(site.network).flatMap((day) => {
					const { members, perhapsMembers } = jsonStateOn(site, day);
					return [
						...members.map(({ id }) => [day, `stated ${id}`] as const),
						...perhapsMembers.map(({ id }) => [day, `uncertain ${id}`] as const),
					];
				}),
			),
		sql: (site) => onDays(site, 'member', `answer || ' ' || country`),
		sparql: (site) => rolesOnDays(site, 'Member'),
	},
	'which meetings a country hosted': {
		network: (network) =>
			collect(
				network.entries.meetings.flatMap((meeting) => {
					const host = hostCountry(network, meeting);
					return host ? [[host.country.id, meeting.id] as const] : [];
				}),
			),
		pages: (site) =>
			collect(
				pagesOf(site, 'members').flatMap(([id, { document }]) =>
					all(document, '.dated .statement > div')
						.filter((event) => textOf(event).startsWith('Hosted '))
						.flatMap((event) => linkedIn(event, 'meetings').map((meeting) => [id, meeting] as const)),
				),
			),
		json: (site) =>
			collect(
				site
					.records('meetings')
					.flatMap(({ id, derived: { host } }) => (host ? [[host.id, id] as const] : [])),
			),
		sql: 'SELECT derived_host AS subject, id AS answer FROM meetings WHERE derived_host IS NOT NULL',
		sparql: `SELECT (?member AS ?subject) ?answer { ${memberCodes} . ?answer a :Event
			{ ?answer :contributor [ :roleName "Host"; :contributor ?member ] }
			UNION { ?answer :location/:address/:addressCountry ?code
				FILTER NOT EXISTS { ?answer :contributor/:roleName "Host" } } }`,
	},
	'which meetings were online': {
		network: (network) =>
			collect(
				network.entries.meetings
					.filter((meeting) => modeOf(meeting)?.words === 'online')
					.map(({ id }) => ['online', id]),
			),
		pages: (site) =>
			collect(
				pagesOf(site, 'meetings')
					.filter(([, page]) => factIn(page.document, 'Format')?.startsWith('online'))
					.map(([id]) => ['online', id]),
			),
		json: (site) =>
			collect(
				site
					.records('meetings')
					.filter(({ derived }) => derived.mode === 'online')
					.map(({ id }) => ['online', id]),
			),
		sql: `SELECT 'online' AS subject, id AS answer FROM meetings WHERE derived_mode = 'online'`,
		sparql:
			'SELECT ("online" AS ?subject) ?answer { ?answer :eventAttendanceMode :OnlineEventAttendanceMode }',
	},
	'which meetings were about a theme': {
		network: (network) =>
			collect(
				agendaItems(network).flatMap(({ meeting, item }) =>
					item.themes.map((theme) => [theme, meeting.id] as const),
				),
			),
		pages: (site) =>
			collect(
				pagesOf(site, 'themes').flatMap(([id, { document }]) =>
					[...linksIn(only(document, 'main'))]
						.flatMap((href) => /^\/meetings\/([^/]+)\/#/.exec(href)?.[1] ?? [])
						.map((meeting) => [id, meeting] as const),
				),
			),
		json: (site) =>
			collect(
				site
					.records('meetings')
					.flatMap(({ id, agenda }) =>
						agenda.flatMap(({ themes }) => themes.map((theme) => [theme.id, id] as const)),
					),
			),
		sql: 'SELECT value AS subject, meeting_id AS answer FROM meetings_agenda, json_each(themes)',
		sparql: 'SELECT ?subject ?answer { ?answer :workFeatured/:about ?subject }',
	},
	'which countries attended a meeting': {
		network: (network) =>
			collect(
				network.entries.meetings.flatMap(({ id, participants }) =>
					[...(participants?.countries ?? []), ...(participants?.otherCountries ?? []).map(countryName)].map(
						(country) => [id, country] as const,
					),
				),
			),
		pages: (site) =>
			collect(
				pagesOf(site, 'meetings').flatMap(([id, page]) =>
					statementsIn(page, 'participants').flatMap((part) => {
						const text = textOf(part);
						const others = /^From outside the network: ([^.]*)/.exec(text)?.[1]?.split(/, | and /) ?? [];
						const isList = !text.startsWith('Also:');
						return [...(isList ? linkedIn(part, 'members') : []), ...others].map(
							(country) => [id, country] as const,
						);
					}),
				),
			),
		json: (site) =>
			collect(
				site
					.records('meetings')
					.flatMap(({ id, participants }) =>
						[
							...(participants?.countries.map((country) => country.id) ?? []),
							...(participants?.otherCountries.map(countryName) ?? []),
						].map((country) => [id, country] as const),
					),
			),
		sql: (site) => {
			const members = site.query(
				'SELECT meetings.id AS subject, value AS answer FROM meetings, json_each(participants_countries)',
			);
			const others = site.query(
				'SELECT meetings.id AS subject, value AS answer FROM meetings, json_each(participants_other_countries)',
			);
			return collect([
				...Object.entries(members).flatMap(([id, found]) => found.map((each) => [id, each] as const)),
				...Object.entries(others).flatMap(([id, found]) =>
					found.map((code) => [id, countryName(code)] as const),
				),
			]);
		},
		sparql: `SELECT ?subject (IF(ISIRI(?who), ?who, ?name) AS ?answer) { ?subject :attendee ?who . ?who :name ?name }`,
	},
	'which offices a country has': {
		network: (network) => collect(network.entries.offices.map(({ id, country }) => [country, id])),
		pages: (site) =>
			collect(
				pagesOf(site, 'members').flatMap(([id, { document }]) =>
					all(document, 'section.entry').map((office) => [id, attribute(office, 'id')] as const),
				),
			),
		json: (site) => collect(site.records('offices').map(({ id, country }) => [country.id, id])),
		sql: 'SELECT country AS subject, id AS answer FROM offices',
		sparql: `SELECT (?member AS ?subject) ?answer { ${memberCodes} . ?answer a :Organization; :address/:addressCountry ?code }`,
	},
	'which questions about a meeting sources disagree on': {
		network: (network) =>
			collect(
				network.entries.meetings.flatMap((meeting) =>
					disputesAbout(network, meeting).map((dispute) => [meeting.id, titleOf(network, dispute)] as const),
				),
			),
		pages: (site) =>
			collect(
				pagesOf(site, 'meetings').flatMap(([id, { document }]) =>
					all(document, 'a.doubt').map(
						(link) =>
							[
								id,
								attribute(link, 'title') ?? textOf(link).replace('Sources disagree on this question: ', ''),
							] as const,
					),
				),
			),
		json: (site) =>
			collect(
				site
					.records('meetings')
					.flatMap(({ id, disputes }) => disputes.map(({ title }) => [id, typographic(title)] as const)),
			),
		sql: (site) =>
			collect(
				Object.entries(
					site.query(`SELECT substr(record, 10) AS subject, question AS answer FROM disputes_about
						JOIN disputes ON disputes.id = dispute_id WHERE record LIKE 'meetings/%'`),
				).flatMap(([id, found]) => found.map((question) => [id, typographic(question)] as const)),
			),
		sparql: (site) =>
			collect(
				Object.entries(
					site.ask(
						'SELECT ?subject ?answer { [] a :Question; :about ?subject; :name ?answer . ?subject a :Event; :identifier|:about ?any FILTER (CONTAINS(STR(?subject), "/meetings/")) }',
					),
				).flatMap(([id, found]) => found.map((question) => [id, typographic(question)] as const)),
			),
	},
	'which sources a meeting has': {
		network: (network) =>
			collect(
				network.entries.meetings.flatMap((meeting) =>
					sourceIdsOf(citationsOf(meeting)).map((source) => [meeting.id, source] as const),
				),
			),
		pages: (site) =>
			collect(
				pagesOf(site, 'meetings').flatMap(([id, { document }]) =>
					all(document, '.notes > li').map(
						(note) => [id, attribute(note, 'id')?.replace(/^source-/, '')] as const,
					),
				),
			),
		json: (site) =>
			collect(
				site
					.records('meetings')
					.flatMap((meeting) => sourcesIn(meeting).map((id) => [meeting.id, id] as const)),
			),
		sql: `SELECT id AS subject, source AS answer FROM rests_on WHERE kind = 'meetings'`,
		sparql: `SELECT ?subject ?answer { ?subject a :Event; :subjectOf ?answer FILTER (CONTAINS(STR(?subject), "/meetings/")) }`,
	},
	'which documents are from a year': {
		network: (network) =>
			collect(network.entries.documents.map(({ id, date }) => [boundsOf(date).earliest.slice(0, 4), id])),
		pages: (site) =>
			collect(
				all(site.page('documents/').document, 'article > section[id]').map((entry) => [
					/\d{4}/.exec(textOf(all(entry, '.label')[0] ?? entry))?.[0] ?? '',
					attribute(entry, 'id'),
				]),
			),
		json: (site) => collect(site.records('documents').map(({ id, date }) => [date.earliest.slice(0, 4), id])),
		sql: 'SELECT substr(date_earliest, 1, 4) AS subject, id AS answer FROM documents',
		sparql: `SELECT (SUBSTR(?date, 1, 4) AS ?subject) ?answer { ?answer a :CreativeWork
			{ ?answer :dateCreated ?date } UNION { ?answer :subjectOf ?meeting . ?meeting a :Event; :startDate ?date
				FILTER NOT EXISTS { ?answer :dateCreated [] } } }`,
	},
	'where the Board met': {
		network: (network) =>
			collect(
				meetingsOf(network, 'executive-board').map((meeting) => [meeting.id, placeInWords(network, meeting)]),
			),
		pages: (site) => {
			const board = only(site.page('meetings/').document, 'section[aria-labelledby="executive-board"]');
			return collect(
				all(board, '.row > .record').map((row) => {
					const link = only(row, 'h3');
					const [title, date] = [all(link, 'span')[0], all(link, 'time, .date').at(-1)].map(
						(part) => part && textOf(part),
					);
					const place = textOf(link)
						.replace(title ?? '', '')
						.replace(date ?? '', '')
						.replace(/, $/, '')
						.trim();
					return [linkedIn(link, 'meetings')[0] ?? '', place === 'Online' ? 'online' : place || undefined];
				}),
			);
		},
		json: (site) =>
			collect(
				site
					.records('meetings')
					.filter(({ body }) => body === 'executive-board')
					.map(({ id, place, derived: { mode } }) => [
						id,
						place ? `${place.city}, ${place.country.title}` : (mode ?? undefined),
					]),
			),
		sql: `SELECT meetings.id AS subject, coalesce(place_city || ', ' || members.name, derived_mode) AS answer
			FROM meetings LEFT JOIN members ON members.id = place_country WHERE body = 'executive-board'`,
		sparql: `SELECT ?subject (COALESCE(CONCAT(?city, ", ", ?name), "online") AS ?answer) { ?subject a :Event; :about ?board
			FILTER (STRENDS(STR(?board), "/board/"))
			OPTIONAL { ?subject :location/:address ?address . ?address :addressLocality ?city; :addressCountry ?code .
				${memberCodes} . ?member :name ?name } }`,
	},
	'when a country joined': {
		network: (network) =>
			collect(network.entries.members.map(({ id, joined }) => [id, dateInWords(joined.date)])),
		pages: (site) =>
			collect(
				pagesOf(site, 'members').map(([id, { document }]) => [
					id,
					/has been a member since (.*?)\./.exec(textOf(only(document, '.lead')))?.[1],
				]),
			),
		json: (site) => collect(site.records('members').map(({ id, joined }) => [id, joined.date.words])),
		sql: (site) =>
			collect(
				Object.entries(site.query('SELECT id AS subject, joined_date AS answer FROM members')).map(
					([id, [date = '']]) => [id, dateInWords(date)],
				),
			),
		sparql: (site) =>
			collect(
				Object.entries(
					site.ask('SELECT ?subject ?answer { [] :roleName "Member"; :member ?subject; :startDate ?answer }'),
				).map(([id, [date = '']]) => [id, dateInWords(date)]),
			),
	},
	'which meeting is next': {
		network: (network) => collect([['next', stateNow(network).meetings.next?.id]]),
		pages: (site) => {
			const [next] = all(site.page('').document, '.facts > div').filter((fact) =>
				textOf(fact).startsWith('Next meeting'),
			);
			return collect([['next', next && linkedIn(next, 'meetings')[0]]]);
		},
		json: (site) =>
			collect([
				[
					'next',
					site
						.records('meetings')
						.find(
							({ body, number, dates }) =>
								body === 'conference' && number !== null && dates.earliest > site.network.today,
						)?.id,
				],
			]),
		sql: (site) => ({
			next: [],
			...site.query(
				`SELECT 'next' AS subject, id AS answer FROM meetings
				WHERE body = 'conference' AND number IS NOT NULL AND dates_earliest > ? ORDER BY dates_earliest LIMIT 1`,
				site.network.today,
			),
		}),
		sparql: (site) => ({
			next: [],
			...site.ask(`SELECT ("next" AS ?subject) ?answer { ?answer a :Event; :about [ :member [] ]; :identifier []; :startDate ?date
				FILTER (?date > "${site.network.today}") } ORDER BY ?date LIMIT 1`),
		}),
	},
};

/** Returns the ids of all sources in a record and its nested groups. */
function sourcesIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(sourcesIn);
	if (typeof value !== 'object' || value === null) return [];
	const { kind, id } = value as { kind?: string; id?: string };
	return [
		...(kind === 'sources' && id !== undefined ? [id] : []),
		...Object.entries(value).flatMap(([key, each]) => (key === 'disputes' ? [] : sourcesIn(each))),
	];
}

const sites = [
	['the extended record', inject('grownContent'), inject('grownSite'), inject('grownToday')],
	['a small record', inject('smallContent'), inject('smallSite'), '2022-06-15'],
] as const;

describe.each(sites)('pages, JSON and tables of %s agree', (_name, content, folder, today) => {
	const site = new Site(content, folder, today);

	test.each(Object.entries(questions))('on %s', (question, { network, pages, json, sql, sparql }) => {
		const expected = sorted(network(site.network));
		if (folder === inject('grownSite')) expect(Object.keys(expected)).not.toEqual([]);
		expect(sorted(json(site))).toEqual(expected);
		expect(sorted(typeof sql === 'string' ? site.query(sql) : sql(site))).toEqual(expected);
		expect(sorted(pages(site))).toEqual(expected);
		const asked = typeof sparql === 'string' ? site.ask(sparql) : sparql(site);
		if (!question.endsWith('on a day')) {
			expect(sorted(asked)).toEqual(expected);
			return;
		}
		const stated = statedIn(expected);
		for (const [day, found] of Object.entries(stated))
			expect(found).toEqual(expect.arrayContaining([...(asked[day] ?? [])]));
		const everyone = (answers: Answers) => new Set(Object.values(answers).flat());
		expect(everyone(asked)).toEqual(everyone(stated));
	});
});
