import { contentDirectory } from '../../checks/load-content.ts';
import type { Published } from '../../outputs/editors/workbench.ts';
import { readContent } from '../../records/read-content.ts';

/** The record as the pages for editors load it. */
export function GET(): Response {
	const directory = contentDirectory();
	const { draft, texts } = readContent(directory);
	const published: Published = {
		texts: Object.fromEntries(
			[...texts].map(([file, text]) => [file.slice(directory.replace(/\/*$/, '/').length), text]),
		),
		gone: Object.fromEntries(draft.gone?.() ?? []),
	};
	return Response.json(published);
}
