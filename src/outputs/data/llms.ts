import type { Network } from '../../network/network.ts';
import { sitePages, type SitePage } from '../../site/navigation.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { calendarPath, calendarsOf } from './calendar.ts';
import { feedPath } from './feed.ts';
import { dataPage, dataPath } from './paths.ts';
import { markdownPages, markdownPath } from './markdown.ts';

/** The groups of pages that language models are led to, as the foot of every page calls them. */
const groups: readonly [heading: string, ...groups: NonNullable<SitePage['group']>[]][] = [
	['The record', 'main', 'record'],
	['How we know', 'method'],
];

/**
 * What the site has for a language model, by the convention of `llms.txt`.
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
		'Every page of a record is there as Markdown, at its address with index.md behind it: what its sources state, each value with its sources as footnotes. What the site derives stands on the pages, labelled as derived. Where sources differ, each version is told, and which one is followed.',
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
		entry('Data', dataPage, 'What data there is, how to read and reuse it, and what will not change.'),
		entry('The whole record as JSON', `${dataPath}network.json`),
		entry('Every file of the data', `${dataPath}index.json`),
		...calendarsOf(network).map((calendar) => entry(`Calendar: ${calendar.title}`, calendarPath(calendar))),
		entry('Feed of what is new in the record', feedPath),
		'',
	].join('\n');
}
