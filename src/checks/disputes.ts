import type { Draft } from '../records/content.ts';
import { nearestId } from '../records/nearest.ts';
import { quote } from '../schema/quote.ts';
import type { Report } from './check.ts';

/** Ensure that the version a dispute follows is one of its versions. */
export function ensureFollowedVersionsExist({ records }: Draft, report: Report): void {
	for (const dispute of records.disputes) {
		const { follows, versions } = dispute.data;
		const ids = versions.map(({ id }) => id);
		if (follows === undefined || ids.includes(follows)) continue;
		const meant = nearestId(follows, ids);
		report({
			at: dispute,
			path: ['follows'],
			rule: 'followed-version',
			message: `${quote(follows)} is the id of none of the versions; one of these is expected: ${ids.join(', ')}.`,
			hint:
				meant === undefined
					? 'Write the id of the version this site follows, or delete the line when both stand side by side.'
					: `Did you mean "${meant}"?`,
		});
	}
}
