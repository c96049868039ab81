import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commentOn, findingsSchema } from '../outputs/changes/comment.ts';
import { UserError } from '../records/user-error.ts';
import { command } from './command.ts';

const usage = `Usage: npm run comment -- <folder> <address>

Writes the comment on a pull request, in Markdown, from what two commands said of it. They may have run a stranger's code: what
they left is taken for data, and refused where it is not what they write.

  <folder>    where problems.json and changes.json are, of npm run check and npm run diff with --format json
  <address>   where the files of the pull request are read: https://github.com/example/history/blob/<commit>
  --help      prints this

Exit status: 0 written, 2 could not be.
`;

// Some thousand changes; nobody reads more.
const mostBytes = 2 ** 20;

await command(
	usage,
	{ options: {}, allowPositionals: true },
	({ positionals: [folder, address, ...others] }) => {
		if (folder === undefined || address === undefined || others.length > 0)
			throw new UserError('A folder and an address are expected: npm run comment -- --help explains them.');
		const parts = ['problems.json', 'changes.json'].map((name) => read(join(folder, name)));
		const findings = findingsSchema.safeParse(Object.assign({}, ...parts));
		if (!findings.success) throw new UserError(`What ${folder} holds is not what the commands write.`);
		return commentOn(findings.data, address);
	},
);

/** @throws {UserError} where it is no file, too long, or no JSON */
function read(file: string): unknown {
	const status = lstatSync(file, { throwIfNoEntry: false });
	if (!status?.isFile()) throw new UserError(`There is no ${file}.`);
	if (status.size > mostBytes) throw new UserError(`${file} is longer than ${String(mostBytes)} bytes.`);
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		throw new UserError(`${file} is no JSON.`);
	}
}
