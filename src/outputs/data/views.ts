import * as z from 'zod';
import { agendaItemPath, eventPath, turningPointPath } from '../../site/paths.ts';
import type { Entry, Network } from '../../network/network.ts';
import { itemsOfTheme } from '../../network/meetings.ts';
import {
	type BoardPeriod,
	boardPeriods,
	hostChain,
	type HostSeat,
	hostSeats,
	type SeatHolder,
} from '../../network/rotation.ts';
import { doubtsAboutState, stateOn } from '../../network/state.ts';
import { timelineOf } from '../../network/timeline.ts';
import { type Change, type TurningPoint, turningPoints } from '../../network/turning-points.ts';
import { seatNames } from '../../schema/board.ts';
import { eventKinds } from '../../schema/kinds.ts';
import { inSeries } from '../../schema/words.ts';
import { dataPath } from './paths.ts';
import {
	dateOf,
	dateSchema,
	type Reference,
	referenceSchema,
	referTo,
	sourceOf,
	sourceSchema,
} from './shape.ts';

/*
 * What the site works out from the records, as data: the views of `network/`, each marked as derived, with how it follows.
 */

/** Files of a view. */
export interface View {
	/** The path of each below that of the views, with `{…}` in the place of what differs. */
	readonly path: string;
	readonly summary: string;
	/** How it follows from the records. */
	readonly how: string;
	readonly schema: z.ZodObject;
	readonly files: (network: Network) => readonly (readonly [path: string, make: () => object])[];
}

/** A view, whose content the compiler holds against its schema. */
const view = <S extends z.ZodObject>(parts: {
	path: string;
	summary: string;
	how: string;
	schema: S;
	files(network: Network): readonly (readonly [path: string, make: () => z.output<S>])[];
}): View => parts;

/** A view that is one file. */
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
	summary: 'The timeline: everything that the record dates, in order of date.',
	how: 'Each event is what one or more records say of a date; its words are the site’s.',
	schema: z.object({
		events: z.array(
			z.object({
				kind: z.enum(eventKinds),
				date: dateSchema,
				title: z.string(),
				text: z.string().nullable(),
				address: z.url(),
				records: references.meta({ description: 'The records that say so, with their sources.' }),
				disputes: references,
			}),
		),
	}),
	make: (network) => ({
		events: timelineOf(network).map(({ kind, date, title, text, entries, disputes }) => ({
			kind,
			date: dateOf(date),
			title,
			text: text ?? null,
			address: network.address(eventPath(entries)),
			records: referToAll(network, entries),
			disputes: referToAll(network, disputes),
		})),
	}),
});

const themes = fileOf('themes.json', {
	summary: 'Themes, each with the agenda items that belong to it, in order of date.',
	how: 'The editors of the site choose to which themes an item belongs; no source does.',
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
				date: dateOf(meeting.dates),
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
		by: z.enum(['turn', 'source', 'elimination']).meta({
			description:
				'By a turn as host; because a source names the seat; or because a source names the country on the Board, which fits no other seat.',
		}),
		from: reference.meta({ description: 'The meeting of the turn, or the stated composition.' }),
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
				from: referTo(network, holder.by === 'turn' ? holder.turn.meeting : holder.composition),
			}
		: null;

const seatsOf = (network: Network, { hosts }: BoardPeriod): z.output<typeof seatsSchema> => ({
	'previous-host': seatOf(network, hosts['previous-host']),
	'current-host': seatOf(network, hosts['current-host']),
	'future-host': seatOf(network, hosts['future-host']),
});

const rotation = fileOf('rotation.json', {
	summary:
		'The hosts of the conference, and the seats on the Executive Board that follow from them by its rule.',
	how: `Where no source states any host, the country of the place is taken for it. A country whose turn it is to host is the ${seatNames['current-host'].toLowerCase()} from that meeting until the next turn; the turns around it give the seats before and after. A meeting online is nobody’s turn, and one that was moved is that of the host first planned. No source says how the rule applies to these; the convention is the site’s.`,
	schema: z.object({
		hosts: z.array(
			z.object({
				meeting: reference,
				date: dateSchema,
				host: reference
					.nullable()
					.meta({ description: 'The member that hosted; null where none did, or none is known.' }),
				derived: z.boolean().meta({ description: 'Whether the host follows from the place.' }),
				firstPlanned: reference.nullable(),
			}),
		),
		periods: z.array(
			z.object({
				meeting: reference.meta({ description: 'The meeting with which it begins.' }),
				date: dateSchema,
				next: reference.nullable().meta({ description: 'The meeting with which it ends.' }),
				seats: seatsSchema,
				secretariat: references.meta({ description: 'The terms in the chair during it.' }),
				verdict: z.enum(['agrees', 'differs', 'unstated']).meta({
					description: 'What stated compositions say: the same, something else, or nothing.',
				}),
				compositions: references,
			}),
		),
	}),
	make: (network) => ({
		hosts: hostChain(network).map(({ meeting, host, planned }) => ({
			meeting: referTo(network, meeting),
			date: dateOf(meeting.dates),
			host: referToAny(network, host?.country),
			derived: host?.derived === true,
			firstPlanned: referToAny(network, planned),
		})),
		periods: boardPeriods(network).map((period) => ({
			meeting: referTo(network, period.meeting),
			date: dateOf(period.meeting.dates),
			next: referToAny(network, period.next?.meeting),
			seats: seatsOf(network, period),
			secretariat: referToAll(
				network,
				period.chairs.flatMap(({ term }) => term ?? []),
			),
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
	sources: z.array(sourceSchema).meta({ description: 'None where it is derived.' }),
	disputes: references,
});

const changeOf = (network: Network, change: Change): z.output<typeof changeSchema> => ({
	date: dateOf(change.date),
	text:
		change.before +
		inSeries(change.links.map(({ label }) => label)) +
		change.after +
		(change.rest?.words ?? ''),
	sources: [...new Set([...change.citations, ...(change.rest?.citations ?? [])])].map((citation) =>
		sourceOf(network, citation, ['text']),
	),
	disputes: referToAll(network, change.disputes),
});

const pointSchema = z.object({
	date: dateSchema,
	day: z.iso.date().meta({ description: 'Its last day: the first at whose end the state is this one.' }),
	until: z.iso
		.date()
		.nullable()
		.meta({ description: 'The last such day; null where nothing is on record to have changed since.' }),
	address: z.url().meta({ description: 'Its page.' }),
	changes: z.array(changeSchema),
});

const pointOf = (network: Network, point: TurningPoint): z.output<typeof pointSchema> => ({
	date: dateOf(point.date),
	day: point.day,
	until: point.until ?? null,
	address: network.address(turningPointPath(point)),
	changes: point.changes.map((change) => changeOf(network, change)),
});

const stateName = ({ id }: TurningPoint): string => `states/${id}.json`;

const states = fileOf('states.json', {
	summary: 'The dates on which members, chair or Board changed, and where the state on each is.',
	how: 'What happened in a month or a year counts as surely over from the last day that its date can mean.',
	schema: z.object({
		points: z.array(
			z.object({
				...pointSchema.shape,
				state: z.url().meta({ description: 'The file of its state.' }),
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
	path: 'states/{date}.json',
	summary: 'The network at the end of a day on which something changed: members, chair, Board, offices.',
	how: 'What surely held at the end of the day; what a date that is less exact leaves open is told apart.',
	schema: z.object({
		...pointSchema.shape,
		members: references.meta({ description: 'Those that had surely joined, in the order of joining.' }),
		perhapsMembers: references,
		chairs: z
			.array(z.object({ term: reference, isSure: z.boolean() }))
			.meta({ description: 'The terms in the chair of the Secretariat; none where no source names one.' }),
		seats: seatsSchema.nullable().meta({ description: 'The hosts’ seats on the Board, by its rule.' }),
		statedBoard: z
			.object({ composition: reference, isOver: z.boolean() })
			.nullable()
			.meta({ description: 'The last composition that a source states, and whether its time was over.' }),
		offices: z
			.array(z.object({ office: reference, isSure: z.boolean() }))
			.meta({ description: 'Those that a source dates as belonging.' }),
		disputes: references,
	}),
	files: (network) =>
		turningPoints(network).map((point) => [
			stateName(point),
			() => {
				const state = stateOn(network, point.day);
				const { board, stated } = state;
				return {
					...pointOf(network, point),
					members: referToAll(network, state.members),
					perhapsMembers: referToAll(network, state.perhapsMembers),
					chairs: state.chairs.map(({ span, isSure }) => ({ term: referTo(network, span.term), isSure })),
					seats: board ? seatsOf(network, board) : null,
					statedBoard: stated
						? { composition: referTo(network, stated.composition), isOver: stated.isOver }
						: null,
					offices: state.offices.map(({ office, isSure }) => ({
						office: referTo(network, office),
						isSure,
					})),
					disputes: referToAll(network, doubtsAboutState(network, state)),
				};
			},
		]),
});

/** All views. */
export const views: readonly View[] = [timeline, themes, rotation, states, stateOnDay];
