import { loadNetwork } from '../network/load.ts';
import { passingDayInWords, passingDaysSince } from '../network/passing-days.ts';
import { UserError } from '../records/user-error.ts';
import { command } from './command.ts';

const usage = `Usage: npm run today -- --since YYYY-MM-DD

Lists what has begun or ended after a day, up to today: where there is anything, a site built on that day says something else than
one built now, though the content is the same. Prints nothing when there is nothing.

  --since YYYY-MM-DD   the day, such as that of the last publication
  --help               prints this

Environment: CONTENT_DIR is the content directory (default: content); SOURCE_DATE_EPOCH is today, in seconds since 1970 (default:
the date of the last commit).
Exit status: 0 it could be said, 2 it could not.
`;

await command(usage, { options: { since: { type: 'string' } } }, ({ values: { since } }) => {
	if (since === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(since)) {
		throw new UserError('A day is expected: npm run today -- --since 2026-06-03');
	}
	const network = loadNetwork();
	return passingDaysSince(network, since)
		.map((day) => `${passingDayInWords(network, day)}\n`)
		.join('');
});
