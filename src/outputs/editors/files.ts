import type { Content } from '../../records/content.ts';
import { kindOf, singleSchemas } from '../../schema/index.ts';
import { kinds } from '../../schema/kinds.ts';
import { idsFile, idsSchema, recordJsonSchemas } from './json-schema.ts';
import { recordTemplate } from './template.ts';

export const editorFolder = '.vscode';

/** The list of ids. No other generated file depends on the content, so only this file can be out of date. */
export const idsPath = `schemas/${idsFile}`;

/** Returns all generated files for editing tools, by path. */
export const editorFiles = (records: Content['records']): ReadonlyMap<string, string> =>
	new Map([
		...[...recordJsonSchemas()].map(([name, schema]) => [`schemas/${name}`, json(schema)] as const),
		['records.code-snippets', json(snippets())],
		['settings.json', json(settings())],
		[idsPath, json(idsSchema(records))],
	]);

/** Returns the YAML settings and schema assignments for the extension redhat.vscode-yaml. */
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
		// Shows suggestions for ids and choices as you type.
		'editor.quickSuggestions': { other: true, comments: false, strings: true },
	},
});

/** Returns a snippet for each kind. The snippet is a template with a tab stop at each empty value. */
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
						// "$" and "}" have a special meaning in snippets.
						.map((line) => line.replace(/[\\$}]/g, String.raw`\$&`).replace(/ $/, () => ` $${++stops}`)),
				},
			];
		}),
	);

const json = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;
