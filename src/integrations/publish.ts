import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../records/user-error.ts';

/** Returns the folder of an unfinished build. It is within the published folder, because files can only be renamed within a file system. */
export const unfinished = (published: string): string => join(published, '.next');

const remove = (path: string): void => {
	rmSync(path, { recursive: true, force: true });
};

/** Returns whether a lock belongs to another process that is still running. */
function isHeld(lock: string): boolean {
	try {
		const holder = Number(readFileSync(lock, 'utf8'));
		return holder !== process.pid && process.kill(holder, 0);
	} catch (error) {
		// This error means that the process is running but belongs to another user.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/**
 * Reserves a published folder until this process ends, and then removes any unfinished build.
 *
 * @throws {UserError} if another process has reserved the folder
 */
export function reserve(published: string): void {
	const lock = `${published}.lock`;
	mkdirSync(dirname(published), { recursive: true });
	if (!isHeld(lock)) remove(lock);
	try {
		writeFileSync(lock, String(process.pid), { flag: 'wx' });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		throw new UserError(
			`Another command is writing ${published}. Wait until it ends, then try again. If no other command runs, delete ${lock}.`,
		);
	}
	process.on('exit', () => {
		remove(unfinished(published));
		remove(lock);
	});
}

/**
 * Ensures that a folder contains no symbolic links. A symbolic link in a stranger's site could make the preview show private files.
 *
 * @throws {UserError} that names the first symbolic link
 */
export function refuseLinks(folder: string): void {
	const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
	const link = entries.find((entry) => entry.isSymbolicLink());
	if (link) throw new UserError(`${join(link.parentPath, link.name)} is a symbolic link. Delete it.`);
}

/**
 * Publishes the finished build: adds new files, replaces existing files one by one, and finally deletes old files. Readers may see pages
 * from both versions in the meantime, but no file is missing. The published folder itself is never replaced, so it can be a symbolic link
 * or a mount point.
 */
export function publish(published: string): void {
	const build = unfinished(published);
	const isFolder = (path: string): boolean => statSync(path).isDirectory();
	// Adds pages after the files that they need.
	const orderOf = (path: string): number =>
		isFolder(join(build, path)) ? 0 : existsSync(join(published, path)) ? 3 : path.endsWith('.html') ? 2 : 1;
	const steps = readdirSync(build, { recursive: true, encoding: 'utf8' })
		.map((path) => ({ path, order: orderOf(path) }))
		.sort((a, b) => a.order - b.order);
	for (const { path, order } of steps) {
		const to = join(published, path);
		// A file may have become a folder, or a folder a file.
		if (existsSync(to) && isFolder(to) !== (order === 0)) remove(to);
		if (order === 0) mkdirSync(to, { recursive: true });
		else renameSync(join(build, path), to);
	}
	deleteOthers(published, new Set(steps.map(({ path }) => join(published, path))));
	remove(build);
}

/** Deletes everything that is not in the build, except for files that servers keep there, such as `.well-known`. */
function deleteOthers(folder: string, built: ReadonlySet<string>): void {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		if (/^(?:\.|lost\+found$)/.test(entry.name)) continue;
		const path = join(folder, entry.name);
		if (!built.has(path)) remove(path);
		else if (entry.isDirectory()) deleteOthers(path, built);
	}
}
