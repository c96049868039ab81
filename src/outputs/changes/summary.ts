import type { Network } from '../../network/network.ts';
import { typographic } from '../../network/typography.ts';
import type { FilesChanged } from '../../records/past-commits.ts';
import { readTexts, withoutEnding } from '../../records/read-texts.ts';
import { kindOf, singles } from '../../schema/index.ts';
import { isKind } from '../../schema/kinds.ts';
import { capitalized, counted, inSeries, uncapitalized } from '../../schema/words.ts';
import { titlesAt } from '../titles.ts';
import { changesByRecord, dataOf, type RecordChange } from './changes.ts';
import { type State, stateOf } from './state.ts';
import { quoted, sentence, someInSeries } from './words.ts';

/** A change to a record, without sentences if the file has an old format. */
export interface NamedChange extends RecordChange {
	readonly name: string;
}

/** Describes changes to files, record by record. If a file has an old format or its contents are unknown, only names it. */
export function describeChanges(network: Network, files: FilesChanged): NamedChange[] {
	const stateAt = (texts: ReadonlyMap<string, string>): State =>
		stateOf(readTexts('content', texts), 'content');
	const [before, after] = [stateAt(files.before), stateAt(files.after)];
	const both = [...before, ...after];
	const unread = new Set(both.flatMap(([address, file]) => ('text' in file ? [address] : [])));
	const comparable = new Set(both.map(([address]) => address)).difference(unread);
	const only = (state: State): State => new Map([...state].filter(([address]) => comparable.has(address)));
	const titleOf = titlesAt(
		(address) => dataOf(after.get(address)) ?? dataOf(before.get(address)) ?? network.byAddress.get(address),
	);
	const named = (change: RecordChange): NamedChange => {
		const [kind = '', id = ''] = change.address.split('/');
		return {
			...change,
			name: typographic(isKind(kind) ? titleOf(kind, id) : `the ${kind}`),
			sentences: change.sentences.map(typographic),
		};
	};
	const unreadable = (['added', 'changed', 'removed'] as const).flatMap((fate) =>
		files[fate]
			.map(withoutEnding)
			.filter((address) => !comparable.has(address) && isKnown(address))
			.map((address) => ({ address, facts: [['', fate] as const], sentences: [] })),
	);
	return [
		...changesByRecord(only(before), only(after), (address) => network.byAddress.get(address)),
		...unreadable,
	].map(named);
}

/** Returns whether an address belongs to a record or a file such as `site.yaml`, and not to a file such as `LICENSE`. */
const isKnown = (address: string): boolean =>
	isKind(address.split('/')[0] ?? '') || (singles as readonly string[]).includes(address);

const verbs = { added: 'Adds', changed: 'Changes', removed: 'Removes' };

/** Returns the sentences about changes. Records without sentences are named together. */
export const sentencesOf = (changes: readonly NamedChange[]): string[] => [
	...changes.flatMap(({ sentences }) => sentences),
	...Object.entries(verbs).flatMap(([fate, verb]) => {
		const names = changes.filter(({ facts, sentences }) => sentences.length === 0 && facts[0]?.[1] === fate);
		return names.length === 0
			? []
			: [sentence(`${verb} ${someInSeries(names.map(({ name }) => quoted(name, longestName)))}`)];
	}),
];

const longestName = 60;

/** Removes the quotation marks from a name, unless it contains punctuation. */
const nameInTitle = (name: string): string =>
	/[^\p{L}\p{N} ’-]/u.test(name) ? quoted(name, longestName) : name;

/** Summarizes what changed in a record, such as "dates corrected and notes added". */
const inFewWords = (facts: RecordChange['facts']): string =>
	inSeries(
		[...Map.groupBy(facts, ([, fate]) => fate)].map(([fate, some]) =>
			`${someInSeries(
				some.map(([what]) => what),
				ofTitle.names,
			)} ${fate}`.trim(),
		),
	);

// The maximum numbers of names and of parts in a title.
const ofTitle = { names: 3, parts: 2 } as const;

/** Returns a title that summarizes changes, such as "Eleventh meeting: dates corrected". */
export function titleOfChanges(changes: readonly NamedChange[]): string {
	const groups = [...Map.groupBy(changes, ({ facts }) => inFewWords(facts))];
	const parts = groups.slice(0, ofTitle.parts).map(
		([words, some]) =>
			`${someInSeries(
				some.map(({ name }) => nameInTitle(name)),
				ofTitle.names,
			)}: ${words}`,
	);
	const left = groups.slice(ofTitle.parts).reduce((sum, [, some]) => sum + some.length, 0);
	return [...parts, ...(left > 0 ? [`${counted(left, 'more record')} changed`] : [])]
		.join('; ')
		.replace(/^the /, 'The ');
}

// The order of changes, from corrections to changes in wording.
const fates = ['corrected', 'made more precise', 'added', 'removed', 'changed'];

/** Groups records by what changed, such as "Dates corrected". New and removed records come first. */
export function byFact(changes: readonly NamedChange[]): [label: string, changes: NamedChange[]][] {
	const facts = changes.flatMap((change) =>
		change.facts.map(([what, fate]) => ({ change, what, fate, rank: rankOf(what, fate) })),
	);
	const sorted = facts.toSorted((a, b) => a.rank - b.rank);
	const groups = [...Map.groupBy(sorted, ({ what, fate }) => `${what} ${fate}`).values()];
	// Combines the same changes to the same records.
	const merged = Map.groupBy(groups, (some) =>
		[some[0]?.fate, ...some.map(({ change }) => change.address)].join(' '),
	);
	return [...merged.values()].map((same) => [
		capitalized(inFewWords(same.flatMap(([one]) => (one ? [[one.what, one.fate] as const] : [])))),
		(same[0] ?? []).map(({ change }) => change),
	]);
}

const rankOf = (what: string, fate: string): number =>
	(what === '' && fate !== 'changed' ? -fates.length : 0) + fates.indexOf(fate);

/** Returns the kinds of the records that changed, such as "Meetings and sources". */
export const kindsOfChanges = (changes: readonly NamedChange[]): string => {
	const names = changes.flatMap(({ address }) => {
		const [kind = ''] = address.split('/');
		return isKind(kind) ? [uncapitalized(kindOf(kind).many)] : [];
	});
	return capitalized(someInSeries([...new Set(names)], ofTitle.names));
};
