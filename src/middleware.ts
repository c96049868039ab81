import { defineMiddleware } from 'astro:middleware';
import { withContents } from './layouts/contents.ts';
import { withSheets } from './layouts/sheets.ts';

/** A page is written in one go; what stands before what it follows from is added afterwards. */
export const onRequest = defineMiddleware(async (_, next) => {
	const response = await next();
	if (response.headers.get('Content-Type') !== 'text/html') return response;
	return new Response(withSheets(withContents(await response.text())), response);
});
