import * as z from 'zod';
import { group, list, recordAddress, refuse, text } from './fields.ts';
import { quote } from './quote.ts';

/** An address at which a record, or an item of an agenda, was published. */
export interface PublishedAddress {
	/** From the site's root: `/meetings/ninth-meeting/`, `/meetings/ninth-meeting/#plan-of-action`. */
	address: string;
	/** Why nothing stands there any more. */
	withdrawn?: string | undefined;
	/** The record that a reader of the old one is led to. */
	instead?: string | undefined;
}

const addressPattern = /^\/(?:[a-z0-9-]+\/)+(?:#[a-z0-9-]+)?$/;

const meta: z.GlobalMeta = {
	title: 'Address',
	description:
		'An address at which a record, or an item of an agenda, was published, from the root of the site.',
	type: 'site-address',
	expected: 'an address of this site',
	pattern: addressPattern.source,
};

function refuseOther(value: string, context: z.RefinementCtx): void {
	if (addressPattern.test(value)) return;
	refuse(context, {
		rule: 'published-address',
		message: `${quote(value)} is no address of a record; one such as /meetings/ninth-meeting/ is expected.`,
		hint: 'Copy it from the address bar of the browser, from the slash after the name of the site on.',
	});
}

/** `content/addresses.yaml`: the addresses that must not vanish, and what is told at those whose records were taken out. */
export const addressesSchema = group(
	'Addresses',
	'The addresses of records that were published, none of which may vanish.',
	{
		published: list(
			'Published addresses',
			'Every address at which a record or an item of an agenda was published, in the order in which they were added.',
			z
				.union(
					[
						z
							.string()
							.meta(meta)
							.transform((value): PublishedAddress => ({ address: value })),
						z.strictObject({
							address: z.string().superRefine(refuseOther).meta(meta),
							withdrawn: text(
								'Withdrawn',
								'Why nothing stands there any more, in a sentence for those who come by the old address.',
								{ examples: ['The report turned out to speak of another network.'] },
							),
							instead: recordAddress('Instead', 'The record that its readers are led to.', {
								examples: ['meetings/ninth-meeting'],
							}).optional(),
						}),
					],
					{ error: 'An address is expected, or a group with "address" and "withdrawn".' },
				)
				.superRefine(({ address }, context) => {
					refuseOther(address, context);
				})
				.meta(meta),
		),
	},
);
