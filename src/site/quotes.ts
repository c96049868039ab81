import type { Entry } from '../network/network.ts';

const ellipsis = /\s*\[…\]\s*/;

/** Encodes a quote for a URL. Keeps letters of all scripts unescaped to save bytes. */
const encoded = (words: string): string =>
	words.replace(/[^\p{L}\p{N}\p{Pi}\p{Pf}]/gu, (sign) => (sign === '-' ? '%2D' : encodeURIComponent(sign)));

// The first and last few words are enough for browsers to find a passage.
const enough = 4;

/**
 * Returns a URL that opens a source at a quote. Browsers that do not support text fragments open the page at the top.
 *
 * @param words the quote; if the quote contains an ellipsis, the URL uses only the first part
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function quoteAddress(url: string, words: string): string {
	const passage = words.split(ellipsis).find((part) => part !== '') ?? '';
	const each = passage.split(/\s+/);
	const [start, end] = [each.slice(0, enough), each.slice(-enough)].map((some) => encoded(some.join(' ')));
	const text = each.length > 2 * enough ? `${start ?? ''},${end ?? ''}` : encoded(passage);
	return `${url}${url.includes('#') ? '' : '#'}:~:text=${text}`;
}

/** Returns the URL of a source's archived copy. If there is none, returns the page's address at the Internet Archive. */
export const archiveAddress = ({ url, archived }: Pick<Entry<'sources'>, 'url' | 'archived'>): string =>
	archived ?? `https://web.archive.org/web/${url}`;
