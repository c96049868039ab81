import type { APIRoute } from 'astro';
import { archiveChecksum } from '../../../outputs/data/files.ts';

export const GET: APIRoute = ({ locals }) =>
	new Response(archiveChecksum(locals.network), {
		headers: { 'Content-Type': 'text/plain; charset=utf-8' },
	});
