import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runChecks } from '../../checks/index.ts';
import { recordFields } from '../../outputs/editors/fields.ts';
import { recordTemplate, type Values } from '../../outputs/editors/template.ts';
import type { Draft, LocatedRecord } from '../../records/content.ts';
import { sortProblems, type Problem } from '../../records/problem.ts';
import { readRecord } from '../../records/read-record.ts';
import { kindOf } from '../../schema/index.ts';
import type { Kind } from '../../schema/kinds.ts';

/** A record that is not a file yet. */
export interface NewRecord {
	readonly file: string;
	readonly text: string;
	/** The content with it; as before, when the record is not right. */
	readonly draft: Draft;
	/** What the check will say of it. */
	readonly problems: readonly Problem[];
}

/** The file of a record. */
export const fileOf = (directory: string, kind: Kind, id: string): string =>
	`${directory}/${kind}/${id}.yaml`;

/**
 * Writes a record as text and checks it the way the check will: by itself, and beside all records that there are.
 *
 * @param draft the content it is to be added to
 */
export function compose(kind: Kind, id: string, values: Values, draft: Draft, directory: string): NewRecord {
	const file = fileOf(directory, kind, id);
	const text = recordTemplate(recordFields(kindOf(kind).schema), values);
	const read = readRecord(file, text, kindOf(kind).schema);
	if ('problems' in read) return { file, text, draft, problems: sortProblems(read.problems) };
	// The schema was chosen by the kind, which the compiler cannot follow through the table.
	const record = { ...read, kind, id } as LocatedRecord;
	const after: Draft = { ...draft, records: { ...draft.records, [kind]: [...draft.records[kind], record] } };
	const problems = runChecks(after).filter(
		// Nothing can rest on a source before it is there.
		(problem) => problem.file === file && problem.rule !== 'unused-source',
	);
	return { file, text, draft: after, problems: sortProblems(problems) };
}

/** There is a file already where one was to be written. */
export class ExistsError extends Error {
	override name = 'ExistsError';

	constructor(file: string) {
		super(`${file} is there already. Edit it, or give the new record another id.`);
	}
}

/**
 * Writes records as files: all or none, and each at once, so that nobody ever reads half of one.
 *
 * @throws {ExistsError} when one of the files is there already
 */
export function writeRecords(records: readonly Pick<NewRecord, 'file' | 'text'>[]): void {
	for (const { file } of records) if (existsSync(file)) throw new ExistsError(file);
	// What is written all at once in one go of the program, no Ctrl-C can interrupt while somebody listens for it.
	const ignore = (): void => undefined;
	process.on('SIGINT', ignore);
	const written: string[] = [];
	try {
		for (const { file, text } of records) {
			mkdirSync(dirname(file), { recursive: true });
			const temporary = join(dirname(file), `.${process.pid}.new`);
			try {
				writeFileSync(temporary, text, { flag: 'wx' });
				renameSync(temporary, file);
			} finally {
				rmSync(temporary, { force: true });
			}
			written.push(file);
		}
	} catch (error) {
		for (const file of written) rmSync(file, { force: true });
		throw error;
	} finally {
		process.off('SIGINT', ignore);
	}
}
