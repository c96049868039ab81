/* Parses and checks files in a web worker so that typing stays fast. The command line runs the same checks. */
import {
	type FilledForm,
	type Job,
	type JobResult,
	type Names,
	type Published,
	Workbench,
} from '../../outputs/editors/workbench.ts';
import type { Answers } from '../../outputs/editors/answers.ts';
import { type Merged, mergeRecord, type Side } from '../../outputs/editors/merge.ts';
import { recordFields } from '../../schema/index.ts';
import { isKind, type Kind, ofEachKind } from '../../schema/kinds.ts';
import type { Problem } from '../../records/problem.ts';

export interface CheckRequest {
	/** The request number. Only the result of the latest request is used. */
	readonly number: number;
	/** The completed forms. The first form can refer to records created by the others. */
	readonly forms: readonly FilledForm[];
	/** Other new, changed or deleted files, keyed by path in the content folder. */
	readonly files: Readonly<Record<string, string | null>>;
	/** Requests the answers for a form: from a text, from the published file, or for a new disagreement about a fact. */
	readonly fill?:
		| {
				readonly path: string;
				readonly text?: string;
				readonly about?: { readonly record: string; readonly field: string };
		  }
		| undefined;
	readonly job?: Job | undefined;
	/** The files of drafts, to merge with later changes on the published site. */
	readonly compare?: readonly Compared[] | undefined;
}

export interface Compared {
	readonly path: string;
	/** The published text when the draft was started, or `null` for a new file. */
	readonly base: string | null;
	readonly own: string | null;
	readonly sides?: Readonly<Record<string, Side>> | undefined;
}

/** A file in a draft that has also changed on the published site since the draft was started. */
export interface Outdated extends Compared, Merged {
	/** The published text, or `null` if the record was deleted. */
	readonly published: string | null;
}

export interface CheckResult {
	readonly number: number;
	/** The file of each form, its record, and the record's values in words. */
	readonly forms: readonly {
		readonly path: string;
		readonly text: string;
		readonly record: object;
		readonly words: Answers;
	}[];
	readonly problems: readonly Problem[];
	/** Whether all records were checked together. Quick checks look at each file separately. */
	readonly isWhole: boolean;
	/** Sentences that describe the changes; empty until the full check is complete. */
	readonly changes: readonly string[];
	/** The names of records that editors can choose from; undefined if nothing has changed. */
	readonly names?: Names | undefined;
	/** The answers that fill a form, or no answers if the form cannot hold the text. */
	readonly filled?: { readonly text: string; readonly answers: Answers | undefined } | undefined;
	/** The title and key of each field, by kind of record. */
	readonly fields: Readonly<Record<Kind, readonly (readonly [title: string, key: string])[]>>;
	/** For each version of a disagreement, whether the disputed records already say the same. */
	readonly held?: readonly (boolean | undefined)[] | undefined;
	readonly job?: JobResult | undefined;
	readonly outdated?: readonly Outdated[] | undefined;
	/** For each sentence about a file, the text of the file without this change, keyed by path. */
	readonly undoable?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
}

const fields = ofEachKind((kind) =>
	recordFields[kind]
		.filter(({ key }) => !['sources', 'aliases', 'searchWords'].includes(key))
		.map(({ title, key }) => [title, key] as const),
);

let workbench: Promise<Workbench> | undefined;
let last = 0;
let named: string | undefined;

async function load(address: string): Promise<Workbench> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
	return new Workbench((await response.json()) as Published);
}

/** Waits, so that the worker can receive newer requests. */
const pause = (milliseconds = 0): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, milliseconds));

// The delay between the last request and a full check, in milliseconds.
const wholePause = 200;

/** Returns a file with its merged text if the published text has changed since the draft was started. */
function outdatedIn(bench: Workbench, compared: Compared): Outdated[] {
	const { path, base, own, sides } = compared;
	const published = bench.textOf(path) ?? null;
	if (published === base) return [];
	const [kind = ''] = path.split('/');
	const merged =
		base === null || own === null || published === null || !isKind(kind)
			? { conflicts: [] }
			: mergeRecord(kind, { base, published, own }, sides);
	return [{ ...compared, published, ...merged }];
}

async function answer(
	{ number, forms, files: others, fill, job: asked, compare }: CheckRequest,
	bench: Workbench,
): Promise<void> {
	const draftPaths = Object.keys(others).join(' ');
	const isNamed = named === draftPaths;
	if (!isNamed) bench.nameAll(new Map(Object.entries(others)));
	const names = isNamed ? undefined : bench.names;
	named = draftPaths;
	const made = bench.filesOf(forms);
	// Ignores empty forms if the proposal contains other files.
	const written = made.filter(({ text }) => text !== '' || draftPaths === '');
	const job = asked && bench.run(asked);
	const files = new Map<string, string | null>([
		...Object.entries(others),
		...Object.entries(job?.files ?? {}).map(([path, each]) => [path, each.text] as const),
		...written.map(({ path, text }) => [path, text] as const),
	]);
	const own = written.flatMap(({ path, text, isNew }) => bench.problemsOf(path, text, isNew));
	const text = fill && (fill.text ?? bench.textOf(fill.path));
	const [kind = ''] = fill?.path.split('/') ?? [];
	const filled = fill?.about
		? { text: '', answers: bench.disputeAbout(fill.about.record, fill.about.field) }
		: text === undefined || !isKind(kind)
			? undefined
			: { text, answers: bench.answersFrom(kind, text) };
	const outdated = compare?.flatMap((each) => outdatedIn(bench, each));
	const held = forms[0]?.kind === 'disputes' ? bench.versionsHeld(made[0]?.record ?? {}) : undefined;
	const result = { number, forms: made, names, fields, filled, held, job, outdated };
	postMessage({
		...result,
		problems: [
			...own,
			...Object.entries(others).flatMap(([path, each]) =>
				each === null ? [] : bench.problemsOf(path, each, false),
			),
		],
		isWhole: false,
		changes: [],
	} satisfies CheckResult);
	if (fill) return;
	await pause(wholePause);
	if (number !== last) return;
	const reading = bench.check(files);
	await pause();
	if (number !== last) return;
	const reported = new Set(reading.problems.map(({ message }) => message));
	postMessage({
		...result,
		// If the address of a new record is taken, all other errors are about the record that has the address.
		problems: own.some(({ rule }) => rule === 'file-name')
			? own
			: [...own.filter(({ message }) => !reported.has(message)), ...reading.problems],
		isWhole: true,
		changes: bench.changesTo(
			reading,
			forms.length === 0 && !asked
				? undefined
				: [...written.map(({ path }) => path), ...Object.keys(job?.files ?? {})],
		),
		undoable: Object.fromEntries(
			(compare ?? []).map(({ path, own: text }) => [
				path,
				text === null ? {} : bench.undoable(reading, path, text),
			]),
		),
	} satisfies CheckResult);
}

addEventListener('message', ({ data }: MessageEvent<CheckRequest & { readonly address: string }>) => {
	last = data.number;
	workbench ??= load(data.address);
	workbench
		.then(async (bench) => {
			await pause();
			if (data.number === last) await answer(data, bench);
		})
		.catch((error: unknown) => {
			workbench = undefined;
			throw error;
		});
});
