import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ locals }) =>
	new Response(`User-agent: *\nAllow: /\n\nSitemap: ${locals.network.address('/sitemap-index.xml')}\n`, {
		headers: { 'Content-Type': 'text/plain; charset=utf-8' },
	});
