import { plainLine } from '../schema/quote.ts';

/**
 * Escapes a string for Markdown and replaces line breaks.
 *
 * @see https://github.github.com/gfm/
 */
export const escapeMarkdown = (text: string): string =>
	plainLine(text)
		.replaceAll('&', '&amp;')
		.replace(/[\\`*_[\]<>#|~$]/g, '\\$&')
		// These characters can start a Markdown list.
		.replace(/^(?=[-+]\s)/, '\\')
		.replace(/^(\d+)(?=[.)])/, '$1\\');
