import { fileAddress } from '../../site/repository.ts';
import { kindOf } from '../../schema/index.ts';
import { type Kind, kinds } from '../../schema/kinds.ts';
import { withArticle } from '../../schema/words.ts';
import { href } from '../href.ts';

/** The title of the page with the form of a kind. */
export const addTitle = (kind: Kind): string => `Add ${withArticle(kindOf(kind).one.toLowerCase())}`;

/** Returns the language tag of an example: `mul` if its script is not Latin. The schema does not name the language. */
export const languageOf = (example: string | number): 'mul' | undefined =>
	/(?=\p{L})\P{Script=Latin}/u.test(String(example)) ? 'mul' : undefined;

/** Pages of the site that the guide speaks of by their titles: in the repository it cannot know where the site is. */
const pages: Readonly<Record<string, string>> = {
	...Object.fromEntries(kinds.map((kind) => [addTitle(kind), `/contribute/${kind}/`])),
	'The fields of each kind': '/contribute/fields/',
	'What we do not know': '/gaps/',
};

/**
 * The guide for contributors as it stands on the site: titles of its pages lead to them, and links that lead to a file of the
 * repository from there lead to the file; where no repository is known, they are plain text.
 *
 * @param html what was made of `CONTRIBUTING.md`
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
