import * as z from 'zod/mini';
import { group, list, recordAddress, reject, text, withMeta } from './fields.ts';
import { quote } from './quote.ts';

export interface PublishedAddress {
	/** The path relative to the site's root, such as `/meetings/ninth-meeting/` or `/meetings/ninth-meeting/#plan-of-action`. */
	address: string;
	withdrawn?: string | undefined;
	instead?: string | undefined;
}

const addressPattern = /^\/(?:[a-z0-9-]+\/)+(?:#[a-z0-9-]+)?$/;

const meta: z.core.GlobalMeta = {
	title: 'Address',
	description: 'The address of a published record or agenda item, without the domain name.',
	type: 'site-address',
	expected: 'an address of this site',
	pattern: addressPattern.source,
};

const siteAddress = z
	.string()
	.check(
		z.superRefine((value, context) => {
			if (addressPattern.test(value)) return;
			reject(context, {
				rule: 'published-address',
				message: `${quote(value)} is not the address of a record on this site.`,
				hint: 'Copy the address from your browser without the domain name, for example /meetings/ninth-meeting/.',
			});
		}),
	)
	.apply(withMeta, meta);

/** The schema of `content/addresses.yaml`. The file lists all published addresses and explains why records were removed. */
export const addressesSchema = group(
	'Addresses',
	'All published addresses. A published address must keep working.',
	{
		published: list(
			'Published addresses',
			'The addresses of all records and agenda items published so far, oldest first.',
			z
				.pipe(
					z.union(
						[
							siteAddress,
							z.strictObject({
								address: siteAddress,
								withdrawn: text('Withdrawn', 'A sentence that tells readers why the record was removed.', [
									'The report turned out to be about another network.',
								]),
								instead: recordAddress('Instead', 'The record that readers should see instead.', [
									'meetings/ninth-meeting',
								]).apply(z.optional),
							}),
						],
						{ error: 'an address or a group with "address" and "withdrawn"' },
					),
					z.transform((each): PublishedAddress => (typeof each === 'string' ? { address: each } : each)),
				)
				.apply(withMeta, meta),
		),
	},
);
