import type { Entry, Network } from '../network/network.ts';

/** The published branch (see `.github/workflows/deploy.yml`). */
const branch = 'main';

export const changePath = ({ kind, id }: Pick<Entry, 'kind' | 'id'>): string =>
	`/contribute/${kind}/?record=${id}`;

/** Returns the GitHub URL for editing a file, by default on the published branch. */
export const editAddress = (repository: string, path: string, on = branch): string =>
	`${repository}/edit/${on}/${path}`;

/** Returns whether the site offers readers a way to reach the editors. */
export const canReachEditors = ({ repository, contact }: Network['site']): boolean =>
	(repository ?? contact) !== undefined;

/** Returns the editors' contact address, unless readers need a GitHub account to use it. */
export const contactWithoutAccount = ({ contact }: Network['site']): string | undefined =>
	contact === undefined || new URL(contact).hostname === 'github.com' ? undefined : contact;

/** Returns the URL of a new issue with prefilled fields. If there are no fields, users first choose an issue form. */
export const issueAddress = (repository: string, fields?: Record<string, string>): string =>
	`${repository}/issues/new${fields ? `?${new URLSearchParams(fields).toString()}` : '/choose'}`;

/**
 * Returns the address for reporting a mistake on a page: an issue form in `.github/ISSUE_TEMPLATE/` or, if the site has no repository, the
 * editors' contact address.
 *
 * @param page the full address of the page
 * @returns `undefined` if the site has no repository and no contact address
 */
export const reportAddress = ({ repository, contact }: Network['site'], page: string): string | undefined =>
	repository === undefined
		? contact
		: issueAddress(repository, {
				template: 'report-a-mistake.yml',
				title: `Mistake on ${page}`,
				record: page,
			});

export const fileAddress = (repository: string, path: string): string =>
	`${repository}/blob/${branch}/${path}`;

export const commitAddress = (repository: string, commit: string): string => `${repository}/commit/${commit}`;

/** Returns the GitHub URL for creating a file with the given content, by default on the published branch. */
export const newFileAddress = (repository: string, path: string, text: string, on = branch): string =>
	`${repository}/new/${on}?${new URLSearchParams({ filename: path, value: text }).toString()}`;

/** Returns the GitHub URL for uploading files to the root folder. */
export const uploadAddress = (repository: string): string => `${repository}/upload/${branch}`;

/** Returns the GitHub URL for deleting a file. */
export const deleteAddress = (repository: string, path: string, on = branch): string =>
	`${repository}/delete/${on}/${path}`;

/**
 * Returns the GitHub URL that opens a pull request with a title and a description.
 * See https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/proposing-changes-to-your-work-with-pull-requests/using-query-parameters-to-create-a-pull-request
 *
 * @param from the branch with the changes, as `owner:branch`
 */
export const pullRequestAddress = (
	repository: string,
	from: string,
	{ title, body }: Readonly<Record<'title' | 'body', string>>,
): string =>
	`${repository}/compare/${branch}...${from}?${new URLSearchParams({ quick_pull: '1', title, body }).toString()}`;

/** Returns the URL of a new issue for answering an open question about a record, or `undefined` if the site has no repository. */
export function helpForm(
	{ repository }: Network['site'],
	question: string,
	about?: string,
): string | undefined {
	if (repository === undefined) return undefined;
	const body = ['Address of a public source with the answer:', '', 'Words of the source:', ''];
	return issueAddress(repository, {
		title: `Answer: ${question}`,
		body: [...(about === undefined ? [] : [`About ${about}`, '']), ...body].join('\n'),
	});
}
