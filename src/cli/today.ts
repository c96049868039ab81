import { parseArgs } from 'node:util';
import { loadNetwork } from '../network/load.ts';
import { passingDayInWords, passingDaysSince } from '../network/passing-days.ts';
import { ContentError } from '../checks/load-content.ts';
import { MissingDirectoryError } from '../records/read-content.ts';

const usage = `Usage: npm run today -- --since YYYY-MM-DD

Lists what has begun or ended after a day, up to today: where there is anything, a site built on that day says something else than
one built now, though the content is the same. Prints nothing when there is nothing.

  --since YYYY-MM-DD   the day, such as that of the last publication
  --help               prints this

Environment: CONTENT_DIR is the content directory (default: content); SOURCE_DATE_EPOCH is today, in seconds since 1970 (default:
the date of the last commit).
Exit status: 0 it could be said, 2 it could not.
`;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Writes why nothing could be said. */
const refuse = (sentence: string): 2 => {
	process.stderr.write(`${sentence}\n`);
	return 2;
};

function run(): 0 | 2 {
	let options;
	try {
		options = parseArgs({ options: { since: { type: 'string' }, help: { type: 'boolean' } } }).values;
	} catch (error) {
		return refuse(`${wordsOf(error).replace(/\.?$/, '.')} See npm run today -- --help.`);
	}
	if (options.help) {
		process.stdout.write(usage);
		return 0;
	}
	const { since } = options;
	if (since === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(since)) {
		return refuse('A day is expected: npm run today -- --since 2026-06-03');
	}
	try {
		const { network } = loadNetwork();
		process.stdout.write(
			passingDaysSince(network, since)
				.map((day) => `${passingDayInWords(network, day)}\n`)
				.join(''),
		);
		return 0;
	} catch (error) {
		if (error instanceof ContentError) return refuse('The content has problems; npm run check tells them.');
		if (error instanceof MissingDirectoryError) {
			return refuse(`${error.message} Start in the project's directory, or set CONTENT_DIR.`);
		}
		return refuse(wordsOf(error));
	}
}

process.exitCode = run();
