import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dump } from 'js-yaml';
import { countryCodes } from '../../src/schema/countries.ts';

/** The current day for generated content, as `SOURCE_DATE_EPOCH`. All meetings are earlier. */
export const secondsOfToday = String(Date.UTC(2026, 0, 31) / 1000);

const subjects = ['Money laundering', 'Firearms', 'Electronic evidence', 'Smuggling', 'Confiscation'];

const countTo = <T>(count: number, make: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => make(index));

/** Returns an entry of a list. If the index is too high, it starts again at the beginning. */
const around = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/**
 * Returns valid content for ten years with the given number of meetings, by path. The number of other records grows with the number of
 * meetings. The same number always gives the same content.
 */
export function generateContent(meetings: number): Record<string, string> {
	const files: Record<string, string> = {};
	const add = (path: string, data: object): void => {
		files[`${path}.yaml`] = dump(data, { noRefs: true });
	};
	const addSource = (id: string, type: string, dated: { published?: string } = {}): void => {
		const where = { url: `https://example.org/${id}`, publisher: 'A publisher', language: 'en' };
		add(`sources/${id}`, { title: `${type}: ${id}`, ...where, type, ...dated, copyRead: 'whole' });
	};
	const step = 3640 / meetings;
	const dayOf = (meeting: number, later = 0): string =>
		new Date(Date.UTC(2016, 0, 3 + Math.floor(meeting * step) + later)).toISOString().slice(0, 10);
	const members = countTo(Math.min(64, 12 + Math.ceil(meetings / 20)), (index) => `member-${index + 1}`);
	const officeOf = (member: string): string => `${member}-office`;
	const themes = countTo(17 + Math.ceil(meetings / 50), (index) => `theme-${index + 1}`);
	const account = 'account-of-the-network';
	const annual = (meeting: number): string => `annual-account-${dayOf(meeting).slice(0, 4)}`;
	const report = (meeting: number): string => `report-${meeting + 1}`;

	// Every sixth meeting is a Board meeting. Every seventeenth of the other meetings is online and has no host.
	const isBoard = (meeting: number): boolean => meeting % 6 === 5;
	const id = (meeting: number): string =>
		`${isBoard(meeting) ? 'board' : 'conference'}-meeting-${meeting + 1}`;
	const all = countTo(meetings, (meeting) => meeting);
	const turns = all.filter((meeting) => !isBoard(meeting) && meeting % 17 !== 16);
	const hosts = new Map(turns.map((meeting, index) => [meeting, around(members, index)]));
	const termCount = Math.max(1, Math.floor(meetings / 40));
	const startOf = (term: number): number => Math.floor((term * meetings) / termCount);
	const chairOf = (term: number): string => around(members, term * 7 + 3);

	members.forEach((member, index) => {
		const joined = { date: '2016-01-01', how: 'Signed the declaration.', sources: [account] };
		const code = around(countryCodes, index);
		add(`members/${member}`, { name: `Country ${index + 1}`, code, joined, sources: [account] });
		add(`offices/${officeOf(member)}`, {
			country: member,
			name: `Prosecution Office of Country ${index + 1}`,
			membership: 'stated',
			membershipNote: 'Named among the offices.',
			sources: [account],
		});
	});
	for (const meeting of all) {
		const host = hosts.get(meeting);
		add(`meetings/${id(meeting)}`, {
			body: isBoard(meeting) ? 'executive-board' : 'conference',
			...(!isBoard(meeting) && { number: meeting + 1 - Math.floor((meeting + 1) / 6) }),
			title: `Meeting ${meeting + 1}`,
			alsoCalled: [{ text: `Annual meeting ${meeting + 1} of prosecutors`, sources: [report(meeting)] }],
			dates: meeting % 12 === 11 ? dayOf(meeting).slice(0, 7) : `${dayOf(meeting)}/${dayOf(meeting, 1)}`,
			...(host === undefined
				? !isBoard(meeting) && { mode: 'online' }
				: {
						place: { city: `City ${members.indexOf(host) + 1}`, country: host, sources: [report(meeting)] },
						host: { country: host, office: officeOf(host), sources: [annual(meeting)] },
					}),
			agenda: countTo(3 + (meeting % 3), (item) => ({
				id: `item-${item + 1}`,
				title: `${around(subjects, meeting + item)} across borders: case ${item + 1} of ${meeting + 1}`,
				wording: item === 0 ? 'restated' : 'published',
				themes: [around(themes, meeting + item * 3)],
				sources: [report(meeting)],
			})),
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
			searchWords: [`Београд ${meeting + 1}`, 'handover'],
			notes: [{ text: 'The report gives the days; the account gives the year.' }],
			sources: [annual(meeting), report(meeting)],
		});
		addSource(annual(meeting), 'network');
		addSource(report(meeting), 'press', { published: dayOf(meeting, 1) });
	}
	turns.forEach((meeting, index) => {
		const seats = [index - 1, index, index + 1].map((turn) => hosts.get(turns[turn] ?? -1));
		const chair = chairOf(Math.ceil(((meeting + 1) * termCount) / meetings) - 1);
		const countries = [...new Set([...seats, chair])].filter((country) => country !== undefined);
		if (index % 8 !== 3 || countries.length < 4) return;
		add(`board/board-after-${id(meeting)}`, {
			period: dayOf(meeting, 2),
			members: countries.map((country) => ({ country, sources: [annual(meeting)] })),
			sources: [annual(meeting), report(meeting)],
		});
	});
	for (let term = 0; term < termCount; term++) {
		const from = startOf(term);
		add(`secretariat/term-${term + 1}`, {
			country: chairOf(term),
			office: officeOf(chairOf(term)),
			from: dayOf(from),
			began: { how: `Elected as chair ${term + 1}.`, meeting: id(from), sources: [report(from)] },
			...(term < termCount - 1 && {
				until: dayOf(startOf(term + 1), -1),
				ended: { how: 'The term ran out.', sources: [annual(from)] },
			}),
			statedLength: 'four years',
			sources: [annual(from), report(from)],
		});
	}
	for (let meeting = 0; meeting < meetings; meeting += 20)
		add(`disputes/dispute-${meeting / 20 + 1}`, {
			question: `When was meeting ${meeting + 1} held?`,
			about: [{ record: `meetings/${id(meeting)}`, field: 'dates' }],
			versions: [
				{ id: 'report', claim: 'On the day given here.', sources: [report(meeting)] },
				{ id: 'account', claim: 'A day later.', sources: [annual(meeting)] },
			],
			follows: 'report',
			why: 'The report was written on the day.',
		});
	themes.forEach((theme, index) => {
		const [name, description] = [`${around(subjects, index)} ${index + 1}`, 'A subject of the meetings.'];
		add(`themes/${theme}`, { name, description, searchWords: [`crypto ${index + 1}`], sources: [account] });
	});
	addSource(account, 'network');
	const statement = { text: 'The account states it.', sources: [account] };
	add('site', { name: 'The history of a network', description: 'Generated content for measurements.' });
	add('network', {
		name: 'A network of prosecutors',
		abbreviation: 'ANP',
		summary: 'A generated network.',
		account: [statement],
		aims: [statement],
		workings: [{ title: 'Joining', ...statement }],
		boardRule: { ...statement, size: 4, ...(turns.length > 3 && { establishedAt: id(turns[3] ?? 0) }) },
		counts: [{ date: dayOf(0), countries: members.length, sources: [account] }],
		sources: [account],
	});
	return files;
}

/** Writes generated content into a directory. */
export function writeContent(directory: string, meetings: number): void {
	for (const [path, text] of Object.entries(generateContent(meetings))) {
		const file = join(directory, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}
