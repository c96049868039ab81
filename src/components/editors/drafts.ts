/* What the pages share on which files are written: these are checked as one writes, and kept in this browser, and only there. */
import type { Answers } from '../../outputs/editors/answers.ts';
import { part } from '../element.ts';
import type { Question, Told } from './worker.ts';

/** Where one writes; it names the address of the published record. */
export const form = part('form[data-record]', HTMLFormElement);
const said = part('form [role=status]', HTMLElement);
const { record = '' } = form.dataset;

/** A file of a proposal. */
export interface ProposedFile {
	readonly text: string;
	/** Whether the record has no such file yet. */
	readonly isNew: boolean;
}

interface Kept {
	/** What is filled in, by the kind of the form. */
	readonly forms: Readonly<Record<string, Answers>>;
	/** The files that are done, by their paths in the content. */
	readonly files: Readonly<Record<string, ProposedFile>>;
}

// Several sites can share an address, and so a browser's storage.
const place = `proposal ${record}`;

/** What is kept. */
export const kept = (): Kept => ({
	forms: {},
	files: {},
	...attempt(() => JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Kept>),
});

/** Keeps something else, too, or in place of what was kept. */
export const keep = (change: Partial<Kept>): void => {
	attempt(() => {
		localStorage.setItem(place, JSON.stringify({ ...kept(), ...change }));
	});
};

/** A browser can refuse to keep anything; then what is written lasts as long as the page. */
function attempt<T>(act: () => T): T | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
}

/** A group without one of its keys. */
export const without = <T>(group: Readonly<Record<string, T>>, key: string): Record<string, T> =>
	Object.fromEntries(Object.entries(group).filter(([each]) => each !== key));

/** Says how things stand, if that is new. */
export function say(words: string): void {
	if (said.textContent !== words) said.textContent = words;
}

// Milliseconds between a key and the question about what was typed.
const typingPause = 40;

let worker: Worker | undefined;
let number = 0;
let names: Told['names'];
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Has files checked, a moment later, unless it is asked anew before that. Nothing is loaded before it is asked first.
 *
 * @param tell is given the answer, if it is still the last question then
 */
export function ask(question: () => Omit<Question, 'number'>, tell: (told: Told) => void): void {
	clearTimeout(timer);
	// From now on, an answer to what was asked before is out of date.
	number++;
	timer = setTimeout(() => {
		worker ??= start(tell);
		worker.postMessage({ ...question(), number, address: record });
	}, typingPause);
}

function start(tell: (told: Told) => void): Worker {
	const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	started.addEventListener('message', ({ data }: MessageEvent<Told>) => {
		// Names are told once: those of an answer that comes too late go with the next.
		const told = data.names ?? names;
		const isLast = data.number === number;
		names = isLast ? undefined : told;
		if (isLast) tell({ ...data, names: told });
	});
	started.addEventListener('error', () => {
		say('The record could not be loaded. Reload the page to try again; what you wrote is kept.');
	});
	return started;
}

/** Begins the page anew with what is kept: nothing is asked or told any more. */
export function beginAnew(): void {
	clearTimeout(timer);
	worker?.terminate();
	location.reload();
}

part('[data-forget]', HTMLButtonElement).addEventListener('click', () => {
	attempt(() => {
		localStorage.removeItem(place);
	});
	beginAnew();
});
