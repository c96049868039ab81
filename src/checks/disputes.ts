import type { Draft } from '../records/content.ts';
import { didYouMean, nearest, nearestId } from '../schema/nearest.ts';
import { isGroup, valueAt } from '../records/values.ts';
import { isPartOf } from '../schema/dispute.ts';
import { dateInWords } from '../schema/dates.ts';
import { type Field, fieldTree } from '../schema/field-tree.ts';
import { kindOf } from '../schema/index.ts';
import { isKind } from '../schema/kinds.ts';
import { agreesWith, mentionOf, statesDate } from '../schema/mentions.ts';
import { quote } from '../schema/quote.ts';
import type { Report } from './check.ts';

interface Part {
	readonly field: Field;
	/** The value in the record, or `undefined` if the record could not be read. */
	readonly value: unknown;
}

/** Returns the id or country of a list entry. If the entry is not a group, returns the entry itself. */
const nameOf = (entry: unknown): unknown => (isGroup(entry) ? (entry.id ?? entry.country) : entry);

/** Returns the parts of a group by key, or the entries of a list by name. */
function partsOf({ field: { type, entry, fields }, value }: Part): ReadonlyMap<string, Part> {
	if (type === 'group')
		return new Map(
			fields.map((field) => [field.key, { field, value: isGroup(value) ? value[field.key] : undefined }]),
		);
	if (!entry || !Array.isArray(value)) return new Map();
	return new Map(
		(value as readonly unknown[]).flatMap((each) => {
			const name = nameOf(each);
			return typeof name === 'string' ? [[name, { field: entry, value: each }] as const] : [];
		}),
	);
}

/**
 * Returns a field of a record with its path and value. If neither the record nor the schema has the field, explains why the field cannot be
 * disputed.
 *
 * @returns `undefined` if the record cannot be read
 */
function partAt(record: string, field: string, { records }: Draft) {
	const [kind = '', id = ''] = record.split('/');
	if (!isKind(kind)) return undefined;
	const found = records[kind].find((each) => each.id === id);
	let part: Part = { field: fieldTree(kindOf(kind).schema), value: found?.data };
	let above = '';
	const path: PropertyKey[] = [];
	for (const step of field.split('.')) {
		const { value } = part;
		const isList = part.field.type === 'list';
		// If the record cannot be read, the entries of its lists are unknown.
		if (isList && !found) return undefined;
		const parts = partsOf(part);
		const next = parts.get(step);
		if (!next) {
			const names = [...parts.keys()];
			const whole = above.slice(0, -1);
			const meant = (isList ? nearestId : nearest)(step, names);
			return {
				fault: {
					message:
						above === ''
							? `${quote(record)} has no field ${quote(field)}.`
							: names.length === 0
								? `${quote(whole)} in ${quote(record)} has no parts, so ${quote(field)} does not exist.`
								: `${quote(whole)} in ${quote(record)} has no ${isList ? 'entry' : 'key'} ${quote(step)}.`,
					hint: didYouMean(
						meant === undefined ? undefined : above + meant,
						names.length === 0
							? `Write "${whole}".`
							: `Use one of these fields: ${names.map((name) => above + name).join(', ')}.`,
					),
				},
			};
		}
		path.push(Array.isArray(value) ? value.findIndex((each) => nameOf(each) === step) : step);
		part = next;
		above += `${step}.`;
	}
	return { ...part, at: found, path };
}

/** Ensures that the disputed field exists in the record or could be added to the record. */
function ensureDisputedFieldsExist(draft: Draft, report: Report): void {
	for (const dispute of draft.records.disputes) {
		for (const [index, { record, field }] of dispute.data.about.entries()) {
			const fault = field === undefined ? undefined : partAt(record, field, draft)?.fault;
			if (fault) report(dispute, ['about', index, 'field'], 'disputed-field', fault);
		}
	}
}

/** Ensures that each version in a dispute changes only the disputed field. */
function ensureReadingsAreOfWhatIsDisputed(draft: Draft, report: Report): void {
	for (const dispute of draft.records.disputes) {
		const { about, versions } = dispute.data;
		const readings = versions.flatMap(({ reads = [] }, version) =>
			reads.map((reading, index) => ({ ...reading, path: ['versions', version, 'reads', index] })),
		);
		for (const { record, field, path } of readings) {
			const ofRecord = about.filter((each) => each.record === record);
			const isThere = ofRecord.length > 0;
			const at = [...path, isThere ? 'field' : 'record'];
			// Skips wrong fields under "about", which have already been reported.
			if (ofRecord.some((each) => each.field !== undefined && partAt(record, each.field, draft)?.fault))
				continue;
			if (ofRecord.some((each) => each.field === undefined || isPartOf(field, each.field))) {
				const isReported = ofRecord.some((each) => each.field === field);
				const fault = isReported ? undefined : partAt(record, field, draft)?.fault;
				if (fault) report(dispute, at, 'disputed-field', fault);
				continue;
			}
			const names = new Set((isThere ? ofRecord : about).map((each) => (isThere ? each.field : each.record)));
			const expected = [...names].filter((name) => name !== undefined);
			const written = isThere ? field : record;
			const meant = nearest(written, expected);
			report(dispute, at, 'reads-elsewhere', {
				message: `${quote(written)}${isThere ? ` in ${quote(record)}` : ''} is not listed under "about".`,
				hint: didYouMean(
					meant,
					`Use one of the listed values (${expected.join(', ')}), or add this one to "about".`,
				),
			});
		}
	}
}

function ensureFollowedVersionsExist({ records }: Draft, report: Report): void {
	for (const dispute of records.disputes) {
		const { follows, versions } = dispute.data;
		const ids = versions.map(({ id }) => id);
		if (follows === undefined || ids.includes(follows)) continue;
		report(dispute, ['follows'], 'followed-version', {
			message: `No version has the id ${quote(follows)}.`,
			hint: didYouMean(
				nearestId(follows, ids),
				`Use one of these ids: ${ids.join(', ')}. Delete the line if the record follows none of them.`,
			),
		});
	}
}

/** Ensures that no two versions in a dispute make the same claim. */
function ensureVersionsDiffer({ records }: Draft, report: Report): void {
	for (const dispute of records.disputes) {
		const claims = dispute.data.versions.map(({ claim }) =>
			claim
				.toLowerCase()
				.match(/[\p{L}\p{N}]+/gu)
				?.join(' '),
		);
		for (const [index, claim] of claims.entries()) {
			if (claims.indexOf(claim) === index) continue;
			report(dispute, ['versions', index, 'claim'], 'same-version', {
				message: 'This version makes the same claim as an earlier version.',
				hint: 'Change one of the claims, or move the sources to the earlier version and delete this one.',
			});
		}
	}
}

export interface Version {
	readonly claim: string;
	readonly reads?:
		readonly { readonly record: string; readonly field: string; readonly as: string }[] | undefined;
	readonly sources: readonly { readonly quote?: string | undefined }[];
}

/** Compares the disputed values in the records with a version. Leaves out values that are not text, and whole records. */
export function compareWithVersion(
	draft: Draft,
	about: readonly { readonly record: string; readonly field?: string | undefined }[],
	version: Version,
	rest: readonly Version[],
) {
	return about.flatMap(({ record, field = '' }) => {
		const part = partAt(record, field, draft);
		if (!part || part.fault || !part.at) return [];
		const date = part.field.fields.find(({ key }) => key === 'date');
		const value = date ? valueAt(part.value, ['date']) : part.value;
		const readingsOf = ({ reads = [] }: Version): string[] =>
			reads.flatMap((each) => (each.record === record && each.field === field ? each.as : []));
		// In a dispute about several fields, `reads` says which fields a version changes.
		const others = rest.flatMap((each) =>
			about.length === 1 ? [each.claim, ...readingsOf(each)] : readingsOf(each),
		);
		if (typeof value !== 'string' || (about.length > 1 && others.length === 0)) return [];
		const quotes = version.sources.map(({ quote: words = '' }) => words);
		const words = [version.claim, ...readingsOf(version), ...quotes].join(' ');
		const isDate = (date ?? part.field).type === 'date';
		const isHeld = isDate
			? agreesWith(words, value) &&
				(statesDate(words, value) || !others.some((each) => statesDate(each, value)))
			: mentionOf(value, words) === 'same' ||
				(mentionOf(value, words) === 'none' && !others.some((each) => mentionOf(value, each) === 'same'));
		const shown = isDate ? dateInWords(value) : quote(value);
		return [{ at: part.at, path: [...part.path, ...(date ? ['date'] : [])], shown, isHeld }];
	});
}

/** Warns if the disputed value in a record does not match the version that the site follows. */
function ensureFollowedVersionsAreHeld(draft: Draft, report: Report): void {
	for (const dispute of draft.records.disputes) {
		const { about, versions, follows } = dispute.data;
		const followed = versions.find(({ id }) => id === follows);
		if (!followed) continue;
		const others = versions.filter((each) => each !== followed);
		for (const { at, path, shown, isHeld } of compareWithVersion(draft, about, followed, others)) {
			if (isHeld) continue;
			const hint = 'Correct the value, or change the version that the disagreement follows.';
			const version = `${quote(followed.claim)} (${quote(followed.id)})`;
			report(at, path, 'version-not-held', {
				message: `The value ${shown} does not match the version that ${dispute.file} follows: ${version}.`,
				hint,
				or: [
					[
						dispute,
						['follows'],
						{
							message: `The value ${shown} in ${at.file} does not match the version that this disagreement follows: ${version}.`,
							hint,
						},
					],
				],
			});
		}
	}
}

export default [
	ensureDisputedFieldsExist,
	ensureReadingsAreOfWhatIsDisputed,
	ensureFollowedVersionsExist,
	ensureVersionsDiffer,
	ensureFollowedVersionsAreHeld,
];
