import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitBytes } from './git.ts';
import { Refusal } from './refusal.ts';

/**
 * Lays the content directory as a commit had it into a directory of its own for as long as it is looked at. Neither the work tree
 * nor Git's index is touched.
 *
 * @param directory the content directory of today
 * @param ref a commit, branch or tag
 * @param look is given the directory, or `undefined` when the commit has no such directory
 * @throws {Refusal} when the commit, or Git, is not there
 */
export function withPastContent<T>(directory: string, ref: string, look: (past: string | undefined) => T): T {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'past-content-')));
	// An index of its own, into which the past tree is read and from which it is written out.
	const git = (place: string, ...options: string[]): string | undefined =>
		gitBytes(['-C', place, ...options], '', { GIT_INDEX_FILE: join(folder, 'index') })?.toString();
	const place = git(directory, 'rev-parse', '--show-prefix')?.trim();
	const root = git(directory, 'rev-parse', '--show-toplevel')?.trim();
	try {
		if (place === undefined || !root) {
			throw new Refusal(`"${directory}" has no Git history to compare it with.`);
		}
		const resolve = (name: string): string | undefined =>
			git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', name)?.trim();
		const commit = resolve(`${ref}^{commit}`);
		if (!commit) {
			throw new Refusal(`"${ref}" is no commit, branch or tag that is known here.`);
		}
		const tree = `${commit}:${place.replace(/\/$/, '')}`;
		if (resolve(tree) === undefined) return look(undefined);
		const past = join(folder, 'content');
		mkdirSync(past);
		for (const step of [
			['read-tree', tree],
			['checkout-index', '--all', '--force', `--prefix=${past.replaceAll('\\', '/')}/`],
		]) {
			if (git(root, ...step) === undefined) throw new Refusal(`Git could not read "${ref}".`);
		}
		return look(past);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
