import type { Draft } from '../records/content.ts';
import { compareText, isSurelyBefore } from '../schema/edtf.ts';
import { quote } from '../schema/quote.ts';
import type { Report } from './check.ts';

/** Ensures that the meetings of each body are numbered in chronological order, without duplicates. */
function ensureMeetingNumbersFollowDates({ records }: Draft, report: Report): void {
	const numbered = records.meetings
		.flatMap((record) => {
			const { body, number } = record.data;
			return number === undefined ? [] : [{ record, body, number, dates: record.data.dates }];
		})
		.sort(
			(a, b) => compareText(a.body, b.body) || a.number - b.number || compareText(a.record.id, b.record.id),
		);
	for (const [index, { record, body, number, dates }] of numbered.entries()) {
		const before = numbered[index - 1];
		if (before?.body !== body) continue;
		if (number === before.number) {
			const usedIn = (file: string) => ({
				message: `The number "${number}" is already used in ${file}, a meeting of the same body.`,
				hint: 'Correct or delete one of the numbers, or delete one of the files if both are about the same meeting.',
			});
			report(record, ['number'], 'number-used-twice', {
				...usedIn(before.record.file),
				or: [[before.record, ['number'], usedIn(record.file)]],
			});
		} else if (isSurelyBefore(dates, before.dates) && numbered[index - 2]?.number !== before.number) {
			const hint = 'Correct the number or the dates of one of the meetings.';
			report(record, ['number'], 'number-order', {
				message: `Meeting "${number}" (${dates}) was held before meeting "${before.number}" (${before.dates}, ${before.record.file}).`,
				hint,
				or: [
					[
						before.record,
						['number'],
						{
							message: `Meeting "${before.number}" (${before.dates}) was held after meeting "${number}" (${dates}, ${record.file}).`,
							hint,
						},
					],
				],
			});
		}
	}
}

function ensureOnlineMeetingsHaveNoPlace({ records }: Draft, report: Report): void {
	for (const record of records.meetings) {
		if (record.data.mode !== 'online' || !record.data.place) continue;
		report(record, ['place'], 'online-place', {
			part: 'key',
			message: `This meeting was held online, but it has a place (${quote(record.data.place.city)}).`,
			hint: 'Delete the place, or correct "mode".',
		});
	}
}

/** Ensures that each session of a meeting takes place during the meeting. */
function ensurePartsLieWithinTheirWhole({ records }: Draft, report: Report): void {
	const byId = new Map(records.meetings.map((record) => [record.id, record]));
	for (const record of records.meetings) {
		const whole = record.data.partOf === undefined ? undefined : byId.get(record.data.partOf);
		if (!whole) continue;
		const { dates } = record.data;
		if (!isSurelyBefore(dates, whole.data.dates) && !isSurelyBefore(whole.data.dates, dates)) continue;
		const hint = 'Correct the dates of one of the meetings, or delete "partOf".';
		const message = `${quote(whole.data.dates)} does not include the dates of the session in ${record.file} (${dates}).`;
		report(record, ['dates'], 'part-dates', {
			message: `${quote(dates)} is outside the dates of the larger meeting (${whole.data.dates}, ${whole.file}).`,
			hint,
			or: [[whole, ['dates'], { message, hint }]],
		});
	}
}

export default [
	ensureMeetingNumbersFollowDates,
	ensureOnlineMeetingsHaveNoPlace,
	ensurePartsLieWithinTheirWhole,
];
