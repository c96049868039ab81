/*
 * Reads and checks in a thread of its own, so that typing never waits: this is the program of the command line, and the published
 * record.
 */
import { type FilledForm, type Names, type Published, Workbench } from '../../outputs/editors/workbench.ts';
import type { Problem } from '../../records/problem.ts';

/** What the page asks for. */
export interface Question {
	/** Its number; only the answer to the last one counts. */
	readonly number: number;
	/** The forms as they are filled, the one that can name the records of the others first. */
	readonly forms: readonly FilledForm[];
	/** Further files that are new or changed, by their paths in the content. */
	readonly files: Readonly<Record<string, string>>;
	/** The path of a published file whose text is asked for. */
	readonly open?: string | undefined;
}

/** What it is told. */
export interface Told {
	readonly number: number;
	readonly forms: readonly { readonly path: string; readonly text: string; readonly record: object }[];
	readonly problems: readonly Problem[];
	/** Whether everything was checked; else these are the problems of the files by themselves. */
	readonly isWhole: boolean;
	/** The change in sentences, where everything was checked. */
	readonly changes: readonly string[];
	/** What the records are called that can be referred to, where that is new. */
	readonly names?: Names | undefined;
	/** The text of the published file that was asked for. */
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

/** Lets questions that have come meanwhile be heard, or a few letters more be typed. */
const pause = (milliseconds = 0): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, milliseconds));

// Checking everything takes longer than the next letter.
const wholePause = 200;

async function answer({ number, forms, files: others, open }: Question, bench: Workbench): Promise<void> {
	const kept = Object.keys(others).join(' ');
	const isNamed = forms.length === 0 || named === kept;
	if (!isNamed) bench.nameAll(bench.check(new Map(Object.entries(others))));
	const names = isNamed ? undefined : bench.names;
	named = kept;
	const made = bench.filesOf(forms);
	// A form in which nothing is written adds nothing to a proposal that has files.
	const filled = made.filter(({ text }) => text !== '' || kept === '');
	const files = new Map([
		...Object.entries(others),
		...filled.map(({ path, text }) => [path, text] as const),
	]);
	const own = filled.flatMap(({ path, text }) => bench.problemsOf(path, text, true));
	const told = { number, forms: made, names, opened: open === undefined ? undefined : bench.textOf(open) };
	postMessage({
		...told,
		problems: [
			...own,
			...Object.entries(others).flatMap(([path, text]) => bench.problemsOf(path, text, false)),
		],
		isWhole: false,
		changes: [],
	} satisfies Told);
	await pause(wholePause);
	if (number !== last) return;
	const reading = bench.check(files);
	await pause();
	if (number !== last) return;
	const isTold = new Set(reading.problems.map(({ message }) => message));
	postMessage({
		...told,
		problems: [...own.filter(({ message }) => !isTold.has(message)), ...reading.problems],
		isWhole: true,
		changes: bench.changesTo(reading),
	} satisfies Told);
}

addEventListener('message', ({ data }: MessageEvent<Question & { readonly address: string }>) => {
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
