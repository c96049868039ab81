import { nearest } from '../../schema/nearest.ts';
import type { Answer, Answers } from './answers.ts';

/* Reads the answers in a form. This code must not import the schema, because the page itself runs the code. */

/** An editor's answer about one source of a fact. Without `states`, the source supports the whole fact. */
export interface CitationAnswers extends Answers {
	readonly id: string;
	readonly states?: string[] | undefined;
	readonly quote?: string;
}

/** Returns all citations in an answer, except for empty ones. */
export const citationsIn = (answer: Answer | undefined): CitationAnswers[] =>
	(Array.isArray(answer) ? (answer as readonly CitationAnswers[]) : [])
		.filter((citation) => !isEmpty(citation))
		.map(({ states, ...citation }) => (states?.length ? { ...citation, states } : citation));

/** Returns the text of an answer. Lists and groups count as empty. */
export const textIn = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '');

export const isEmpty = (answer: Answer | undefined): boolean =>
	typeof answer === 'string' ? answer.trim() === '' : Object.values((answer ?? {}) as Answers).every(isEmpty);

/** A source that an editor adds to a citation, and the path of its answers in the form. */
export interface NewSource {
	readonly path: string;
	readonly answers: Answers;
}

/** Extracts the new sources from the answers. The citations then refer to these sources by title. */
export function extractNewSources(answers: Answers): { answers: Answers; sources: NewSource[] } {
	const sources: NewSource[] = [];
	const within = (answer: Answer, path: string): Answer => {
		if (typeof answer === 'string') return answer;
		if (Array.isArray(answer))
			return (answer as readonly Answer[]).map((each, index) => within(each, `${path}.${String(index)}`));
		const { newSource, ...own } = answer as Answers;
		const rest = Object.entries(own).map(([key, each]) => [
			key,
			each === undefined ? each : within(each, path === '' ? key : `${path}.${key}`),
		]);
		const group = Object.fromEntries(rest) as Answers;
		if (newSource === undefined || isEmpty(newSource)) return group;
		sources.push({ path: `${path}.newSource`, answers: newSource as Answers });
		return { ...group, id: textIn((newSource as Answers).title) };
	};
	return { answers: within(answers, '') as Answers, sources };
}

/** Returns a name in lower case, without accents, spaces and hyphens. */
const plainName = (name: string): string =>
	name
		.normalize('NFKD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		.replace(/[\s-]+/g, '');

/** Finds the name that an editor probably means, and says whether only case, accents or spaces differ. */
export function nearestName(
	written: string,
	names: readonly string[],
): { readonly name: string; readonly isSame: boolean } | undefined {
	const plain = plainName(written);
	// Editors can also identify a source by its title alone.
	const byName = new Map(
		names.flatMap((name) => [name.replace(/^.*?: /, ''), name].map((each) => [plainName(each), name])),
	);
	const same = byName.get(plain);
	if (same !== undefined) return { name: same, isSame: true };
	const containing = names.filter((name) => plain.length > 2 && plainName(name).includes(plain));
	const name = containing.length === 1 ? containing[0] : byName.get(nearest(plain, byName.keys()) ?? '');
	return name === undefined ? undefined : { name, isSame: false };
}
