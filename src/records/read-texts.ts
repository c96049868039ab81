import type * as z from 'zod/mini';
import { type Field, fieldTree } from '../schema/field-tree.ts';
import { idPattern, reservedName } from '../schema/fields.ts';
import { recordKinds, singleSchemas, type Single } from '../schema/index.ts';
import { isKind, kinds, type Kind } from '../schema/kinds.ts';
import { quote } from '../schema/quote.ts';
import type { Rule, Explanation } from '../schema/rules.ts';
import type { BrokenFile, Draft, Located, LocatedRecord, LocatedSingle } from './content.ts';
import type { Problem } from './problem.ts';
import { proposeId } from './propose-id.ts';
import { readRecord } from './read-record.ts';

export type ContentRead = ReturnType<typeof readTexts>;

export const ending = '.yaml';

/**
 * Validates each content file separately, whether it comes from a directory or a form.
 *
 * @param directory the path of the content directory, as shown in messages
 * @param texts the contents of each file, sorted by path within the content (`members/greece.yaml`)
 */
export function readTexts(directory: string, texts: ReadonlyMap<string, string>) {
	const problems: Problem[] = [];
	const records = new Map<Kind, LocatedRecord[]>(kinds.map((kind) => [kind, []]));
	const broken: BrokenFile[] = [];
	const unreadable = new Set<string>();
	const read = new Map<string, string>();

	const readFile = <S extends z.ZodMiniObject>(
		path: string,
		text: string,
		schema: S,
	): (Located & { readonly data: z.output<S> }) | undefined => {
		const file = filePath(directory, path);
		read.set(file, text);
		const found = readRecord(file, text, schema);
		if (!('problems' in found)) return found;
		const elsewhere = found.broken && kindElsewhere(found.broken);
		if (elsewhere) {
			problems.push(misplaced(directory, file, elsewhere));
			unreadable.add(`${elsewhere}/${idOf(file)}`);
			return undefined;
		}
		problems.push(...found.problems);
		if (found.broken) broken.push(found.broken);
		return undefined;
	};
	const readSingle = <S extends Single>(name: S): LocatedSingle<S> | undefined => {
		const text = texts.get(name + ending);
		return text === undefined ? undefined : readFile(name + ending, text, singleSchemas[name]);
	};

	for (const [path, text] of texts) {
		const [kind = ''] = path.split('/');
		if (!isKind(kind)) continue;
		const record = readFile(path, text, recordKinds[kind].schema);
		if (record) records.get(kind)?.push({ ...record, id: idOf(path) });
		else unreadable.add(`${kind}/${idOf(path)}`);
	}
	const draft: Draft = {
		site: readSingle('site'),
		network: readSingle('network'),
		addresses: readSingle('addresses'),
		records: Object.fromEntries(records) as unknown as Draft['records'],
		broken,
		unreadable,
		isComplete: problems.length === 0,
	};
	return { draft, problems, texts: read, fileCount: read.size };
}

export const idOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1, -ending.length);

export const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/, '');

export const filePath = (...parts: string[]): string =>
	parts
		.join('/')
		.replaceAll('\\', '/')
		.replaceAll(/\/{2,}/g, '/');

/** Guesses the kind of a file from its keys, if it is in the wrong folder. */
const kindElsewhere = ({ value, schema }: BrokenFile): Kind | undefined =>
	hasOnlyKeysOf(fieldTree(schema), value) ? undefined : kindWithKeysOf(value);

/** Returns a kind that fits a record: the record has all its required keys and no unknown keys. */
export const kindWithKeysOf = (value: unknown): Kind | undefined =>
	kinds.find((kind) => {
		const tree = fieldTree(recordKinds[kind].schema);
		const required = tree.fields.filter(({ isRequired }) => isRequired);
		return hasOnlyKeysOf(tree, value) && required.every(({ key }) => keysIn(value).includes(key));
	});

const hasOnlyKeysOf = ({ fields }: Field, value: unknown): boolean =>
	keysIn(value).every((name) => fields.some(({ key }) => key === name));

const keysIn = (value: unknown): string[] =>
	typeof value === 'object' && value !== null ? Object.keys(value) : [];

export const misplaced = (directory: string, file: string, kind: Kind): Problem =>
	fileProblem(file, 'file-place', {
		message: `This file has the keys of a record in the "${kind}" folder.`,
		hint: `Move it to ${filePath(directory, kind, `${idOf(file)}${ending}`)}.`,
	});

export const fileProblem = (file: string, rule: Rule, words: Explanation): Problem => ({
	file,
	line: 1,
	column: 1,
	rule,
	...words,
});

export function problemOfName(file: string, name: string): Problem | undefined {
	const proposed = `${proposeId(withoutEnding(name))}${ending}`;
	if (!name.endsWith(ending)) {
		const isYaml = /\.ya?ml$/i.test(name);
		return fileProblem(file, 'file-ending', {
			message: `${quote(name)} would be ignored, because its name does not end in lower-case ".yaml".`,
			hint: isYaml
				? `Rename it to "${proposed}".`
				: `Rename it to "${proposed}" if it is a record, or move it out of the content folder.`,
		});
	}
	if (!idPattern.test(name.slice(0, -ending.length))) {
		return fileProblem(file, 'file-name', {
			message: `${quote(name)} is not a valid file name for a record.`,
			hint: `Rename it to "${proposed}", with only lower-case letters a–z, digits and hyphens.`,
		});
	}
	if (reservedName.test(withoutEnding(name))) {
		return fileProblem(file, 'file-name', {
			message: `${quote(name)} is a reserved name on Windows.`,
			hint: 'Choose another name, and change the id wherever it is used.',
		});
	}
	return undefined;
}
