import { citationsFor } from '../../schema/cited.ts';
import { entryOf, type Field } from '../../schema/field-tree.ts';
import { kindOf, recordFields } from '../../schema/index.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Answer, Answers } from './answers.ts';
import { type CitationAnswers, citationsIn, isEmpty } from './form-answers.ts';

/*
 * Divides a record into facts for its form. A fact consists of fields that the same quote supports, such as the city, country and venue of
 * a meeting. A file lists the sources of a record only once, but the form shows them next to each fact (see `withSourcesPerFact`).
 */

export interface FormFact {
	/** The key of the fact's sources in the form's answers. */
	readonly key: string;
	readonly title: string;
	readonly fields: readonly Field[];
	/** Whether the fact needs no source, because the editors choose all values themselves. */
	readonly isOurs: boolean;
	/** Whether the fact uses the record's list of sources. Groups have their own sources. */
	readonly isCited: boolean;
}

/** Returns the facts of a kind, in the order of their first fields. */
export function formFacts(kind: Kind): FormFact[] {
	const fields = recordFields[kind].filter(({ key }) => key !== 'sources');
	const isSourced = fields.length < recordFields[kind].length;
	const named = Object.entries(kindOf(kind).facts ?? {});
	const titleOf = (field: Field): string =>
		named.find(([, keys]) => keys.includes(field.key))?.[0] ?? field.title;
	return [...Map.groupBy(fields, titleOf)].map(([title, unsorted], index) => {
		const keys = kindOf(kind).facts?.[title] ?? [];
		const own = unsorted.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
		return {
			key: `who${String(index)}`,
			title,
			fields: own,
			isOurs: own.every(({ ours }) => ours),
			isCited: isSourced && own.some((field) => !field.ours && !hasOwnSources(field)),
		};
	});
}

const hasOwnSources = (field: Field): boolean => entryOf(field).fields.some(({ key }) => key === 'sources');

/** A citation with the keys that it supports. */
type Support = CitationAnswers & { readonly states: string[] };

/** Returns the citations that support at least one of the given keys, each with the keys that it supports. */
const supporting = (sources: readonly CitationAnswers[], keys: readonly string[]): Support[] =>
	sources.flatMap((citation) => {
		const states = keys.filter((key) => citationsFor(sources, key).includes(citation));
		return states.length === 0 ? [] : [{ ...citation, states }];
	});

/** Returns the keys of a fact that have values and need a source. */
const keysOf = ({ fields }: FormFact, answers: Answers): string[] =>
	fields.filter(({ key, ours }) => !ours && !isEmpty(answers[key])).map(({ key }) => key);

/** Adds the sources of each fact to a form's answers. */
export function withSourcesPerFact(facts: readonly FormFact[], answers: Answers): Answers {
	const sources = citationsIn(answers.sources);
	const perFact = facts.flatMap((fact): [string, Answer][] => {
		const keys = keysOf(fact, answers);
		const cited = supporting(sources, keys).map(({ states, ...citation }) =>
			states.length === keys.length ? citation : { ...citation, states },
		);
		return fact.isCited && cited.length > 0 ? [[fact.key, cited]] : [];
	});
	return { ...answers, ...Object.fromEntries(perFact) };
}

/** Combines the sources of all facts in a form's answers into one list. */
export function withSourcesOfRecord(facts: readonly FormFact[], answers: Answers): Answers {
	const { sources: given, ...others } = answers;
	const own = Object.fromEntries(
		Object.entries(others).filter(([key]) => !facts.some((fact) => fact.key === key)),
	);
	if (given === undefined) return own;
	const before = citationsIn(given);
	const after = facts.reduce((all, fact) => {
		const keys = keysOf(fact, answers);
		if (!fact.isCited || keys.length === 0) return all;
		const chosen = citationsIn(answers[fact.key]).map(({ states = keys, ...each }) => ({ ...each, states }));
		const isSame = supporting(all, keys).map(textOf).join() === chosen.map(textOf).join();
		return isSame ? all : replaced(all, keys, chosen);
	}, before);
	const needing = facts
		.flatMap(({ fields }) => fields)
		.filter((field) => !field.ours && needsSource(answers[field.key], hasOwnSources(field)))
		.map(({ key }) => key);
	const sources = needing.length === 0 ? after : withEffect(after, needing);
	const isShared =
		after !== before && sources.every(({ states }) => needing.every((key) => states?.includes(key)));
	return { ...own, sources: isShared ? sources.map((each) => ({ ...each, states: [] })) : sources };
}

const textOf = ({ id, quote = '', states }: Support): string => JSON.stringify([id, quote, states]);

/** Returns whether an answer, or any entry of a list, needs the sources of the record. */
const needsSource = (answer: Answer | undefined, canHaveOwn: boolean): boolean =>
	!isEmpty(answer) &&
	(!canHaveOwn || [answer].flat().some((entry) => citationsIn((entry as Answers).sources).length === 0));

/** Replaces the citations for some keys. If possible, each new citation takes the position of an old one. */
function replaced(
	sources: readonly CitationAnswers[],
	keys: readonly string[],
	chosen: readonly Support[],
): CitationAnswers[] {
	const order = sources.flatMap(({ states = [] }) => states);
	const waiting = [...chosen];
	const result: CitationAnswers[] = [];
	const add = (citation: Support): void => {
		const index = result.findIndex(
			({ id, quote = '', states }) => states && id === citation.id && quote === (citation.quote ?? ''),
		);
		const states = [...(result[index]?.states ?? []), ...citation.states];
		const inOrder = states.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
		result.splice(index === -1 ? result.length : index, 1, { ...citation, states: inOrder });
	};
	for (const { states, ...citation } of sources) {
		const others = states?.filter((key) => !keys.includes(key));
		if (others?.length !== 0) result.push(others ? { ...citation, states: others } : citation);
		const next = others && others.length < (states?.length ?? 0) ? waiting.shift() : undefined;
		if (next) add(next);
	}
	waiting.forEach(add);
	return result;
}

/** Removes the citations and keys that have no effect. */
function withEffect(sources: readonly CitationAnswers[], needing: readonly string[]): CitationAnswers[] {
	const named = new Set(sources.flatMap(({ states = [] }) => states));
	return sources.flatMap(({ states, ...citation }): CitationAnswers[] => {
		const kept = states?.filter((key) => needing.includes(key));
		if (!kept) return needing.every((key) => named.has(key)) ? [] : [citation];
		return kept.length === 0 ? [] : [{ ...citation, states: kept }];
	});
}
