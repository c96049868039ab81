import { fileAddress } from '../../site/repository.ts';
import { kindOf } from '../../schema/index.ts';
import { type Kind, kinds } from '../../schema/kinds.ts';
import { withArticle } from '../../schema/words.ts';
import { href } from '../href.ts';

/** Returns the title of a form's page, such as "Add a meeting". */
export const addTitle = (kind: Kind): string => `Add ${withArticle(kindOf(kind).one.toLowerCase())}`;

/**
 * Returns the language tag for an example. If the script is not Latin, the tag is `mul`, because the schema does not specify the
 * language.
 */
export const languageOf = (example: string | number): 'mul' | undefined =>
	/(?=\p{L})\P{Script=Latin}/u.test(String(example)) ? 'mul' : undefined;

/** Maps page titles to pages of the site. The guide refers to pages by title because the repository does not contain the site's address. */
const pages: Readonly<Record<string, string>> = {
	...Object.fromEntries(kinds.map((kind) => [addTitle(kind), `/contribute/${kind}/`])),
	'The fields of each kind': '/contribute/fields/',
	'What we do not know': '/gaps/',
};

/**
 * Adapts the contributors' guide for the site. Page titles become links. Relative links lead to the repository, or become plain text if
 * there is no repository.
 */
export const onSite = (html: string, repository: string | undefined): string =>
	html
		.replace(/<a href="(?![a-z]+:|#)([^"]*)">(.*?)<\/a>/gs, (_link, path: string, text: string) =>
			repository === undefined ? text : `<a href="${fileAddress(repository, path)}">${text}</a>`,
		)
		.replace(/<em>(.*?)<\/em>/g, (emphasis, title: string) => {
			const page = pages[title];
			return page === undefined ? emphasis : `<a href="${href(page)}">${title}</a>`;
		});
