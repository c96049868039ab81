/* Checks files as the editor types. */
import { isError, type Problem, problemsInWords } from '../../records/problem.ts';
import { part } from '../element.ts';
import type { CheckRequest, CheckResult } from './worker.ts';

/** The form on the page. The form's `data-record` attribute contains the URL of the published record. */
export const form = part('form[data-record]', HTMLFormElement);
const status = part('[data-bar] [role=status]', HTMLElement);
const { record = '' } = form.dataset;

/** Shows a status message. Skips unchanged messages so that screen readers do not repeat them. */
export function showStatus(words: string): void {
	if (status.textContent !== words) status.textContent = words;
}

/**
 * Shows the number of errors that are marked in the form. Returns whether the files have passed the full check.
 *
 * @param isMarked whether the form already shows an error. Errors of fields that the editor has not reached yet are not counted.
 */
export function showResult(
	{ isWhole, problems }: CheckResult,
	isMarked: (problem: Problem) => boolean = () => true,
): boolean {
	const errors = problems.filter(isError);
	const marked = errors.filter(isMarked);
	const isReady = isWhole && errors.length === 0;
	if (marked.length > 0) showStatus(`${problemsInWords(marked)} to fix.`);
	else if (errors.length > 0) showStatus('Not complete yet.');
	else if (isReady)
		showStatus(problems.length > 0 ? `No errors, ${problemsInWords(problems)}.` : 'No errors.');
	return isReady;
}

/** Returns a message for a list of errors, with the labels of the field. */
export const withLabels = ({ words }: Problem, labels = words?.field): string =>
	!labels || words?.message.includes(words.field)
		? (words?.message ?? '')
		: `${labels}: ${words?.message ?? ''}`;

/** Returns a message about a record that is not in the form, with the title of the record. */
export const describe = (problem: Problem): string =>
	`${problem.words?.record ?? ''}: ${withLabels(problem)}`;

// The delay between the last key press and the check, in milliseconds.
const typingPause = 40;

let worker: Worker | undefined;
let number = 0;
let names: CheckResult['names'];
let timer: ReturnType<typeof setTimeout> | undefined;
/** The request that is still waiting for the pause to end. */
let waiting: (() => unknown) | undefined;

// Sends the last request before the page is closed, because forms save their answers with each request.
for (const event of ['visibilitychange', 'pagehide']) addEventListener(event, () => waiting?.());

/**
 * Checks files after a short pause. Newer requests replace earlier ones. The first request starts the worker and loads the published
 * record.
 */
export function requestCheck(
	request: () => Omit<CheckRequest, 'number'>,
	onResult: (result: CheckResult) => void,
): void {
	clearTimeout(timer);
	// From now on, results of earlier requests are ignored.
	number++;
	waiting = request;
	timer = setTimeout(() => {
		waiting = undefined;
		worker ??= startWorker(onResult);
		worker.postMessage({ ...request(), number, address: record });
	}, typingPause);
}

function startWorker(onResult: (result: CheckResult) => void): Worker {
	const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	started.addEventListener('message', ({ data }: MessageEvent<CheckResult>) => {
		// Keeps the names even from an outdated result, because the worker sends them only once.
		const latestNames = data.names ?? names;
		const isLatest = data.number === number;
		names = isLatest ? undefined : latestNames;
		if (isLatest) onResult({ ...data, names: latestNames });
	});
	started.addEventListener('error', () => {
		showStatus('The record could not be loaded. Reload the page to try again. Your draft is saved.');
	});
	return started;
}
