import * as z from 'zod';
import { sources } from './citation.ts';
import { aliases, localId, note, recordAddress, text } from './fields.ts';
import { defineKind } from './kind.ts';

export const disputeKind = defineKind({
	one: 'Disagreement',
	many: 'Disagreements',
	description: 'One question on which sources differ.',
	list: '/disputes/',
	title: ({ question }) => question,
	order: ({ question }) => question,
	schema: z.strictObject({
		question: text({ title: 'Question', description: 'The question.', examples: ['When did Austria join?'] }),
		about: z
			.array(
				z.strictObject({
					record: recordAddress({
						title: 'Record',
						description: 'A record whose value is in doubt.',
						examples: ['members/austria'],
					}),
					field: text({
						title: 'Field',
						description:
							'The key of that record whose value is in doubt, or a part of it: a key of a group (joined.date), or an entry of a list by its id or its country (agenda.money-laundering); left out when it is the record as a whole.',
						usual: true,
						examples: ['joined', 'dates', 'joined.date'],
					}).optional(),
				}),
			)
			.min(1, { error: 'A dispute names at least one record that it is about.' })
			.meta({
				title: 'Subjects',
				description: 'The records and fields that are in doubt; their pages point here.',
			}),
		versions: z
			.array(
				z.strictObject({
					id: localId({
						title: 'Id',
						description: 'A short name of the version.',
						examples: ['november-2023'],
					}),
					claim: text({ title: 'Claim', description: 'What these sources say.' }),
					reads: z
						.array(
							z.strictObject({
								record: recordAddress({
									title: 'Record',
									description: 'One of the records that the disagreement is about.',
									examples: ['members/austria'],
								}),
								field: text({
									title: 'Field',
									description: 'The part of that record that would read otherwise, as under "about".',
									examples: ['joined', 'dates'],
								}),
								as: text({
									title: 'Reading',
									description: 'How it would read, in the few words that stand beside it on the page.',
									examples: ['November 2023'],
								}),
							}),
						)
						.meta({
							title: 'Readings',
							description:
								'What would read otherwise if this version were followed, where that is short enough.',
							ours: true,
						})
						.optional(),
					sources,
				}),
			)
			.min(2, { error: 'A dispute has at least two versions.' })
			.meta({ title: 'Versions', description: 'What the sources say, one entry for each version.' }),
		follows: localId({
			title: 'Version followed',
			description: 'The id of the version this site follows; left out when both stand side by side.',
			usual: true,
			examples: ['november-2023'],
		}).optional(),
		why: text({ title: 'Reason', description: 'Why the site follows that version, or shows both.' }),
		aliases,
		note,
	}),
});

/** Whether a part of a record, as a dispute names it, is another or lies within it, as "joined.date" lies within "joined". */
export const isPartOf = (part: string, whole: string): boolean =>
	part === whole || part.startsWith(`${whole}.`);
