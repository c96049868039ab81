import { counted } from '../../network/labels.ts';
import { showUnsafe } from '../../schema/quote.ts';
import type { ChangedPages } from './pages.ts';
import type { Changes } from './changes.ts';

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
export function formatChanges({ sentences, pages }: Changes, format: ChangeFormat): string {
	if (sentences.length === 0) return 'Nothing changes in the content.\n';
	const lines = [pagesInWords(pages), ...pageLists(pages)];
	switch (format) {
		case 'text':
			return `${[...sentences, '', ...lines].map(showUnsafe).join('\n')}\n`;
		case 'markdown':
			return `${['### What this changes', '', ...items(sentences), '', ...lines.map(escapeMarkdown)].join('\n')}\n`;
	}
}

/** "3 pages change, 1 is new." */
export function pagesInWords({ added, changed, removed }: ChangedPages): string {
	const is = (count: number): string => (count === 1 ? 'is' : 'are');
	const parts = [
		changed.length === 0
			? 'No page changes'
			: `${counted(changed.length, 'page')} ${changed.length === 1 ? 'changes' : 'change'}`,
		...(added.length > 0 ? [`${added.length} ${is(added.length)} new`] : []),
		...(removed.length > 0 ? [`${removed.length} ${is(removed.length)} gone`] : []),
	];
	return `${parts.join(', ')}.`;
}

// After so many the paths say less than their number.
const mostPaths = 20;

const pathList = (paths: readonly string[]): string =>
	paths.length > mostPaths
		? `${paths.slice(0, mostPaths).join(', ')} and ${paths.length - mostPaths} more`
		: paths.join(', ');

const pageLists = ({ added, changed, removed }: ChangedPages): string[] =>
	(
		[
			['New', added],
			['Changed', changed],
			['Gone', removed],
		] as const
	).flatMap(([what, paths]) => (paths.length > 0 ? ['', `${what}: ${pathList(paths)}`] : []));

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
