/* Reads and checks files in a worker, so that typing stays fast. It runs the same code as the command line. */
import { type FilledForm, type Names, type Published, Workbench } from '../../outputs/editors/workbench.ts';
import type { Problem } from '../../records/problem.ts';

export interface CheckRequest {
	/** The number of the request. Only the result of the last request is used. */
	readonly number: number;
	/** The filled forms. The first one can refer to the records of the others. */
	readonly forms: readonly FilledForm[];
	/** The other new or changed files, by their paths in the content. */
	readonly files: Readonly<Record<string, string>>;
	/** The path of a published file to return. */
	readonly open?: string | undefined;
}

export interface CheckResult {
	readonly number: number;
	readonly forms: readonly { readonly path: string; readonly text: string; readonly record: object }[];
	readonly problems: readonly Problem[];
	/** Whether everything was checked, and not only each file by itself. */
	readonly isWhole: boolean;
	/** The changes in sentences, once everything was checked. */
	readonly changes: readonly string[];
	/** The names of records that fields can refer to, if they are new. */
	readonly names?: Names | undefined;
	/** The text of the requested file. */
	readonly opened?: string | undefined;
}

let workbench: Promise<Workbench> | undefined;
let last = 0;
let named: string | undefined;

async function load(address: string): Promise<Workbench> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
	return new Workbench((await response.json()) as Published);
}

/** Waits, so that the worker receives newer requests. */
const pause = (milliseconds = 0): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, milliseconds));

// Milliseconds without typing before everything is checked.
const wholePause = 200;

async function answer({ number, forms, files: others, open }: CheckRequest, bench: Workbench): Promise<void> {
	const draftPaths = Object.keys(others).join(' ');
	const isNamed = forms.length === 0 || named === draftPaths;
	if (!isNamed) bench.nameAll(bench.check(new Map(Object.entries(others))));
	const names = isNamed ? undefined : bench.names;
	named = draftPaths;
	const made = bench.filesOf(forms);
	// An empty form adds no file to a proposal that has others.
	const filled = made.filter(({ text }) => text !== '' || draftPaths === '');
	const files = new Map([
		...Object.entries(others),
		...filled.map(({ path, text }) => [path, text] as const),
	]);
	const own = filled.flatMap(({ path, text }) => bench.problemsOf(path, text, true));
	const result = { number, forms: made, names, opened: open === undefined ? undefined : bench.textOf(open) };
	postMessage({
		...result,
		problems: [
			...own,
			...Object.entries(others).flatMap(([path, text]) => bench.problemsOf(path, text, false)),
		],
		isWhole: false,
		changes: [],
	} satisfies CheckResult);
	await pause(wholePause);
	if (number !== last) return;
	const reading = bench.check(files);
	await pause();
	if (number !== last) return;
	const reported = new Set(reading.problems.map(({ message }) => message));
	postMessage({
		...result,
		problems: [...own.filter(({ message }) => !reported.has(message)), ...reading.problems],
		isWhole: true,
		changes: bench.changesTo(reading),
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
