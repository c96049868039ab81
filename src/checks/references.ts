import { didYouMean, nearestId } from '../records/nearest.ts';
import type { ContentRecord, Draft } from '../records/content.ts';
import type { Fate } from '../records/history.ts';
import { fateInWords } from '../records/in-words.ts';
import { proposeId } from '../records/propose-id.ts';
import { memoize } from '../records/memoize.ts';
import { kindOf, type RecordData } from '../schema/index.ts';
import type { Kind } from '../schema/kinds.ts';
import { codePoint, quote } from '../schema/quote.ts';
import { uncapitalized, withArticle, withinSentence } from '../schema/words.ts';
import type { Report } from './check.ts';
import { unresolved } from './values.ts';

/** Ensure that every reference leads to a record. */
export function ensureReferencesExist(draft: Draft, report: Report): void {
	const references = unresolved(draft);
	const gone = references.length > 0 ? draft.gone?.() : undefined;
	for (const { at, path, value, kind, id, prefix, help } of references) {
		const now = currentId(kind, id, draft);
		const fate = now === undefined ? gone?.get(`${kind}/${id}`) : undefined;
		const meant = fate ? undefined : (now ?? recordMeantBy(id, kind, draft));
		const one = uncapitalized(kindOf(kind).one);
		report(at, path, 'reference', {
			message: fate
				? `The ${one} ${quote(value)} was ${fateInWords(fate)}.`
				: now === undefined
					? `Unknown ${one} ${quote(value)}${lookAlike(value, meant)}.`
					: `${quote(value)} is a former id of ${withArticle(one)}.`,
			hint: fate
				? waysOut(fate, prefix)
				: now === undefined
					? didYouMean(meant && prefix + meant, choices(kind, prefix, draft, help))
					: `Write its current id: "${prefix}${now}".`,
		});
	}
}

/** Ensure that no meeting is part of itself and no project follows itself, over however many steps. */
export function ensureNothingFollowsItself({ records }: Draft, report: Report): void {
	const chains = [
		{ links: records.meetings.map((at) => ({ at, next: at.data.partOf })), key: 'partOf' },
		{ links: records.projects.map((at) => ({ at, next: at.data.follows })), key: 'follows' },
	];
	for (const { links, key } of chains) {
		const byId = new Map(links.map((link) => [link.at.id, link]));
		const seen = new Set<unknown>();
		for (const start of links) {
			const passed = new Set<typeof start>();
			let link: typeof start | undefined = start;
			for (; link && !seen.has(link); link = byId.get(link.next ?? '')) {
				seen.add(link);
				passed.add(link);
			}
			// It is a circle only if it comes back to where this way has been.
			if (!link || !passed.has(link)) continue;
			const { id } = link.at;
			const ids = [...passed].map(({ at }) => at.id);
			report(link.at, [key], 'circle', {
				message: `"${key}" leads from ${quote(id)} back to itself: ${[...ids.slice(ids.indexOf(id)).slice(0, mostIds), id].join(' → ')}.`,
				hint: `Delete "${key}" in one of these records.`,
			});
		}
	}
}

/** The id that a record has now, by one that it had before it was renamed. */
const currentId = (kind: Kind, id: string, { records }: Draft): string | undefined =>
	records[kind].find(({ data }) => data.aliases?.includes(id))?.id;

const waysOut = ({ now }: Fate, prefix: string): string =>
	now === undefined
		? 'Delete this reference, restore the file, or write the new id of the record and add the old one to its "aliases".'
		: `Write "${prefix}${now.split('/').at(-1) ?? ''}" and add the old id to the "aliases" of that record, or give the file its old name again.`;

/** What else a record can be meant by than its id: its name, its title, a word to search by, and of a source its addresses. */
const namesOf = (data: RecordData<Kind>): readonly (string | undefined)[] => [
	'name' in data ? data.name : undefined,
	'title' in data ? data.title : undefined,
	...('searchWords' in data ? (data.searchWords ?? []) : []),
	...('url' in data ? [data.url, ...(data.alsoAt ?? [])] : []),
];

/** The ids of records of a kind by what else they can be meant by, in small letters. */
const idsByName = memoize((records: readonly ContentRecord[]): ReadonlyMap<string, readonly string[]> => {
	const ids = new Map<string, string[]>();
	for (const { id, data } of records) {
		for (const name of new Set(namesOf(data).map((each) => each?.toLowerCase())))
			if (name !== undefined) ids.set(name, [...(ids.get(name) ?? []), id]);
	}
	return ids;
});

/** The one record that something is a name of, or of whose id it is a slip of the pen. */
function recordMeantBy(name: string, kind: Kind, draft: Draft): string | undefined {
	const [only, ...others] = idsByName(draft.records[kind]).get(name.toLowerCase()) ?? [];
	if (only !== undefined && others.length === 0) return only;
	const ids = draft.records[kind].map(({ id }) => id);
	const written = proposeId(name);
	return ids.find((id) => id === written) ?? nearestId(name, ids);
}

/** Names a letter of another alphabet that only looks right. */
function lookAlike(value: string, meant: string | undefined): string {
	const [letter] = /[^\p{ASCII}]/u.exec(value) ?? [];
	return letter === undefined || meant === undefined || proposeId(value) === meant
		? ''
		: `, in which "${letter}" (${codePoint(letter)}) only looks like a Latin letter`;
}

// More ids than these are no help in a message.
const mostIds = 20;

/** Says which ids can be used. */
function choices(kind: Kind, prefix: string, { records }: Draft, help: string): string {
	const ids = records[kind].map(({ id }) => prefix + id);
	const listed =
		ids.length <= mostIds && ids.length > 0
			? `Use one of these ids: ${ids.join(', ')}`
			: `Use ${prefix === '' ? 'the' : `"${prefix}" and the`} name of a file in the folder "${kind}"`;
	// A country does not become a member because a record names it. The help can say where else to name it.
	return kind === 'members' ? `${listed} (${withinSentence(help)}).` : `${listed}; or add the record first.`;
}
