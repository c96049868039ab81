import { isUtf8 } from 'node:buffer';
import { readFileSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../schema/edtf.ts';
import { singles } from '../schema/index.ts';
import { isKind, kinds, type Kind } from '../schema/kinds.ts';
import { quote } from '../schema/quote.ts';
import { inSeries } from '../schema/words.ts';
import { goneRecords } from './history.ts';
import { indexLines } from './lines.ts';
import { nearest } from '../schema/nearest.ts';
import type { Problem } from './problem.ts';
import { proposeId } from './propose-id.ts';
import {
	ending,
	fileProblem,
	idOf,
	kindWithKeysOf,
	misplaced,
	filePath,
	problemOfName,
	type ContentRead,
	readTexts,
	withoutEnding,
} from './read-texts.ts';
import { UserError } from './user-error.ts';
import { readYaml } from './yaml.ts';

// Files that operating systems create in folders, and that the check ignores.
const litter = new Set(['.DS_Store', 'Thumbs.db']);

// The licence of the content, which is different from the licence of the code.
const licence = 'LICENSE';

// Records are only a few kilobytes long, so a larger file must be a mistake.
const sizeLimit = 1024 * 1024;

/**
 * Reads all files in a content directory and validates each file separately. Reports files that are not records, so that no file is
 * silently ignored.
 *
 * @param directory the path of the content directory, as shown in messages
 * @throws {UserError} if the directory does not exist
 */
export function readContent(directory: string): ContentRead {
	if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
		throw new UserError(
			`There is no content directory "${directory}". Run the command in the project's directory, or set CONTENT_DIR.`,
		);
	}
	const problems: Problem[] = [];
	const unreadable = new Set<string>();
	// The text of files that are not valid UTF-8, keyed by path.
	const damaged = new Map<string, string>();
	const texts = new Map<string, string>();
	let fileCount = 0;
	const take = (path: string, entry: Dirent, expected: string): void => {
		const file = filePath(directory, path);
		const misnamed = entry.isFile() ? problemOfName(file, entry.name) : notAFile(file, entry, expected);
		if (!misnamed) fileCount++;
		const { text, problem } = misnamed ? { text: undefined, problem: misnamed } : readText(file);
		if (!problem) {
			texts.set(path, text);
			return;
		}
		problems.push(problem);
		if (text !== undefined) damaged.set(file, text);
		// References to a record with a misnamed or misplaced file are valid, because the file only needs a new name or place.
		for (const each of entry.isDirectory() ? filesWithin(file) : [entry.name])
			unreadable.add(path.replace(/[^/]*$/, proposeId(idOf(each))));
	};
	const top = list(directory);
	for (const entry of top) {
		const { name } = entry;
		if (entry.isDirectory() && isKind(name)) {
			for (const each of list(join(directory, name)))
				take(`${name}/${each.name}`, each, `a file in the "${name}" folder`);
		} else problems.push(...problemsOfTopEntry(directory, entry, unreadable));
	}
	for (const name of singles) {
		const path = `${name}${ending}`;
		const entry = top.find((each) => each.name === path);
		if (entry) take(path, entry, 'a file of the record');
		// The list of addresses does not exist before the first publication.
		else if (name !== 'addresses') {
			problems.push(
				fileProblem(filePath(directory, path), 'missing-file', {
					message: 'This required file is missing.',
					hint: `Create ${filePath(directory, path)}, or restore it from an earlier version.`,
				}),
			);
		}
	}
	const read = readTexts(directory, texts);
	return {
		draft: {
			...read.draft,
			unreadable: unreadable.union(read.draft.unreadable),
			isComplete: problems.length === 0 && read.draft.isComplete,
			gone: () => goneRecords(directory),
		},
		problems: [...problems, ...read.problems],
		texts: new Map([...damaged, ...read.texts]),
		fileCount,
	};
}

const list = (directory: string): Dirent[] =>
	readdirSync(directory, { withFileTypes: true })
		.filter(({ name }) => !litter.has(name))
		.sort((a, b) => compareText(a.name, b.name));

const notAFile = (file: string, entry: Dirent, expected: string): Problem =>
	fileProblem(file, 'not-a-file', {
		message: `${quote(entry.name)} is ${entry.isDirectory() ? 'a folder' : entry.isSymbolicLink() ? 'a symbolic link' : 'not a regular file'}, but ${expected} is expected.`,
		hint: entry.isDirectory()
			? 'Move its records to the parent folder.'
			: 'Replace it with the file itself, or delete it.',
	});

function problemsOfTopEntry(directory: string, entry: Dirent, unreadable: Set<string>): Problem[] {
	const { name } = entry;
	if (singles.some((each) => name === each + ending)) return [];
	if (name === licence && entry.isFile()) return [];
	if (!entry.isDirectory()) {
		const file = filePath(directory, name);
		if (!entry.isFile()) return [notAFile(file, entry, 'a folder of records')];
		const kind = kindOfFile(file);
		if (kind) {
			unreadable.add(`${kind}/${idOf(file)}`);
			return [misplaced(directory, file, kind)];
		}
		const meant = nearest(proposeId(withoutEnding(name)), singles);
		return [
			fileProblem(file, 'file-place', {
				message: `${quote(name)} is not in a folder of records, as all files but ${inSeries(singles.map((each) => `${each}${ending}`))} must be.`,
				hint:
					meant === undefined
						? toFolderOfKind
						: `Rename it to "${meant}${ending}", or move it into the folder of its kind.`,
			}),
		];
	}
	const files = filesWithin(filePath(directory, name));
	const [first] = files;
	if (first === undefined) return [];
	const [kind, ...others] = new Set(files.map((file) => nearest(name, kinds) ?? kindOfFile(file)));
	for (const file of files) if (kind) unreadable.add(`${kind}/${idOf(file)}`);
	return [
		fileProblem(first, 'unknown-folder', {
			message: `${quote(name)} is not a known folder, so its ${files.length === 1 ? 'file' : `${String(files.length)} files`} would be ignored.`,
			hint:
				kind === undefined || others.length > 0
					? toFolderOfKind
					: files.length === 1
						? `Move the file to ${filePath(directory, kind, `${idOf(first)}${ending}`)}.`
						: `Move the files to ${filePath(directory, kind)}.`,
		}),
	];
}

const toFolderOfKind = `Move each record into the folder of its kind: ${kinds.join(', ')}.`;

/** Guesses the kind of a record in the wrong folder from its keys. */
function kindOfFile(file: string): Kind | undefined {
	if (!file.endsWith(ending)) return undefined;
	const yaml = readYaml(readText(file).text ?? '');
	return 'document' in yaml ? kindWithKeysOf(yaml.document.value) : undefined;
}

const filesWithin = (folder: string): string[] =>
	list(folder).flatMap((entry) => {
		const path = filePath(folder, entry.name);
		return entry.isDirectory() ? filesWithin(path) : [path];
	});

/** Reads and decodes one file. Reports a file that is too large or not UTF-8. */
function readText(file: string) {
	const { size } = statSync(file);
	if (size > sizeLimit) {
		const problem = fileProblem(file, 'file-size', {
			message: `This file has ${size} bytes, but the limit is ${sizeLimit} (1 MiB).`,
			hint: 'Keep only the text of the record, without pictures or documents.',
		});
		return { text: undefined, problem };
	}
	const bytes = readFileSync(file);
	const text = new TextDecoder().decode(bytes);
	if (isUtf8(bytes)) return { text, problem: undefined };
	const { offset, byte } = firstBadByte(bytes);
	const problem: Problem = {
		file,
		...indexLines(text).positionAt(offset),
		rule: 'encoding',
		message: `This file is not UTF-8 text: it contains the byte 0x${byte.toString(16).toUpperCase()} here.`,
		hint: 'Save the file again with UTF-8 encoding. In Windows Notepad, choose "Save as" and set the encoding.',
	};
	return { text, problem };
}

/** Finds the first invalid byte by decoding the text, encoding it again and comparing the bytes. */
function firstBadByte(bytes: Buffer): { offset: number; byte: number } {
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	const encodedAgain = Buffer.from(decoder.decode(bytes));
	const end = encodedAgain.findIndex((byte, index) => byte !== bytes[index]);
	const good = decoder.decode(bytes.subarray(0, end), { stream: true });
	return { offset: good.replace(/^\ufeff/, '').length, byte: bytes[Buffer.byteLength(good)] ?? 0 };
}
