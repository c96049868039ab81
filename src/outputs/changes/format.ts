import { showUnsafe } from '../../schema/quote.ts';

/** The forms in which changes can be told. */
export const changeFormats = ['text', 'json'] as const;

export type ChangeFormat = (typeof changeFormats)[number];

/**
 * Writes what changed: `text` for a reviewer at a terminal, `json` for programs.
 *
 * @returns the whole report, ending in a line break
 */
export function formatChanges(sentences: readonly string[], format: ChangeFormat): string {
	if (format === 'json') return `${JSON.stringify({ changes: sentences }, null, '\t')}\n`;
	if (sentences.length === 0) return 'Nothing changes in the content.\n';
	return `${sentences.map(showUnsafe).join('\n')}\n`;
}
