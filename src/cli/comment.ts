import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commentOn, findingsSchema } from '../outputs/changes/comment.ts';
import { UserError } from '../records/user-error.ts';
import { command } from './command.ts';

const usage = `Usage: npm run comment -- <folder> <address>

Prints the comment on a pull request, in Markdown, from the output of npm run check and npm run diff. These commands may have run a
stranger's code, so their output is treated as untrusted data.

  <folder>    the folder with problems.json and changes.json, the output with --format json
  <address>   the address of the pull request's files, such as https://github.com/example/history/blob/<commit>
  --help      print this help

Exit status: 0 success, 2 invalid input.
`;

// Enough for a few thousand changes, which is more than anyone would read.
const mostBytes = 2 ** 20;

await command(
	usage,
	{ options: {}, allowPositionals: true },
	({ positionals: [folder, address, ...others] }) => {
		if (folder === undefined || address === undefined || others.length > 0)
			throw new UserError('Give a folder and an address. For an explanation, run: npm run comment -- --help');
		const parts = ['problems.json', 'changes.json'].map((name) => read(join(folder, name)));
		const findings = findingsSchema.safeParse(Object.assign({}, ...parts));
		if (!findings.success)
			throw new UserError(`The files in ${folder} do not have the format of npm run check and npm run diff.`);
		return commentOn(findings.data, address);
	},
);

/** @throws {UserError} if the file is missing, too large or not valid JSON */
function read(file: string): unknown {
	const status = lstatSync(file, { throwIfNoEntry: false });
	if (!status?.isFile()) throw new UserError(`There is no ${file}.`);
	if (status.size > mostBytes) throw new UserError(`${file} is larger than ${String(mostBytes)} bytes.`);
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		throw new UserError(`${file} is not valid JSON.`);
	}
}
