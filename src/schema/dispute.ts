import * as z from 'zod/mini';
import { sources } from './citation.ts';
import { aliases, choice, groups, list, localId, note, ours, recordAddress, text, usual } from './fields.ts';
import { defineKind } from './kind.ts';

export const disputeKind = defineKind({
	one: 'Disagreement',
	many: 'Disagreements',
	description: 'A question that sources answer differently.',
	list: '/disputes/',
	title: ({ question }) => question,
	order: ({ question }) => question,
	facts: { 'The version we follow': ['follows', 'why'] },
	schema: z.strictObject({
		question: text('Question', 'The question that sources answer differently.', ['When did Austria join?']),
		about: groups(
			'Subjects',
			'Subject',
			'The disputed records and fields. The pages of these records show the disagreement.',
			{
				record: recordAddress('Record', 'A record with a disputed value.', ['members/austria']),
				field: usual(
					text(
						'Field',
						'The disputed key, such as joined, joined.date or agenda.money-laundering. Leave this field empty if the whole record is disputed.',
						['joined', 'dates', 'joined.date'],
					),
				),
			},
		).check(z.minLength(1)),
		aboutNetwork: ours(
			list(
				'Parts of the description of the network',
				'The disputed parts of the network’s description, if any. The page about the network shows the disagreement.',
				choice(
					['name', 'summary', 'account', 'aims', 'workings', 'boardRule', 'secretariat', 'counts'],
					'Part',
					'A disputed part of the network’s description.',
				),
			),
		).apply(z.optional),
		versions: groups('Versions', 'Version', 'The different answers, with the sources of each.', {
			id: localId('Id', 'A short name for this version.', ['november-2023']),
			claim: text('Claim', 'The answer that these sources give.'),
			reads: ours(
				groups('Readings', 'Reading', 'The values that would change if the site followed this version.', {
					record: recordAddress('Record', 'A record that this version would change.', ['members/austria']),
					field: text(
						'Field',
						'The field that this version would change, written in the same way as under "about".',
						['joined', 'dates'],
					),
					as: text('Reading', 'The value in this version, in a few words, as shown on the page.', [
						'November 2023',
					]),
				}),
			).apply(z.optional),
			sources,
		}).check(z.minLength(2)),
		follows: usual(
			localId(
				'Version followed',
				'The id of the version that this site follows. Leave this field empty to treat all versions as equal.',
				['november-2023'],
			),
		),
		why: text('Reason', 'The reason for following this version, or for treating all versions as equal.'),
		aliases,
		note,
	}),
});

/** Returns whether one part of a record equals or contains another part. For example, "joined" contains "joined.date". */
export const isPartOf = (part: string, whole: string): boolean =>
	part === whole || part.startsWith(`${whole}.`);
