import { kindOf } from '../../schema/index.ts';
import { kinds } from '../../schema/kinds.ts';
import { idsFile, idsSchema, recordJsonSchemas, type KnownIds } from './json-schema.ts';
import { recordFields } from './fields.ts';
import { recordTemplate } from './template.ts';

/** Where the files for editors' tools are; `.vscode/settings.json` beside them says which schema belongs to which folder. */
export const editorFolder = '.vscode';

/** The one file that depends on the content, and so may lag behind it. */
export const idsPath = `schemas/${idsFile}`;

/** Everything in the folder that is generated, by its path there. */
export const editorFiles = (ids: KnownIds): ReadonlyMap<string, string> =>
	new Map([
		...[...recordJsonSchemas()].map(([name, schema]) => [`schemas/${name}`, json(schema)] as const),
		['records.code-snippets', json(snippets())],
		[idsPath, idsText(ids)],
	]);

/** The file of ids. */
export const idsText = (ids: KnownIds): string => json(idsSchema(ids));

/** A snippet for each kind: the commented template of a record. */
const snippets = () =>
	Object.fromEntries(
		kinds.map((kind) => {
			const record = recordFields(kindOf(kind).schema);
			return [
				record.title,
				{
					scope: 'yaml',
					prefix: [`new ${record.title.toLowerCase()}`],
					description: record.description,
					// In a snippet, "$" and "}" are signs of their own.
					body: recordTemplate(record)
						.trimEnd()
						.split('\n')
						.map((line) => line.replace(/[\\$}]/g, String.raw`\$&`)),
				},
			];
		}),
	);

const json = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;
