import { plainLine } from '../schema/quote.ts';

/**
 * Escapes a text for Markdown, on one line.
 *
 * @see https://github.github.com/gfm/
 */
export const escapeMarkdown = (text: string): string =>
	plainLine(text)
		.replaceAll('&', '&amp;')
		.replace(/[\\`*_[\]<>#|~$]/g, '\\$&')
		// These characters can start a list.
		.replace(/^(?=[-+]\s)/, '\\')
		.replace(/^(\d+)(?=[.)])/, '$1\\');
