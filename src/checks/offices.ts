import type { Draft } from '../records/content.ts';
import { quote } from '../schema/quote.ts';
import type { Report } from './check.ts';

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

export default [ensureOfficesBelongToTheirCountry];
