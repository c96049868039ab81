import { didYouMean, nearestId } from '../schema/nearest.ts';
import type { ContentRecord, Draft } from '../records/content.ts';
import type { Fate } from '../records/history.ts';
import { fateInWords } from '../records/in-words.ts';
import { proposeId } from '../records/propose-id.ts';
import { memoize } from '../records/memoize.ts';
import { kindOf, type RecordData } from '../schema/index.ts';
import type { Kind } from '../schema/kinds.ts';
import { codePoint, quote } from '../schema/quote.ts';
import { uncapitalized, withArticle } from '../schema/words.ts';
import type { Report } from './check.ts';
import { unresolved } from './values.ts';

export function ensureReferencesExist(draft: Draft, report: Report): void {
	const references = unresolved(draft);
	const gone = references.length > 0 ? draft.gone?.() : undefined;
	for (const { at, path, value, kind, id, prefix, help } of references) {
		const now = idsByAlias(draft.records[kind]).get(id);
		const fate = now === undefined ? gone?.get(`${kind}/${id}`) : undefined;
		const meant = fate ? undefined : (now ?? intendedRecord(id, kind, draft));
		const one = uncapitalized(kindOf(kind).one);
		report(at, path, 'reference', {
			message: fate
				? `The ${one} ${quote(value)} was ${fateInWords(fate)}.`
				: now === undefined
					? `Unknown ${one} ${quote(value)}${lookAlike(value, meant)}.`
					: `${quote(value)} is a former id of ${withArticle(one)}.`,
			hint: fate
				? hintForFate(fate, prefix)
				: now === undefined
					? didYouMean(meant && prefix + meant, choices(kind, prefix, draft, help))
					: `Use the current id: "${prefix}${now}".`,
		});
	}
}

/** Ensures that no meeting is part of itself, and that no project comes before itself, even indirectly. */
function ensureNothingFollowsItself({ records }: Draft, report: Report): void {
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
			// A chain of references is only a cycle if it reaches the same record twice.
			if (!link || !passed.has(link)) continue;
			const { id } = link.at;
			const ids = [...passed].map(({ at }) => at.id);
			report(link.at, [key], 'circle', {
				message: `"${key}" forms a loop: ${[...ids.slice(ids.indexOf(id)).slice(0, mostIds), id].map(quote).join(' → ')}.`,
				hint: `Delete "${key}" in one of these records.`,
			});
		}
	}
}

/** Returns an index of current ids by former id. */
const idsByAlias = memoize(
	(records: readonly ContentRecord[]): ReadonlyMap<string, string> =>
		new Map(records.flatMap(({ id, data }) => (data.aliases ?? []).map((alias) => [alias, id]))),
);

const idsOf = memoize((records: readonly ContentRecord[]) => new Set(records.map(({ id }) => id)));

const hintForFate = ({ now }: Fate, prefix: string): string =>
	now === undefined
		? 'Delete this reference or restore the file. If the record has a new id, use the new id here and add the old one to its "aliases".'
		: `Write "${prefix}${now.split('/').at(-1) ?? ''}" and add the old id to the "aliases" of that record, or give the file its old name again.`;

/** Returns texts that editors may write instead of a record's id, such as its name, title, search words or address. */
const namesOf = (data: RecordData<Kind>): readonly (string | undefined)[] => [
	'name' in data ? data.name : undefined,
	'title' in data ? data.title : undefined,
	'code' in data ? data.code : undefined,
	...('searchWords' in data ? (data.searchWords ?? []) : []),
	...('url' in data ? [data.url, ...(data.alsoAt ?? [])] : []),
];

const idsByName = memoize((records: readonly ContentRecord[]): ReadonlyMap<string, readonly string[]> => {
	const ids = new Map<string, string[]>();
	for (const { id, data } of records) {
		for (const name of new Set(namesOf(data).map((each) => each?.toLowerCase())))
			if (name !== undefined) ids.set(name, [...(ids.get(name) ?? []), id]);
	}
	return ids;
});

/** Finds the record that an editor probably meant, given a name or a misspelt id. Returns `undefined` if several records match. */
function intendedRecord(name: string, kind: Kind, draft: Draft): string | undefined {
	const [only, ...others] = idsByName(draft.records[kind]).get(name.toLowerCase()) ?? [];
	if (only !== undefined && others.length === 0) return only;
	const ids = idsOf(draft.records[kind]);
	const written = proposeId(name.replace(/^[\w-]*\/|\.yaml$/g, ''));
	if (ids.has(written)) return written;
	return nearestId(name, ids) ?? recordWithin(name, draft.records[kind]);
}

// The minimum length of a search word, because shorter words are part of too many names.
const shortestPart = 5;

/** Returns the record with the given words in its name, if there is exactly one. */
function recordWithin(words: string, records: readonly ContentRecord[]): string | undefined {
	if (words.length < shortestPart) return undefined;
	const found = [...idsByName(records)].flatMap(([name, ids]) =>
		` ${name} `.includes(` ${words.toLowerCase()} `) ? ids : [],
	);
	return new Set(found).size === 1 ? found[0] : undefined;
}

/** Returns a hint about letters from another alphabet that look like Latin letters. */
function lookAlike(value: string, meant: string | undefined): string {
	const [letter] = /[\p{Script=Cyrillic}\p{Script=Greek}]/u.exec(value) ?? [];
	return letter === undefined || meant === undefined || !/[a-z]/i.test(value)
		? ''
		: `, in which "${letter}" (${codePoint(letter)}) only looks like a Latin letter`;
}

const mostIds = 20;

function choices(kind: Kind, prefix: string, { records }: Draft, help: string): string {
	const ids = idsOf(records[kind]);
	const listed =
		ids.size <= mostIds && ids.size > 0
			? `Use one of these ids: ${[...ids].map((id) => prefix + id).join(', ')}`
			: `Use ${prefix === '' ? 'the' : `"${prefix}" and the`} name of a file in the "${kind}" folder`;
	// Never suggests adding a member, because a country only becomes a member by joining the network.
	return kind === 'members'
		? `${listed}. This field names ${uncapitalized(help)}`
		: `${listed}. If the record is missing, add it first.`;
}

export default [ensureReferencesExist, ensureNothingFollowsItself];
