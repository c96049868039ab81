import type { Entry, Network } from '../network/network.ts';

/** The branch that is published (see `.github/workflows/deploy.yml`). */
const branch = 'main';

/** The form for reports of mistakes, in `.github/ISSUE_TEMPLATE/`. Links fill in its field `record`. */
const reportForm = 'report-a-mistake.yml';

/** Returns the path of the form that changes a record. */
export const changePath = (entry: Entry): string => `/contribute/change/?record=${entry.kind}/${entry.id}`;

/** Returns the address where a file is edited, on the published branch or another. */
export const editAddress = (repository: string, path: string, on = branch): string =>
	`${repository}/edit/${on}/${path}`;

/** Returns the address of a new issue with some fields filled in. Without fields, the sender chooses a form. */
export const issueAddress = (repository: string, fields?: Record<string, string>): string =>
	`${repository}/issues/new${fields ? `?${new URLSearchParams(fields).toString()}` : '/choose'}`;

/** Returns the address of the form for a mistake in a record. */
export function reportAddress(repository: string, entry: Entry): string {
	const record = `${entry.kind}/${entry.id}`;
	return issueAddress(repository, { template: reportForm, title: `Mistake in ${record}`, record });
}

/** Returns the address of a file or folder. */
export const fileAddress = (repository: string, path: string): string =>
	`${repository}/blob/${branch}/${path}`;

/** Returns the address of a commit. */
export const commitAddress = (repository: string, commit: string): string => `${repository}/commit/${commit}`;

/** Returns the address where a new file is created from a text, on the published branch or another. */
export const newFileAddress = (repository: string, path: string, text: string, on = branch): string =>
	`${repository}/new/${on}?${new URLSearchParams({ filename: path, value: text }).toString()}`;

/**
 * Returns the address of a new issue for an answer to an open question.
 *
 * @param about the address of the record that the question is about
 * @returns `undefined` if the site names no repository (see `helpPath`)
 */
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
