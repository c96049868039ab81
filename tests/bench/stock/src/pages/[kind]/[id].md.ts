import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { allRecords, dateInWords, dateOf, pathOf, titleOf } from '../../records.ts';

export const getStaticPaths = async () =>
	(await allRecords()).map((record) => ({
		params: { kind: record.collection, id: record.id },
		props: { record },
	}));

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { record }, site }) => {
	const date = dateOf(record);
	const values = Object.entries(record.data).map(([key, value]) => `- ${key}: ${JSON.stringify(value)}`);
	return new Response(
		[
			`# ${titleOf(record)}`,
			...(date === undefined ? [] : [dateInWords(date)]),
			values.join('\n'),
			new URL(pathOf(record), site).href,
		].join('\n\n'),
	);
};
