/** What stands for words left out of a quote. */
const ellipsis = /\s*\[…\]\s*/;

const encoded = (words: string): string => encodeURIComponent(words).replaceAll('-', '%2D');

/**
 * The address of a source that leads on to words of it where the browser knows text fragments, and to its beginning where not.
 *
 * @param url the source's address
 * @param words a quote; of one with words left out, its passages one by one
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export const quoteAddress = (url: string, words: string): string =>
	`${url}${url.includes('#') ? '' : '#'}:~:${words
		.split(ellipsis)
		.filter((passage) => passage !== '')
		.map((passage) => `text=${encoded(passage)}`)
		.join('&')}`;

/** Where the Internet Archive keeps copies of an address. */
export const archiveAddress = (url: string): string => `https://web.archive.org/web/${url}`;
