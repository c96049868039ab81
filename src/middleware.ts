import { defineMiddleware } from 'astro:middleware';
import { PageNotes } from './components/sources/page-notes.ts';
import { withContents } from './layouts/contents.ts';
import { withSheets } from './layouts/sheets.ts';
import { loadNetwork } from './network/load.ts';

/** Gives a page the record; it is written in one go, so what stands before what it follows from is added afterwards. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
	locals.network = loadNetwork();
	locals.notes = new PageNotes();
	const response = await next();
	if (response.headers.get('Content-Type') !== 'text/html') return response;
	return new Response(withSheets(withContents(await response.text())), response);
});
