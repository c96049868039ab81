import { compareWithVersion, type Version } from '../../checks/disputes.ts';
import { type CheckedContent, checkRead } from '../../checks/index.ts';
import type { Fate } from '../../records/history.ts';
import { type Problem } from '../../records/problem.ts';
import { proposeId } from '../../records/propose-id.ts';
import { type Group, isGroup, valueAt } from '../../records/values.ts';
import { readYaml } from '../../records/yaml.ts';
import { readRecord } from '../../records/read-record.ts';
import { memoize } from '../../records/memoize.ts';
import { ending, fileProblem, problemOfName, readTexts, withoutEnding } from '../../records/read-texts.ts';
import { publisherAndDate } from '../../network/labels.ts';
import type { Source } from '../../schema/source.ts';
import { countryCodes, countryName } from '../../schema/countries.ts';
import { compareText } from '../../schema/edtf.ts';
import { kindOf, recordFields } from '../../schema/index.ts';
import type { TitleOf } from '../../schema/kind.ts';
import { isKind, type Kind, kinds, ofEachKind } from '../../schema/kinds.ts';
import { uncapitalized } from '../../schema/words.ts';
import { changesBetween, dataOf, type State, stateOf } from '../changes/changes.ts';
import { quoted } from '../changes/words.ts';
import { titlesAt, titlesIn } from '../titles.ts';
import {
	type Answer,
	type Answers,
	answersFrom,
	fileOf,
	type NameOf,
	proposedId,
	recordFrom,
} from './answers.ts';
import { type ChairAnswers, endTerm, formsOfChair, latestTerm } from './chair.ts';
import { disputeAbout } from './dispute.ts';
import { editText } from './edit.ts';
import { formFacts, withSourcesOfRecord, withSourcesPerFact } from './form-facts.ts';
import { inFormWords, type FindName } from './messages.ts';
import { undoable } from './undo.ts';
import { type Referrer, referrersTo, type Withdrawal, withdraw } from './withdraw.ts';

export interface Published {
	/** The contents of each file, by path within the content directory. */
	readonly texts: Readonly<Record<string, string>>;
	/** What happened to each former record, by `kind/id`. */
	readonly gone: Readonly<Record<string, Fate>>;
}

export const editorsRecordPath = '/contribute/record.json';

export interface FilledForm {
	readonly kind: Kind;
	/** The id chosen by the editor; empty if the form should suggest one. */
	readonly id: string;
	readonly answers: Answers;
	/** The text of the file before it was edited in the form; undefined for a new record. */
	readonly text?: string | undefined;
	/** Whether the editor edits the YAML text directly. Answers are ignored while the editor edits the text. */
	readonly isRaw?: boolean | undefined;
}

/**
 * The names and ids of records, grouped by kind, and the country that a record belongs to. The group `any` lists the names of all records by
 * `kind/id`, and the group `countries` the countries of the world by their codes. The name of a source consists of its publisher, date and
 * title.
 */
export type Names = Readonly<Record<Kind | 'any' | 'countries', readonly Name[]>>;

type Name = readonly [name: string, id: string, country?: string | undefined];

/** A disagreement in a form, in which any answer can be missing. */
export interface UnfinishedDispute {
	readonly about?: readonly { readonly record?: string; readonly field?: string }[];
	readonly versions?: readonly Partial<Version>[];
}

/** A change to several records at once. */
export type Job = Withdrawal | ChairAnswers;

export interface JobResult {
	/** The changed files. If `text` is `null`, the file is deleted. If `base` is `null`, the file is new. */
	readonly files: Readonly<Record<string, { readonly base: string | null; readonly text: string | null }>>;
	readonly referrers: readonly Referrer[];
	/** The start of a new term in the chair, in words. */
	readonly from?: Answer | undefined;
}

/** The name of the content directory, as shown in messages on the command line. */
const directory = 'content';

/** The published records together with new and changed files, for use in forms. */
export class Workbench {
	readonly #published: Published;
	readonly #before: CheckedContent;
	#titleBefore: TitleOf = (_kind, id) => id;
	names: Names;
	/** The published records together with all other records in the proposal. */
	#proposed: CheckedContent;

	constructor(published: Published) {
		this.#published = published;
		this.#before = this.check(new Map());
		this.#titleBefore = titlesIn(this.#before.draft.records);
		this.#proposed = this.#before;
		this.names = namesIn(this.#before);
	}

	textOf(path: string): string | undefined {
		return this.#published.texts[path];
	}

	/** Adds the names of unpublished records, so that forms can refer to them. */
	nameAll(files: ReadonlyMap<string, string | null>): void {
		const reading = files.size === 0 ? this.#before : this.check(files);
		this.names = namesIn(reading);
		this.#proposed = reading;
	}

	readonly #nameOf: NameOf = (kind, id) => namesBy(this.names).get(`${kind} ${id}`) ?? id;

	/**
	 * Returns the files created by forms. A form may refer to records from later forms.
	 */
	filesOf(forms: readonly FilledForm[]) {
		const others = new Map<string, string>();
		const ids = idsBy(this.names);
		const idOf = (kind: Kind | 'any', name: string): string => {
			const key = nameKey(kind, name);
			return others.get(key) ?? ids.get(key) ?? name;
		};
		return forms
			.toReversed()
			.map(({ kind, id: given, answers, text, isRaw = false }) => {
				const record = recordFrom(recordFields[kind], withSourcesOfRecord(formFacts(kind), answers), idOf);
				const id = given.trim() === '' ? proposedId(kind, record) : idFrom(given.trim());
				const name = typeof record.title === 'string' ? record.title : id;
				others.set(nameKey(kind, name), id);
				return {
					id,
					path: `${kind}/${id}${ending}`,
					text: text === undefined ? fileOf(kind, record) : isRaw ? text : editText(text, record),
					isNew: this.textOf(`${kind}/${id}${ending}`) === undefined || text === undefined,
					record,
					words: answersFrom(recordFields[kind], record, (_, name) => name),
				};
			})
			.reverse();
	}

	/** Returns the text of a file as answers for a form, or `undefined` if the form cannot hold every value. */
	answersFrom(kind: Kind, text: string): Answers | undefined {
		const read = readYaml(text);
		if (!('document' in read) || !isGroup(read.document.value)) return undefined;
		const facts = formFacts(kind);
		const answers = withSourcesPerFact(
			facts,
			answersFrom(recordFields[kind], read.document.value, this.#nameOf),
		);
		const kept = recordFrom(recordFields[kind], withSourcesOfRecord(facts, answers), (_, name) => name);
		return isKept(read.document.value, kept) ? answers : undefined;
	}

	/** Returns the initial answers in the form for a new disagreement about a fact. */
	disputeAbout(address: string, key: string): Answers | undefined {
		const { records } = this.#before.draft;
		const [kind = '', id = ''] = address.split('/');
		const found = isKind(kind) ? records[kind].find((each) => each.id === id) : undefined;
		return found && isKind(kind)
			? disputeAbout({ kind, id, data: found.data }, key, this.#nameOf, titlesIn(records))
			: undefined;
	}

	/**
	 * For each version of an unfinished disagreement, returns whether the disputed records already say the same. The value is `undefined` if
	 * the records cannot be compared with the version.
	 */
	versionsHeld({ about = [], versions = [] }: UnfinishedDispute): (boolean | undefined)[] {
		const whole = versions.map(({ claim = '', sources = [], reads }) => ({ claim, sources, reads }));
		const named = about.map(({ record = '', field }) => ({ record, field }));
		return whole.map((version) => {
			const others = whole.filter((each) => each !== version);
			const found = compareWithVersion(this.#proposed.draft, named, version, others);
			return found.length === 0 || version.claim === '' ? undefined : found.every(({ isHeld }) => isHeld);
		});
	}

	/** Returns the problems within a single file, without running the checks that compare records. */
	problemsOf(path: string, text: string, isNew: boolean): Problem[] {
		const [kind = '', name = ''] = path.split('/');
		if (!isKind(kind)) return [];
		const file = `${directory}/${path}`;
		const read = readRecord(file, text, kindOf(kind).schema);
		const problems = [
			isNew && this.textOf(path) !== undefined
				? fileProblem(file, 'file-name', {
						message: `${file} exists already.`,
						hint: 'Edit it instead, or choose another address.',
					})
				: problemOfName(file, name),
			...('problems' in read ? read.problems : []),
		].filter((problem) => problem !== undefined);
		return this.#inWords(problems);
	}

	/** Adds wording for forms to each problem. A record with errors keeps its published name. */
	#inWords(problems: readonly Problem[], titleOf = this.#titleBefore): Problem[] {
		const nameOf: FindName = (kind, id) =>
			[titleOf, this.#titleBefore].map((each) => each(kind, id)).find((title) => title !== id);
		return problems.map((problem) => ({ ...problem, words: inFormWords(problem, nameOf) }));
	}

	/** Returns the files that a job changes, each with its published text. */
	run(job: Job): JobResult {
		const isWithdrawal = 'record' in job;
		const files = isWithdrawal ? this.withdraw(job) : this.changeChair(job);
		const [term] = isWithdrawal ? [] : this.filesOf(formsOfChair(job));
		return {
			files: Object.fromEntries(
				[...files].map(([path, text]) => [path, { base: this.textOf(path) ?? null, text }]),
			),
			referrers: isWithdrawal ? this.referrersTo(job) : [],
			from: term?.words.from,
		};
	}

	/** Returns all references to a record that an editor wants to withdraw. */
	referrersTo(withdrawal: Pick<Withdrawal, 'record' | 'instead'>): Referrer[] {
		return referrersTo(this.#before.draft, (path) => this.textOf(path), withdrawal);
	}

	/** Returns the files to change if a record is withdrawn. If a text is `null`, the file is deleted. */
	withdraw(withdrawal: Withdrawal): Map<string, string | null> {
		return withdraw(this.#before.draft, (path) => this.textOf(path), withdrawal, this.#proposed.draft);
	}

	changeChair(answers: ChairAnswers): Map<string, string> {
		const [next, ...sources] = this.filesOf(formsOfChair(answers));
		const files = new Map([next, ...sources].flatMap((each) => (each ? [[each.path, each.text]] : [])));
		const former = latestTerm(this.#before.draft.records.secretariat);
		const path = `secretariat/${former?.id ?? ''}${ending}`;
		const text = this.textOf(path);
		const read = text === undefined ? undefined : readYaml(text);
		if (next && text !== undefined && read && 'document' in read && isGroup(read.document.value)) {
			const { source, endSource = source } = answers;
			const added = sources.findLast(({ record }) => record.title === endSource.added?.title);
			const id = idsBy(this.names).get(nameKey('sources', endSource.name)) ?? endSource.name;
			files.set(
				path,
				editText(
					text,
					endTerm(read.document.value, next.record, answers, endSource.added ? (added?.id ?? '') : id),
				),
			);
		}
		return files;
	}

	/** Checks the content together with new, changed and deleted files, just like the command line. */
	check(files: ReadonlyMap<string, string | null>): CheckedContent {
		const { texts, gone } = this.#published;
		const all = [...Object.entries(texts).filter(([path]) => !files.has(path)), ...files].filter(
			(file): file is [string, string] => file[1] !== null,
		);
		const reading = readTexts(directory, new Map(all.sort(([a], [b]) => compareText(a, b))));
		const checked = checkRead({
			...reading,
			draft: { ...reading.draft, gone: () => new Map(Object.entries(gone)) },
		});
		const isChanged = ({ file }: Problem): boolean => files.has(file.slice(directory.length + 1));
		const problems = checked.problems.map((each) =>
			isChanged(each) ? each : (each.or?.find(isChanged) ?? each),
		);
		return { ...checked, problems: this.#inWords(problems, titlesIn(checked.draft.records)) };
	}

	/**
	 * Describes the changes of the whole proposal, or only those of a form, in the same words as the comment on the pull request.
	 *
	 * @param own the paths of the form's files. While one of them is unfinished, the sentences would show ids instead of names.
	 */
	changesTo(reading: CheckedContent, own?: readonly string[]): string[] {
		const { unreadable } = reading.draft;
		if (own?.some((path) => unreadable.has(withoutEnding(path)))) return [];
		const before = own ? this.#proposed : this.#before;
		return changesBetween(stateOf(before, directory), stateOf(reading, directory));
	}

	/** For each sentence about the changes to a published record, returns the text of the file without this change. */
	undoable(reading: CheckedContent, path: string, own: string): Readonly<Record<string, string>> {
		const [kind = ''] = path.split('/');
		const base = this.textOf(path);
		if (base === undefined || !isKind(kind)) return {};
		const id = path.slice(kind.length + 1, -ending.length);
		const address = `${kind}/${id}`;
		const whole = stateOf(reading, directory);
		const known = (each: string): Group | undefined => dataOf(whole.get(each));
		const stateWith = (text: string): State => {
			const { data } = { data: undefined, ...readRecord(path, text, kindOf(kind).schema) };
			return new Map([[address, data === undefined ? { text } : { data }]]);
		};
		const nameIn = (state: State): string =>
			quoted(titlesAt((each) => dataOf(state.get(each)) ?? known(each))(kind, id));
		return undoable(base, own, (text) => {
			const state = stateWith(text);
			// If the record was renamed, every sentence has the new name.
			return changesBetween(stateWith(base), state, known).map((sentence) =>
				sentence.replaceAll(nameIn(state), nameIn(whole)),
			);
		});
	}
}

/** Returns whether a form has kept every value of a file, even if the format has changed. */
function isKept(before: unknown, after: unknown): boolean {
	if (typeof before !== 'object' || before === null) return before === null || after !== undefined;
	// A citation with only an id is kept as the id itself.
	const now = isGroup(before) && typeof after === 'string' ? { id: after } : after;
	return Object.entries(before).every(([key, each]) => isKept(each, valueAt(now, [key])));
}

/** Converts a name such as "Twelfth Meeting.yaml" into an id. Ids stay as they are. */
const idFrom = (given: string): string =>
	/^[\w-]+$/.test(given) ? given : proposeId(given.replace(/\.ya?ml$/i, ''));

/** Returns the names of all records. If several records have the same name, the id is added. */
function namesIn({ draft: { records } }: CheckedContent): Names {
	const titleOf = titlesIn(records);
	const ofKind = (kind: Kind): Name[] => {
		const at = kindOf(kind);
		const inOrder = records[kind].toSorted((a, b) => compareText(at.order(a.data), at.order(b.data)));
		const titles = inOrder.map(({ id, data }): Name => [
			kind === 'sources' ? `${publisherAndDate(data as Source)}: ${titleOf(kind, id)}` : titleOf(kind, id),
			id,
			'country' in data ? titleOf('members', data.country) : undefined,
		]);
		const byTitle = Map.groupBy(titles, ([title]) => title);
		return titles.map(([title, id, country]) => [
			(byTitle.get(title) ?? []).length > 1 ? `${title} (${id})` : title,
			id,
			country,
		]);
	};
	const all = ofEachKind(ofKind);
	const any = kinds.flatMap((kind) =>
		all[kind].map(([name, id, country = '']): Name => {
			const one = uncapitalized(kindOf(kind).one);
			return [`${name} (${name.includes(country) ? one : `${one}, ${country}`})`, `${kind}/${id}`];
		}),
	);
	const countries = countryCodes.map((code): Name => [countryName(code), code]);
	return { ...all, any, countries };
}

/** Returns a key for finding a name regardless of upper case and the type of apostrophe. */
const nameKey = (kind: string, name: string): string => `${kind} ${name.toLowerCase().replaceAll('’', "'")}`;

const idsBy = memoize(
	(names: Names): ReadonlyMap<string, string> =>
		new Map(
			Object.entries(names).flatMap(([kind, each]) =>
				each.flatMap(([name, id]) => [
					// Editors can also identify a source by its title alone.
					...(kind === 'sources' ? [[nameKey(kind, name.replace(/^.*?: /, '')), id] as const] : []),
					[nameKey(kind, name), id] as const,
				]),
			),
		),
);

const namesBy = memoize(
	(names: Names): ReadonlyMap<string, string> =>
		new Map(
			Object.entries(names).flatMap(([kind, each]) =>
				each.map(([name, id]) => [`${kind} ${id}`, name] as const),
			),
		),
);
