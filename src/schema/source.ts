import * as z from 'zod';
import { aliases, date, keysOf, language, note, text, webAddress } from './fields.ts';
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
		title: text({
			title: 'Title',
			description: 'The published title, in English; translated where the source is not in English.',
		}),
		url: webAddress({
			title: 'Address',
			description: 'Where it was published.',
			examples: ['https://www.osce.org/secretariat/484952'],
		}),
		alsoAt: z
			.array(
				webAddress({
					title: 'Address',
					description: 'Another address.',
					examples: ['https://osce.org/node/507122'],
				}),
			)
			.meta({ title: 'Other addresses', description: 'Other addresses of the same text.' })
			.optional(),
		archived: webAddress({
			title: 'Archived copy',
			description: 'The copy that was read, where it was one in an archive.',
			examples: ['https://web.archive.org/web/20240101000000/https://www.osce.org/secretariat/484952'],
		}).optional(),
		publisher: text({
			title: 'Publisher',
			description: 'The institution or outlet.',
			examples: ['OSCE Secretariat'],
		}),
		type: z.enum(sourceTypes).meta({
			title: 'Type',
			description:
				'The network itself, an intergovernmental organization, a prosecution service or other state body, an embassy, or the press.',
			examples: [...sourceTypes],
		}),
		language: language({
			title: 'Language',
			description: 'The language of the text.',
			examples: ['en', 'bg'],
		}),
		published: date({
			title: 'Date of publication',
			description: 'Only where the publication shows it.',
			usual: true,
			examples: ['2021-12-07'],
		}).optional(),
		publishedNote: text({
			title: 'Note on the date',
			description: 'What is known of the date otherwise.',
		}).optional(),
		copyRead: z.enum(keysOf(copyReadNames)).meta({
			title: 'Extent read',
			description:
				'How much of the text the editors could read; "not-recorded" when that was not written down.',
			examples: ['whole', 'part'],
		}),
		usedFor: text({
			title: 'Use',
			description: 'For a source that does not mention the network: what it was used for.',
			examples: ["The office's name."],
		}).optional(),
		aliases,
		note,
	}),
});

export type Source = z.output<typeof sourceKind.schema>;
