import type { APIRoute } from 'astro';
import { publishedOf } from '../components/published.ts';
import { loadNetwork } from '../network/load.ts';
import { llmsText } from '../outputs/data/llms.ts';

export const GET: APIRoute = () => new Response(llmsText(publishedOf(loadNetwork())));
