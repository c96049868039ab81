import { didYouMean, nearestId } from '../schema/nearest.ts';
import type { ContentRecord, Draft } from '../records/content.ts';
import type { Fate } from '../records/history.ts';
import { fateInWords } from '../records/in-words.ts';
import { proposeId } from '../records/propose-id.ts';
import { kindOf } from '../schema/index.ts';
import type { Kind } from '../schema/kinds.ts';
import { codePoint, quote } from '../schema/quote.ts';
import { uncapitalized, withArticle } from '../schema/words.ts';
import type { Report } from './check.ts';
import { unresolved } from './values.ts';

export function ensureReferencesExist(draft: Draft, report: Report): void {
	const references = unresolved(draft);
	const gone = references.length > 0 ? draft.gone?.() : undefined;
	const names: Partial<Record<Kind, Names>> = {};
	for (const { at, path, value, kind, id, prefix, help } of references) {
		const records: readonly ContentRecord[] = draft.records[kind];
		const now = records.find(({ data }) => data.aliases?.includes(id))?.id;
		const fate = now === undefined ? gone?.get(`${kind}/${id}`) : undefined;
		const meant = fate ? undefined : (now ?? intendedRecord(id, records, (names[kind] ??= namesOf(records))));
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
					? didYouMean(meant && prefix + meant, choices(kind, prefix, records, help))
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

/** Ensures that an office named as chair or host belongs to the stated country. */
function ensureOfficesBelongToTheirCountry({ records }: Draft, report: Report): void {
	const members = new Set(records.members.map(({ id }) => id));
	const countryOf = new Map(records.offices.map(({ id, data }) => [id, data.country]));
	const holders = [
		...records.secretariat.map((at) => ({ at, path: ['office'], of: at.data })),
		...records.meetings.map((at) => ({ at, path: ['host', 'office'], of: at.data.host })),
	];
	for (const { at, path, of: { office, country } = {} } of holders) {
		if (office === undefined || country === undefined) continue;
		const own = countryOf.get(office);
		// Another check reports countries that are not members.
		if (own === undefined || own === country || !members.has(country)) continue;
		report(at, path, 'office-country', {
			message: `${quote(office)} is an office of ${quote(own)}, not of ${quote(country)}.`,
			hint: 'Correct the office or the country.',
		});
	}
}

const hintForFate = ({ now }: Fate, prefix: string): string =>
	now === undefined
		? 'Delete this reference or restore the file. If the record has a new id, use the new id here and add the old one to its "aliases".'
		: `Write "${prefix}${now.split('/').at(-1) ?? ''}" and add the old id to the "aliases" of that record, or give the file its old name again.`;

/** Texts in lower case, each with the id of its record. */
type Names = readonly (readonly [name: string, id: string])[];

/** Returns the texts that editors may write instead of a record's id, such as its name, title, search words or address. */
const namesOf = (records: readonly ContentRecord[]): Names =>
	records.flatMap(({ id, data }) =>
		[
			'name' in data ? data.name : [],
			'title' in data ? data.title : [],
			'code' in data ? data.code : [],
			'searchWords' in data ? (data.searchWords ?? []) : [],
			'url' in data ? [data.url, ...(data.alsoAt ?? [])] : [],
		]
			.flat()
			.map((name) => [name.toLowerCase(), id] as const),
	);

// The minimum length of a search word, because shorter words are part of too many names.
const shortestPart = 5;

/** Finds the record that an editor probably meant, given a name or a misspelt id. Returns `undefined` if several records match. */
function intendedRecord(name: string, records: readonly ContentRecord[], names: Names): string | undefined {
	const words = name.toLowerCase();
	const onlyRecord = (isMeant: (name: string) => boolean): string | undefined => {
		const found = new Set<string>();
		for (const [each, id] of names) if (isMeant(each)) found.add(id);
		return found.size === 1 ? [...found][0] : undefined;
	};
	const named = onlyRecord((each) => each === words);
	if (named !== undefined) return named;
	const ids = records.map(({ id }) => id);
	const written = proposeId(name.replace(/^[\w-]*\/|\.yaml$/g, ''));
	if (ids.includes(written)) return written;
	const isLong = words.length >= shortestPart;
	return (
		nearestId(name, ids) ??
		onlyRecord((each) => isLong && each.includes(words) && ` ${each} `.includes(` ${words} `))
	);
}

/** Returns a hint about letters from another alphabet that look like Latin letters. */
function lookAlike(value: string, meant: string | undefined): string {
	const [letter] = /[\p{Script=Cyrillic}\p{Script=Greek}]/u.exec(value) ?? [];
	return letter === undefined || meant === undefined || !/[a-z]/i.test(value)
		? ''
		: `, in which "${letter}" (${codePoint(letter)}) only looks like a Latin letter`;
}

const mostIds = 20;

function choices(kind: Kind, prefix: string, records: readonly ContentRecord[], help: string): string {
	const listed =
		records.length <= mostIds && records.length > 0
			? `Use one of these ids: ${records.map(({ id }) => prefix + id).join(', ')}`
			: `Use ${prefix === '' ? 'the' : `"${prefix}" and the`} name of a file in the "${kind}" folder`;
	// Never suggests adding a member, because a country only becomes a member by joining the network.
	return kind === 'members'
		? `${listed}. This field names ${uncapitalized(help)}`
		: `${listed}. If the record is missing, add it first.`;
}

export default [ensureReferencesExist, ensureNothingFollowsItself, ensureOfficesBelongToTheirCountry];
