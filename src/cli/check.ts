import { checkContent, contentDirectory } from '../checks/load-content.ts';
import { formatProblems, reportFormats } from '../records/format-problems.ts';
import { command, oneOf } from './command.ts';

const usage = `Usage: npm run check [-- --format text|json|github]

Reads every file of the content directory and reports its problems: of thousands, the first.

  --format text     for people (default)
  --format json     for programs: {"problems":[{"file","line","column","rule","message","hint"}],"omitted"}
  --format github   as annotations of a pull request
  --help            prints this

Environment: CONTENT_DIR is the content directory (default: content).
Exit status: 0 no problems, 1 problems, 2 the check could not run.
`;

await command(usage, { options: { format: { type: 'string', default: 'text' } } }, ({ values }) => {
	const format = oneOf('format', reportFormats, values.format);
	const { problems, ...context } = checkContent(contentDirectory());
	if (problems.length > 0) process.exitCode = 1;
	return formatProblems(problems, context, format);
});
