import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CORE_SCHEMA, dump } from 'js-yaml';
import * as z from 'zod';
import { collect } from '../checks/check.ts';
import { contentDirectory } from '../checks/load-content.ts';
import { ensureReferencesExist } from '../checks/references.ts';
import { valueFrom } from '../outputs/editors/answers.ts';
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

Begins a record: writes a file with the keys that its kind usually has, a comment on each, and what flags say of them. Fill in the
rest; npm run check tells what is still missing. Nothing is ever overwritten.

  <kind>          its folder: ${kinds.join(', ')}
  <id>            the name of its file and its address for good, such as twelfth-meeting;
                  without it the file is printed, not written
  --<key> value   what is known of a key with one value, such as --dates "3-4 June 2026" or --country greece
  --source id     what the record rests on, once for each; a source that is not there yet gets a file to fill in, too
  --all           every key of the kind, not only the usual ones
  --help          prints this

For example, a meeting with its source; and everything that can be said of a meeting:

  npm run new meetings twelfth-meeting -- --number 12 --dates "3-4 June 2026" --source osce-2026-twelfth-meeting
  npm run new meetings -- --all

Environment: CONTENT_DIR is the content directory (default: content).
Exit status: 0 written or printed, 2 not.
`;

/** The keys in sight that take one value, and the sources, each by its flag. */
const flagsOf = (fields: readonly Field[]): [flag: string, field: Field][] =>
	fields.filter(isInSight).flatMap((field): [string, Field][] => {
		if (field.type === 'group') return flagsOf(field.fields);
		if (field.entry) return field.key === 'sources' ? [['source', field]] : [];
		return [[field.key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), field]];
	});

// Those of all kinds, so that a flag of another kind is told together with everything else that is wrong.
const flagsOfAll = Object.fromEntries(
	kinds
		.flatMap((kind) => flagsOf(recordFields[kind]))
		.map(([flag]) => [flag, { type: 'string', multiple: true } as const]),
);

const idSchema = localId('Id', 'The name of a file.');

/** What the check says of a value by itself, and of the record that it refers to. */
function problemsOf(key: string, schema: z.core.$ZodType, value: unknown, draft: Draft): string[] {
	const group = z.strictObject({ [key]: schema });
	const file = 'command line';
	const read = readRecord(file, dump({ [key]: value }, { schema: CORE_SCHEMA }), group);
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
	// Node would tell of the first unknown flag alone.
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
		// A flag without a value is given as true.
		const texts = [answers].flat().map((answer) => (typeof answer === 'string' ? answer : ''));
		const value = field.entry ? texts : valueFrom(field, texts.at(-1) ?? '');
		values.set(field, value);
		// A source need not be there yet.
		const schema = field.entry ? z.array(idSchema) : field.schema;
		return problemsOf(name, schema, value, draft).map((problem) => `${flag}: ${problem}`);
	});
	// A word too many may be the value of a flag that is not known.
	if (problems.length === 0 && others.length > 0)
		problems.push(
			`"${others.join(' ')}" is too much: flags stand after "--", and a value of several words in quotes.`,
		);
	if (id !== undefined) problems.push(...problemsOf('id', idSchema, id, draft));
	if (id !== undefined && existsSync(fileOf(kind, id)))
		problems.push(`${fileOf(kind, id)} is there already. Edit it, or choose another id.`);
	if (problems.length > 0) throw new UserError([...problems, 'Nothing is written.'].join('\n'));

	const text = recordTemplate(kind, all ? () => true : isInSight, (field) => values.get(field));
	if (id === undefined) return text;
	const files = new Map([[fileOf(kind, id), text]]);
	for (const source of [given.source ?? []].flat()) {
		const file = fileOf('sources', String(source));
		if (!existsSync(file)) files.set(file, recordTemplate('sources'));
	}
	for (const [file, text] of files) {
		mkdirSync(dirname(file), { recursive: true });
		// Unless there is one of this moment.
		writeFileSync(file, text, { flag: 'wx' });
	}
	const written = [...files.keys()].map((file) => `${file} is written.\n`);
	return `${written.join('')}Fill in what is empty; npm run check tells what is still missing.\n`;
});
