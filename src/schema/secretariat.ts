import * as z from 'zod';
import { termInWords } from './dates.ts';
import { notes, ownSources, sources } from './citation.ts';
import { aliases, date, memberCountry, reference, searchWords, text } from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

const boundary = (title: string, description: string, example: string) =>
	z
		.strictObject({
			how: text({ title: 'Account', description: 'The act or event.', examples: [example] }),
			meeting: reference('meetings', {
				title: 'Meeting',
				description: 'The meeting at which it happened.',
				examples: ['seventh-meeting'],
			}).optional(),
			sources: ownSources,
		})
		.meta({ title, description });

export const secretariatKind = defineKind({
	one: 'Secretariat term',
	many: 'Secretariat terms',
	description: 'A term in the chair of the Secretariat.',
	list: '/secretariat/',
	title: ({ country, from, until }, titleOf) => `${titleOf('members', country)}, ${termInWords(from, until)}`,
	order: ({ from }) => placeInTime(from),
	dates: ({ from, until }) => ({ from, until }),
	schema: z.strictObject({
		country: memberCountry('The country in the chair.', ['serbia']),
		office: reference('offices', {
			title: 'Office',
			description: 'The office that held the chair.',
			examples: ['serbia-organized-crime-office'],
		}),
		from: date({ title: 'Start', description: 'Start of the term.', examples: ['2021-12-06', '2017-10'] }),
		until: date({
			title: 'End',
			description: 'End of the term; left out when no source states one.',
			usual: true,
			examples: ['2021-10'],
		}).optional(),
		began: boundary('Beginning', 'How the term began.', 'Elected at the seventh meeting.'),
		ended: boundary('Ending', 'How the term ended.', 'The office was closed.').optional(),
		statedLength: text({
			title: 'Stated length',
			description: 'The length of the term as a source states it.',
			examples: ['four years'],
		}).optional(),
		searchWords: searchWords(['presidency', 'chairmanship']),
		aliases,
		notes,
		sources,
	}),
});
