import type { Entry } from '../network/network.ts';

const ellipsis = /\s*\[…\]\s*/;

/** Encodes words for an address. Letters of all scripts stay as they are, which keeps pages small. */
const encoded = (words: string): string =>
	words.replace(/[^\p{L}\p{N}\p{Pi}\p{Pf}]/gu, (sign) => (sign === '-' ? '%2D' : encodeURIComponent(sign)));

// Browsers find a passage by a few words from its start and its end.
const enough = 4;

/**
 * Returns an address that opens a source at a quote. Browsers without text fragments open the source at its start.
 *
 * @param words the quote; if words are left out of it, the address is that of the first passage
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function quoteAddress(url: string, words: string): string {
	const passage = words.split(ellipsis).find((part) => part !== '') ?? '';
	const each = passage.split(/\s+/);
	const [start, end] = [each.slice(0, enough), each.slice(-enough)].map((some) => encoded(some.join(' ')));
	const text = each.length > 2 * enough ? `${start ?? ''},${end ?? ''}` : encoded(passage);
	return `${url}${url.includes('#') ? '' : '#'}:~:text=${text}`;
}

/** Returns the address of the archived copy of a source or, if none is recorded, of the Internet Archive's copies. */
export const archiveAddress = ({ url, archived }: Pick<Entry<'sources'>, 'url' | 'archived'>): string =>
	archived ?? `https://web.archive.org/web/${url}`;
