import { fileAddress } from '../../network/repository.ts';
import { href } from '../href.ts';

/** The places of the repository that are a page of the site as well. */
const pages: Readonly<Record<string, string>> = { 'src/schema': '/contribute/fields/' };

/**
 * The guide for contributors as it stands on the site: links that lead to a file of the repository from there lead to the page
 * that says the same, or else to the file; where no repository is known, they are plain text.
 *
 * @param html what was made of `CONTRIBUTING.md`
 */
export const onSite = (html: string, repository: string | undefined): string =>
	html.replace(/<a href="(?![a-z]+:|#)([^"]*)">(.*?)<\/a>/gs, (_link, path: string, text: string) => {
		const page = pages[path];
		if (page !== undefined) return `<a href="${href(page)}">${text}</a>`;
		return repository === undefined ? text : `<a href="${fileAddress(repository, path)}">${text}</a>`;
	});
