import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dump } from 'js-yaml';
import { countryCodes } from '../../src/schema/countries.ts';

type Data = Record<string, unknown>;

/** A whole record: of each folder its files' data by id, and the two files beside the folders. */
export interface GeneratedContent {
	readonly site: Data;
	readonly network: Data;
	readonly records: Readonly<Record<string, ReadonlyMap<string, Data>>>;
}

/** The day that counts as today for generated content, after all that it tells of; for `SOURCE_DATE_EPOCH`. */
export const secondsOfToday = String(Date.UTC(2026, 0, 31) / 1000);

const msPerDay = 86_400_000;

const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Ten years of few meetings, then a hundred a year: what grows is the history, and not for ever the number in each year. */
const yearsFor = (meetings: number): number => Math.min(100, Math.max(10, Math.ceil(meetings / 100)));

const subjects = [
	'Money laundering',
	'Firearms',
	'Electronic evidence',
	'Smuggling',
	'Confiscation',
	'Fraud',
];

const countTo = <T>(count: number, make: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => make(index));

/** Returns an entry of a list. After the end, the index starts at the beginning again. */
function around<T>(list: readonly T[], index: number): T {
	const entry = list[((index % list.length) + list.length) % list.length];
	if (entry === undefined) throw new RangeError('An empty list has no entry.');
	return entry;
}

/**
 * Returns valid content with the number of records that a network with this number of meetings would have. The number of countries
 * is limited by the grid of members. The same number gives the same content.
 *
 * @param meetings how many meetings there are, of the conference and of the Executive Board
 */
export function generateContent(meetings: number): GeneratedContent {
	const years = yearsFor(meetings);
	const start = Date.UTC(2026 - years, 0, 3);
	// The last meetings leave some days of the last year to what follows them.
	const step = (years * 365 - 10) / meetings;
	const dayOf = (meeting: number, later = 0): string =>
		dayAt(start + (Math.floor(meeting * step) + later) * msPerDay);

	const members = countTo(Math.min(64, 12 + Math.ceil(meetings / 20)), (index) => `member-${index + 1}`);
	const officeOf = (member: string): string => `${member}-office`;
	const themes = countTo(17 + Math.ceil(meetings / 50), (index) => `theme-${index + 1}`);
	const annual = (meeting: number): string => `annual-account-${dayOf(meeting).slice(0, 4)}`;
	const report = (meeting: number): string => `report-${meeting + 1}`;

	// Every sixth meeting is one of the Board, and every seventeenth of the others is held online, without a host.
	const isBoard = (meeting: number): boolean => meeting % 6 === 5;
	const isOnline = (meeting: number): boolean => meeting % 17 === 16;
	const all = countTo(meetings, (meeting) => meeting);
	const conferences = all.filter((meeting) => !isBoard(meeting));
	const turns = conferences.filter((meeting) => !isOnline(meeting));
	const idOf = new Map(
		all.map((meeting) => [meeting, `${isBoard(meeting) ? 'board' : 'conference'}-meeting-${meeting + 1}`]),
	);
	const id = (meeting: number): string => idOf.get(meeting) ?? '';
	const numbers = new Map(conferences.map((meeting, index) => [meeting, index + 1]));
	const numberOf = (meeting: number): number => numbers.get(meeting) ?? 0;
	const hosts = new Map(turns.map((meeting, index) => [meeting, around(members, index)]));

	const termCount = Math.max(1, Math.floor(meetings / 40));
	const terms = countTo(termCount, (index) => ({
		member: around(members, index * 7 + 3),
		from: Math.floor((index * meetings) / termCount),
		until: Math.floor(((index + 1) * meetings) / termCount),
	}));
	const chairAt = (meeting: number): string =>
		terms.find(({ until }) => meeting < until)?.member ?? around(terms, -1).member;

	const compositions = turns.flatMap((meeting, index) => {
		if (index % 8 !== 3) return [];
		const seats = [turns[index - 1], meeting, turns[index + 1]].map((turn) => hosts.get(turn ?? -1));
		const countries = [...new Set([...seats, chairAt(meeting)])].filter((country) => country !== undefined);
		return countries.length === 4 ? [{ meeting, countries }] : [];
	});

	const account = 'account-of-the-network';
	const records: Record<string, ReadonlyMap<string, Data>> = {
		members: new Map(
			members.map((member, index) => [
				member,
				{
					name: `Country ${index + 1}`,
					code: around(countryCodes, index),
					joined: { date: dayAt(start - 2 * msPerDay), how: 'Signed the declaration.', sources: [account] },
					tile: { row: Math.floor(index / 8) + 1, column: (index % 8) + 1 },
					sources: [account],
				},
			]),
		),
		offices: new Map(
			members.map((member, index) => [
				officeOf(member),
				{
					country: member,
					name: `Prosecution Office of Country ${index + 1}`,
					nativeNames: [{ name: 'Специализирана прокуратура', language: 'bg' }],
					seat: `City ${index + 1}`,
					membership: 'stated',
					membershipNote: 'Named among the offices of the network.',
					// Of every third office a source says since when there is one, as in the record.
					...(index % 3 === 0 && { since: dayAt(start - 2 * msPerDay).slice(0, 7) }),
					sources: [account],
				},
			]),
		),
		meetings: new Map(
			all.map((meeting) => {
				const host = hosts.get(meeting);
				return [
					id(meeting),
					{
						body: isBoard(meeting) ? 'executive-board' : 'conference',
						...(!isBoard(meeting) && { number: numberOf(meeting) }),
						title: isBoard(meeting)
							? `Meeting of the Executive Board of ${dayOf(meeting)}`
							: `Meeting ${numberOf(meeting)}`,
						alsoCalled: [
							{ text: `Annual meeting ${meeting + 1} of prosecutors`, sources: [report(meeting)] },
						],
						dates:
							meeting % 12 === 11
								? dayOf(meeting).slice(0, 7)
								: meeting % 3 === 0
									? dayOf(meeting)
									: `${dayOf(meeting)}/${dayOf(meeting, 1)}`,
						...(isOnline(meeting) && { mode: 'online' }),
						...(host !== undefined && {
							place: { city: `City ${members.indexOf(host) + 1}`, country: host, sources: [report(meeting)] },
							host: { country: host, office: officeOf(host), sources: [annual(meeting)] },
						}),
						...(meeting % 10 !== 9 && {
							agenda: countTo(3 + (meeting % 3), (item) => ({
								id: `item-${item + 1}`,
								title: `${around(subjects, meeting + item)} across borders: case ${item + 1} of ${meeting + 1}`,
								wording: item === 0 ? 'restated' : 'published',
								themes: [around(themes, meeting + item * 3)],
								sources: [report(meeting)],
							})),
						}),
						participants: {
							count: `${20 + (meeting % 30)} prosecutors`,
							countries: countTo(8, (place) => around(members, meeting + place)),
							others: [{ text: 'Eurojust' }, { text: 'INTERPOL' }],
							sources: [report(meeting)],
						},
						outcomes: countTo(2, (outcome) => ({
							text: `The participants agreed on step ${outcome + 1} of the plan made in ${dayOf(meeting)}.`,
							sources: [annual(meeting)],
						})),
						...(meeting % 2 === 0 && {
							support: [
								{
									text: 'Supported by an international organization.',
									project: `project-${Math.floor(meeting / 50) + 1}`,
									sources: [report(meeting)],
								},
							],
						}),
						searchWords: [`Београд ${meeting + 1}`, 'handover'],
						...(meeting % 4 === 0 && {
							notes: [{ text: 'The report gives the days; the account gives the year.' }],
						}),
						sources: [annual(meeting), report(meeting)],
					},
				];
			}),
		),
		board: new Map(
			compositions.map(({ meeting, countries }) => [
				`board-after-${id(meeting)}`,
				{
					period: dayOf(meeting, 2),
					members: countries.map((country) => ({ country, sources: [annual(meeting)] })),
					sources: [annual(meeting), report(meeting)],
				},
			]),
		),
		secretariat: new Map(
			terms.map(({ member, from, until }, index) => [
				`term-${index + 1}`,
				{
					country: member,
					office: officeOf(member),
					from: dayOf(from),
					...(index < termCount - 1 && { until: dayOf(until, -1) }),
					began: { how: `Elected as chair ${index + 1}.`, meeting: id(from), sources: [report(from)] },
					...(index < termCount - 1 && { ended: { how: 'The term ran out.', sources: [annual(from)] } }),
					statedLength: 'four years',
					sources: [annual(from), report(from)],
				},
			]),
		),
		milestones: new Map(
			countTo(Math.ceil(meetings / 10), (index) => {
				const meeting = index * 10;
				return [
					`milestone-${index + 1}`,
					{
						date: dayOf(meeting, 1),
						title: `Milestone ${index + 1}`,
						text: 'Something happened outside of the meetings.',
						about: [`meetings/${id(meeting)}`, `members/${around(members, index)}`],
						sources: [report(meeting)],
					},
				];
			}),
		),
		documents: new Map(
			countTo(Math.ceil(meetings / 15), (index) => {
				const meeting = index * 15;
				return [
					`declaration-${index + 1}`,
					{
						title: `Declaration ${index + 1}`,
						type: 'declaration',
						date: dayOf(meeting),
						meeting: id(meeting),
						signatories: countTo(6, (place) => ({
							country: around(members, index + place),
							date: dayOf(meeting, 1),
						})),
						content: [{ text: 'It asks for closer co-operation.', sources: [report(meeting)] }],
						sources: [report(meeting)],
					},
				];
			}),
		),
		projects: new Map(
			countTo(Math.ceil(meetings / 50), (index) => [
				`project-${index + 1}`,
				{
					title: `Project ${index + 1}`,
					dates: dayOf(index * 50).slice(0, 4),
					runBy: [{ text: 'An international organization' }],
					connection: 'It supports the meetings.',
					...(index > 0 && { follows: `project-${index}` }),
					sources: [report(index * 50)],
				},
			]),
		),
		themes: new Map(
			themes.map((theme, index) => [
				theme,
				{
					name: `${around(subjects, index)} ${index + 1}`,
					description: `What belongs to ${around(subjects, index).toLowerCase()}.`,
					searchWords: [`crypto ${index + 1}`],
					sources: [account],
				},
			]),
		),
		glossary: new Map(
			countTo(20 + Math.ceil(meetings / 50), (index) => [
				`term-${index + 1}`,
				{
					term: `TERM ${index + 1}`,
					expansion: `Term number ${index + 1}`,
					meaning: 'What the sources say of it.',
					see: [`offices/${officeOf(around(members, index))}`],
					sources: [account],
				},
			]),
		),
		disputes: new Map(
			countTo(Math.ceil(meetings / 20), (index) => {
				const meeting = index * 20;
				return [
					`dispute-${index + 1}`,
					{
						question: `When was meeting ${meeting + 1} held?`,
						about: [{ record: `meetings/${id(meeting)}`, field: 'dates' }],
						versions: [
							{ id: 'report', claim: 'On the day given here.', sources: [report(meeting)] },
							{ id: 'account', claim: 'A day later.', sources: [annual(meeting)] },
						],
						follows: 'report',
						why: 'The report was written on the day.',
					},
				];
			}),
		),
		sources: new Map([
			[account, source(account, 'network', undefined)],
			...new Map(all.map((meeting) => [annual(meeting), source(annual(meeting), 'network', undefined)])),
			...all.map(
				(meeting) => [report(meeting), source(report(meeting), 'press', dayOf(meeting, 1))] as [string, Data],
			),
		]),
	};
	const ruled = { text: 'As the account has it.', sources: [account] };
	return {
		site: {
			name: 'The history of a network',
			description: 'What a network did, for measuring.',
			repository: 'https://example.org/history',
		},
		network: {
			name: 'A network of prosecutors',
			abbreviation: 'ANP',
			summary: 'A network that exists for measuring.',
			account: [ruled],
			aims: [ruled],
			workings: [{ title: 'Joining', ...ruled }],
			boardRule: { ...ruled, size: 4, ...(turns.length > 3 && { establishedAt: id(turns[3] ?? 0) }) },
			counts: [{ date: dayOf(0), countries: members.length, sources: [account] }],
			sources: [account],
		},
		records,
	};
}

const source = (id: string, type: string, published: string | undefined): Data => ({
	title: `${type === 'press' ? 'Report' : 'Account'}: ${id.replaceAll('-', ' ')}`,
	url: `https://example.org/${id}`,
	publisher: 'A publisher',
	type,
	language: 'en',
	...(published !== undefined && { published }),
	copyRead: 'whole',
});

/** Generated content as the texts of its files, by their paths. */
export const textsOf = ({ site, network, records }: GeneratedContent): Record<string, string> =>
	Object.fromEntries(
		[
			['site', site] as const,
			['network', network] as const,
			...Object.entries(records).flatMap(([kind, byId]) =>
				[...byId].map(([id, data]) => [`${kind}/${id}`, data] as const),
			),
		].map(([path, data]) => [`${path}.yaml`, dump(data, { noRefs: true })]),
	);

/** Writes generated content as the files that the check and the site read. */
export function writeContent(directory: string, content: GeneratedContent): void {
	for (const [path, text] of Object.entries(textsOf(content))) {
		const file = join(directory, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}
