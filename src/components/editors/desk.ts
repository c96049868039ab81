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
			if (data.number === this.#number) this.#tell(data);
		});
		worker.addEventListener('error', this.#fail);
		return worker;
	}
}
