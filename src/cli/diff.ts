import { checkContent, contentDirectory } from '../checks/load-content.ts';
import { changesBetween } from '../outputs/changes/changes.ts';
import { changeFormats, formatChanges } from '../outputs/changes/format.ts';
import { emptyState, type State, stateOf } from '../outputs/changes/state.ts';
import { withPastContent } from '../records/past-content.ts';
import { Refusal } from '../records/refusal.ts';
import { command, oneOf } from './command.ts';

const usage = `Usage: npm run diff -- <git ref> [--format text|markdown]

Says in plain sentences what changed in the content between a commit, branch or tag and the files as they are now.

  --format text       for people (default)
  --format markdown   for a comment on a pull request
  --help              prints this

Environment: CONTENT_DIR is the content directory (default: content).
Exit status: 0 the changes are told, 2 they could not be.
`;

const stateIn = (directory: string): State => stateOf(checkContent(directory), directory);

await command(
	usage,
	{ options: { format: { type: 'string', default: 'text' } }, allowPositionals: true },
	({ values, positionals: [ref, ...others] }) => {
		if (ref === undefined || others.length > 0) {
			throw new Refusal('One commit, branch or tag to compare with is expected: npm run diff -- main');
		}
		const format = oneOf('format', changeFormats, values.format);
		const directory = contentDirectory();
		const after = stateIn(directory);
		const before = withPastContent(directory, ref, (past) =>
			past === undefined ? emptyState : stateIn(past),
		);
		process.stdout.write(formatChanges(changesBetween(before, after), format));
		return 0;
	},
);
