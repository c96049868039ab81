import type { Entry } from '../network/network.ts';

const ellipsis = /\s*\[…\]\s*/;

/** Encodes text for a URL. Letters of all scripts are kept, which makes pages smaller. */
const encoded = (words: string): string =>
	words.replace(/[^\p{L}\p{N}\p{Pi}\p{Pf}]/gu, (sign) => (sign === '-' ? '%2D' : encodeURIComponent(sign)));

// Browsers need only the first and last few words to find a passage.
const enough = 4;

/**
 * Returns a URL that opens a source at a quote. Browsers without support for text fragments open the top of the page.
 *
 * @param words the quote; if it leaves out words, the URL leads to its first passage
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function quoteAddress(url: string, words: string): string {
	const passage = words.split(ellipsis).find((part) => part !== '') ?? '';
	const each = passage.split(/\s+/);
	const [start, end] = [each.slice(0, enough), each.slice(-enough)].map((some) => encoded(some.join(' ')));
	const text = each.length > 2 * enough ? `${start ?? ''},${end ?? ''}` : encoded(passage);
	return `${url}${url.includes('#') ? '' : '#'}:~:text=${text}`;
}

/** Returns the URL of a source's archived copy. If none is recorded, returns the Internet Archive's list of copies. */
export const archiveAddress = ({ url, archived }: Pick<Entry<'sources'>, 'url' | 'archived'>): string =>
	archived ?? `https://web.archive.org/web/${url}`;
