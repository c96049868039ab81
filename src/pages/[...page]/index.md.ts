import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { publishedOf } from '../../components/published.ts';
import { loadNetwork } from '../../network/load.ts';
import { markdownOf, markdownPages } from '../../outputs/data/markdown.ts';

export const getStaticPaths = () =>
	[...markdownPages(loadNetwork()).values()].map((page) => ({
		params: { page: page.path.slice(1, -1) },
		props: { page },
	}));

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
	new Response(markdownOf(publishedOf(loadNetwork()), props.page), {
		headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
	});
