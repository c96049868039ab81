import * as z from 'zod';
import { aliases, type FieldHelp, list, nativeName, reference, reject, text } from './fields.ts';

/** An entry in a list of sources. */
export interface Citation {
	id: string;
	/** The sibling keys that this source supports. By default, it supports all keys that have no other source. */
	states?: string[] | undefined;
	/** A quotation from the source in its original language. */
	quote?: string | undefined;
}

/**
 * Returns the citations that support a given key: those that list the key or, if there are none, those that list no keys. Nested groups
 * and list entries can override these with sources of their own.
 */
export function citationsFor(citations: readonly Citation[], key: string): readonly Citation[] {
	const named = citations.filter(({ states }) => states?.includes(key));
	return named.length > 0 ? named : citations.filter(({ states }) => states === undefined);
}

// A quote proves a single fact. It is not a summary.
const longestQuote = 300;

const sourceId = (title: string) =>
	reference('sources', title, 'The id of a file in content/sources.', { examples: ['pcocp-about'] });

const keyBeside = z.string().meta({
	title: 'Field',
	description: 'A key next to this list.',
	type: 'key',
	expected: 'a key next to this list',
	examples: ['dates'],
});

const citationSchema = z
	.union(
		[
			sourceId('Source').transform((id): Citation => ({ id })),
			z.strictObject({
				id: sourceId('Id'),
				states: list(
					'Supported fields',
					'The fields this source supports. Without a list, it supports every field that no other source is listed for.',
					keyBeside,
				)
					.min(1)
					.optional(),
				quote: text(
					'Quote',
					`The source's exact words in the original language, up to ${String(longestQuote)} characters, with […] instead of a person's name.`,
					{ examples: ['took place on 22 and 23 February in Belgrade'] },
				)
					.superRefine((value, context) => {
						const { length } = Array.from(value);
						if (length <= longestQuote) return;
						reject(context, {
							rule: 'size',
							message: `This quote has ${String(length)} characters, but the limit is ${String(longestQuote)}.`,
							hint: 'Keep the words that prove the fact, and write […] for the rest.',
						});
					})
					.optional(),
			}),
		],
		{ error: 'the id of a source, or a group with "id" and "states" or "quote",' },
	)
	.meta({ ...sourceId('Source').meta() });

/** The sources of a whole record. At least one is required. */
export const sources = list(
	'Sources',
	'The sources of this record. Start with the one that the record follows.',
	citationSchema,
).min(1);

/** The sources of a single statement, if they differ from the record's sources. */
export const ownSources = sources
	.meta({
		title: 'Sources',
		description: 'The sources of this statement, if they differ from those of the whole record.',
	})
	.optional();

/** A name in another language, with the sources that use it. */
export const sourcedName = nativeName.extend({ sources: ownSources }).meta({ title: 'Name' });

/** A sentence with its own sources. */
export const statement = (...help: FieldHelp) =>
	z.strictObject({ text: text(...help), sources: ownSources }).meta({ title: help[0] });

/** Remarks shown on the record's page. Each is one or two sentences long and is supported by all of its sources. */
export const notes = list(
	'Notes',
	'Remarks that help readers, for example about an unclear wording in a source.',
	statement('Note', 'One remark. Put anything from other sources in a separate remark.', {
		examples: ['The report names Italy twice.'],
	}),
).optional();

/** The fields that almost every kind ends with. */
export const ofEveryRecord = { aliases, notes, sources };
