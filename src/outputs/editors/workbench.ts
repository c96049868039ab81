import { type CheckedContent, checkRead } from '../../checks/index.ts';
import type { Fate } from '../../records/history.ts';
import type { Problem } from '../../records/problem.ts';
import { readRecord } from '../../records/read-record.ts';
import { memoize } from '../../records/memoize.ts';
import { ending, fileProblem, problemOfName, readTexts } from '../../records/read-texts.ts';
import { compareText } from '../../schema/edtf.ts';
import { kindOf, recordFields } from '../../schema/index.ts';
import { isKind, type Kind, kinds } from '../../schema/kinds.ts';
import { changesBetween } from '../changes/changes.ts';
import { stateOf } from '../changes/state.ts';
import { titlesIn } from '../titles.ts';
import { type Answers, fileOf, proposedId, recordFrom } from './answers.ts';

/** The published record, for the forms. */
export interface Published {
	/** The text of every file by its path in the content. */
	readonly texts: Readonly<Record<string, string>>;
	/** The fate of former records, by `kind/id`. */
	readonly gone: Readonly<Record<string, Fate>>;
}

/** The path of the published record. */
export const editorsRecordPath = '/contribute/record.json';

/** A filled form. */
export interface FilledForm {
	readonly kind: Kind;
	/** The chosen id; empty if the form should propose one. */
	readonly id: string;
	readonly answers: Answers;
}

/** The names and ids of records by kind; under `any`, names and `kind/id` of all records. */
export type Names = Readonly<Record<Kind | 'any', readonly (readonly [name: string, id: string])[]>>;

/** The content directory, as in messages of the command line. */
const directory = 'content';

/** The published record with new and changed files on top, for the forms. */
export class Workbench {
	readonly #published: Published;
	readonly #before: CheckedContent;
	/** The names of all records that a form can refer to. */
	names: Names;

	constructor(published: Published) {
		this.#published = published;
		this.#before = this.check(new Map());
		this.names = namesIn(this.#before);
	}

	/** Returns the text of a published file. */
	textOf(path: string): string | undefined {
		return this.#published.texts[path];
	}

	/** Lets forms refer to unpublished records. */
	nameAll(reading: CheckedContent): void {
		this.names = namesIn(reading);
	}

	/** Returns the files made from forms. A form can refer to later forms. If the first one names no source, it gets all new ones. */
	filesOf(forms: readonly FilledForm[]) {
		const others = new Map<string, string>();
		const ids = idsBy(this.names);
		const idOf = (kind: Kind | 'any', name: string): string => {
			const key = `${kind} ${name.toLowerCase()}`;
			return others.get(key) ?? ids.get(key) ?? name;
		};
		return forms
			.toReversed()
			.map(({ kind, id: given, answers }, place) => {
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

	/** Returns the problems within a file, without checking it against other files. */
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

	/** Checks the content with files on top, as the command line does. */
	check(files: ReadonlyMap<string, string>): CheckedContent {
		const { texts, gone } = this.#published;
		const all = [...Object.entries(texts).filter(([path]) => !files.has(path)), ...files];
		const reading = readTexts(directory, new Map(all.sort(([a], [b]) => compareText(a, b))));
		return checkRead({
			...reading,
			draft: { ...reading.draft, gone: () => new Map(Object.entries(gone)) },
		});
	}

	/** Describes the changes to the published record, in the sentences of the pull request. */
	changesTo(reading: CheckedContent): string[] {
		return changesBetween(stateOf(this.#before, directory), stateOf(reading, directory));
	}
}

/** Returns the problem of a new record with the file name of an existing one. */
const isThere = (file: string): Problem =>
	fileProblem(file, 'file-name', {
		message: `${file} exists already.`,
		hint: 'Edit that file, or choose another id.',
	});

/** Returns the names of all records, with the id if several records have the same name. */
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
