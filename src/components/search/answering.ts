import type { SearchAnswer } from '../../outputs/search/answers.ts';
import type { SearchWords } from '../../outputs/search/words.ts';
import type { DayBounds } from '../../schema/edtf.ts';
import { rootsOf, type Term } from './meant.ts';

/** The maximum number of answers. If a question has more answers, readers only see the search results. */
const most = 5;

/** Returns a function that answers a question and also returns the words left to search for, or none if it is not a known question. */
export function answering({ questions, answers }: Pick<SearchWords, 'questions' | 'answers'>) {
	const patterns = questions.map(({ topic, has, may, isComparison = false }) => ({
		topic,
		isComparison,
		has: has.map((words) => new Set(rootsOf(words))),
		may: new Set(rootsOf(may)),
	}));
	const prepared = answers.map((answer) => ({ answer, names: answer.about?.map(rootsOf) }));

	return (
		terms: readonly Term[],
		days: DayBounds | undefined,
		isRange = false,
	): { answers: SearchAnswer[]; terms: readonly Term[] } => {
		const asked = terms.map((term) => ({
			term,
			roots: rootsOf(term.words.length > 0 ? term.words.join(' ') : term.typed),
		}));
		for (const { topic, has, may, isComparison } of patterns) {
			if (topic === 'day' && !isComparison && days?.earliest !== days?.latest) continue;
			const isIn =
				(words: ReadonlySet<string>) =>
				({ roots }: { roots: string[] }) =>
					roots.every((root) => words.has(root));
			// Two dates alone ask what changed between them.
			const isDates = isComparison && isRange && asked.every(isIn(may));
			if (!isDates && !has.every((words) => asked.some(isIn(words)))) continue;
			const about = asked.filter((word) => !isIn(may)(word) && !has.some((words) => isIn(words)(word)));
			const subject = about.flatMap(({ roots }) => roots);
			const fitting = prepared
				.filter(({ answer }) => answer.topic === topic && isOn(answer, days))
				.filter(({ names }) => isAbout(names, subject, days !== undefined))
				.map(({ answer }) => answer);
			const inside = fitting.filter(({ isOutside }) => !isOutside);
			const found = isComparison
				? inside.filter((_, index) => index === 0 || index === inside.length - 1)
				: (inside.length > 0 ? inside : fitting).filter(
						({ text }, index, all) => text !== all[index - 1]?.text,
					);
			const main = isIn(has[0] ?? new Set());
			const left = asked.filter((word) => about.includes(word) || main(word)).map(({ term }) => term);
			if (found.length > 0 && found.length <= most) return { answers: found, terms: left };
			// A word without an entry in the glossary is searched for without the rest of the question.
			if (topic === 'glossary' && days === undefined && left.length < asked.length)
				return { answers: [], terms: left };
		}
		return { answers: [], terms: [] };
	};
}

/** Returns whether an answer is about any of the given days. An answer to a query without a date must be about today or have a subject. */
const isOn = ({ days, about }: SearchAnswer, asked: DayBounds | undefined): boolean =>
	asked === undefined
		? days === undefined || about !== undefined
		: days !== undefined && days[0] <= asked.latest && asked.earliest <= days[1];

/** Returns whether the subject of a question consists of exactly the words in one of the names. */
function isAbout(
	names: readonly string[][] | undefined,
	subject: readonly string[],
	hasDays: boolean,
): boolean {
	if (subject.length === 0) return names === undefined || hasDays;
	return (
		names !== undefined &&
		names.some((name) => name.every((word) => subject.includes(word))) &&
		subject.every((word) => names.some((name) => name.includes(word)))
	);
}
