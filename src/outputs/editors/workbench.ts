import { type CheckedContent, checkRead } from '../../checks/index.ts';
import type { Fate } from '../../records/history.ts';
import type { Problem } from '../../records/problem.ts';
import { readRecord } from '../../records/read-record.ts';
import { memoize } from '../../records/memoize.ts';
import { ending, fileProblem, type KnownFiles, problemOfName, readTexts } from '../../records/read-texts.ts';
import { compareText } from '../../schema/edtf.ts';
import { kindOf, recordFields } from '../../schema/index.ts';
import { isKind, type Kind, kinds } from '../../schema/kinds.ts';
import { changesBetween } from '../changes/changes.ts';
import { stateOf } from '../changes/state.ts';
import { titlesIn } from '../titles.ts';
import { type Answers, fileOf, proposedId, recordFrom } from './answers.ts';

/** The record as published, for the pages on which it is edited. */
export interface Published {
	/** The text of every file by its path in the content. */
	readonly texts: Readonly<Record<string, string>>;
	/** What became of the records that are not there any more, as `kind/id`. */
	readonly gone: Readonly<Record<string, Fate>>;
}

/** The path of the record as published. */
export const editorsRecordPath = '/contribute/record.json';

/** What somebody filled into the form of a kind. */
export interface FilledForm {
	readonly kind: Kind;
	/** The id that they chose; empty where they leave it to the form. */
	readonly id: string;
	readonly answers: Answers;
}

/** The file that a filled form makes. */
export interface FormFile {
	readonly id: string;
	readonly path: string;
	readonly text: string;
	readonly record: object;
}

/** What records are called, each with its id, or with `kind/id` where it can be of any kind. */
export type Names = Readonly<Record<Kind | 'any', readonly (readonly [name: string, id: string])[]>>;

/** The content directory as the command line tells of it. */
const directory = 'content';

/** The published record with new and changed files laid over it: what the pages ask on which it is edited. */
export class Workbench {
	readonly #published: Published;
	readonly #known: KnownFiles = new Map();
	readonly #before: CheckedContent;
	/** What the records are called that a form can refer to. */
	names: Names;

	constructor(published: Published) {
		this.#published = published;
		this.#before = this.check(new Map());
		this.names = namesIn(this.#before);
	}

	/** The text of a published file. */
	textOf(path: string): string | undefined {
		return this.#published.texts[path];
	}

	/** Lets forms refer to the records of files that are not published yet. */
	nameAll(reading: CheckedContent): void {
		this.names = namesIn(reading);
	}

	/** The files that forms make; each can name the records of those after it. Where the first names no source, it rests on the new ones. */
	filesOf(forms: readonly FilledForm[]): FormFile[] {
		const others = new Map<string, string>();
		const ids = idsBy(this.names);
		const idOf = (kind: Kind | 'any', name: string): string => {
			const key = `${kind} ${name.toLowerCase()}`;
			return others.get(key) ?? ids.get(key) ?? name;
		};
		return forms
			.toReversed()
			.map(({ kind, id: given, answers }, place): FormFile => {
				const isFirst = place === forms.length - 1;
				const named = recordFrom(recordFields[kind], answers, idOf);
				const record =
					isFirst && forms.length > 1 && named.sources === undefined
						? { ...named, sources: [...others.values()].reverse() }
						: named;
				const id = given.trim() === '' ? proposedId(kind, record) : given.trim();
				const name = typeof record.title === 'string' ? record.title : id;
				others.set(`${kind} ${name.toLowerCase()}`, id);
				return { id, path: `${kind}/${id}${ending}`, text: fileOf(kind, record), record };
			})
			.reverse();
	}

	/** What is wrong with a file by itself, without a look at the others. */
	problemsOf(path: string, text: string, isNew: boolean): Problem[] {
		const [kind = '', name = ''] = path.split('/');
		if (!isKind(kind)) return [];
		const file = `${directory}/${path}`;
		const read = readRecord(file, text, kindOf(kind).schema);
		return [
			isNew && this.textOf(path) !== undefined ? isThere(file) : problemOfName(file, name),
			...('problems' in read ? read.problems : []),
		].filter((problem) => problem !== undefined);
	}

	/** Checks the content with files laid over it, as the command line does. */
	check(files: ReadonlyMap<string, string>): CheckedContent {
		const { texts, gone } = this.#published;
		const all = [...Object.entries(texts).filter(([path]) => !files.has(path)), ...files];
		const reading = readTexts(directory, new Map(all.sort(([a], [b]) => compareText(a, b))), this.#known);
		return checkRead({
			...reading,
			draft: { ...reading.draft, gone: () => new Map(Object.entries(gone)) },
		});
	}

	/** What a reading changes in the published record, in the sentences of the pull request. */
	changesTo(reading: CheckedContent): string[] {
		return changesBetween(stateOf(this.#before, directory), stateOf(reading, directory));
	}
}

/** What is wrong with a new record whose file there is. */
const isThere = (file: string): Problem =>
	fileProblem(file, 'file-name', {
		message: `${file} is there already.`,
		hint: 'Edit it, or choose another id.',
	});

/** What every record is called; where several are called alike, with the id beside it. */
function namesIn({ draft: { records } }: CheckedContent): Names {
	const titleOf = titlesIn(records);
	const ofKind = (kind: Kind): [string, string][] => {
		const titles = records[kind].map(({ id }): [string, string] => [titleOf(kind, id), id]);
		const byTitle = Map.groupBy(titles, ([title]) => title);
		return titles.map(([title, id]) => [
			(byTitle.get(title) ?? []).length > 1 ? `${title} (${id})` : title,
			id,
		]);
	};
	const all = kinds.map((kind): [Kind, [string, string][]] => [kind, ofKind(kind)]);
	const any = all.flatMap(([kind, names]) =>
		names.map(([name, id]) => [`${name} (${kindOf(kind).one.toLowerCase()})`, `${kind}/${id}`]),
	);
	return Object.fromEntries([...all, ['any', any]]) as unknown as Names;
}

const idsBy = memoize(
	(names: Names): ReadonlyMap<string, string> =>
		new Map(
			Object.entries(names).flatMap(([kind, each]) =>
				each.map(([name, id]) => [`${kind} ${name.toLowerCase()}`, id] as const),
			),
		),
);
