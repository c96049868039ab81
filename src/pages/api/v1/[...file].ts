import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { publishedOf } from '../../../components/published.ts';
import { loadNetwork } from '../../../network/load.ts';
import { dataFiles } from '../../../outputs/data/files.ts';

/*
 * The data is a file for each form of it and each record, none of them a page: they are not listed for search engines, and their
 * addresses need not be listed either, for each follows from that of its record, whose former ids lead on.
 */

export const getStaticPaths = () =>
	[...dataFiles(publishedOf(loadNetwork()))].map(([file, make]) => ({ params: { file }, props: { make } }));

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => new Response(props.make());
