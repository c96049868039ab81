import { loadNetwork } from '../network/load.ts';
import { passingDayInWords, passingDaysSince } from '../network/passing-days.ts';
import { UserError } from '../records/user-error.ts';
import { command } from './command.ts';

const usage = `Usage: npm run today -- --since YYYY-MM-DD

Lists the events that begin or end after a day, up to today. If there are any, the site must be built again even though the content is
the same. If there are none, the output is empty.

  --since YYYY-MM-DD   the day, such as the day of the last publication
  --help               print this help

Environment: CONTENT_DIR is the content directory (default: content); SOURCE_DATE_EPOCH is today, in seconds since 1970 (default:
the date of the last commit).
Exit status: 0 success, 2 the day is missing or the content has problems.
`;

await command(usage, { options: { since: { type: 'string' } } }, ({ values: { since } }) => {
	if (since === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(since)) {
		throw new UserError('The day is missing or invalid. Write it as: npm run today -- --since 2026-06-03');
	}
	const network = loadNetwork();
	return passingDaysSince(network, since)
		.map((day) => `${passingDayInWords(network, day)}\n`)
		.join('');
});
