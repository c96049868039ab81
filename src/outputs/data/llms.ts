import type { Network } from '../../network/network.ts';
import { sitePages, type SitePage } from '../../site/navigation.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { calendarPath, calendarsOf } from './calendar.ts';
import { feedPath } from './feed.ts';
import { dataPage, dataPath } from './paths.ts';
import { markdownPages, markdownPath } from './markdown.ts';

/** The groups of pages, with the same names as in the footer. */
const groups: readonly [heading: string, ...groups: NonNullable<SitePage['group']>[]][] = [
	['The record', 'main', 'record'],
	['How we know', 'method'],
];

/**
 * Returns an overview of the site for language models, in the `llms.txt` format.
 *
 * @see https://llmstxt.org/
 */
export function llmsText(network: Network): string {
	const { site, account } = network;
	const markdown = markdownPages(network);
	const entry = (title: string, path: string, said = ''): string =>
		`- [${escapeMarkdown(title)}](${network.address(path)})${said === '' ? '' : `: ${escapeMarkdown(said)}`}`;
	const pages = sitePages(network);
	return [
		`# ${escapeMarkdown(site.name)}`,
		'',
		`> ${escapeMarkdown(site.description)}`,
		'',
		escapeMarkdown(account.summary),
		'',
		'Every page of a record is also available as Markdown: add index.md to its address. It contains all stated values, with sources as footnotes. Derived facts are on the HTML pages, labelled as derived. Where sources differ, all versions are given, with the one that the site follows.',
		'',
		...groups.flatMap(([heading, ...names]) => [
			`## ${heading}`,
			'',
			...pages
				.filter(({ group }) => group && names.includes(group))
				.map(({ path, title, content }) =>
					entry(title, markdown.has(path) ? markdownPath(path) : path, content),
				),
			'',
		]),
		'## Data',
		'',
		entry('Data', dataPage, 'All data, how to read and reuse it, and what will not change.'),
		entry('The whole record as JSON', `${dataPath}network.json`),
		entry('All data files', `${dataPath}index.json`),
		...calendarsOf(network).map((calendar) => entry(`Calendar: ${calendar.title}`, calendarPath(calendar))),
		entry('Feed of changes to the record', feedPath),
		'',
	].join('\n');
}
