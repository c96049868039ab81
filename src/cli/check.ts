import { checkContent, contentDirectory } from '../checks/load-content.ts';
import { formatProblems, reportFormats } from '../records/format-problems.ts';
import { isError } from '../records/problem.ts';
import { command, oneOf } from './command.ts';

const usage = `Usage: npm run check [-- --format text|json|github]

Checks every file in the content directory and reports all errors and warnings, or the first ones if there are
thousands. A warning points out a likely mistake. Look at it, and leave the record as it is if it is right.

  --format text     report for people (default)
  --format json     report for programs: {"problems":[{"file","line","column","level","rule","message","hint"}],"omitted"}
  --format github   annotations on a pull request
  --help            print this help

Environment: CONTENT_DIR is the content directory (default: content).
Exit status: 0 no errors (there may be warnings), 1 errors, 2 the check could not run.
`;

await command(usage, { options: { format: { type: 'string', default: 'text' } } }, ({ values }) => {
	const format = oneOf('format', reportFormats, values.format);
	const { problems, ...context } = checkContent(contentDirectory());
	if (problems.some(isError)) process.exitCode = 1;
	return formatProblems(problems, context, format);
});
