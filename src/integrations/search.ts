import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searchRecords } from '../outputs/search/records.ts';
import { searchWordsOf } from '../outputs/search/words.ts';
import { type Files, filesBesidePages } from './files-beside-pages.ts';
import { buildSearchIndex } from './search-index.ts';

let folder: string | undefined;

/** The search: what finds a record, and what is found. */
export const search = () =>
	filesBesidePages('search', '/pagefind/', async (network, logger): Promise<Files> => {
		logger.info('Indexing the record …');
		const made = emptyFolder();
		const paths = await buildSearchIndex(searchRecords(network), made);
		const words = 'words.json';
		writeFileSync(join(made, words), JSON.stringify(searchWordsOf(network, searchRecords(network))));
		const files = [...paths, words];
		const size = files.reduce((sum, path) => sum + statSync(join(made, path)).size, 0);
		logger.info(`What can be found is in ${files.length} files, ${Math.round(size / 1024)} KiB.`);
		return new Map(files.map((path) => [`/pagefind/${path}`, () => readFileSync(join(made, path))]));
	});

/** A folder for the files of one index after another, which goes when the program ends. */
function emptyFolder(): string {
	const remove = (): void => {
		if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
	};
	if (folder === undefined) process.on('exit', remove);
	remove();
	return (folder = mkdtempSync(join(tmpdir(), 'search-')));
}
