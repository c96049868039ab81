import type { Entry } from '../network/network.ts';

/** What stands for words left out of a quote. */
const ellipsis = /\s*\[…\]\s*/;

/** Words as they stand in an address: letters of every script are left as they are, which browsers take and pages carry with less. */
const encoded = (words: string): string =>
	words.replace(/[^\p{L}\p{N}\p{Pi}\p{Pf}]/gu, (sign) => (sign === '-' ? '%2D' : encodeURIComponent(sign)));

// So many words at either end of a passage find it; its address need not have them all.
const enough = 4;

/**
 * The address of a source that leads on to words of it where the browser knows text fragments, and to its beginning where not.
 *
 * @param url the source's address
 * @param words a quote; of one with words left out, the first passage is led to
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function quoteAddress(url: string, words: string): string {
	const passage = words.split(ellipsis).find((part) => part !== '') ?? '';
	const each = passage.split(/\s+/);
	const [start, end] = [each.slice(0, enough), each.slice(-enough)].map((some) => encoded(some.join(' ')));
	const text = each.length > 2 * enough ? `${start ?? ''},${end ?? ''}` : encoded(passage);
	return `${url}${url.includes('#') ? '' : '#'}:~:text=${text}`;
}

/** Where an archived copy of a source stands: the one that was read, or else where the Internet Archive keeps those of its address. */
export const archiveAddress = ({ url, archived }: Pick<Entry<'sources'>, 'url' | 'archived'>): string =>
	archived ?? `https://web.archive.org/web/${url}`;
