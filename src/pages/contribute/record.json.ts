import type { APIRoute } from 'astro';
import { contentDirectory } from '../../checks/load-content.ts';
import { publishedIn } from '../../outputs/editors/published.ts';

export const GET: APIRoute = () => Response.json(publishedIn(contentDirectory()));
