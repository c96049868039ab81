import type { APIContext, GetStaticPathsOptions } from 'astro';
import { loadNetwork } from '../network/load.ts';
import { type MakeFile, publishedFiles } from '../outputs/data/files.ts';
import { mediaTypeOf } from '../site/web-server.ts';

/** Returns the paths of all files with the extension of a route such as `/[...path].json`. */
export const getStaticPaths = ({ routePattern }: GetStaticPathsOptions) => {
	const ending = routePattern.replace(/^.*\./, '');
	return [...publishedFiles(loadNetwork())]
		.filter(([path]) => path.endsWith(`.${ending}`))
		.map(([path, make]) => ({
			params: { path: path.slice(1, -ending.length - 1) },
			props: { make, mediaType: mediaTypeOf(ending) },
		}));
};

export const GET = ({ props }: APIContext<{ make: MakeFile; mediaType: string }>) =>
	new Response(props.make(), { headers: { 'Content-Type': props.mediaType } });
