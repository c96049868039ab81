import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { collect } from '../checks/check.ts';
import { contentDirectory } from '../checks/load-content.ts';
import { ensureReferencesExist } from '../checks/references.ts';
import { valueFrom } from '../outputs/editors/answers.ts';
import { yamlOf } from '../outputs/editors/edit.ts';
import { isInSight, recordTemplate } from '../outputs/editors/template.ts';
import type { Draft } from '../records/content.ts';
import { readContent } from '../records/read-content.ts';
import { readRecord } from '../records/read-record.ts';
import { UserError } from '../records/user-error.ts';
import type { Field } from '../schema/field-tree.ts';
import { localId } from '../schema/fields.ts';
import { recordFields } from '../schema/index.ts';
import { kinds, type Kind } from '../schema/kinds.ts';
import { command, noneOf, oneOf } from './command.ts';

const usage = `Usage: npm run new <kind> <id> [-- flags]

Creates a record: a file with the usual keys of its kind, an explanation of each key, and the values from your flags. Fill in the rest,
then run npm run check to see which keys are still missing. Existing files are never overwritten.

  <kind>          the folder of the record: ${kinds.join(', ')}
  <id>            the file name and permanent address of the record, such as twelfth-meeting;
                  without an id, the file is printed instead
  --<key> value   the value of a key, such as --dates "3-4 June 2026" or --country greece
  --source id     a source of the record; repeat the flag for several sources; a new source gets its own file
  --all           every key of the kind, not only the usual ones
  --help          print this help

Examples: a meeting with its source, and all keys of a meeting:

  npm run new meetings twelfth-meeting -- --number 12 --dates "3-4 June 2026" --source osce-2026-twelfth-meeting
  npm run new meetings -- --all

Environment: CONTENT_DIR is the content directory (default: content).
Exit status: 0 success, 2 error.
`;

/** Returns the fields that a command-line option can fill in: common fields with one value, and the sources. */
const flagsOf = (fields: readonly Field[]): [flag: string, field: Field][] =>
	fields.filter(isInSight).flatMap((field): [string, Field][] => {
		if (field.type === 'group') return flagsOf(field.fields);
		if (field.entry) return field.key === 'sources' ? [['source', field]] : [];
		return [[field.key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), field]];
	});

// Accepts the flags of all kinds, so that flags of the wrong kind are reported together with other errors.
const flagsOfAll = Object.fromEntries(
	kinds
		.flatMap((kind) => flagsOf(recordFields[kind]))
		.map(([flag]) => [flag, { type: 'string', multiple: true } as const]),
);

const idSchema = localId('Id', 'The name of a file.');

/** Returns the problems with a value or with the record that it refers to. */
function problemsOf(key: string, schema: z.core.$ZodType, value: unknown, draft: Draft): string[] {
	const group = z.strictObject({ [key]: schema });
	const file = 'command line';
	const read = readRecord(file, yamlOf({ [key]: value }), group);
	const problems =
		'problems' in read
			? read.problems
			: collect([ensureReferencesExist], {
					...draft,
					broken: [{ ...read, value: read.data, schema: group }],
				});
	return problems.filter((problem) => problem.file === file).map(({ message, hint }) => `${message} ${hint}`);
}

const config = {
	options: { ...flagsOfAll, all: { type: 'boolean' } },
	// In strict mode, Node.js only reports the first unknown flag.
	strict: false,
	allowPositionals: true,
} as const;

await command(usage, config, ({ values: { all, ...given }, positionals: [word, id, ...others] }) => {
	if (word === undefined) return usage;
	const kind = oneOf('kind of record', kinds, word);
	const flags = new Map(flagsOf(recordFields[kind]).map(([flag, field]) => [`--${flag}`, field]));
	const directory = contentDirectory();
	const { draft } = readContent(directory);
	const fileOf = (kind: Kind, id: string): string => `${directory}/${kind}/${id}.yaml`;

	const values = new Map<Field, unknown>();
	const problems = Object.entries(given).flatMap(([name, answers]) => {
		const flag = `--${name}`;
		const field = flags.get(flag);
		if (!field) return [noneOf(`flag of ${kind}`, [...flags.keys()], flag)];
		// parseArgs() returns `true` for a flag without a value.
		const texts = [answers].flat().map((answer) => (typeof answer === 'string' ? answer : ''));
		const value = field.entry ? texts : valueFrom(field, texts.at(-1) ?? '');
		values.set(field, value);
		// A new record may refer to a source that does not exist yet.
		const schema = field.entry ? z.array(idSchema) : field.schema;
		return problemsOf(name, schema, value, draft).map((problem) => `${flag}: ${problem}`);
	});
	// Reports extra words only if there are no other problems, because they may be values of an unknown flag.
	if (problems.length === 0 && others.length > 0)
		problems.push(
			`Unexpected words "${others.join(' ')}". Write flags after "--", and put values of several words in quotes.`,
		);
	if (id !== undefined) problems.push(...problemsOf('id', idSchema, id, draft));
	if (id !== undefined && existsSync(fileOf(kind, id)))
		problems.push(`${fileOf(kind, id)} already exists. Edit it, or choose another id.`);
	const former = draft.records[kind].find(({ data }) => data.aliases?.includes(id ?? ''));
	if (former) problems.push(`"${id}" is a former id of ${former.file}. Choose another id.`);
	if (problems.length > 0) throw new UserError([...problems, 'No file was written.'].join('\n'));

	const text = recordTemplate(kind, all ? () => true : isInSight, (field) => values.get(field));
	if (id === undefined) return text;
	const files = new Map([[fileOf(kind, id), text]]);
	for (const source of [given.source ?? []].flat()) {
		const file = fileOf('sources', String(source));
		if (!existsSync(file)) files.set(file, recordTemplate('sources'));
	}
	for (const [file, text] of files) {
		mkdirSync(dirname(file), { recursive: true });
		// With "wx", writing fails if the file already exists.
		writeFileSync(file, text, { flag: 'wx' });
	}
	const written = [...files.keys()].map((file) => `Created ${file}.\n`);
	return `${written.join('')}Fill in the empty keys. Then run npm run check to see which are still missing.\n`;
});
