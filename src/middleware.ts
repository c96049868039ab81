import { defineMiddleware } from 'astro:middleware';
import { href } from './components/href.ts';
import { pageNotes } from './components/sources/page-notes.ts';
import { loadNetwork } from './network/load.ts';

/** Provides each page with the record and an empty list of source notes. */
export const onRequest = defineMiddleware(({ locals }, next) => {
	locals.network = loadNetwork();
	locals.notes = pageNotes([]);
	locals.linkTo = href;
	return next();
});
