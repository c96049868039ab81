import { compareDates } from '../schema/edtf.ts';
import { dateInWords } from './dates.ts';
import { bodyNames, counted, inSeries, titleOf } from './labels.ts';
import { growth } from './members.ts';
import { meetingLine } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';

/** One entry of the timeline. */
export interface TimelineEvent {
	date: string;
	/** The word that says what kind of event it is. */
	label: string;
	title: string;
	text?: string;
	/** The records that say so; the title links to the first. */
	entries: readonly [Entry, ...Entry[]];
	/** Whether it is part of the timeline in brief. */
	major: boolean;
}

/** Everything that the record dates, in order of date (design section 3: earliest day, then latest). */
export function timelineOf(network: Network): TimelineEvent[] {
	const { meetings, milestones, documents, secretariat, board } = network.entries;
	const events: TimelineEvent[] = [
		...meetings.map((meeting) => ({
			date: meeting.dates,
			label: meeting.body === 'conference' ? 'Meeting' : bodyNames[meeting.body],
			title: meeting.title,
			text: meetingLine(network, meeting),
			entries: [meeting] as const,
			major: meeting.body === 'conference',
		})),
		...growth(network).flatMap(({ date, joined, total }): TimelineEvent[] => {
			const [first, ...others] = joined;
			if (!first) return [];
			const names = inSeries(joined.map(({ name }) => name));
			return [
				{
					date,
					label: 'Membership',
					title:
						others.length === 0
							? `${first.name} joins`
							: `${counted(joined.length, 'country', 'countries')} join`,
					text:
						others.length === 0
							? `${first.joined.how} ${counted(total, 'member')} from then on.`
							: `${names}.`,
					entries: [first, ...others],
					major: true,
				},
			];
		}),
		...secretariat.map((term) => ({
			date: term.from,
			label: 'Secretariat',
			title: `${find(network, 'members', term.country).name} takes the chair of the Secretariat`,
			text: `${find(network, 'offices', term.office).name}. ${term.began.how}`,
			entries: [term] as const,
			major: true,
		})),
		...secretariat.flatMap((term) =>
			term.until === undefined || term.ended === undefined
				? []
				: [
						{
							date: term.until,
							label: 'Secretariat',
							title: `Term of the ${find(network, 'offices', term.office).name} ends`,
							text: term.ended.how,
							entries: [term] as const,
							major: false,
						},
					],
		),
		...board.map((composition) => ({
			date: composition.period,
			label: 'Executive Board',
			title: `Board: ${inSeries(composition.members.map(({ country }) => find(network, 'members', country).name))}`,
			text: composition.periodNote ?? `Current ${dateInWords(composition.period)}.`,
			entries: [composition] as const,
			major: false,
		})),
		...documents.map((document) => ({
			date: document.date,
			label: 'Document',
			title: document.title,
			...(document.dateNote !== undefined && { text: document.dateNote }),
			entries: [document] as const,
			major: false,
		})),
		...milestones.map((milestone) => ({
			date: milestone.date,
			label: 'Milestone',
			title: titleOf(network, milestone),
			text: milestone.text,
			entries: [milestone] as const,
			major: false,
		})),
	];
	return events.sort((a, b) => compareDates(a.date, b.date));
}

/** The events of each year, in order; years without an event are left out. */
export function byYear(events: readonly TimelineEvent[]): { year: string; events: TimelineEvent[] }[] {
	const years = [...new Set(events.map(({ date }) => date.slice(0, 4)))];
	return years.map((year) => ({ year, events: events.filter(({ date }) => date.startsWith(year)) }));
}
