import type { APIRoute } from 'astro';
import { contentDirectory } from '../checks/load-content.ts';
import { atomFeed, mostOfFeed } from '../outputs/data/feed.ts';
import { pastCommits } from '../records/past-commits.ts';

export const GET: APIRoute = ({ locals }) =>
	new Response(
		atomFeed(locals.network, pastCommits(contentDirectory(), mostOfFeed.commits, mostOfFeed.files)),
		{
			headers: { 'Content-Type': 'application/atom+xml' },
		},
	);
