import type { Network } from '../../network/network.ts';
import { typographic } from '../../network/typography.ts';
import { type FilesChanged, pathsByFate } from '../../records/past-commits.ts';
import { ending, readTexts, withoutEnding } from '../../records/read-texts.ts';
import { kindOf, type Single } from '../../schema/index.ts';
import { isKind, type Kind, kinds } from '../../schema/kinds.ts';
import { capitalized, counted, inSeries } from '../../schema/words.ts';
import { titlesAt } from '../titles.ts';
import { changesByRecord, dataOf, type RecordChange, type State, stateOf } from './changes.ts';
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

// The order of changes, from new records to changes in wording.
const fates = ['added', 'removed', 'corrected', 'made more precise', 'changed'];

/** The most important change in a record. A text that was added to a record, or removed from it, counts as a change in wording. */
const fateOf = ({ facts }: NamedChange): string => {
	const isWhole = facts.some(([what]) => what === '');
	return fates.slice(isWhole ? 0 : 2).find((fate) => facts.some(([, one]) => one === fate)) ?? 'changed';
};

/**
 * Groups records by their change and kind, such as "Meetings corrected". New and removed records come first. Each record is in one group. The
 * list of published addresses is left out, because it only changes together with a record.
 */
export function byChange(changes: readonly NamedChange[]) {
	const sorted = changes
		.filter(({ address }) => address !== ('addresses' satisfies Single))
		.map((change) => ({ change, fate: fateOf(change), kind: kindAt(change) }))
		.toSorted((a, b) => fates.indexOf(a.fate) - fates.indexOf(b.fate) || rankOf(a.kind) - rankOf(b.kind));
	const groups = Map.groupBy(sorted, ({ fate, kind = '' }) => `${kind} ${fate}`);
	return [...groups].map(([words, some]) => {
		const kind = some[0]?.kind;
		const called = kind && kindOf(kind)[some.length === 1 ? 'one' : 'many'];
		const fields = some.flatMap(({ change }) => change.facts.flatMap(([what]) => what || []));
		return {
			label: capitalized(called ? words.replace(kind, called) : words.trim()),
			changes: some.map(({ change }) => change),
			/** The names of the fields that changed, with the most frequent one first. */
			fields: capitalized(listed(mostFrequent(fields))),
		};
	});
}

const kindAt = ({ address }: NamedChange): Kind | undefined => {
	const [kind = ''] = address.split('/');
	return isKind(kind) ? kind : undefined;
};

const rankOf = (kind: Kind | undefined): number => (kind ? kinds.indexOf(kind) : -1);

const mostFrequent = (names: readonly string[]): string[] =>
	[...Map.groupBy(names, (name) => name)]
		.toSorted(([, a], [, b]) => b.length - a.length)
		.map(([name]) => name);
