import type { APIRoute } from 'astro';
import { loadNetwork } from '../../network/load.ts';
import { type MarkdownPage, markdownOf, markdownPages } from '../../outputs/data/markdown.ts';

export const getStaticPaths = () =>
	[...markdownPages(loadNetwork()).values()].map((page) => ({
		params: { page: page.path.slice(1, -1) || undefined },
		props: { page },
	}));

export const GET: APIRoute<{ page: MarkdownPage }> = ({ locals, props }) =>
	new Response(markdownOf(locals.network, props.page), {
		headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
	});
