import { inWords } from '../../records/in-words.ts';
import { type Group, isGroup } from '../../records/values.ts';
import type { Citation } from '../../schema/citation.ts';
import { citationsFor } from '../../schema/cited.ts';
import type { Field } from '../../schema/field-tree.ts';
import type { TitleOf } from '../../schema/kind.ts';
import { inSeries } from '../../schema/words.ts';
import { quoted, sentence, someInSeries, theNamed, whereTheyDiffer } from './words.ts';

/** Returns whether two values from records are equal. The schema ensures that the keys of groups are in the same order. */
export const isAlike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Returns the main field of a list entry, which is the first field other than the id. */
const mainField = ({ fields }: Field, entry: Group): Field | undefined =>
	fields.find(({ key }) => key !== 'id' && entry[key] !== undefined);

/** Describes in sentences what changed between two versions of a record. */
export class FieldChanges {
	readonly #titleOf: TitleOf;

	constructor(titleOf: TitleOf) {
		this.#titleOf = titleOf;
	}

	/**
	 * Describes the changes in a group: one sentence for all added fields, one for all removed fields, and one for each changed field.
	 *
	 * @param called the name of the group, such as "the meeting “Ninth meeting”"
	 */
	inGroup({ fields, stated }: Field, before: Group, after: Group, called: string): string[] {
		const [added, removed, changes]: [string[], string[], string[]] = [[], [], []];
		for (const field of fields) {
			const { key, title, entry } = field;
			const [old, now] = [before[key], after[key]];
			if (isAlike(old, now)) continue;
			if (key === 'sources') {
				changes.push(...this.#ofSources(stated, before, after, called));
				continue;
			}
			const name = theNamed(title);
			const label = `${name} of ${called}`;
			if (entry) changes.push(...this.#inList(entry, asList(old), asList(now), label));
			else if (isGroup(old) && isGroup(now)) changes.push(...this.inGroup(field, old, now, label));
			else if (old !== undefined && now !== undefined) changes.push(this.#ofValue(field, old, now, label));
			else {
				const words = this.#inWords(field, old ?? now);
				(old === undefined ? added : removed).push(words === '' ? name : `${name} (${words})`);
			}
		}
		return [
			...(added.length > 0 ? [sentence(`Adds ${inSeries(added)} to ${called}`)] : []),
			...(removed.length > 0 ? [sentence(`Removes ${inSeries(removed)} from ${called}`)] : []),
			...changes,
		];
	}

	#inList(element: Field, before: readonly unknown[], after: readonly unknown[], label: string): string[] {
		const kept = keptEntries(element, before, after);
		const show = (entry: unknown): string => {
			if (!isGroup(entry)) return this.#inWords(element, entry);
			const field = mainField(element, entry);
			return field ? this.#inWords(field, entry[field.key]) : '';
		};
		const came = after.filter((entry) => !kept.some(([, now]) => now === entry));
		const went = before.filter((entry) => !kept.some(([old]) => old === entry));
		const places = kept.map(([old]) => before.indexOf(old));
		return [
			...[...Map.groupBy(came, (entry) => this.#sourcesOf(entry))].map(([sources, some]) =>
				sentence(`Adds ${someInSeries(some.map(show))} to ${label}${sources}`),
			),
			...(went.length > 0 ? [sentence(`Removes ${someInSeries(went.map(show))} from ${label}`)] : []),
			...kept.flatMap(([old, now]) =>
				isGroup(old) && isGroup(now) ? this.#inEntry(element, old, now, [show(old), show(now)], label) : [],
			),
			...(places.some((place, index) => place < (places[index - 1] ?? 0))
				? [`Changes the order of ${label}.`]
				: []),
		];
	}

	/** Names the sources of a new list entry, or returns an empty string if the entry has no sources of its own. */
	#sourcesOf(entry: unknown): string {
		const ids = isGroup(entry) ? (asList(entry.sources) as readonly Citation[]).map(({ id }) => id) : [];
		const titles = [...new Set(ids)].map((id) => quoted(this.#titleOf('sources', id)));
		if (titles.length === 0) return '';
		return `, with ${inSeries(titles)} as the ${titles.length === 1 ? 'source' : 'sources'}`;
	}

	/** Describes which sources, supported facts and quotes were added to or removed from a group. */
	#ofSources(stated: readonly Field[], before: Group, after: Group, called: string): string[] {
		const fields = stated.filter(({ key }) => (before[key] ?? after[key]) !== undefined);
		const cited = ({ sources }: Group) => asList(sources) as readonly Citation[];
		const behind = (group: Group, key: string) => citationsFor(cited(group), key);
		const ids = new Set([before, after].flatMap(cited).map(({ id }) => id));
		const wordsOf = (group: Group, id: string, key: string): string =>
			behind(group, key)
				.flatMap((citation) => (citation.id === id ? (citation.quote ?? []) : []))
				.join(' […] ');
		return [...ids].flatMap((id) => {
			const title = quoted(this.#titleOf('sources', id));
			const has = (group: Group, key: string): boolean =>
				behind(group, key).some((citation) => citation.id === id);
			const gained = fields.filter(({ key }) => has(after, key) && !has(before, key));
			const lost = fields.filter(({ key }) => has(before, key) && !has(after, key));
			const requoted = fields.filter(
				({ key }) =>
					has(before, key) && has(after, key) && wordsOf(before, id, key) !== wordsOf(after, id, key),
			);
			const facts = (some: readonly Field[]): string =>
				some.length === fields.length
					? called
					: `${inSeries(some.map(({ title }) => theNamed(title)))} of ${called}`;
			// Says "another source" only if a fact keeps one of its earlier sources.
			const [further = [], only = []] = [true, false].map((isFurther) =>
				gained.filter(({ key }) => {
					const earlier = new Set(behind(before, key).map((citation) => citation.id));
					return behind(after, key).some((citation) => earlier.has(citation.id)) === isFurther;
				}),
			);
			return [
				...(gained.length === fields.length
					? [sentence(`Adds ${title} to the sources of ${called}`)]
					: [
							...(further.length > 0
								? [sentence(`Adds ${title} as another source for ${facts(further)}`)]
								: []),
							...(only.length > 0 ? [sentence(`Adds ${title} as the source for ${facts(only)}`)] : []),
						]),
				...(lost.length === fields.length
					? [sentence(`Removes ${title} from the sources of ${called}`)]
					: lost.length > 0
						? [sentence(`Removes ${title} as a source for ${facts(lost)}`)]
						: []),
				...[...Map.groupBy(requoted, ({ key }) => wordsOf(after, id, key))].map(([words, some]) =>
					sentence(
						words === ''
							? `Removes the quote from ${title} for ${facts(some)}`
							: `Quotes ${title} for ${facts(some)}: ${quoted(words)}`,
					),
				),
			];
		});
	}

	#inEntry(element: Field, old: Group, now: Group, names: readonly string[], label: string): string[] {
		const [before = '', called = ''] = names.map((name) => `${name} in ${label}`);
		const sentences: string[] = [];
		let alike = old;
		if (old.id !== now.id) {
			const redirects = asList(now.aliases).includes(old.id);
			const address = element.fields.some(({ key }) => key === 'aliases')
				? `, and its old address ${redirects ? 'redirects to it' : 'stops working'}`
				: '';
			const [from = '', to = ''] = [old, now].map(({ id }) => quoted(String(id)));
			sentences.push(`Renames ${before}: ${from} is now ${to}${address}.`);
			alike = { ...alike, id: now.id, ...(redirects && { aliases: now.aliases }) };
		}
		const field = mainField(element, now);
		// A change to the main field has its own sentence, because other sentences use this field as the entry's name.
		if (field?.type === 'text' && old[field.key] !== now[field.key]) {
			sentences.push(this.#ofValue(field, old[field.key], now[field.key], label));
			alike = { ...alike, [field.key]: now[field.key] };
		}
		return [...sentences, ...this.inGroup(element, alike, now, called)];
	}

	#ofValue(field: Field, before: unknown, after: unknown, label: string): string {
		const isText = field.type === 'text';
		const [old, now] = [String(before), String(after)];
		const [from = '', to = ''] = isText
			? whereTheyDiffer(old, now).map((each) => quoted(each))
			: [before, after].map((value) => this.#inWords(field, value));
		if (from !== to) return sentence(`Changes ${label} from ${from} to ${to}`);
		return isText
			? `Changes only spaces, line breaks or the end of a long word in ${label}.`
			: // Shows ids and dates as they are in the file, because two records can have the same title, and two dates the same words.
				`Changes ${label} from ${quoted(old)} to ${quoted(now)}.`;
	}

	/** Describes a value in words. Replaces ids with titles, and puts strings in quotation marks. */
	#inWords(field: Field, value: unknown): string {
		const { type, entry, fields } = field;
		if (entry) return someInSeries(asList(value).map((each) => this.#inWords(entry, each)));
		if (isGroup(value)) {
			return fields
				.filter(({ key }) => value[key] !== undefined && key !== 'sources')
				.map((part) => this.#inWords(part, value[part.key]))
				.join(', ');
		}
		// The value of a `mark` field is always `true`.
		if (value === true) return '';
		const words = inWords(field, value, this.#titleOf);
		return type === 'date' || typeof value === 'number' ? words : quoted(words);
	}
}

/**
 * Returns the entries that are in both lists, in the order of the later list. Two entries match if they are equal, share a current or
 * former id, have the same main field, or have the same position and no id.
 */
function keptEntries(
	element: Field,
	before: readonly unknown[],
	after: readonly unknown[],
): [unknown, unknown][] {
	const ofGroups: ((old: Group, now: Group) => boolean)[] = [
		(old, now) => old.id !== undefined && [now.id, ...asList(now.aliases)].includes(old.id),
		(old, now) => {
			const { key = '' } = mainField(element, now) ?? {};
			return isAlike(old[key], now[key]);
		},
		(old, now) => now.id === undefined && before.indexOf(old) === after.indexOf(now),
	];
	const kept = new Map<unknown, unknown>();
	const pair = (isSame: (old: unknown, now: unknown) => boolean): void => {
		const taken = new Set(kept.values());
		for (const now of after.filter((entry) => !kept.has(entry))) {
			const old = before.find((entry) => !taken.has(entry) && isSame(entry, now));
			if (old === undefined) continue;
			taken.add(old);
			kept.set(now, old);
		}
	};
	pair(isAlike);
	for (const isSame of ofGroups) pair((old, now) => isGroup(old) && isGroup(now) && isSame(old, now));
	return after.filter((now) => kept.has(now)).map((now) => [kept.get(now), now]);
}
