import * as z from 'zod/mini';
import { notes, ofEveryRecord, ownSources } from './citation.ts';
import {
	countryCode,
	date,
	group,
	ours,
	reference,
	searchWords,
	text,
	usual,
	wholeNumber,
	wikidataId,
} from './fields.ts';
import { defineKind } from './kind.ts';

export const memberKind = defineKind({
	one: 'Member',
	many: 'Members',
	description: 'A member country of the network.',
	list: '/members/',
	hasOwnPage: true,
	title: ({ name }) => name,
	order: ({ name }) => name,
	dates: ({ joined }) => ({ joined: joined.date }),
	facts: { Name: ['name', 'code', 'wikidata'] },
	schema: z.strictObject({
		name: text('Name', 'The name of the country, as used by the network itself.', ['North Macedonia']),
		code: ours(
			countryCode('Country code', 'The two-letter country code (ISO 3166-1 alpha-2).', ['GR', 'MK']),
		),
		wikidata: wikidataId('Wikidata id', 'The id of the country in Wikidata.', ['Q41']).apply(z.optional),
		joined: group('Joining', 'When and how the country became a member.', {
			date: date('Date', 'The date of joining, as precisely as the source states it.', [
				'2017-03',
				'2016-05',
			]),
			how: text('Act', 'How the country joined.', ['Signed the Declaration of Intent.']),
			meeting: usual(
				reference('meetings', 'Meeting', 'The meeting at which the country joined.', ['fifth-meeting']),
			),
			order: wholeNumber(
				'Order',
				"The country's position in the order of joining, if a source states it.",
				[11],
			).apply(z.optional),
			notes,
			sources: ownSources,
		}),
		searchWords: searchWords(['Hellenic Republic', 'FYROM']),
		...ofEveryRecord,
	}),
});

/** Returns the address that linked data uses for a thing in Wikidata. */
export const wikidataAddress = (id: string): string => `http://www.wikidata.org/entity/${id}`;
