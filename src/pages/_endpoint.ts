import type { APIContext } from 'astro';
import { loadNetwork } from '../network/load.ts';
import { type MakeFile, publishedFiles } from '../outputs/data/files.ts';

/** Returns the endpoint for all files with an ending, such as `json`. */
export const endpoint = (ending: string, mediaType: string) => ({
	getStaticPaths: () =>
		[...publishedFiles(loadNetwork())]
			.filter(([path]) => path.endsWith(`.${ending}`))
			.map(([path, make]) => ({ params: { path: path.slice(1, -ending.length - 1) }, props: { make } })),
	GET: ({ props }: APIContext<{ make: MakeFile }>) =>
		new Response(props.make(), { headers: { 'Content-Type': mediaType } }),
});
