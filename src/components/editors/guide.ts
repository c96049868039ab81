import { fileAddress } from '../../site/repository.ts';
import { kindOf } from '../../schema/index.ts';
import { type Kind, kinds } from '../../schema/kinds.ts';
import { uncapitalized, withArticle } from '../../schema/words.ts';
import type { Network } from '../../network/network.ts';
import { href } from '../href.ts';

/** Returns the title of a form's page, such as "Add a meeting". */
export const addTitle = (kind: Kind): string => `Add ${withArticle(uncapitalized(kindOf(kind).one))}`;

/**
 * Returns the language tag for an example. If the script is not Latin, the tag is `mul`, because the schema does not specify the
 * language.
 */
export const languageOf = (example: string | number): 'mul' | undefined =>
	/(?=\p{L})\P{Script=Latin}/u.test(String(example)) ? 'mul' : undefined;

/**
 * The pages that the guide refers to, by title. The guide does not link to pages of the site, because the repository does not contain the
 * site's address.
 */
const pages: Readonly<Record<string, string>> = {
	...Object.fromEntries(kinds.map((kind) => [addTitle(kind), `/contribute/${kind}/`])),
	'Add or change a record': '/contribute/',
	'Your proposal': '/contribute/proposal/',
	'The fields of each kind': '/contribute/fields/',
	'What we do not know': '/gaps/',
};

/** The sections of the guide that only apply to a site with a repository. */
const ofRepository = ['edit-files-on-github', 'edit-files-on-your-computer', 'after-you-open-a-pull-request'];

const withoutSection = (html: string, id: string): string =>
	html.replace(new RegExp(`<li><a href="#${id}">.*?</li>|<h2 id="${id}">.*?(?=<h2|$)`, 'gs'), '');

/** Adapts the guide to a site without a repository. Error reports are sent to the editors' contact address, if there is one. */
function withoutRepository(html: string, contact: string | undefined): string {
	const guide = ofRepository.reduce(withoutSection, html);
	if (contact === undefined) return withoutSection(guide, 'report-something');
	return guide.replace(
		/Open a new issue in the repository[^.]*\./,
		`<a href="${contact}">Contact the editors</a>.`,
	);
}

/**
 * Adapts the contributors' guide for the site. Page titles become links. Relative links lead to the repository, or become plain text if
 * there is no repository.
 */
export const onSite = (html: string, { repository, contact }: Network['site']): string =>
	(repository === undefined ? withoutRepository(html, contact) : html)
		.replace(/<a href="(?![a-z]+:|#)([^"]*)">(.*?)<\/a>/gs, (_link, path: string, text: string) =>
			repository === undefined ? text : `<a href="${fileAddress(repository, path)}">${text}</a>`,
		)
		.replace(/<em>(.*?)<\/em>/g, (emphasis, title: string) => {
			const page = pages[title];
			return page === undefined ? emphasis : `<a href="${href(page)}">${title}</a>`;
		});

/** Returns the first paragraph and the sections of the guide. The table of contents is left out, because the page generates a new one. */
export function partsOf(html: string) {
	const [before = '', ...parts] = html.split(/(?=<h2 )/);
	return {
		lead: /<p>(.*?)<\/p>/s.exec(before)?.[1] ?? '',
		parts: parts.map((part) => {
			const [heading = '', id = '', name = ''] = /^<h2 id="([^"]*)">(.*?)<\/h2>/s.exec(part) ?? [];
			return { id, name, html: part.slice(heading.length) };
		}),
	};
}
