import * as z from 'zod/mini';
import { aliases, type FieldHelp, list, nativeName, reference, reject, text, withMeta } from './fields.ts';

export interface Citation {
	id: string;
	/** The keys that this source supports. By default, a source supports every key that has no other source. */
	states?: string[] | undefined;
	quote?: string | undefined;
}

// Quotes should be short, because each one only proves a single fact.
const longestQuote = 300;

const sourceId = (title: string) =>
	reference('sources', title, 'The id of a file in content/sources.', ['pcocp-about']);

const keyBeside = withMeta(z.string(), {
	title: 'Field',
	description: 'A key from the same group.',
	type: 'key',
	expected: 'a key from the same group',
	examples: ['dates'],
});

const citationSchema = z
	.union(
		[
			z.pipe(
				sourceId('Source'),
				z.transform((id): Citation => ({ id })),
			),
			z.strictObject({
				id: sourceId('Id'),
				states: list(
					'Supported fields',
					'The fields this source supports. Without a list, the source supports all fields that have no other source.',
					keyBeside,
				)
					.check(z.minLength(1))
					.apply(z.optional),
				quote: text(
					'Quote',
					`An exact quote in the original language, up to ${String(longestQuote)} characters. Replace people's names with […].`,
					['took place on 22 and 23 February in Belgrade'],
				)
					.check(
						z.superRefine((value, context) => {
							const { length } = Array.from(value);
							if (length <= longestQuote) return;
							reject(context, {
								rule: 'size',
								message: `This quote has ${String(length)} characters, ${String(length - longestQuote)} more than the limit of ${String(longestQuote)}.`,
								hint: 'Keep the words that support the fact, and replace the rest with […].',
							});
						}),
					)
					.apply(z.optional),
			}),
		],
		{ error: 'a source id or a group with "id"' },
	)
	.apply(withMeta, { ...z.globalRegistry.get(sourceId('Source')) });

/** The sources of a whole record. Every list of sources needs at least one source. */
export const sources = list(
	'Sources',
	'The sources of this record. Start with the main source.',
	citationSchema,
).check(z.minLength(1));

/** The sources of a single statement, if they differ from those of the record. */
export const ownSources = sources
	.apply(withMeta, {
		title: 'Sources',
		description: "The sources of this statement, if they differ from the record's sources.",
	})
	.apply(z.optional);

export const sourcedName = withMeta(z.strictObject({ ...nativeName.shape, sources: ownSources }), {
	title: 'Name',
});

export const statement = (...help: FieldHelp) =>
	withMeta(z.strictObject({ text: text(...help), sources: ownSources }), { title: help[0] });

/** Remarks on the record's page. Each source of a remark must support the whole remark. */
export const notes = list(
	'Notes',
	'Remarks for readers, for example about unclear wording in a source.',
	statement('Note', 'A remark. Put anything from other sources in a separate remark.', [
		'The report names Italy twice.',
	]),
).apply(z.optional);

export const ofEveryRecord = { aliases, notes, sources };
