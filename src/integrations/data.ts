import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDirectory } from '../checks/load-content.ts';
import { calendarPath, calendarsOf, icalendarOf } from '../outputs/data/calendar.ts';
import { atomFeed, feedPath, mostOfFeed } from '../outputs/data/feed.ts';
import { dataFiles } from '../outputs/data/files.ts';
import { llmsText } from '../outputs/data/llms.ts';
import { markdownOf, markdownPages, markdownPath } from '../outputs/data/markdown.ts';
import { dataPath } from '../outputs/data/paths.ts';
import { type Published, editorsRecordPath } from '../outputs/editors/workbench.ts';
import { goneRecords } from '../records/history.ts';
import { pastCommits } from '../records/past-commits.ts';
import { compareText } from '../schema/edtf.ts';
import { type Content, filesBesidePages } from './files-beside-pages.ts';

/**
 * The record as data, in every form beside the pages. Astro could make these files, too, at several times the cost of what is in them:
 * there are more of them than pages.
 */
export const data = () =>
	filesBesidePages('data', '/', (network, logger) => {
		const directory = contentDirectory();
		const files = new Map<string, () => Content>([
			...[...dataFiles(network)].map(([path, make]) => [dataPath + path, make] as const),
			...[...markdownPages(network).values()].map(
				(page) => [markdownPath(page.path), () => markdownOf(network, page)] as const,
			),
			...calendarsOf(network).map(
				(calendar) => [calendarPath(calendar), () => icalendarOf(network, calendar)] as const,
			),
			[feedPath, () => atomFeed(network, pastCommits(directory, mostOfFeed.commits, mostOfFeed.files))],
			['/llms.txt', () => llmsText(network)],
			['/robots.txt', () => `User-agent: *\nAllow: /\n\nSitemap: ${network.address('/sitemap-index.xml')}\n`],
			[editorsRecordPath, () => JSON.stringify(publishedIn(directory))],
		]);
		logger.info(`${files.size} files.`);
		return files;
	});

/** The record as the pages for editors load it. */
const publishedIn = (directory: string): Published => ({
	texts: Object.fromEntries(
		globSync('**/*.yaml', { cwd: directory })
			.map((path) => path.replaceAll('\\', '/'))
			.sort(compareText)
			.map((path) => [path, new TextDecoder().decode(readFileSync(join(directory, path)))]),
	),
	gone: Object.fromEntries(goneRecords(directory)),
});
