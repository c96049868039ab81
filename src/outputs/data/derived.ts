import * as z from 'zod';
import { hostTypeOf, hostTypes, modeOf } from '../../network/meetings.ts';
import { chairAnswers } from '../../network/chair.ts';
import { addressOf, type Entry, find, type Network } from '../../network/network.ts';
import {
	type BoardPeriod,
	boardPeriods,
	hostChain,
	hostSeats,
	type SeatHolder,
} from '../../network/rotation.ts';
import { stateOn } from '../../network/state.ts';
import { type TurningPoint, turningPoints } from '../../network/turning-points.ts';
import { keysOf } from '../../schema/fields.ts';
import { hostCountryOf } from '../../schema/meeting.ts';
import { referenceSchema, referTo } from './shape.ts';
import { type Cell, type CellColumn, column, sqlName, type Table } from './table.ts';

export const derivedSchema = z
	.object({
		hostType: z.enum(hostTypes).meta({
			description:
				'The type of host: a member country, an institution or office without a country, "online" for an online meeting without a host, or "not-stated".',
		}),
		host: referenceSchema.nullable().meta({
			description:
				'The host country: the one that a source names or, if none does, the country of the place.',
		}),
		hostFromPlace: z.boolean().meta({ description: 'True if the host is derived from the place.' }),
		mode: z
			.enum(['in-person', 'online'])
			.nullable()
			.meta({ description: 'The format of the meeting. A meeting with a place counts as in person.' }),
		modeFromPlace: z.boolean().meta({ description: 'True if the mode is derived from the place.' }),
	})
	.meta({
		title: 'Derived values',
		description: 'Values of a meeting that are derived by this site, unless a source states them.',
	});

function valuesOf(meeting: Entry<'meetings'>) {
	const [host, mode] = [hostCountryOf(meeting), modeOf(meeting)];
	return {
		hostType: hostTypeOf(meeting),
		host: host?.country,
		hostFromPlace: host?.derived === true,
		mode: mode && (mode.words === 'online' ? ('online' as const) : ('in-person' as const)),
		modeFromPlace: mode?.derived === true,
	};
}

export function derivedOf(network: Network, meeting: Entry<'meetings'>): z.output<typeof derivedSchema> {
	const { host, mode = null, ...values } = valuesOf(meeting);
	return {
		...values,
		host: host === undefined ? null : referTo(network, find(network, 'members', host)),
		mode,
	};
}

export const derivedColumns: readonly CellColumn[] = Object.entries(derivedSchema.shape).map(
	([key, schema]) => ({
		...column(sqlName('derived', key), {
			type: schema instanceof z.ZodBoolean ? 'boolean' : 'string',
			description: `Derived by this site: ${schema.description ?? ''}`,
			isRequired: !(schema instanceof z.ZodNullable),
			refersTo: key === 'host' ? 'members' : undefined,
		}),
		of: (meeting) =>
			valuesOf(meeting as unknown as Entry<'meetings'>)[key as keyof typeof derivedSchema.shape],
	}),
);

const { hostType, host, hostFromPlace } = derivedSchema.shape;
const meetingId = column('meeting_id', { refersTo: 'meetings', description: 'The id of the meeting.' });
const optional = (
	name: string,
	description: string | undefined,
	refersTo?: 'members' | 'meetings' | 'offices',
) => column(name, { description, refersTo, isRequired: false });

export const seatReason = z.enum(['turn', 'source', 'elimination']).meta({
	description:
		'The reason: a turn as host (turn), a source that names the seat (source), or a source that names the country on the Board, where only this seat is left (elimination).',
});

/** Returns the record that explains why a country has a seat: the meeting that was its turn as host, or a list of members from a source. */
export const reasonOf = (holder: SeatHolder): Entry =>
	holder.by === 'turn' ? holder.turn.meeting : holder.composition;

const answerHelp =
	'"stated" by a source, "derived" by rule or term length, "uncertain" (the day of a change is unknown), "disputed" (sources differ), "not-yet" (not yet set up), "not-stated", or "over" (the last known list of Board members, for earlier days).';

export const derivedTables: readonly Table[] = [
	{
		name: 'derived_hosts',
		title: 'Hosts and turns',
		description:
			'The host of each meeting of the conference, and the country with this turn, as derived by this site. The Board’s rule needs the turns.',
		columns: [
			meetingId,
			column('host_type', { choices: hostTypes, description: hostType.description }),
			optional('host', host.description, 'members'),
			optional('institution', 'The institution that hosted.'),
			optional('office', 'The office that hosted.', 'offices'),
			column('from_place', { type: 'boolean', description: hostFromPlace.description }),
			optional('first_planned', 'The country that was first planned as host.', 'members'),
			optional(
				'turn',
				'The country with this turn as host. Empty for online meetings and institutions.',
				'members',
			),
		],
		key: ['meeting_id'],
		rows: (network) =>
			hostChain(network).map(({ meeting, host, planned, turn }) => [
				meeting.id,
				hostTypeOf(meeting),
				host?.country.id,
				meeting.host?.institution,
				meeting.host?.office,
				host?.derived === true,
				planned?.id,
				turn?.country.id,
			]),
	},
	{
		name: 'derived_seats',
		title: 'Seats on the Executive Board',
		description:
			'The seats of the host countries on the Executive Board from one turn to the next, as derived by this site from the rule of the Board.',
		columns: [
			column('meeting_id', { refersTo: 'meetings', description: 'The meeting that starts the period.' }),
			optional('next_meeting_id', 'The meeting that ends the period.', 'meetings'),
			column('seat', { choices: hostSeats, description: 'The seat.' }),
			column('country', { refersTo: 'members', description: 'The country with this seat.' }),
			column('reason', { choices: seatReason.options, description: seatReason.description }),
			column('based_on', { description: 'The meeting of the turn or the composition, as kind and id.' }),
		],
		key: ['meeting_id', 'seat'],
		rows: (network) =>
			boardPeriods(network).flatMap(({ meeting, next, hosts }) =>
				hostSeats.flatMap((seat) => {
					const holder = hosts[seat];
					if (!holder) return [];
					return [
						[meeting.id, next?.meeting.id, seat, holder.country.id, holder.by, addressOf(reasonOf(holder))],
					];
				}),
			),
	},
	{
		name: 'derived_states',
		title: 'State on each day',
		description:
			'The members, chair, Board and offices at the end of each day, as derived by this site from the dates of the record. All days of a period have the same state.',
		columns: [
			column('from_date', { type: 'date', description: 'The first day of the period.' }),
			column('until', {
				type: 'date',
				description: 'The last day of the period. Empty if no later change is recorded.',
				isRequired: false,
			}),
			column('part', {
				choices: ['member', 'chair', 'board', ...hostSeats, 'office'],
				description:
					'The part of the state: a member, the chair of the Secretariat, a country that a source names on the Board, a seat by the rule of the Board, or a member office.',
			}),
			optional('country', 'The country. Empty if the answer names none.', 'members'),
			optional('record', 'The record behind the answer, as kind and id.'),
			column('answer', { choices: [...keysOf(chairAnswers), 'over'], description: answerHelp }),
		],
		key: [],
		rows: (network) => turningPoints(network).flatMap((point) => stateRows(network, point)),
	},
];

function stateRows(network: Network, { day, until }: TurningPoint): Cell[][] {
	const { members, possibleMembers, chair, board, possibleBoard, boardIs, stated, offices } = stateOn(
		network,
		day,
	);
	const row = (part: string, answer: string, record?: Entry, country?: string): Cell[] => [
		day,
		until,
		part,
		country,
		record && addressOf(record),
		answer,
	];
	const seats = (period: BoardPeriod | undefined, answer: string) =>
		hostSeats.flatMap((seat) => {
			const holder = period?.hosts[seat];
			return holder ? [row(seat, answer, reasonOf(holder), holder.country.id)] : [];
		});
	return [
		...members.map((member) => row('member', 'stated', member, member.id)),
		...possibleMembers.map((member) => row('member', 'uncertain', member, member.id)),
		...(chair.spans.length > 0
			? chair.spans.map(({ term }) => row('chair', chair.is, term, term.country))
			: [row('chair', chair.is)]),
		...(stated
			? stated.composition.members.map(({ country }) =>
					row(
						'board',
						stated.isCertain ? 'stated' : stated.isOver ? 'over' : 'uncertain',
						stated.composition,
						country,
					),
				)
			: [row('board', boardIs === 'set-up' ? 'not-stated' : boardIs)]),
		...seats(board, 'derived'),
		...seats(possibleBoard, 'uncertain'),
		...offices.map(({ office, isCertain }) =>
			row('office', isCertain ? 'stated' : 'uncertain', office, office.country),
		),
	];
}
