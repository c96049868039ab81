import * as z from 'zod';
import { notes, sources, statements } from './citation.ts';
import { aliases, dateOrInterval, reference, searchWords, text } from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

const bodies = (many: string, one: string, description: string, example: string) =>
	statements({ title: many, description }, { title: one, description, examples: [example] });

export const projectKind = defineKind({
	one: 'Project',
	many: 'Projects',
	description: 'A project that supports the network.',
	list: '/projects/',
	title: ({ title }) => title,
	order: ({ dates }) => placeInTime(dates),
	dates: ({ dates }) => ({ dates }),
	schema: z.strictObject({
		title: text({ title: 'Title', description: 'The published title, or what the project was.' }),
		titleIsOurs: z
			.literal(true)
			.meta({
				title: 'Mark “our title”',
				description: 'Set to true when no source gives a title.',
				ours: true,
			})
			.optional(),
		dates: dateOrInterval({
			title: 'Dates',
			description: 'From when to when.',
			usual: true,
			examples: ['2022-09-01/2025-09'],
		}).optional(),
		datesNote: text({
			title: 'Note on the dates',
			description: 'What the dates mean, when they are not the whole duration.',
			ours: true,
		}).optional(),
		runBy: bodies(
			'Operators',
			'Operator',
			'A body that runs the project.',
			'OSCE Transnational Threats Department',
		),
		funders: bodies(
			'Funders',
			'Funder',
			'Who pays for the project, with the amount where stated.',
			'Italy (EUR 100,000)',
		),
		beneficiaries: bodies('Beneficiaries', 'Beneficiary', 'A country or body the project is for.', 'Albania'),
		follows: reference('projects', {
			title: 'Earlier project',
			description: 'The earlier project that this one continues.',
			examples: ['asset-recovery-south-eastern-europe'],
		}).optional(),
		connection: text({
			title: 'Connection with the network',
			description: 'What a source states of the connection, or that none is stated.',
		}),
		searchWords: searchWords(['asset recovery']),
		aliases,
		notes,
		sources,
	}),
});
