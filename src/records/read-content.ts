import { readFileSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { compareText } from '../schema/edtf.ts';
import { idPattern } from '../schema/fields.ts';
import { recordKinds, singleSchemas, type Single } from '../schema/index.ts';
import { isKind, kinds, type Kind } from '../schema/kinds.ts';
import { quote } from '../schema/quote.ts';
import type { Rule } from '../schema/rules.ts';
import { inSeries } from '../schema/words.ts';
import type { BrokenFile, Draft, Located, LocatedRecord, LocatedSingle } from './content.ts';
import { goneFiles } from './history.ts';
import { indexLines } from './lines.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { proposeId } from './propose-id.ts';
import { type FileRead, readRecord } from './read-record.ts';
import { Refusal } from './refusal.ts';
import { shapeOf } from './schema-walk.ts';
import { readYaml } from './yaml.ts';

/** What a reading of the content directory gives. */
export interface Reading {
	readonly draft: Draft;
	/** What is wrong with single files, in no particular order. */
	readonly problems: Problem[];
	/** How many more problems there are than these. */
	readonly untold: number;
	/** The text of every file that was read, by file, for the excerpts of a report. */
	readonly texts: ReadonlyMap<string, string>;
	readonly fileCount: number;
}

const singles = Object.keys(singleSchemas) as Single[];

/** Those that there need not be. */
const optional: readonly Single[] = ['addresses'];

/** What operating systems leave in folders; everything else that is not a record is a mistake. */
const litter = new Set(['.DS_Store', 'Thumbs.db']);

const ending = '.yaml';

// A record is a few kilobytes; more is a file put here by mistake.
const sizeLimit = 1024 * 1024;

/** What came of files, by file, with the text that each had. */
export type KnownFiles = Map<string, { readonly text: string; readonly read: FileRead<z.ZodType> }>;

/**
 * Reads every file of a content directory and checks each by itself. Nothing in the directory is passed over in silence:
 * what is not a record, by its name, its place or its content, is a problem.
 *
 * @param directory the content directory, as it is to appear in messages
 * @param known what came of its files before; a file whose text is the same is not read again, and what comes of the others is added
 * @throws {Refusal} when there is no such directory
 */
export function readContent(directory: string, known?: KnownFiles): Reading {
	const problems: Problem[] = [];
	const texts = new Map<string, string>();
	const records = new Map<Kind, LocatedRecord[]>(kinds.map((kind) => [kind, []]));
	const broken: BrokenFile[] = [];
	const unreadable = new Set<string>();
	const top = list(directory);
	let fileCount = 0;
	let untold = 0;

	const readFile = <S extends z.ZodType>(
		file: string,
		schema: S,
	): (Located & { readonly data: z.output<S> }) | undefined => {
		fileCount++;
		const text = readText(file, problems, texts);
		if (text === undefined) return undefined;
		texts.set(file, text);
		const before = known?.get(file);
		// What a file's schema is follows from its place.
		const read = (before?.text === text ? before.read : readRecord(file, text, schema)) as FileRead<S>;
		known?.set(file, { text, read });
		if (!('problems' in read)) return read;
		const elsewhere = read.broken && kindElsewhere(read.broken);
		if (elsewhere) {
			problems.push(misplaced(directory, file, elsewhere));
			unreadable.add(`${elsewhere}/${idOf(file)}`);
			return undefined;
		}
		problems.push(...read.problems);
		untold += read.untold;
		if (read.broken) broken.push(read.broken);
		return undefined;
	};

	const readKind = (kind: Kind): void => {
		for (const entry of list(join(directory, kind))) {
			const file = pathOf(directory, kind, entry.name);
			const problem = problemOfRecordFile(file, kind, entry);
			if (problem) {
				problems.push(problem);
				// It may be what others refer to, once it has its right name.
				unreadable.add(`${kind}/${proposeId(withoutEnding(entry.name))}`);
				continue;
			}
			const id = idOf(entry.name);
			const read = readFile(file, recordKinds[kind].schema);
			// The schema was chosen by the kind, which the compiler cannot follow through the table.
			if (read) records.get(kind)?.push({ ...read, id });
			else unreadable.add(`${kind}/${id}`);
		}
	};

	const readSingle = <S extends Single>(name: S): LocatedSingle<S> | undefined => {
		const file = pathOf(directory, `${name}${ending}`);
		const entry = top.find((each) => each.name === `${name}${ending}`);
		if (!entry && optional.includes(name)) return undefined;
		if (!entry?.isFile()) {
			problems.push(
				entry
					? notAFile(file, entry, 'a file of the record')
					: fileProblem(
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
		else problems.push(...problemsOfTopEntry(directory, entry, unreadable));
	}
	const site = readSingle('site');
	const network = readSingle('network');
	const addresses = readSingle('addresses');
	return {
		draft: {
			site,
			network,
			addresses,
			records: Object.fromEntries(records) as unknown as Draft['records'],
			broken,
			unreadable,
			isComplete: problems.length === 0,
			gone: () =>
				new Map(
					[...goneFiles(directory)].map(([path, { day, now }]) => [
						withoutEnding(path),
						{ day, now: now && withoutEnding(now) },
					]),
				),
		},
		problems,
		untold,
		texts,
		fileCount,
	};
}

const idOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1, -ending.length);

/** The kind of which a file is a record, by its keys, where that is not the kind of its folder. */
const kindElsewhere = ({ value, schema }: BrokenFile): Kind | undefined =>
	keysIn(value).every((key) => Object.hasOwn(keysOf(schema), key)) ? undefined : kindWithKeysOf(value);

/** The kind of which something is a record, by its keys: all that such a record must have, and none that it cannot have. */
const kindWithKeysOf = (value: unknown): Kind | undefined =>
	kinds.find((kind) => hasKeysOf(recordKinds[kind].schema, value));

const hasKeysOf = (schema: z.ZodType, value: unknown): boolean =>
	keysIn(value).every((key) => Object.hasOwn(keysOf(schema), key)) &&
	Object.entries(keysOf(schema)).every(
		([key, field]) => field instanceof z.ZodOptional || keysIn(value).includes(key),
	);

const keysOf = (schema: z.ZodType): Readonly<Record<string, unknown>> =>
	schema instanceof z.ZodObject ? shapeOf(schema) : {};

const keysIn = (value: unknown): string[] =>
	typeof value === 'object' && value !== null ? Object.keys(value) : [];

const misplaced = (directory: string, file: string, kind: Kind): Problem =>
	fileProblem(
		file,
		'file-place',
		`By its keys, this looks like a record of the folder "${kind}", where it does not stand.`,
		`Move it to ${pathOf(directory, kind, `${idOf(file)}${ending}`)}.`,
	);

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

/** @param expected what should stand in its place */
const notAFile = (file: string, entry: Dirent, expected: string): Problem =>
	fileProblem(
		file,
		'not-a-file',
		`${quote(entry.name)} is ${entry.isDirectory() ? 'a folder' : entry.isSymbolicLink() ? 'a link to another place' : 'no file that holds anything'}; ${expected} is expected.`,
		entry.isDirectory()
			? 'Move the records it holds into the folder above it.'
			: 'Put the file itself in its place, or delete it.',
	);

// Windows takes these names for devices, whatever their ending; a clone fails there.
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const reservedName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function problemOfRecordFile(file: string, kind: Kind, entry: Dirent): Problem | undefined {
	const { name } = entry;
	if (!entry.isFile()) return notAFile(file, entry, `a file of the folder "${kind}"`);
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
	if (reservedName.test(withoutEnding(name))) {
		return fileProblem(
			file,
			'file-name',
			`${quote(name)} is a name that Windows keeps for a device; nobody could have the record there.`,
			'Rename it to say more, and write its new id wherever the old one was written.',
		);
	}
	return undefined;
}

/** What is wrong with an entry of the content directory that is no folder of records. */
function problemsOfTopEntry(directory: string, entry: Dirent, unreadable: Set<string>): Problem[] {
	const { name } = entry;
	const single = singles.find((each) => name === `${each}${ending}`);
	// Of those, what is wrong is told where they are read.
	if (single) return [];
	if (!entry.isDirectory()) {
		const file = pathOf(directory, name);
		if (!entry.isFile()) return [notAFile(file, entry, 'a folder of records')];
		const kind = kindOfFile(file);
		if (kind) {
			unreadable.add(`${kind}/${idOf(file)}`);
			return [misplaced(directory, file, kind)];
		}
		const meant = nearest(proposeId(withoutEnding(name)), singles);
		return [
			fileProblem(
				file,
				'file-place',
				`${quote(name)} is in no folder of records; only ${inSeries(singles.map((each) => `${each}${ending}`))} stand here.`,
				meant === undefined
					? toFolderOfKind
					: `Rename it to "${meant}${ending}", or move it into the folder of its kind.`,
			),
		];
	}
	const files = filesWithin(pathOf(directory, name));
	const [first] = files;
	if (first === undefined) return [];
	const kindsOfFiles = new Set(files.map((file) => nearest(name, kinds) ?? kindOfFile(file)));
	const [kind, ...others] = kindsOfFiles;
	for (const file of files) if (kind) unreadable.add(`${kind}/${idOf(file)}`);
	return [
		fileProblem(
			first,
			'unknown-folder',
			`${quote(name)} is not a folder of records, so ${files.length === 1 ? 'the file' : `its ${String(files.length)} files`} would not be read.`,
			kind === undefined || others.length > 0
				? toFolderOfKind
				: files.length === 1
					? `Move it to ${pathOf(directory, kind, `${idOf(first)}${ending}`)}.`
					: `Move them to ${pathOf(directory, kind)}.`,
		),
	];
}

const toFolderOfKind = `Move what is a record into the folder of its kind: ${kinds.join(', ')}.`;

/** The kind of which a file in no folder of records is one. */
function kindOfFile(file: string): Kind | undefined {
	const text = file.endsWith(ending) ? readText(file, [], new Map()) : undefined;
	const reading = text === undefined ? undefined : readYaml(text);
	return reading && 'document' in reading ? kindWithKeysOf(reading.document.value) : undefined;
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
