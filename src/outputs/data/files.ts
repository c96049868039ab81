import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { contentDirectory } from '../../checks/load-content.ts';
import { type Network, verbatimNetwork } from '../../network/network.ts';
import { goneRecords } from '../../records/history.ts';
import { memoize } from '../../records/memoize.ts';
import { pastCommits } from '../../records/past-commits.ts';
import { compareText } from '../../schema/edtf.ts';
import { editorsRecordPath, type Published } from '../editors/workbench.ts';
import { archiveTexts } from './archive-texts.ts';
import { calendarPath, calendarsOf, icalendarOf } from './calendar.ts';
import { citationFiles } from './citation.ts';
import { csvOf, tables } from './csv.ts';
import { csvPath, dataPackageOf, packageName, sha256 } from './data-package.ts';
import { atomFeed, feedPath, mostOfFeed } from './feed.ts';
import { routes } from './json.ts';
import { llmsText } from './llms.ts';
import { markdownOf, markdownPages, markdownPath } from './markdown.ts';
import { jsonSchemaOf, openApiOf } from './openapi.ts';
import { openSearchOf, openSearchPath } from './opensearch.ts';
import { dataPath } from './paths.ts';
import { everythingIn } from './things.ts';
import { triplesOf } from './triples.ts';

export type MakeFile = () => string | Uint8Array<ArrayBuffer>;

const json = (value: object): string => `${JSON.stringify(value)}\n`;

const jsonFiles = (network: Network) =>
	new Map<string, MakeFile>(routes.flatMap(({ files }) => files(network)));

/** Returns the files of the archive by path: the tables, the whole record as JSON, and a description of both formats. */
const archivedFiles = memoize((network: Network): ReadonlyMap<string, string> => {
	const verbatim = verbatimNetwork(network);
	const csv = new Map(tables.map((table) => [csvPath(table), csvOf(table, verbatim)]));
	return new Map([
		...csv,
		['datapackage.json', json(dataPackageOf(verbatim, csv))],
		['network.json', String(jsonFiles(verbatim).get('network.json')?.())],
		['openapi.json', json(openApiOf(verbatim))],
		['schema.json', json(jsonSchemaOf(verbatim))],
		['network.nt', triplesOf(everythingIn(verbatim))],
	]);
});

/** Returns the data files, by path relative to the data folder. Each file is generated on demand. */
export const dataFiles = memoize((network: Network): ReadonlyMap<string, MakeFile> => {
	const verbatim = verbatimNetwork(network);
	return new Map<string, MakeFile>([
		...jsonFiles(verbatim),
		...[...archivedFiles(network)].map(([path, text]) => [path, () => text] as const),
		[`${packageName}.zip`, () => archive(network)],
		// The line that `sha256sum -c` needs to verify the archive.
		[`${packageName}.zip.sha256`, () => `${archiveHash(network)}  ${packageName}.zip\n`],
	]);
});

const recordForEditors = (directory: string): Published => ({
	texts: Object.fromEntries(
		globSync('**/*.yaml', { cwd: directory })
			.map((path) => path.replaceAll('\\', '/'))
			.sort(compareText)
			.map((path) => [path, new TextDecoder().decode(readFileSync(join(directory, path)))]),
	),
	gone: Object.fromEntries(goneRecords(directory)),
});

/** Returns all files of the site that are not part of a page, by path. */
export const publishedFiles = (network: Network): ReadonlyMap<string, MakeFile> =>
	new Map<string, MakeFile>([
		...[...dataFiles(network)].map(([path, make]) => [dataPath + path, make] as const),
		...calendarsOf(network).map(
			(calendar) => [calendarPath(calendar), () => icalendarOf(network, calendar)] as const,
		),
		...[...markdownPages(verbatimNetwork(network)).values()].map(
			(page) => [markdownPath(page.path), () => markdownOf(verbatimNetwork(network), page)] as const,
		),
		[feedPath, () => atomFeed(network, pastCommits(contentDirectory(), mostOfFeed.commits))],
		...citationFiles(network),
		[openSearchPath, () => openSearchOf(network)],
		['/llms.txt', () => llmsText(network)],
		['/robots.txt', () => `User-agent: *\nAllow: /\n\nSitemap: ${network.address('/sitemap-index.xml')}\n`],
		[editorsRecordPath, () => JSON.stringify(recordForEditors(contentDirectory()))],
	]);

// Every file in an archive has the earliest date that ZIP allows.
const mtime = new Date(1980, 0, 1);

/** Returns an archive of files in one folder. Identical files produce an identical archive. */
export const zipped = (
	folder: string,
	files: Iterable<readonly [path: string, content: Uint8Array]>,
): Uint8Array<ArrayBuffer> =>
	zipSync(Object.fromEntries([...files].map(([path, content]) => [`${folder}/${path}`, content])), { mtime });

const archive = memoize((network: Network): Uint8Array<ArrayBuffer> => {
	const licence = join(contentDirectory(), 'LICENSE');
	const files = new Map([
		...archiveTexts(network, existsSync(licence) ? readFileSync(licence, 'utf8') : ''),
		...archivedFiles(network),
	]);
	return zipped(
		packageName,
		[...files].map(([path, text]) => [path, strToU8(text)] as const),
	);
});

export const archiveHash = memoize((network: Network): string => sha256(archive(network)));

export const sizeOf = (network: Network, path: string): number =>
	Buffer.from(dataFiles(network).get(path)?.() ?? '').length;
