import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentDirectory } from '../checks/load-content.ts';
import { editorFiles, editorFolder } from '../outputs/editors/files.ts';
import { readContent } from '../records/read-content.ts';
import { command } from './command.ts';

const usage = `Usage: npm run schemas

Writes what editors' tools need to complete and explain records, from src/schema and the ids in the content
directory, into ${editorFolder}/: a JSON Schema for each kind, the ids of all records, and a template for each kind.

  --help   prints this

Environment: CONTENT_DIR is the content directory (default: content).
Exit status: 0 written, 2 could not run.
`;

await command(usage, {}, () => {
	const files = editorFiles(readContent(contentDirectory()).draft.records);
	for (const [path, text] of files) {
		const file = join(editorFolder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	return `${files.size} files are written into ${editorFolder}/.\n`;
});
