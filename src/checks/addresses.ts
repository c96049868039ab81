import { filesIn, type Draft } from '../records/content.ts';
import { fateInWords } from '../records/in-words.ts';
import type { Path } from '../records/yaml.ts';
import { kindOf, publishedPath } from '../schema/index.ts';
import { kinds } from '../schema/kinds.ts';
import type { Report } from './check.ts';

const pageOf = (address: string): string => address.replace(/#.*/, '');

const anchorOf = (address: string): string | undefined => address.split('#')[1];

interface Named {
	readonly id: string;
	readonly aliases?: readonly string[] | undefined;
}

const idsOf = ({ id, aliases = [] }: Named): string[] => [id, ...aliases];

/** Returns the current page for every current and former address. */
function placesIn({ records }: Draft) {
	// The current page of each record, by address.
	const pages = new Map<string, string>();
	// The addresses of agenda items and of records that share a page.
	const anchored = new Set<string>();
	for (const kind of kinds) {
		for (const { id, data } of records[kind]) {
			const path = publishedPath(kind, { ...data, id });
			for (const each of idsOf({ ...data, id })) {
				const address = publishedPath(kind, { ...data, id: each });
				if (address.includes('#')) anchored.add(address);
				else pages.set(address, path);
			}
			for (const item of 'agenda' in data ? (data.agenda ?? []) : [])
				for (const each of idsOf(item)) anchored.add(`${path}#${each}`);
		}
	}
	// Replaces the former page in an address with the current page.
	const today = (address: string): string => {
		const page = pageOf(address);
		return (pages.get(page) ?? page) + address.slice(page.length);
	};
	return {
		today,
		has: (address: string) =>
			anchorOf(address) === undefined ? pages.has(address) : anchored.has(today(address)),
	};
}

/**
 * Ensures that every published address either still exists or is withdrawn with a reason, and that withdrawn addresses no longer exist.
 */
function ensurePublishedAddressesLead(draft: Draft, report: Report): void {
	const { addresses, isComplete } = draft;
	// A missing address may belong to a file that could not be read.
	if (!addresses || !isComplete) return;
	const published = addresses.data.published.map((each, index) => ({ ...each, path: ['published', index] }));
	const places = placesIn(draft);
	const withdrawn = new Set(published.flatMap((each) => (each.withdrawn === undefined ? [] : each.address)));
	const lost = published.filter(
		({ address }) => !places.has(address) && !withdrawn.has(address) && !withdrawn.has(pageOf(address)),
	);
	const lineOf = (path: Path): string => `${addresses.file}, line ${addresses.positionOf(path).line}`;

	for (const { address, withdrawn: why, path } of published) {
		if (why === undefined || !places.has(address)) continue;
		report(addresses, [...path, 'withdrawn'], 'published-address', {
			message: `${address} is marked as withdrawn, but a record is published there.`,
			hint: `Replace this entry with "- ${address}", or delete the record.`,
		});
	}

	const meetings = new Map(
		draft.records.meetings.map((at) => [publishedPath('meetings', { ...at.data, id: at.id }), at]),
	);
	const ofMeetings = Map.groupBy(lost, ({ address }) =>
		anchorOf(address) === undefined ? undefined : meetings.get(pageOf(places.today(address))),
	);
	const known = new Set(published.map(({ address }) => places.today(address)));
	for (const [meeting, entries] of ofMeetings) {
		if (!meeting) continue;
		const agenda = meeting.data.agenda ?? [];
		const page = publishedPath('meetings', { ...meeting.data, id: meeting.id });
		const isNew = (item: (typeof agenda)[number]): boolean =>
			!idsOf(item).some((id) => known.has(`${page}#${id}`));
		const [only, ...others] = agenda.filter(isNew);
		const renamed = others.length === 0 && entries.length === 1 ? only : undefined;
		for (const { address, path } of entries) {
			const id = anchorOf(address) ?? '';
			report(
				meeting,
				renamed ? ['agenda', agenda.indexOf(renamed), 'id'] : agenda.length > 0 ? ['agenda'] : [],
				'published-address',
				{
					part: renamed ? 'value' : 'key',
					message: `The published address #${id} no longer exists.`,
					hint: `If you changed the id of ${renamed ? 'this' : 'an'} item, add "aliases: [${id}]" to the item. If you removed the item, add the line "withdrawn: …" (the reason) below its address in ${lineOf(path)}.`,
				},
			);
		}
	}

	const others = (ofMeetings.get(undefined) ?? []).filter(
		({ address }) =>
			anchorOf(address) === undefined || lost.every((each) => each.address !== pageOf(address)),
	);
	const gone = others.length > 0 ? draft.gone?.() : undefined;
	for (const { address, path } of others) {
		const id = idAt(address);
		const fate = recordsAt(address)
			.map((record) => gone?.get(record))
			.find((each) => each !== undefined);
		const now = fate && filesIn(draft).find((each) => each.address === fate.now)?.file;
		const place = now ? lineOf(path) : 'this line';
		report(now ?? addresses, now ? [] : path, 'published-address', {
			message: `The published address ${address} no longer exists${fate ? `: its file was ${fateInWords(fate)}` : ''}.`,
			hint: `If ${now ? 'this is the same record' : 'the record has a new id'}, add "aliases: [${id}]" to the record. If the record was removed, replace ${place} with "- address: ${address}" and, below it, "withdrawn: …" (the reason) and, if another record takes its place, "instead: …".`,
		});
	}
}

const idAt = (address: string): string => anchorOf(address) ?? address.split('/').at(-2) ?? '';

/** Returns the `kind/id` of all records that may have been published at an address. */
const recordsAt = (address: string): string[] =>
	kinds
		.filter((kind) => {
			const { list, folder = list, hasOwnPage = false } = kindOf(kind);
			return address.startsWith(folder) && hasOwnPage === (anchorOf(address) === undefined);
		})
		.map((kind) => `${kind}/${idAt(address)}`);

export default [ensurePublishedAddressesLead];
