import { counted } from '../../schema/words.ts';
import { showUnsafe } from '../../schema/quote.ts';

/** The forms in which changes can be told. */
export const changeFormats = ['text', 'markdown'] as const;

export type ChangeFormat = (typeof changeFormats)[number];

// A comment on GitHub holds 65,536 characters at most, and nobody reads that many.
const mostMarkdown = 50_000;

/**
 * Writes what changed for a reviewer: `text` for a terminal, `markdown` for a comment.
 *
 * @returns the whole report, ending in a line break
 */
export function formatChanges(sentences: readonly string[], format: ChangeFormat): string {
	if (sentences.length === 0) return 'Nothing changes in the content.\n';
	switch (format) {
		case 'text':
			return `${sentences.map(showUnsafe).join('\n')}\n`;
		case 'markdown':
			return `${['### What this changes', '', ...items(sentences)].join('\n')}\n`;
	}
}

function items(sentences: readonly string[]): string[] {
	const lines = sentences.map((sentence) => `- ${escapeMarkdown(sentence)}`);
	let length = 0;
	const end = lines.findIndex((line) => (length += line.length + 1) > mostMarkdown);
	if (end === -1) return lines;
	return [...lines.slice(0, end), '', `${counted(lines.length - end, 'more change')} not listed here.`];
}

/**
 * A sentence in which nothing a record holds is Markdown, HTML, a link, a mention of an account or of an issue. Links and mentions
 * are found in the text itself, so that only a character of no width parts them.
 *
 * @see https://github.github.com/gfm/
 */
const escapeMarkdown = (text: string): string =>
	showUnsafe(text)
		.replace(/\s+/gu, ' ')
		.replaceAll('&', '&amp;')
		.replace(/[\\`*_{}[\]()<>#+\-!|~$=]/g, '\\$&')
		.replace(/^(\d+)([.)])/, '$1\\$2')
		.replace(/@|:\/\/|\\#|www\./gi, '$&&#8203;');
