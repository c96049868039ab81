import type { Content } from '../../records/content.ts';
import { kindOf, singleSchemas } from '../../schema/index.ts';
import { kinds } from '../../schema/kinds.ts';
import { idsFile, idsSchema, recordJsonSchemas } from './json-schema.ts';
import { recordTemplate } from './template.ts';

/** Where the files for editors' tools are. */
export const editorFolder = '.vscode';

/** The one file that depends on the content, and so may lag behind it. */
export const idsPath = `schemas/${idsFile}`;

/** Everything in the folder that is generated, by its path there. */
export const editorFiles = (records: Content['records']): ReadonlyMap<string, string> =>
	new Map([
		...[...recordJsonSchemas()].map(([name, schema]) => [`schemas/${name}`, json(schema)] as const),
		['records.code-snippets', json(snippets())],
		['settings.json', json(settings())],
		[idsPath, json(idsSchema(records))],
	]);

/** Which schema belongs to which files (for the extension redhat.vscode-yaml), and how YAML is written here. */
const settings = () => ({
	'yaml.schemas': Object.fromEntries([
		...kinds.map((kind) => [`.vscode/schemas/${kind}.schema.json`, `content/${kind}/*.yaml`]),
		...Object.keys(singleSchemas).map((name) => [
			`.vscode/schemas/${name}.schema.json`,
			`content/${name}.yaml`,
		]),
	]) as Record<string, string>,
	'[yaml]': {
		'editor.insertSpaces': true,
		'editor.tabSize': 2,
		// Ids and choices are offered while they are typed.
		'editor.quickSuggestions': { other: true, comments: false, strings: true },
	},
});

/** A snippet for each kind: the template of a record, with a stop of the Tab key at each empty value. */
const snippets = () =>
	Object.fromEntries(
		kinds.map((kind) => {
			const { one, description } = kindOf(kind);
			let stops = 0;
			return [
				one,
				{
					scope: 'yaml',
					prefix: [`new ${one.toLowerCase()}`],
					description,
					body: recordTemplate(kind)
						.replace(/\n$/, '')
						.split('\n')
						// In a snippet, "$" and "}" are signs of their own.
						.map((line) => line.replace(/[\\$}]/g, String.raw`\$&`).replace(/ $/, () => ` $${++stops}`)),
				},
			];
		}),
	);

const json = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;
