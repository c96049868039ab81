import type { APIRoute } from 'astro';
import { llmsText } from '../outputs/data/llms.ts';

export const GET: APIRoute = ({ locals }) =>
	new Response(llmsText(locals.network), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
