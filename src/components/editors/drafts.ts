/* Shared by the pages for adding and changing records: checks files while the editor types, and keeps drafts in this browser. */
import type { Answers } from '../../outputs/editors/answers.ts';
import { part } from '../element.ts';
import type { CheckRequest, CheckResult } from './worker.ts';

/** The form. It names the address of the published record. */
export const form = part('form[data-record]', HTMLFormElement);
const status = part('form [role=status]', HTMLElement);
const { record = '' } = form.dataset;

export interface ProposedFile {
	readonly text: string;
	/** Whether the published record lacks this file. */
	readonly isNew: boolean;
}

interface Draft {
	/** The answers of each form, by kind. */
	readonly forms: Readonly<Record<string, Answers>>;
	/** The finished files, by their paths in the content. */
	readonly files: Readonly<Record<string, ProposedFile>>;
}

// Several sites can share an origin, and so its storage.
const storageKey = `proposal ${record}`;

/** Returns the draft in this browser. */
export const loadDraft = (): Draft => ({
	forms: {},
	files: {},
	...attempt(() => JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Draft>),
});

/** Saves some parts of the draft. */
export const saveDraft = (change: Partial<Draft>): void => {
	attempt(() => {
		localStorage.setItem(storageKey, JSON.stringify({ ...loadDraft(), ...change }));
	});
};

/** Ignores errors of a storage that the browser blocks. The draft then lasts as long as the page. */
function attempt<T>(act: () => T): T | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
}

/** Returns a group without one of its keys. */
export const without = <T>(group: Readonly<Record<string, T>>, key: string): Record<string, T> =>
	Object.fromEntries(Object.entries(group).filter(([each]) => each !== key));

/** Shows a status. Screen readers announce it only if it is new. */
export function showStatus(words: string): void {
	if (status.textContent !== words) status.textContent = words;
}

// The milliseconds between the last key and the check.
const typingPause = 40;

let worker: Worker | undefined;
let number = 0;
let names: CheckResult['names'];
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Checks files after a short pause, unless another request follows. The first request loads the worker and the published record.
 *
 * @param onResult gets the results of the latest request only
 */
export function requestCheck(
	request: () => Omit<CheckRequest, 'number'>,
	onResult: (result: CheckResult) => void,
): void {
	clearTimeout(timer);
	// Results of earlier requests are now out of date.
	number++;
	timer = setTimeout(() => {
		worker ??= startWorker(onResult);
		worker.postMessage({ ...request(), number, address: record });
	}, typingPause);
}

function startWorker(onResult: (result: CheckResult) => void): Worker {
	const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	started.addEventListener('message', ({ data }: MessageEvent<CheckResult>) => {
		// The worker sends new names only once. If their result is out of date, the next result gets them.
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

/** Reloads the page with the saved draft, and stops all checks. */
export function reloadPage(): void {
	clearTimeout(timer);
	worker?.terminate();
	location.reload();
}

part('[data-forget]', HTMLButtonElement).addEventListener('click', () => {
	attempt(() => {
		localStorage.removeItem(storageKey);
	});
	reloadPage();
});
