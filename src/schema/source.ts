import * as z from 'zod/mini';
import {
	aliases,
	choice,
	date,
	dateOrInterval,
	keysOf,
	language,
	list,
	note,
	text,
	usual,
	webAddress,
} from './fields.ts';
import { defineKind } from './kind.ts';

/** Labels for the types of publisher, from the most authoritative to the least. */
export const sourceTypeNames = {
	network: 'The network itself',
	intergovernmental: 'Intergovernmental organization',
	official: 'State body',
	embassy: 'Embassy',
	press: 'Press',
} as const;

export const sourceTypes = keysOf(sourceTypeNames);

/** Labels that say how much of a source the editors have read. */
export const copyReadNames = {
	whole: 'read in full',
	most: 'mostly read',
	part: 'read in part',
	none: 'not read, known from other reports',
	'not-recorded': 'extent of reading not recorded',
} as const;

export const sourceKind = defineKind({
	one: 'Source',
	many: 'Sources',
	description: 'A publication that supports statements in this record.',
	list: '/sources/',
	hasOwnPage: true,
	title: ({ title }) => title,
	order: ({ publisher, published = '9999', title }) => `${publisher} ${published} ${title}`,
	facts: {
		Address: ['url', 'alsoAt', 'archived'],
		Publisher: ['publisher', 'type'],
		Date: ['published', 'written', 'publishedNote'],
	},
	schema: z.strictObject({
		title: text('Title', 'The published title, translated into English if necessary.'),
		url: webAddress('Address', 'The web address of the publication.', [
			'https://www.osce.org/secretariat/484952',
		]),
		alsoAt: list(
			'Other addresses',
			'Other web addresses for the same text.',
			webAddress('Address', 'Another web address that has the same text.', ['https://osce.org/node/507122']),
		).apply(z.optional),
		archived: webAddress('Archived copy', 'The address of the archived copy, if the editors read one.', [
			'https://web.archive.org/web/20240101000000/https://www.osce.org/secretariat/484952',
		]).apply(z.optional),
		publisher: text('Publisher', 'The institution, newspaper, agency or channel that published the text.', [
			'OSCE Secretariat',
		]),
		type: choice(
			sourceTypes,
			'Type',
			'The type of publisher. A prosecution service is a state body ("official").',
		),
		language: language('Language', 'The language of the publication.', ['en', 'bg']),
		published: usual(
			date(
				'Date of publication',
				'The date shown on the publication. Leave this field empty if there is no date.',
				['2021-12-07'],
			),
		),
		written: dateOrInterval(
			'Derived date',
			'When the text was written, if the publication shows no date.',
		).apply(z.optional),
		publishedNote: text('Note on the date', 'Additional information about the date.').apply(z.optional),
		copyRead: choice(keysOf(copyReadNames), 'Extent read', 'How much of the text you read.'),
		usedFor: text('Use', 'The reason for using a source that does not mention the network.', [
			"The office's name.",
		]).apply(z.optional),
		aliases,
		note,
	}),
});

export type Source = z.output<typeof sourceKind.schema>;
