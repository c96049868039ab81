import { parseArgs } from 'node:util';
import { emptyState, type State, stateOf } from '../outputs/changes/state.ts';
import { changesBetween } from '../outputs/changes/changes.ts';
import { type ChangeFormat, changeFormats, formatChanges } from '../outputs/changes/format.ts';
import { checkContent, contentDirectory } from '../checks/load-content.ts';
import { MissingStateError, withPastContent } from '../records/past-content.ts';
import { MissingDirectoryError } from '../records/read-content.ts';

const usage = `Usage: npm run diff -- <git ref> [--format text|markdown]

Says in plain sentences what changed in the content between a commit, branch or tag and the files as they are now.

  --format text       for people (default)
  --format markdown   for a comment on a pull request
  --help              prints this

Pages that gather the whole record, such as the front page and the timeline, are not counted: they change with almost everything.

Environment: CONTENT_DIR is the content directory (default: content).
Exit status: 0 the changes are told, 2 they could not be.
`;

const isFormat = (value: string): value is ChangeFormat =>
	(changeFormats as readonly string[]).includes(value);

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Writes why nothing could be compared, in one sentence. */
const refuse = (sentence: string): 2 => {
	process.stderr.write(`${sentence}\n`);
	return 2;
};

const stateIn = (directory: string): State => stateOf(checkContent(directory), directory);

function run(): 0 | 2 {
	let options, refs;
	try {
		({ values: options, positionals: refs } = parseArgs({
			options: { format: { type: 'string', default: 'text' }, help: { type: 'boolean' } },
			allowPositionals: true,
		}));
	} catch (error) {
		return refuse(`${wordsOf(error).replace(/\.?$/, '.')} See npm run diff -- --help.`);
	}
	if (options.help) {
		process.stdout.write(usage);
		return 0;
	}
	const [ref, ...others] = refs;
	if (ref === undefined || others.length > 0) {
		return refuse('One commit, branch or tag to compare with is expected: npm run diff -- main');
	}
	if (!isFormat(options.format)) {
		return refuse(`"${options.format}" is not a format; ${changeFormats.join(', ')} are.`);
	}
	const directory = contentDirectory();
	try {
		const after = stateIn(directory);
		const before = withPastContent(directory, ref, (past) =>
			past === undefined ? emptyState : stateIn(past),
		);
		process.stdout.write(formatChanges(changesBetween(before, after), options.format));
		return 0;
	} catch (error) {
		if (error instanceof MissingDirectoryError) {
			return refuse(`${error.message} Start in the project's directory, or set CONTENT_DIR.`);
		}
		if (error instanceof MissingStateError) return refuse(error.message);
		return refuse(`The comparison stopped by a fault of its own: ${wordsOf(error)}`);
	}
}

// Not process.exit(), which would cut off output that is still being written to a pipe.
process.exitCode = run();
