import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentDirectory } from '../checks/load-content.ts';
import { editorFiles, editorFolder } from '../outputs/editors/files.ts';
import { readContent } from '../records/read-content.ts';
import { command } from './command.ts';

const usage = `Usage: npm run schemas

Writes the files with which text editors complete and explain records into ${editorFolder}/: a JSON Schema and a template for each kind,
and the ids of all records. They come from src/schema and the content directory.

  --help   print this help

Environment: CONTENT_DIR is the content directory (default: content).
Exit status: 0 success, 2 the content could not be read.
`;

await command(usage, {}, () => {
	const files = editorFiles(readContent(contentDirectory()).draft.records);
	for (const [path, text] of files) {
		const file = join(editorFolder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	return `Wrote ${files.size} files into ${editorFolder}/.\n`;
});
