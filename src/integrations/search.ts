import { searchRecords } from '../outputs/search/records.ts';
import { searchWordsOf } from '../outputs/search/words.ts';
import { type Files, filesBesidePages } from './files-beside-pages.ts';
import { buildSearchIndex } from './search-index.ts';

/** The search: what finds a record, and what is found. */
export const search = () =>
	filesBesidePages('search', 'pagefind/', async (network, logger): Promise<Files> => {
		logger.info('Indexing the record …');
		const words = Buffer.from(JSON.stringify(searchWordsOf(network, searchRecords(network))));
		const index = await buildSearchIndex(searchRecords(network));
		const files = [...index, { path: 'words.json', content: words }];
		const size = files.reduce((sum, { content }) => sum + content.length, 0);
		logger.info(`What can be found is in ${files.length} files, ${Math.round(size / 1024)} KiB.`);
		return new Map(files.map(({ path, content }) => [path, content]));
	});
