import type { APIRoute } from 'astro';
import { address } from '../components/href.ts';
import { loadNetwork } from '../network/load.ts';
import { llmsText } from '../outputs/data/llms.ts';

export const GET: APIRoute = () => new Response(llmsText(loadNetwork(), address));
