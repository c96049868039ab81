import * as z from 'zod';
import { agendaItemPath, eventPath, turningPointPath } from '../../site/paths.ts';
import { type Entry, find, type Network } from '../../network/network.ts';
import { hostTypeOf, itemsOfTheme } from '../../network/meetings.ts';
import {
	type BoardPeriod,
	boardPeriods,
	hostChain,
	type HostSeat,
	hostSeats,
	type SeatHolder,
} from '../../network/rotation.ts';
import { chairAnswers } from '../../network/chair.ts';
import { boardAnswers, stateOn } from '../../network/state.ts';
import { timelineOf } from '../../network/timeline.ts';
import {
	type Change,
	disputesWithin,
	periodInWords,
	type TurningPoint,
	turningPoints,
} from '../../network/turning-points.ts';
import { seatNames } from '../../schema/board.ts';
import { keysOf } from '../../schema/fields.ts';
import { eventKinds } from '../../schema/kinds.ts';
import { inSeries } from '../../schema/words.ts';
import { derivedSchema, reasonOf, seatReason } from './derived.ts';
import { dataPath } from './paths.ts';
import {
	dateOf,
	datesOf,
	dateSchema,
	type Reference,
	referenceSchema,
	referTo,
	sourceOf,
	sourceSchema,
} from './shape.ts';

/* Derived data in JSON, with explanations. The data comes from `network/`. */

export interface View {
	/** The path pattern, relative to the folder of the views. Variables are in curly brackets. */
	readonly path: string;
	readonly summary: string;
	readonly how: string;
	readonly schema: z.ZodObject;
	readonly files: (network: Network) => readonly (readonly [path: string, make: () => object])[];
}

/** Defines a view. TypeScript checks that the data matches the schema. */
const view = <S extends z.ZodObject>(parts: {
	path: string;
	summary: string;
	how: string;
	schema: S;
	files(network: Network): readonly (readonly [path: string, make: () => z.output<S>])[];
}): View => parts;

const fileOf = <S extends z.ZodObject>(
	path: string,
	parts: { summary: string; how: string; schema: S; make(network: Network): z.output<S> },
): View => view({ ...parts, path, files: (network) => [[path, () => parts.make(network)]] });

const reference = referenceSchema;
const references = z.array(referenceSchema);

const referToAll = (network: Network, entries: readonly Entry[]): Reference[] =>
	entries.map((entry) => referTo(network, entry));

const referToAny = (network: Network, entry: Entry | undefined): Reference | null =>
	entry ? referTo(network, entry) : null;

const timeline = fileOf('timeline.json', {
	summary: 'The timeline: all dated events, in order.',
	how: 'Each event sums up one or more records, in the words of the site.',
	schema: z.object({
		events: z.array(
			z.object({
				kind: z.enum(eventKinds),
				date: dateSchema,
				title: z.string(),
				text: z.string().nullable(),
				address: z.url(),
				records: references.meta({
					description: 'The records on which the event is based. They name its sources.',
				}),
				disputes: references,
			}),
		),
	}),
	make: (network) => ({
		events: timelineOf(network).map(({ kind, date, title, text, entries, disputes }) => ({
			kind,
			date: entries[0].kind === 'meetings' ? datesOf(network, entries[0]) : dateOf(date),
			title,
			text: text ?? null,
			address: network.address(eventPath(entries)),
			records: referToAll(network, entries),
			disputes: referToAll(network, disputes),
		})),
	}),
});

const themes = fileOf('themes.json', {
	summary: 'Themes with their agenda items, in order of date.',
	how: 'The editors of the site assign items to themes. No source does.',
	schema: z.object({
		themes: z.array(
			z.object({
				theme: reference,
				items: z.array(
					z.object({
						meeting: reference,
						date: dateSchema,
						id: z.string(),
						title: z.string(),
						address: z.url(),
					}),
				),
			}),
		),
	}),
	make: (network) => ({
		themes: network.entries.themes.map((theme) => ({
			theme: referTo(network, theme),
			items: itemsOfTheme(network, theme.id).map(({ meeting, item }) => ({
				meeting: referTo(network, meeting),
				date: datesOf(network, meeting),
				id: item.id,
				title: item.title,
				address: network.address(agendaItemPath(meeting, item.id)),
			})),
		})),
	}),
});

const seatSchema = z
	.object({
		country: reference,
		by: seatReason,
		from: reference.meta({
			description: 'The meeting of the turn, or the composition that a source states.',
		}),
	})
	.nullable();

const seatsSchema = z.object(
	Object.fromEntries(hostSeats.map((seat) => [seat, seatSchema])) as Record<HostSeat, typeof seatSchema>,
);

const seatOf = (network: Network, holder: SeatHolder | undefined): z.output<typeof seatSchema> =>
	holder
		? {
				country: referTo(network, holder.country),
				by: holder.by,
				from: referTo(network, reasonOf(holder)),
			}
		: null;

const seatsOf = (network: Network, { hosts }: BoardPeriod): z.output<typeof seatsSchema> => ({
	'previous-host': seatOf(network, hosts['previous-host']),
	'current-host': seatOf(network, hosts['current-host']),
	'future-host': seatOf(network, hosts['future-host']),
});

const rotation = fileOf('rotation.json', {
	summary: 'The hosts of the conference, and the seats on the Executive Board derived from them.',
	how: `If no source names the host, the country of the place counts as host. From its meeting until the next turn, the host has the seat “${seatNames['current-host']}”. The turns before and after give the other two seats. An online meeting is nobody’s turn. A meeting that moved is the turn of the country first planned. No source explains these cases, so this convention is our own.`,
	schema: z.object({
		hosts: z.array(
			z.object({
				meeting: reference,
				date: dateSchema,
				hostType: derivedSchema.shape.hostType,
				host: derivedSchema.shape.host,
				institution: z.string().nullable().meta({ description: 'The institution that hosted.' }),
				office: reference.nullable().meta({ description: 'The office that hosted.' }),
				derived: derivedSchema.shape.hostFromPlace,
				firstPlanned: reference.nullable().meta({ description: 'The country first planned as host.' }),
				turn: reference.nullable().meta({ description: 'The country with this turn as host, or null.' }),
			}),
		),
		periods: z.array(
			z.object({
				meeting: reference.meta({ description: 'The meeting that starts the period.' }),
				date: dateSchema,
				next: reference.nullable().meta({ description: 'The meeting that ends the period.' }),
				seats: seatsSchema,
				secretariat: references.meta({
					description: 'The Secretariat terms during the period, stated, derived or possible.',
				}),
				verdict: z.enum(['agrees', 'differs', 'unstated']).meta({
					description:
						'Compares the derived seats with compositions that sources state. A seat that is derived from a composition does not count as agreement.',
				}),
				compositions: references,
			}),
		),
	}),
	make: (network) => ({
		hosts: hostChain(network).map(({ meeting, host, planned, turn }) => ({
			meeting: referTo(network, meeting),
			date: datesOf(network, meeting),
			hostType: hostTypeOf(meeting),
			host: referToAny(network, host?.country),
			institution: meeting.host?.institution ?? null,
			office:
				meeting.host?.office === undefined
					? null
					: referTo(network, find(network, 'offices', meeting.host.office)),
			derived: host?.derived === true,
			firstPlanned: referToAny(network, planned),
			turn: referToAny(network, turn?.country),
		})),
		periods: boardPeriods(network).map((period) => ({
			meeting: referTo(network, period.meeting),
			date: datesOf(network, period.meeting),
			next: referToAny(network, period.next?.meeting),
			seats: seatsOf(network, period),
			secretariat: referToAll(network, [
				...new Set(period.chairs.flatMap(({ spans }) => spans.map(({ term }) => term))),
			]),
			verdict: period.verdict,
			compositions: referToAll(
				network,
				period.comparisons.map(({ composition }) => composition),
			),
		})),
	}),
});

const changeSchema = z.object({
	date: dateSchema,
	text: z.string(),
	isCertain: z.boolean().meta({
		description:
			'False if the change may have happened on any day of the period, because its day is unknown.',
	}),
	sources: z.array(sourceSchema).meta({ description: 'The sources of the change. Empty if it is derived.' }),
	disputes: references,
});

const changeOf = (network: Network, change: Change, isCertain: boolean): z.output<typeof changeSchema> => ({
	date: dateOf(change.date),
	text:
		change.before +
		inSeries(change.links.map(({ label }) => label)) +
		change.after +
		(change.rest?.words ?? ''),
	isCertain,
	sources: [...new Set([...change.citations, ...(change.rest?.citations ?? [])])].map((citation) =>
		sourceOf(network, citation, ['text']),
	),
	disputes: referToAll(network, change.disputes),
});

const pointSchema = z.object({
	from: z.iso.date().meta({ description: 'The first day of the period.' }),
	until: z.iso
		.date()
		.nullable()
		.meta({ description: 'The last day of the period, or null if there is no later change.' }),
	period: z.string().meta({
		description: 'The period in words, by the dates of the changes around it: between March and June 2017.',
	}),
	address: z.url().meta({ description: 'The page of this state.' }),
	changes: z.array(changeSchema).meta({
		description:
			'The changes that are certain from the first day on, and those that may have happened on any of the days.',
	}),
});

const pointOf = (network: Network, point: TurningPoint): z.output<typeof pointSchema> => ({
	from: point.day,
	until: point.until ?? null,
	period: periodInWords(point),
	address: network.address(turningPointPath(point)),
	changes: [point.settled, point.possible].flatMap((groups, index) =>
		groups.flatMap(({ changes }) => changes.map((change) => changeOf(network, change, index === 0))),
	),
});

const stateName = ({ id }: TurningPoint): string => `states/${id}.json`;

const states = fileOf('states.json', {
	summary: 'The periods between changes of members, chair, Board and offices, with the state in each period.',
	how: 'The state is the same at the end of all days of a period. If no source states the day of a change, the days on which it may have happened are a period of their own.',
	schema: z.object({
		points: z.array(
			z.object({
				...pointSchema.shape,
				state: z.url().meta({ description: 'The file with the state in this period.' }),
			}),
		),
	}),
	make: (network) => ({
		points: turningPoints(network).map((point) => ({
			...pointOf(network, point),
			state: network.address(`${dataPath}derived/${stateName(point)}`),
		})),
	}),
});

const stateOnDay = view({
	path: 'states/{period}.json',
	summary: 'The network at the end of each day of a period: members, chair, Board and offices.',
	how: 'Each part of the state is certain, possible or unknown. A chair is stated by sources, or derived from the length of its term.',
	schema: z.object({
		...pointSchema.shape,
		members: references.meta({
			description: 'The countries that had certainly joined, in the order of joining.',
		}),
		perhapsMembers: references.meta({ description: 'The countries that may have joined.' }),
		chair: z.object({
			is: z.enum(keysOf(chairAnswers)).meta({
				description:
					'One of: not-yet (the Secretariat was not yet set up), stated, derived (from the length of the term or the start of the next term), uncertain (the day of a change is unknown), disputed (sources differ), not-stated.',
			}),
			terms: references.meta({
				description: 'The term in the chair, or all possible terms. Empty if no chair is known.',
			}),
			lastKnown: reference.nullable().meta({ description: 'The last known term if no chair is known.' }),
		}),
		board: z
			.enum(keysOf(boardAnswers))
			.meta({ description: 'Whether the Board was set up, not yet set up, or not known for certain.' }),
		seats: seatsSchema
			.nullable()
			.meta({ description: 'The seats of the hosts on the Board, derived from its rule.' }),
		perhapsSeats: seatsSchema
			.nullable()
			.meta({ description: 'The next seats, if they may have taken effect already.' }),
		statedBoard: z
			.object({ composition: reference, isCertain: z.boolean(), isOver: z.boolean() })
			.nullable()
			.meta({
				description:
					'The last composition that a source states. isOver is true if its period had ended. isCertain is true if the source states a period that includes these days.',
			}),
		offices: z
			.array(z.object({ office: reference, isCertain: z.boolean() }))
			.meta({ description: 'The offices that belonged to the network, according to dated sources.' }),
		disputes: references,
	}),
	files: (network) =>
		turningPoints(network).map((point) => [
			stateName(point),
			() => {
				const state = stateOn(network, point.day);
				const { chair, board, boardIs, possibleBoard, stated } = state;
				return {
					...pointOf(network, point),
					members: referToAll(network, state.members),
					perhapsMembers: referToAll(network, state.possibleMembers),
					chair: {
						is: chair.is,
						terms: referToAll(
							network,
							chair.spans.map(({ term }) => term),
						),
						lastKnown: referToAny(network, chair.last?.term),
					},
					board: boardIs,
					seats: board ? seatsOf(network, board) : null,
					perhapsSeats: possibleBoard ? seatsOf(network, possibleBoard) : null,
					statedBoard: stated
						? {
								composition: referTo(network, stated.composition),
								isCertain: stated.isCertain,
								isOver: stated.isOver,
							}
						: null,
					offices: state.offices.map(({ office, isCertain }) => ({
						office: referTo(network, office),
						isCertain,
					})),
					disputes: referToAll(network, disputesWithin(network, point)),
				};
			},
		]),
});

export const views: readonly View[] = [timeline, themes, rotation, states, stateOnDay];
