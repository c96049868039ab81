import { plainLine } from '../schema/quote.ts';

/**
 * A text as Markdown that shows it as it is, on one line.
 *
 * @see https://github.github.com/gfm/
 */
export const escapeMarkdown = (text: string): string =>
	plainLine(text)
		.replaceAll('&', '&amp;')
		.replace(/[\\`*_[\]<>#|~$]/g, '\\$&')
		// What begins a line can begin a list.
		.replace(/^(?=[-+]\s)/, '\\')
		.replace(/^(\d+)(?=[.)])/, '$1\\');
