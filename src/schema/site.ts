import * as z from 'zod';
import { ownSources, sourcedName, sources, statement } from './citation.ts';
import {
	date,
	memberCountry,
	recordAddress,
	reference,
	searchWords,
	text,
	webAddress,
	wholeNumber,
} from './fields.ts';

/** `content/site.yaml`: the publication itself. */
export const siteSchema = z
	.strictObject({
		name: text({ title: 'Name', description: "The site's name, in every page's title." }),
		description: text({
			title: 'Description',
			description: 'What the site is, in one sentence, for search engines.',
		}),
		repository: webAddress({
			title: 'Repository',
			description: 'Where the record is edited; without it, links to edit and report are not shown.',
			examples: ['https://github.com/example/pcocp-history'],
		}).optional(),
		licence: z
			.strictObject({
				name: text({ title: 'Name', description: "The licence's name." }),
				url: webAddress({ title: 'Address', description: "The licence's text." }),
			})
			.meta({ title: 'Licence', description: 'Under which the record may be used.' })
			.optional(),
		publisher: text({
			title: 'Publisher',
			description: 'Who publishes this copy of the record; an institution or a group, never a person.',
			examples: ['Archive of Judicial Networks'],
		}).optional(),
		contact: webAddress({
			title: 'Contact',
			description:
				'A page by which readers reach the editors; without it, and without a repository, no way is shown.',
			examples: ['https://example.org/contact'],
		}).optional(),
		places: z
			.array(
				z.strictObject({
					name: text({ title: 'Name', description: 'The city, as records write it.', examples: ['Athens'] }),
					country: memberCountry(
						'The member that it lies in; readers are led there while no record names the city.',
						['greece'],
					),
					searchWords: searchWords(['Αθήνα', 'Atene']),
				}),
			)
			.meta({
				title: 'Places',
				description: 'What cities are called in the languages of the members; searched, not shown.',
			})
			.optional(),
		lacking: z
			.array(
				z.strictObject({
					words: z
						.array(text({ title: 'Word', description: 'A word or words.', examples: ['cocaine'] }))
						.min(1)
						.meta({ title: 'Words', description: 'What readers ask for.' }),
					nearest: recordAddress({
						title: 'Nearest record',
						description: 'What the record has instead.',
						examples: ['themes/organized-crime-trends'],
					}),
				}),
			)
			.meta({
				title: 'What the record lacks',
				description:
					'Words that readers search for and no source speaks of, with the record that is nearest; a word that a record has by now counts no longer.',
			})
			.optional(),
	})
	.meta({ title: 'Site', description: 'The publication itself.' });

/** `content/network.yaml`: the account of the network. */
export const networkSchema = z
	.strictObject({
		name: text({ title: 'Name', description: "The network's name." }),
		abbreviation: text({ title: 'Abbreviation', description: 'Its abbreviation.' }),
		website: webAddress({
			title: 'Website',
			description: "The network's own site.",
			examples: ['https://example.org'],
			ours: true,
		}).optional(),
		alsoCalled: z
			.array(statement({ title: 'Name', description: 'Another name in English.', examples: ['SEE PCOCP'] }))
			.meta({ title: 'Other names', description: 'Other names in English.' })
			.optional(),
		nativeNames: z
			.array(sourcedName)
			.meta({ title: 'Names in other languages', description: 'Names that sources use.' })
			.optional(),
		summary: text({ title: 'Summary', description: 'What the network is, in one or two sentences.' }),
		account: z
			.array(statement({ title: 'Paragraph', description: 'A paragraph of the account.' }))
			.meta({ title: 'Account', description: 'The history of the network in a few paragraphs.' }),
		aims: z
			.array(statement({ title: 'Aim', description: 'One aim.' }))
			.meta({ title: 'Aims', description: 'What the network is for.' }),
		workings: z
			.array(
				z.strictObject({
					title: text({
						title: 'Title',
						description: 'The part of the network or the procedure.',
						examples: ['Joining'],
					}),
					text: text({ title: 'Text', description: 'How it works.' }),
					sources: ownSources,
				}),
			)
			.meta({ title: 'Workings', description: 'Joining, meetings, Executive Board, Secretariat.' }),
		boardRule: z
			.strictObject({
				text: text({ title: 'Rule', description: 'The rule in words.' }),
				size: wholeNumber({ title: 'Size', description: 'The number of seats.', examples: [4] }),
				establishedAt: reference('meetings', {
					title: 'Founding meeting',
					description: 'The meeting that set up the Board; its seats are derived from then on.',
					examples: ['fourth-meeting'],
				}).optional(),
				sources: ownSources,
			})
			.meta({ title: 'Rule of the Executive Board', description: 'How the Board is composed.' }),
		counts: z
			.array(
				z.strictObject({
					date: date({
						title: 'Date',
						description: 'When the count held.',
						examples: ['2021-12'],
					}).optional(),
					dateNote: text({
						title: 'Note on the date',
						description: 'Where the source is undated.',
						ours: true,
					}).optional(),
					countries: wholeNumber({
						title: 'Countries',
						description: 'The number stated.',
						examples: [13],
					}).optional(),
					offices: wholeNumber({
						title: 'Offices',
						description: 'The number stated.',
						examples: [14],
					}).optional(),
					note: text({ title: 'Note', description: 'How the source puts it.' }).optional(),
					sources,
				}),
			)
			.meta({
				title: 'Counts',
				description: 'How many countries and offices the network had, as sources state it.',
			}),
		openQuestions: z
			.array(text({ title: 'Question', description: 'A question that no source found answers.' }))
			.meta({
				title: 'Open questions',
				description: 'What is not known and belongs to no single record.',
				ours: true,
			})
			.optional(),
		sources,
	})
	.meta({ title: 'Network', description: 'The account of the network.' });
