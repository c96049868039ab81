// JavaScript, since the search box loads this file as it is, once a reader goes to the box.

const questionWords = new Set(
	(
		'a an about and any are as at been by dealt did do does for from had has have how in is it its of on or that the ' +
		'their there to was were what when where which who whom whose why will with'
	).split(' '),
);

/**
 * The words of a query that say what it is about, without those of a question. What stands in quotation marks, or is nothing but
 * such words, is left as it is.
 *
 * @param {string} query
 */
export function withoutQuestionWords(query) {
	if (query.includes('"')) return query;
	const words = query
		.split(/\s+/)
		.filter((word) => !questionWords.has(word.toLowerCase().replace(/\?$/, '')));
	return words.join(' ') || query;
}

/**
 * Has the search pass over the words of a question. Pagefind has no stop words, and shows what holds every word of a query:
 * "when did Greece join" would find nothing.
 *
 * @param {PagefindInstance} instance
 */
export function passOverQuestionWords(instance) {
	const search = instance.__search__.bind(instance);
	instance.__search__ = (query, filters) => search(withoutQuestionWords(query), filters);
}
