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
		// At the start of a line, these characters would begin a list.
		.replace(/^(?=[-+]\s)/, '\\')
		.replace(/^(\d+)(?=[.)])/, '$1\\');
