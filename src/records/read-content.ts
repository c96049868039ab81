import { readFileSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { compareText } from '../schema/edtf.ts';
import { idPattern } from '../schema/fields.ts';
import { recordKinds, singleSchemas, type Single } from '../schema/index.ts';
import { isKind, kinds, type Kind } from '../schema/kinds.ts';
import { quote } from '../schema/quote.ts';
import type { Rule } from '../schema/rules.ts';
import type { BrokenFile, Draft, Located, LocatedRecord, LocatedSingle } from './content.ts';
import { indexLines } from './lines.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { proposeId } from './propose-id.ts';
import { readRecord } from './read-record.ts';
import { Refusal } from './refusal.ts';

/** What a reading of the content directory gives. */
export interface Reading {
	readonly draft: Draft;
	/** Everything wrong with single files, in no particular order. */
	readonly problems: Problem[];
	/** The text of every file that was read, by file, for the excerpts of a report. */
	readonly texts: ReadonlyMap<string, string>;
	readonly fileCount: number;
}

const singles = ['site', 'network'] as const satisfies Single[];

/** What operating systems leave in folders; everything else that is not a record is a mistake. */
const litter = new Set(['.DS_Store', 'Thumbs.db']);

const ending = '.yaml';

// A record is a few kilobytes; more is a file put here by mistake (design section 3).
const sizeLimit = 1024 * 1024;

/**
 * Reads every file of a content directory and checks each by itself. Nothing in the directory is passed over in silence:
 * what is not a record, by its name, its place or its content, is a problem.
 *
 * @param directory the content directory, as it is to appear in messages
 * @throws {Refusal} when there is no such directory
 */
export function readContent(directory: string): Reading {
	const problems: Problem[] = [];
	const texts = new Map<string, string>();
	const records = new Map<Kind, LocatedRecord[]>(kinds.map((kind) => [kind, []]));
	const broken: BrokenFile[] = [];
	const unreadable = new Set<string>();
	const top = list(directory);
	let fileCount = 0;

	const readFile = <S extends z.ZodType>(
		file: string,
		schema: S,
	): (Located & { readonly data: z.output<S> }) | undefined => {
		fileCount++;
		const text = readText(file, problems, texts);
		if (text === undefined) return undefined;
		texts.set(file, text);
		const read = readRecord(file, text, schema);
		if (!('problems' in read)) return read;
		problems.push(...read.problems);
		if (read.broken) broken.push(read.broken);
		return undefined;
	};

	const readKind = (kind: Kind): void => {
		for (const entry of list(join(directory, kind))) {
			const file = pathOf(directory, kind, entry.name);
			const problem = problemOfRecordFile(file, kind, entry);
			if (problem) {
				problems.push(problem);
				continue;
			}
			const id = entry.name.slice(0, -ending.length);
			const read = readFile(file, recordKinds[kind].schema);
			// The schema was chosen by the kind, which the compiler cannot follow through the table.
			if (read) records.get(kind)?.push({ ...read, id });
			else unreadable.add(`${kind}/${id}`);
		}
	};

	const readSingle = <S extends Single>(name: S): LocatedSingle<S> | undefined => {
		const file = pathOf(directory, `${name}${ending}`);
		if (!top.some((entry) => entry.name === `${name}${ending}` && entry.isFile())) {
			problems.push(
				fileProblem(
					file,
					'missing-file',
					'This file is missing; the site cannot be built without it.',
					`Create ${file}, or take it back from an earlier version.`,
				),
			);
			return undefined;
		}
		return readFile(file, singleSchemas[name]) as LocatedSingle<S> | undefined;
	};

	for (const entry of top) {
		if (entry.isDirectory() && isKind(entry.name)) readKind(entry.name);
		else problems.push(...problemsOfTopEntry(directory, entry));
	}
	const site = readSingle('site');
	const network = readSingle('network');
	return {
		draft: {
			site,
			network,
			records: Object.fromEntries(records) as unknown as Draft['records'],
			broken,
			unreadable,
			isComplete: problems.length === 0,
		},
		problems,
		texts,
		fileCount,
	};
}

const pathOf = (...parts: string[]): string =>
	parts
		.join('/')
		.replaceAll('\\', '/')
		.replaceAll(/\/{2,}/g, '/');

const fileProblem = (file: string, rule: Rule, message: string, hint: string): Problem => ({
	file,
	line: 1,
	column: 1,
	rule,
	message,
	hint,
});

function list(directory: string): Dirent[] {
	try {
		return readdirSync(directory, { withFileTypes: true })
			.filter((entry) => !litter.has(entry.name))
			.sort((a, b) => compareText(a.name, b.name));
	} catch (error) {
		if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
			throw new Refusal(
				`There is no content directory "${directory}". Start in the project's directory, or set CONTENT_DIR.`,
			);
		}
		throw error;
	}
}

const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/, '');

function problemOfRecordFile(file: string, kind: Kind, entry: Dirent): Problem | undefined {
	const { name } = entry;
	if (!entry.isFile()) {
		return fileProblem(
			file,
			'not-a-file',
			`${quote(name)} is not a file; the folder "${kind}" holds files only.`,
			`Move the records it holds into ${kind} itself.`,
		);
	}
	const proposed = `${proposeId(withoutEnding(name))}${ending}`;
	if (!name.endsWith(ending)) {
		const isYaml = /\.ya?ml$/i.test(name);
		return fileProblem(
			file,
			'file-ending',
			`${quote(name)} does not end in ".yaml" in small letters, so it would not be read.`,
			isYaml
				? `Rename it to "${proposed}".`
				: `Rename it to "${proposed}" if it is a record; otherwise move it out of the content.`,
		);
	}
	if (!idPattern.test(name.slice(0, -ending.length))) {
		return fileProblem(
			file,
			'file-name',
			`${quote(name)} cannot be a record's address; small letters a–z and digits joined by hyphens are expected.`,
			`Rename it to "${proposed}".`,
		);
	}
	return undefined;
}

/** What is wrong with an entry of the content directory that is no folder of records. */
function problemsOfTopEntry(directory: string, entry: Dirent): Problem[] {
	const { name } = entry;
	if (entry.isFile() && singles.some((single) => name === `${single}${ending}`)) return [];
	if (!entry.isDirectory()) {
		const meant = nearest(proposeId(withoutEnding(name)), singles);
		return [
			fileProblem(
				pathOf(directory, name),
				'file-place',
				`${quote(name)} is in no folder of records; only site.yaml and network.yaml stand here.`,
				meant === undefined
					? `Move it into the folder of its kind: ${kinds.join(', ')}.`
					: `Rename it to "${meant}${ending}", or move it into the folder of its kind.`,
			),
		];
	}
	const meant = nearest(name, kinds);
	return filesWithin(pathOf(directory, name)).map((file) =>
		fileProblem(
			file,
			'unknown-folder',
			`${quote(name)} is not a folder of records, so the file would not be read.`,
			meant === undefined
				? `Move it into the folder of its kind: ${kinds.join(', ')}.`
				: `Did you mean the folder "${meant}"?`,
		),
	);
}

const filesWithin = (folder: string): string[] =>
	list(folder).flatMap((entry) => {
		const path = pathOf(folder, entry.name);
		return entry.isDirectory() ? filesWithin(path) : [path];
	});

/** Reads and decodes one file; what keeps it from being text becomes a problem. */
function readText(file: string, problems: Problem[], texts: Map<string, string>): string | undefined {
	const { size } = statSync(file);
	if (size > sizeLimit) {
		problems.push(
			fileProblem(
				file,
				'file-size',
				`This file has ${size} bytes; ${sizeLimit} (1 MiB) at most are expected, and a record has a few thousand.`,
				'Put only the record into the file; pictures and documents do not belong here.',
			),
		);
		return undefined;
	}
	const bytes = readFileSync(file);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		const { offset, byte, text } = firstBadByte(bytes);
		texts.set(file, text);
		problems.push({
			file,
			...indexLines(text).positionAt(offset),
			rule: 'encoding',
			message: `This file is not UTF-8 text: here stands the byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')}.`,
			hint: 'Save the file anew with the encoding "UTF-8" (in Windows Notepad: Save as, Encoding).',
		});
		return undefined;
	}
}

/** Where decoding first fails: the text up to there is exact, and each failure shows as U+FFFD. */
function firstBadByte(bytes: Buffer): { offset: number; byte: number; text: string } {
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	for (const { index } of text.matchAll(/\ufffd/g)) {
		const position = Buffer.byteLength(text.slice(0, index));
		const isWritten = bytes.subarray(position, position + 3).equals(Buffer.from('\ufffd'));
		if (!isWritten)
			return {
				offset: text.startsWith('\ufeff') ? index - 1 : index,
				byte: bytes[position] ?? 0,
				text: text.replace(/^\ufeff/, ''),
			};
	}
	return { offset: 0, byte: bytes[0] ?? 0, text };
}
