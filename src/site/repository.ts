import type { Entry, Network } from '../network/network.ts';

/** The branch that the site is published from (see `.github/workflows/deploy.yml`). */
const branch = 'main';

/** The form by which a reader reports a mistake, in `.github/ISSUE_TEMPLATE/`; `record` is the field that a link fills in. */
const reportForm = 'report-a-mistake.yml';

/** The page on which a record is changed. */
export const changePath = (entry: Entry): string => `/contribute/change/?record=${entry.kind}/${entry.id}`;

/** Where a file is edited on the repository's site, on the branch that is published or on another. */
export const editAddress = (repository: string, path: string, on = branch): string =>
	`${repository}/edit/${on}/${path}`;

/** Where something is sent to the editors, with fields filled in; without any, the sender chooses a form. */
export const issueAddress = (repository: string, fields?: Record<string, string>): string =>
	`${repository}/issues/new${fields ? `?${new URLSearchParams(fields).toString()}` : '/choose'}`;

/** Where a mistake in a record is reported, with the record filled in. */
export function reportAddress(repository: string, entry: Entry): string {
	const record = `${entry.kind}/${entry.id}`;
	return issueAddress(repository, { template: reportForm, title: `Mistake in ${record}`, record });
}

/** Where a file or a folder is read on the repository's site. */
export const fileAddress = (repository: string, path: string): string =>
	`${repository}/blob/${branch}/${path}`;

/** Where a commit is read on the repository's site. */
export const commitAddress = (repository: string, commit: string): string => `${repository}/commit/${commit}`;

/** Where a new file is begun on the repository's site, with a text to change, on the branch that is published or on another. */
export const newFileAddress = (repository: string, path: string, text: string, on = branch): string =>
	`${repository}/new/${on}?${new URLSearchParams({ filename: path, value: text }).toString()}`;

/**
 * Where a reader can answer what is not known: the form for a new issue, with the question filled in.
 *
 * @param question what is not known, in words
 * @param about the path of the record's page on the site, where it is about one record
 * @returns a web address, or `undefined` when the site names no repository (see `helpPath`)
 */
export function helpForm(
	{ repository }: Network['site'],
	question: string,
	about?: string,
): string | undefined {
	if (repository === undefined) return undefined;
	const body = ['The public source that answers this (its address):', '', 'What it says:', ''];
	return issueAddress(repository, {
		title: `Answer: ${question}`,
		body: [...(about === undefined ? [] : [`About ${about}`, '']), ...body].join('\n'),
	});
}
