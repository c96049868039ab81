import * as z from 'zod';
import { sources } from './citation.ts';
import { aliases, groups, localId, note, recordAddress, text, usual } from './fields.ts';
import { defineKind } from './kind.ts';

export const disputeKind = defineKind({
	one: 'Disagreement',
	many: 'Disagreements',
	description: 'One question on which sources differ.',
	list: '/disputes/',
	title: ({ question }) => question,
	order: ({ question }) => question,
	schema: z.strictObject({
		question: text('Question', 'The question.', { examples: ['When did Austria join?'] }),
		about: groups(
			'Subjects',
			'Subject',
			'The records and fields that are in doubt; their pages point here.',
			{
				record: recordAddress('Record', 'A record whose value is in doubt.', {
					examples: ['members/austria'],
				}),
				field: usual(
					text(
						'Field',
						'The key of that record whose value is in doubt, or a part of it: a key of a group (joined.date), or an entry of a list by its id or its country (agenda.money-laundering); left out when it is the record as a whole.',
						{ examples: ['joined', 'dates', 'joined.date'] },
					),
				),
			},
		).min(1, { error: 'A dispute names at least one record that it is about.' }),
		versions: groups('Versions', 'Version', 'What the sources say, one entry for each version.', {
			id: localId('Id', 'A short name of the version.', { examples: ['november-2023'] }),
			claim: text('Claim', 'What these sources say.'),
			reads: groups(
				'Readings',
				'Reading',
				'What would read otherwise if this version were followed, where that is short enough.',
				{
					record: recordAddress('Record', 'One of the records that the disagreement is about.', {
						examples: ['members/austria'],
					}),
					field: text('Field', 'The part of that record that would read otherwise, as under "about".', {
						examples: ['joined', 'dates'],
					}),
					as: text('Reading', 'How it would read, in the few words that stand beside it on the page.', {
						examples: ['November 2023'],
					}),
				},
				{ ours: true },
			).optional(),
			sources,
		}).min(2, { error: 'A dispute has at least two versions.' }),
		follows: usual(
			localId(
				'Version followed',
				'The id of the version this site follows; left out when both stand side by side.',
				{ examples: ['november-2023'] },
			),
		),
		why: text('Reason', 'Why the site follows that version, or shows both.'),
		aliases,
		note,
	}),
});

/** Whether a part of a record, as a dispute names it, is another or lies within it, as "joined.date" lies within "joined". */
export const isPartOf = (part: string, whole: string): boolean =>
	part === whole || part.startsWith(`${whole}.`);
