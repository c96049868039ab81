import * as z from 'zod/mini';
import { termInWords } from './dates.ts';
import { ofEveryRecord, ownSources } from './citation.ts';
import { date, group, memberCountry, reference, searchWords, text, usual } from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

const boundary = (title: string, description: string, example: string) =>
	group(title, description, {
		how: text('Event', 'What happened, in a few words.', [example]),
		meeting: reference('meetings', 'Meeting', 'The meeting where this happened.', ['seventh-meeting']).apply(
			z.optional,
		),
		sources: ownSources,
	});

export const secretariatKind = defineKind({
	one: 'Secretariat term',
	many: 'Secretariat terms',
	description: "A country's term as chair of the Secretariat.",
	list: '/secretariat/',
	title: ({ country, from, until }, titleOf) => `${titleOf('members', country)}, ${termInWords(from, until)}`,
	order: ({ from }) => placeInTime(from),
	dates: ({ from, until }) => ({ from, until }),
	facts: { Chair: ['country', 'office'], Term: ['from', 'until'] },
	schema: z.strictObject({
		country: memberCountry('The country that holds the chair.', ['serbia']),
		office: reference('offices', 'Office', 'The office that holds the chair.', [
			'serbia-organized-crime-office',
		]),
		from: date('Start', 'The start of the term.', ['2021-12-06', '2017-10']),
		until: usual(date('End date', 'The end of the term, if a source states it.', ['2021-10'])),
		began: boundary('Start of term', 'How the term began.', 'Elected at the seventh meeting.'),
		ended: boundary('End of term', 'How the term ended.', 'The office was closed.').apply(z.optional),
		statedLength: text('Stated length', 'The length of the term, as stated by a source.', [
			'four years',
		]).apply(z.optional),
		searchWords: searchWords(['presidency', 'chairmanship']),
		...ofEveryRecord,
	}),
});
