import * as z from 'zod';
import { aliases, type FieldHelp, list, nativeName, reference, refuse, text } from './fields.ts';

/** An entry of a list of sources. */
export interface Citation {
	/** The source's id. */
	id: string;
	/** The keys, beside this list, that the source states; without them it states all that no other entry is named for. */
	states?: string[] | undefined;
	/** The source's own words, in its own language. */
	quote?: string | undefined;
}

/**
 * The entries of a list of sources that stand behind a key beside it: those that are named for it, else those that are named for
 * none. The values of lists and groups can have sources of their own, which then stand behind them alone.
 */
export function citationsFor(citations: readonly Citation[], key: string): readonly Citation[] {
	const named = citations.filter(({ states }) => states?.includes(key));
	return named.length > 0 ? named : citations.filter(({ states }) => states === undefined);
}

// A quotation proves a fact; it does not retell the source.
const longestQuote = 300;

const sourceId = (title: string) =>
	reference('sources', title, 'The id of a file in content/sources.', { examples: ['pcocp-about'] });

const keyBeside = z.string().meta({
	title: 'Key',
	description: 'A key that stands beside this list.',
	type: 'key',
	expected: 'a key beside this list',
	examples: ['dates'],
});

const citationSchema = z
	.union(
		[
			sourceId('Source').transform((id): Citation => ({ id })),
			z.strictObject({
				id: sourceId('Id'),
				states: list(
					'What it states',
					'The keys beside this list that this source states, and only these; without it the source states all that no other entry is named for.',
					keyBeside,
				)
					.min(1, { error: 'An entry that states nothing is not needed; at least one key is expected.' })
					.optional(),
				quote: text(
					'Its own words',
					`The source's own words, in its own language, at most ${String(longestQuote)} characters; […] in place of a person's name.`,
					{ examples: ['took place on 22 and 23 February in Belgrade'] },
				)
					.superRefine((value, context) => {
						const { length } = Array.from(value);
						if (length <= longestQuote) return;
						refuse(context, {
							rule: 'size',
							message: `This quote has ${String(length)} characters; at most ${String(longestQuote)} are expected.`,
							hint: 'Keep the words that prove it, with […] in place of what is left out.',
						});
					})
					.optional(),
			}),
		],
		{ error: 'The id of a source is expected, or a group with "id" and "states" or "quote".' },
	)
	.meta({ ...sourceId('Source').meta() });

/** The sources of a whole record: never none. */
export const sources = list(
	'Sources',
	'The sources that state what this record says; the one to follow comes first.',
	citationSchema,
).min(1, {
	error: 'Nothing is published without a source; at least one id from content/sources is expected.',
});

/** The sources of one statement, where it rests on others than its record does. */
export const ownSources = sources
	.meta({
		title: 'Sources',
		description: 'The sources of this statement, where they are not simply those of the whole record.',
	})
	.optional();

/** A name in another language with the sources that use it. */
export const sourcedName = nativeName.extend({ sources: ownSources }).meta({ title: 'Name' });

/** A sentence with the sources that state it. */
export const statement = (...help: FieldHelp) =>
	z.strictObject({ text: text(...help), sources: ownSources }).meta({ title: help[0] });

/** Remarks printed beside the record: each of them a sentence or two that all of its sources state. */
export const notes = list(
	'Notes',
	'What a reader must know to read this rightly: a wording of a source, a doubt that is no dispute.',
	statement('Note', 'A remark; what rests on other sources is the next one.', {
		examples: ['The report names Italy twice.'],
	}),
).optional();

/** The keys that come last in a record of almost every kind. */
export const ofEveryRecord = { aliases, notes, sources };
