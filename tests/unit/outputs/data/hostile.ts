import { buildNetwork, type Network } from '../../../../src/network/network.ts';
import type { Content, ContentRecord } from '../../../../src/records/content.ts';
import { mapValues } from '../../../../src/records/values.ts';
import { fieldTree } from '../../../../src/schema/field-tree.ts';
import { kindOf, singleSchemas } from '../../../../src/schema/index.ts';
import { kinds } from '../../../../src/schema/kinds.ts';
import type * as z from 'zod';

/** A text with the special characters of all formats. */
export const hostile = [
	`=cmd|'/c calc '!A1 </script><script>alert(1)</script><!-- ]]> --> &amp; & <b>`,
	'\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:more; a, b\\n ',
	'\u202ekcab\u202c \u0000\u001b \ud800 **bold** [link](javascript:alert(1)) `code` ~~no~~ [^1]: # 1. - www.example.org ',
	'x'.repeat(10_000),
].join('');

/** Returns a network in which all texts are hostile. */
export function hostileNetwork(content: Content): Network {
	const made = <T>(schema: z.core.$ZodType, data: T): T =>
		mapValues(fieldTree(schema), data, (value, _path, { type }) => (type === 'text' ? hostile : value));
	const records = Object.fromEntries(
		kinds.map((kind) => [
			kind,
			content.records[kind].map(({ id, data }: ContentRecord) => ({
				id,
				data: made(kindOf(kind).schema, data),
			})),
		]),
	) as unknown as Content['records'];
	const [site, network] = [
		made(singleSchemas.site, content.site),
		made(singleSchemas.network, content.network),
	];
	return buildNetwork({ ...content, site, network, records }, '2024-06-15');
}
