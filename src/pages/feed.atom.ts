import type { APIRoute } from 'astro';
import { contentDirectory } from '../checks/load-content.ts';
import { publishedOf } from '../components/published.ts';
import { loadNetwork } from '../network/load.ts';
import { atomFeed, mostOfFeed } from '../outputs/data/feed.ts';
import { pastCommits } from '../records/past-commits.ts';

export const GET: APIRoute = () =>
	new Response(
		atomFeed(
			publishedOf(loadNetwork()),
			pastCommits(contentDirectory(), mostOfFeed.commits, mostOfFeed.files),
		),
		{ headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } },
	);
