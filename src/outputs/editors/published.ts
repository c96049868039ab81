import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goneRecords } from '../../records/history.ts';
import { compareText } from '../../schema/edtf.ts';
import type { Published } from './workbench.ts';

export const publishedIn = (directory: string): Published => ({
	texts: Object.fromEntries(
		globSync('**/*.yaml', { cwd: directory })
			.map((path) => path.replaceAll('\\', '/'))
			.sort(compareText)
			.map((path) => [path, new TextDecoder().decode(readFileSync(join(directory, path)))]),
	),
	gone: Object.fromEntries(goneRecords(directory)),
});
