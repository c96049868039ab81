import { checkContent, contentDirectory } from '../checks/load-content.ts';
import { changesBetween, stateOf } from '../outputs/changes/changes.ts';
import { pastTexts } from '../records/past-commits.ts';
import { problemsInWords } from '../records/problem.ts';
import { readTexts } from '../records/read-texts.ts';
import { UserError } from '../records/user-error.ts';
import { showUnsafe } from '../schema/quote.ts';
import { command, oneOf } from './command.ts';

const usage = `Usage: npm run diff -- <git ref> [--format text|json]

Describes the changes in the content between a commit, branch or tag and the current files.

  --format text   sentences for people (default)
  --format json   output for programs: {"changes":["sentence"]}
  --help          print this help

Environment: CONTENT_DIR is the content directory (default: content).
Exit status: 0 success, 2 the changes could not be read.
`;

await command(
	usage,
	{ options: { format: { type: 'string', default: 'text' } }, allowPositionals: true },
	({ values, positionals: [ref, ...others] }) => {
		if (ref === undefined || others.length > 0) {
			throw new UserError(
				'Name one commit, branch or tag to compare with, for example: npm run diff -- main',
			);
		}
		const format = oneOf('format', ['text', 'json'], values.format);
		const directory = contentDirectory();
		const reading = checkContent(directory);
		const before = stateOf(readTexts(directory, pastTexts(directory, ref)), directory);
		const changes = changesBetween(before, stateOf(reading, directory));
		if (format === 'json') return `${JSON.stringify({ changes }, null, '\t')}\n`;
		const sentences = [
			...(changes.length > 0 ? changes.map(showUnsafe) : ['Nothing changes in the content.']),
			...(reading.problems.length > 0
				? [`The new state has ${problemsInWords(reading.problems)}. For details, run npm run check.`]
				: []),
		];
		return `${sentences.join('\n')}\n`;
	},
);
