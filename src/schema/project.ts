import * as z from 'zod';
import { aliases, dateOrInterval, note, reference, searchWords, sources, statement, text } from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

const statements = (title: string, description: string, example: string) =>
	z
		.array(statement({ title, description, examples: [example] }))
		.meta({ title, description })
		.optional();

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
			.meta({ title: 'Our title', description: 'Set to true when no source gives a title.' })
			.optional(),
		dates: dateOrInterval({
			title: 'Dates',
			description: 'From when to when.',
			usual: true,
			examples: ['2022-09-01/2025-09'],
		}).optional(),
		datesNote: text({
			title: 'How the dates are known',
			description: 'What the dates mean, when they are not the whole duration.',
		}).optional(),
		runBy: statements('Run by', 'A body that runs the project.', 'OSCE Transnational Threats Department'),
		funders: statements(
			'Funder',
			'Who pays for the project, with the amount where stated.',
			'Italy (EUR 100,000)',
		),
		beneficiaries: statements('Beneficiary', 'A country or body the project is for.', 'Albania'),
		follows: reference('projects', {
			title: 'Follows',
			description: 'The earlier project that this one continues.',
			examples: ['asset-recovery-south-eastern-europe'],
		}).optional(),
		connection: text({
			title: 'Connection with the network',
			description: 'What a source states of the connection, or that none is stated.',
		}),
		searchWords: searchWords(['asset recovery']),
		aliases,
		note,
		sources,
	}),
});

export type Project = z.output<typeof projectKind.schema>;
