import type { APIRoute } from 'astro';
import { loadNetwork } from '../../../network/load.ts';
import { jsonFiles } from '../../../outputs/data/files.ts';

export const getStaticPaths = () =>
	[...jsonFiles(loadNetwork())].map(([path, make]) => ({
		params: { path: path.slice(0, -'.json'.length) },
		props: { make },
	}));

export const GET: APIRoute<{ make: () => string }> = ({ props }) =>
	new Response(props.make(), { headers: { 'Content-Type': 'application/json' } });
