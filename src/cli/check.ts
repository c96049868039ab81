import { enableCompileCache } from 'node:module';
import { command, oneOf } from './command.ts';

// Editors run this often, and most of its time is reading its own program: with what Node keeps of the last time it takes
// 0.25 s instead of 0.4. It is kept only of modules that are imported from here on.
enableCompileCache();

const usage = `Usage: npm run check [-- --format text|json|github]

Reads every file of the content directory and reports its problems: of thousands, the first.

  --format text     for people (default)
  --format json     for programs: {"problems":[{"file","line","column","rule","message","hint"}],"untold"}
  --format github   as annotations of a pull request
  --help            prints this

Environment: CONTENT_DIR is the content directory (default: content).
Exit status: 0 no problems, 1 problems, 2 the check could not run.
`;

await command(usage, { options: { format: { type: 'string', default: 'text' } } }, async ({ values }) => {
	const [{ formatProblems, reportFormats }, { checkContent, contentDirectory }] = await Promise.all([
		import('../records/format-problems.ts'),
		import('../checks/load-content.ts'),
	]);
	const format = oneOf('format', reportFormats, values.format);
	const { problems, ...context } = checkContent(contentDirectory());
	if (problems.length > 0) process.exitCode = 1;
	return formatProblems(problems, context, format);
});
