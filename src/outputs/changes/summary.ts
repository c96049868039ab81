import type { Network } from '../../network/network.ts';
import { typographic } from '../../network/typography.ts';
import { type FilesChanged, pathsByFate } from '../../records/past-commits.ts';
import { ending, readTexts, withoutEnding } from '../../records/read-texts.ts';
import { kindOf } from '../../schema/index.ts';
import { isKind } from '../../schema/kinds.ts';
import { capitalized, counted, inSeries, uncapitalized } from '../../schema/words.ts';
import { titlesAt } from '../titles.ts';
import { changesByRecord, dataOf, type RecordChange } from './changes.ts';
import { type State, stateOf } from './state.ts';
import { quoted, sentence, someInSeries } from './words.ts';

export interface NamedChange extends RecordChange {
	readonly name: string;
}

const verbs = { added: 'Adds', changed: 'Changes', removed: 'Removes' };

/** Describes changes to files, record by record. Files with an old format or unknown contents are only named. */
export function describeChanges(network: Network, files: FilesChanged): NamedChange[] {
	const [before, after] = [files.before, files.after].map((texts) =>
		stateOf(readTexts('content', texts), 'content'),
	) as [State, State];
	const both = [...before, ...after];
	const unread = new Set(both.flatMap(([address, file]) => ('text' in file ? [address] : [])));
	const comparable = new Set(both.map(([address]) => address)).difference(unread);
	const only = (state: State): State => new Map([...state].filter(([address]) => comparable.has(address)));
	const titleOf = titlesAt(
		(address) => dataOf(after.get(address)) ?? dataOf(before.get(address)) ?? network.byAddress.get(address),
	);
	const nameOf = (address: string): string => {
		const [kind = '', id = ''] = address.split('/');
		return typographic(isKind(kind) ? titleOf(kind, id) : `the ${kind}`);
	};
	const paths = pathsByFate(files);
	const unreadable = (['added', 'changed', 'removed'] as const).flatMap((fate) =>
		paths[fate]
			.filter((path) => path.endsWith(ending) && !comparable.has(withoutEnding(path)))
			.map((path) => {
				const address = withoutEnding(path);
				const sentences = [sentence(`${verbs[fate]} ${quoted(nameOf(address))}`)];
				return { address, facts: [['', fate] as const], sentences };
			}),
	);
	return [
		...changesByRecord(only(before), only(after), (address) => network.byAddress.get(address)),
		...unreadable,
	].map((change) => ({
		...change,
		name: nameOf(change.address),
		sentences: change.sentences.map(typographic),
	}));
}

// The limits for a title: the number of names, the number of parts, and the length of a name.
const ofTitle = { names: 3, parts: 2, name: 60 } as const;

const listed = (names: readonly string[]): string => someInSeries(names, ofTitle.names);

/** Returns a name in quotation marks if it contains punctuation. */
const nameInTitle = ({ name }: NamedChange): string =>
	/[^\p{L}\p{N} ’-]/u.test(name) ? quoted(name, ofTitle.name) : name;

/** Summarizes what changed in a record, such as "dates corrected and notes added". */
const inFewWords = (facts: RecordChange['facts']): string =>
	inSeries(
		[...Map.groupBy(facts, ([, fate]) => fate)].map(([fate, some]) =>
			`${listed(some.map(([what]) => what))} ${fate}`.trim(),
		),
	);

/** Returns a title that summarizes changes, such as "Eleventh meeting: dates corrected". */
export function titleOfChanges(changes: readonly NamedChange[]): string {
	const groups = [...Map.groupBy(changes, ({ facts }) => inFewWords(facts))];
	const parts = groups
		.slice(0, ofTitle.parts)
		.map(([words, some]) => `${listed(some.map(nameInTitle))}: ${words}`);
	const left = groups.slice(ofTitle.parts).reduce((sum, [, some]) => sum + some.length, 0);
	return [...parts, ...(left > 0 ? [`${counted(left, 'more record')} changed`] : [])]
		.join('; ')
		.replace(/^the /, 'The ');
}

// The order of changes, from corrections to changes in wording.
const fates = ['corrected', 'made more precise', 'added', 'removed', 'changed'];

/** Groups records by what changed, such as "Dates corrected". New and removed records come first. */
export function byFact(changes: readonly NamedChange[]): [label: string, changes: NamedChange[]][] {
	const sorted = changes
		.flatMap((change) => change.facts.map((fact) => ({ change, fact })))
		.toSorted((a, b) => rankOf(a.fact) - rankOf(b.fact));
	const groups = Map.groupBy(sorted, ({ fact }) => fact.join(' ')).values();
	// Combines groups with the same records and the same type of change.
	const merged = Map.groupBy(groups, (some) =>
		[some[0]?.fact[1], ...some.map(({ change }) => change.address)].join(' '),
	);
	return [...merged.values()].map((same) => [
		capitalized(inFewWords(same.flatMap(([one]) => (one ? [one.fact] : [])))),
		(same[0] ?? []).map(({ change }) => change),
	]);
}

const rankOf = ([what, fate]: RecordChange['facts'][number]): number =>
	fates.indexOf(fate) - (what === '' && fate !== 'changed' ? fates.length : 0);

/** Returns the kinds of the records that changed, such as "Meetings and sources". */
export const kindsOfChanges = (changes: readonly NamedChange[]): string => {
	const names = changes.flatMap(({ address }) => {
		const [kind = ''] = address.split('/');
		return isKind(kind) ? [uncapitalized(kindOf(kind).many)] : [];
	});
	return capitalized(listed([...new Set(names)]));
};
