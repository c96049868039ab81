import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { allRecords, pathOf } from '../../records.ts';

export const getStaticPaths = async () =>
	(await allRecords()).map((record) => ({
		params: { kind: record.collection, id: record.id },
		props: { record },
	}));

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { record }, site }) =>
	Response.json({ ...record.data, id: record.id, page: new URL(pathOf(record), site).href });
