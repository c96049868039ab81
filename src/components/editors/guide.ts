import { fileAddress } from '../../site/repository.ts';
import { kindOf } from '../../schema/index.ts';
import { type Kind, kinds } from '../../schema/kinds.ts';
import { withArticle } from '../../schema/words.ts';
import { href } from '../href.ts';

/** Returns the title of the form page of a kind. */
export const addTitle = (kind: Kind): string => `Add ${withArticle(kindOf(kind).one.toLowerCase())}`;

/** Returns the language tag of an example: `mul` if its script is not Latin. The schema does not name the language. */
export const languageOf = (example: string | number): 'mul' | undefined =>
	/(?=\p{L})\P{Script=Latin}/u.test(String(example)) ? 'mul' : undefined;

/** Pages of the site by title. The guide mentions them by title, because the repository does not know the address of the site. */
const pages: Readonly<Record<string, string>> = {
	...Object.fromEntries(kinds.map((kind) => [addTitle(kind), `/contribute/${kind}/`])),
	'The fields of each kind': '/contribute/fields/',
	'What we do not know': '/gaps/',
};

/**
 * Returns the guide for contributors with links for the site. Titles of pages become links. Relative links point to the repository,
 * or become plain text if no repository is known.
 *
 * @param html the rendered `CONTRIBUTING.md`
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
