import type { Question, Told } from './worker.ts';

// Milliseconds between a key and the question about what was typed.
const typingPause = 40;

/** Where a page has its files checked; nothing is loaded before it asks first. */
export class Desk {
	readonly #address: string;
	readonly #tell: (told: Told) => void;
	readonly #fail: () => void;
	#worker: Worker | undefined;
	#number = 0;
	#names: Told['names'];
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * @param address where the published record is
	 * @param tell is given each answer to the last question
	 * @param fail is called where the checks cannot be loaded
	 */
	constructor(address: string, tell: (told: Told) => void, fail: () => void) {
		this.#address = address;
		this.#tell = tell;
		this.#fail = fail;
	}

	/** Asks, a moment later, unless it asks anew before that. */
	ask(question: () => Omit<Question, 'number'>): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#number++;
			(this.#worker ??= this.#start()).postMessage({
				...question(),
				number: this.#number,
				address: this.#address,
			});
		}, typingPause);
	}

	/** Ends it: nothing is asked or told any more. */
	close(): void {
		clearTimeout(this.#timer);
		this.#worker?.terminate();
	}

	#start(): Worker {
		const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
			// Names are told once: those of an answer that comes too late go with the next.
			const names = data.names ?? this.#names;
			const isLast = data.number === this.#number;
			this.#names = isLast ? undefined : names;
			if (isLast) this.#tell({ ...data, names });
		});
		worker.addEventListener('error', this.#fail);
		return worker;
	}
}
