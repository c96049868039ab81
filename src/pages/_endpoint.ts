import type { APIContext, GetStaticPathsOptions } from 'astro';
import { loadNetwork } from '../network/load.ts';
import { type MakeFile, publishedFiles } from '../outputs/data/files.ts';

/** The media types of files by their ending. All other files are plain text. */
const mediaTypes: Readonly<Record<string, string>> = {
	atom: 'application/atom+xml',
	csv: 'text/csv; charset=utf-8',
	ics: 'text/calendar; charset=utf-8',
	json: 'application/json',
	md: 'text/markdown; charset=utf-8',
	zip: 'application/zip',
};

/** Returns the paths of all files with the ending of a route, such as `/[...path].json`. */
export const getStaticPaths = ({ routePattern }: GetStaticPathsOptions) => {
	const ending = routePattern.replace(/^.*\./, '');
	return [...publishedFiles(loadNetwork())]
		.filter(([path]) => path.endsWith(`.${ending}`))
		.map(([path, make]) => ({
			params: { path: path.slice(1, -ending.length - 1) },
			props: { make, mediaType: mediaTypes[ending] ?? 'text/plain; charset=utf-8' },
		}));
};

export const GET = ({ props }: APIContext<{ make: MakeFile; mediaType: string }>) =>
	new Response(props.make(), { headers: { 'Content-Type': props.mediaType } });
