/* What is kept in this browser, and only there, of what somebody writes for a proposal. */
import type { Answers } from '../../outputs/editors/answers.ts';

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

/** A group without one of its keys. */
export const without = <T>(group: Readonly<Record<string, T>>, key: string): Record<string, T> =>
	Object.fromEntries(Object.entries(group).filter(([each]) => each !== key));

/** The store of one site: several can share an address, and so a browser's storage. */
export class Store {
	readonly #key: string;

	/** @param site something that tells it from others at the same address */
	constructor(site: string) {
		this.#key = `proposal ${site}`;
	}

	get(): Kept {
		const nothing: Kept = { forms: {}, files: {} };
		try {
			return { ...nothing, ...(JSON.parse(localStorage.getItem(this.#key) ?? '{}') as Partial<Kept>) };
		} catch {
			// A browser can refuse to keep anything; then what is written lasts as long as the page.
			return nothing;
		}
	}

	set(change: Partial<Kept>): void {
		try {
			localStorage.setItem(this.#key, JSON.stringify({ ...this.get(), ...change }));
		} catch {
			// As above.
		}
	}

	forget(): void {
		try {
			localStorage.removeItem(this.#key);
		} catch {
			// As above.
		}
	}
}
