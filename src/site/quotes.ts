import type { Entry } from '../network/network.ts';

const ellipsis = /\s*\[…\]\s*/;

/** Encodes a quote for a URL. Does not escape letters, to keep the URL short. */
const encoded = (words: string): string =>
	words.replace(/[^\p{L}\p{N}\p{Pi}\p{Pf}]/gu, (sign) => (sign === '-' ? '%2D' : encodeURIComponent(sign)));

// The number of words from the start and from the end of a quote to include in the URL.
const enough = 4;

/**
 * Returns a URL that opens a source at a quote. In browsers without support for text fragments, the page opens at the top.
 *
 * @param words the quote; only the part before an ellipsis is used
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function quoteAddress(url: string, words: string): string {
	const passage = words.split(ellipsis).find((part) => part !== '') ?? '';
	const each = passage.split(/\s+/);
	const [start, end] = [each.slice(0, enough), each.slice(-enough)].map((some) => encoded(some.join(' ')));
	const text = each.length > 2 * enough ? `${start ?? ''},${end ?? ''}` : encoded(passage);
	return `${url}${url.includes('#') ? '' : '#'}:~:text=${text}`;
}

/** Returns the URL of a source's archived copy or, if there is none, of the Internet Archive's page about the source. */
export const archiveAddress = ({ url, archived }: Pick<Entry<'sources'>, 'url' | 'archived'>): string =>
	archived ?? `https://web.archive.org/web/${url}`;
