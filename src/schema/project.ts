import * as z from 'zod';
import { ofEveryRecord, statement } from './citation.ts';
import { dateOrInterval, list, mark, reference, searchWords, text, usual } from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

const bodies = (many: string, one: string, description: string, example: string) =>
	list(many, description, statement(one, description, { examples: [example] })).optional();

export const projectKind = defineKind({
	one: 'Project',
	many: 'Projects',
	description: 'A project that supports the network.',
	list: '/projects/',
	title: ({ title }) => title,
	order: ({ dates }) => placeInTime(dates),
	dates: ({ dates }) => ({ dates }),
	schema: z.strictObject({
		title: text('Title', 'The published title, or what the project was.'),
		titleIsOurs: mark('Mark “our title”', 'Set to true when no source gives a title.'),
		dates: usual(dateOrInterval('Dates', 'From when to when.', { examples: ['2022-09-01/2025-09'] })),
		datesNote: text('Note on the dates', 'What the dates mean, when they are not the whole duration.', {
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
		follows: reference('projects', 'Earlier project', 'The earlier project that this one continues.', {
			examples: ['asset-recovery-south-eastern-europe'],
		}).optional(),
		connection: text(
			'Connection with the network',
			'What a source states of the connection, or that none is stated.',
		),
		searchWords: searchWords(['asset recovery']),
		...ofEveryRecord,
	}),
});
