import * as z from 'zod/mini';
import { ofEveryRecord, statement } from './citation.ts';
import { dateOrInterval, list, mark, ours, reference, searchWords, text, usual } from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

const bodies = (many: string, one: string, description: string, example: string) =>
	list(many, description, statement(one, description, [example])).apply(z.optional);

export const projectKind = defineKind({
	one: 'Project',
	many: 'Projects',
	description: 'A project that supports the network.',
	list: '/projects/',
	title: ({ title }) => title,
	order: ({ dates }) => placeInTime(dates),
	dates: ({ dates }) => ({ dates }),
	facts: { Name: ['title', 'titleIsOurs'], Dates: ['dates', 'datesNote'] },
	schema: z.strictObject({
		title: text('Title', 'The published title, or a short description of the project.'),
		titleIsOurs: mark('Mark “our title”', 'Set this to true if no source has a title.'),
		dates: usual(dateOrInterval('Dates', 'The start and end of the project.', ['2022-09-01/2025-09'])),
		datesNote: ours(
			text('Note on the dates', 'Explains the dates if they cover only part of the project.'),
		).apply(z.optional),
		runBy: bodies(
			'Operators',
			'Operator',
			'A body that runs the project.',
			'OSCE Transnational Threats Department',
		),
		funders: bodies(
			'Funders',
			'Funder',
			'A body that funds the project, with the amount if a source states it.',
			'Italy (EUR 100,000)',
		),
		beneficiaries: bodies(
			'Beneficiaries',
			'Beneficiary',
			'A country or body that benefits from the project.',
			'Albania',
		),
		follows: reference('projects', 'Earlier project', 'The project that this one continues.', [
			'asset-recovery-south-eastern-europe',
		]).apply(z.optional),
		connection: text(
			'Connection with the network',
			"The project's connection with the network. If no source states a connection, say so in a sentence.",
			['The project supported the meetings of the network.', 'No source states a connection.'],
		),
		searchWords: searchWords(['asset recovery']),
		...ofEveryRecord,
	}),
});
