import * as z from 'zod';
import { aliases, choice, date, keysOf, language, list, note, text, usual, webAddress } from './fields.ts';
import { defineKind } from './kind.ts';

/** Who speaks in a source, in the order of weight, and what each is called. */
export const sourceTypeNames = {
	network: 'The network itself',
	intergovernmental: 'Intergovernmental organization',
	official: 'State body',
	embassy: 'Embassy',
	press: 'Press',
} as const;

export const sourceTypes = keysOf(sourceTypeNames);

/** How much of a source was read, and how that is said. */
export const copyReadNames = {
	whole: 'read whole',
	most: 'read for the most part',
	part: 'read in part',
	none: 'not read; known from what others report of it',
	'not-recorded': 'how much was read is not recorded',
} as const;

export const sourceKind = defineKind({
	one: 'Source',
	many: 'Sources',
	description: 'A publication on which statements rest.',
	list: '/sources/',
	hasOwnPage: true,
	title: ({ title }) => title,
	order: ({ publisher, published = '9999', title }) => `${publisher} ${published} ${title}`,
	schema: z.strictObject({
		title: text('Title', 'The published title, in English; translated where the source is not in English.'),
		url: webAddress('Address', 'Where it was published.', {
			examples: ['https://www.osce.org/secretariat/484952'],
		}),
		alsoAt: list(
			'Other addresses',
			'Other addresses of the same text.',
			webAddress('Address', 'Another address.', { examples: ['https://osce.org/node/507122'] }),
		).optional(),
		archived: webAddress('Archived copy', 'The copy that was read, where it was one in an archive.', {
			examples: ['https://web.archive.org/web/20240101000000/https://www.osce.org/secretariat/484952'],
		}).optional(),
		publisher: text('Publisher', 'The institution or outlet.', { examples: ['OSCE Secretariat'] }),
		type: choice(
			sourceTypes,
			'Type',
			'The network itself, an intergovernmental organization, a prosecution service or other state body, an embassy, or the press.',
		),
		language: language('Language', 'The language of the text.', { examples: ['en', 'bg'] }),
		published: usual(
			date('Date of publication', 'Only where the publication shows it.', { examples: ['2021-12-07'] }),
		),
		publishedNote: text('Note on the date', 'What is known of the date otherwise.').optional(),
		copyRead: choice(
			keysOf(copyReadNames),
			'Extent read',
			'How much of the text the editors could read; "not-recorded" when that was not written down.',
		),
		usedFor: text('Use', 'For a source that does not mention the network: what it was used for.', {
			examples: ["The office's name."],
		}).optional(),
		aliases,
		note,
	}),
});

export type Source = z.output<typeof sourceKind.schema>;
