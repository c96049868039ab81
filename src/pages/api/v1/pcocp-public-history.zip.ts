import type { APIRoute } from 'astro';
import { archive } from '../../../outputs/data/files.ts';

export const GET: APIRoute = ({ locals }) =>
	new Response(archive(locals.network), { headers: { 'Content-Type': 'application/zip' } });
