import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import type { ReportFormat } from '../records/format-problems.ts';

// Editors run this often, and most of its time is reading its own program: with what Node keeps of the last time it takes
// 0.25 s instead of 0.4. It is kept only of modules that are imported from here on.
enableCompileCache();
const [{ formatProblems, reportFormats }, { checkContent, contentDirectory }, { MissingDirectoryError }] =
	await Promise.all([
		import('../records/format-problems.ts'),
		import('../checks/load-content.ts'),
		import('../records/read-content.ts'),
	]);

const usage = `Usage: npm run check [-- --format text|json|github]

Reads every file of the content directory and reports all problems.

  --format text     for people (default)
  --format json     for programs: {"problems":[{"file","line","column","rule","message","hint"}]}
  --format github   as annotations of a pull request
  --help            prints this

Environment: CONTENT_DIR is the content directory (default: content).
Exit status: 0 no problems, 1 problems, 2 the check could not run.
`;

const isFormat = (value: string): value is ReportFormat =>
	(reportFormats as readonly string[]).includes(value);

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Writes why the check could not run, in one sentence. */
const refuse = (sentence: string): 2 => {
	process.stderr.write(`${sentence}\n`);
	return 2;
};

function run(): 0 | 1 | 2 {
	let options;
	try {
		options = parseArgs({
			options: { format: { type: 'string', default: 'text' }, help: { type: 'boolean' } },
		}).values;
	} catch (error) {
		return refuse(`${wordsOf(error).replace(/\.?$/, '.')} See npm run check -- --help.`);
	}
	if (options.help) {
		process.stdout.write(usage);
		return 0;
	}
	if (!isFormat(options.format)) {
		return refuse(`"${options.format}" is not a format; ${reportFormats.join(', ')} are.`);
	}
	try {
		const { problems, ...context } = checkContent(contentDirectory());
		process.stdout.write(formatProblems(problems, context, options.format));
		return problems.length > 0 ? 1 : 0;
	} catch (error) {
		if (error instanceof MissingDirectoryError) {
			return refuse(`${error.message} Start the check in the project's directory, or set CONTENT_DIR.`);
		}
		return refuse(`The check stopped by a fault of its own: ${wordsOf(error)}`);
	}
}

// Not process.exit(), which would cut off output that is still being written to a pipe.
process.exitCode = run();
