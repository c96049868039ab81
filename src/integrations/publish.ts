import {
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../records/user-error.ts';

export const pathsBeside = (published: string) => ({
	made: `${published}.next`,
	old: `${published}.old`,
	lock: `${published}.lock`,
});

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
 * Reserves a published folder until this process ends. Repairs the folder if an earlier process was killed.
 *
 * @throws {UserError} if another process has reserved the folder
 */
export function reserve(published: string): void {
	const { lock } = pathsBeside(published);
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
		remove(lock);
	});
	repair(published);
}

/** Completes an interrupted publication, unless another process has reserved the folder. */
export function repair(published: string): void {
	const { made, old, lock } = pathsBeside(published);
	if (!lstatSync(old, { throwIfNoEntry: false }) || isHeld(lock)) return;
	if (targetOf(old) !== undefined) moveLinkBack(published);
	// The build is complete, because its folder is only renamed at the end.
	else if (!existsSync(published) && existsSync(made)) renameSync(made, published);
	remove(made);
	remove(old);
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
 * Publishes the finished build next to a published folder. Readers find a complete site at any time, except for the moment between two
 * renames:
 *
 * - If the published folder is a normal folder, the old folder is renamed and the build takes over the name.
 * - If the published folder is a symbolic link, the link points to the build while the target is updated.
 * - If the published folder is a mount point, which cannot be renamed, the files are replaced one by one.
 */
export function publish(published: string): void {
	const { made, old } = pathsBeside(published);
	const target = targetOf(published);
	if (target !== undefined) {
		symlinkSync(target, old);
		const link = `${made}.link`;
		remove(link);
		symlinkSync(basename(made), link);
		renameSync(link, published);
		moveLinkBack(published);
	} else if (!existsSync(published) || isRenamed(published, old)) renameSync(made, published);
	else update(published, made);
	remove(made);
	remove(old);
}

const targetOf = (path: string): string | undefined =>
	lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : undefined;

/** If a symbolic link points to the finished build, updates the original target and restores the link. */
function moveLinkBack(published: string): void {
	const { made, old } = pathsBeside(published);
	if (targetOf(published) !== basename(made)) return;
	update(resolve(dirname(published), readlinkSync(old)), made);
	renameSync(old, published);
}

/**
 * Renames a folder. Returns `false` if the system refuses to rename the folder, for example because it is a mount point (`EBUSY`, `EXDEV`).
 */
function isRenamed(from: string, to: string): boolean {
	try {
		renameSync(from, to);
		return true;
	} catch {
		return false;
	}
}

/**
 * Copies a build into a folder: adds new files, replaces existing files one by one, and finally deletes old files. While files are copied,
 * readers may see pages from both versions, but no file is missing.
 */
function update(folder: string, made: string): void {
	// Files can only be renamed within a file system, so the build is copied first. If there is no space for the copy, the site stays
	// unchanged.
	const copy = join(folder, '.next');
	remove(copy);
	cpSync(made, copy, { recursive: true });
	const isFolder = (path: string): boolean => statSync(path).isDirectory();
	// Adds pages after the files that they need.
	const orderOf = (path: string): number =>
		isFolder(join(copy, path)) ? 0 : existsSync(join(folder, path)) ? 3 : path.endsWith('.html') ? 2 : 1;
	const steps = readdirSync(copy, { recursive: true, encoding: 'utf8' })
		.map((path) => ({ path, order: orderOf(path) }))
		.sort((a, b) => a.order - b.order);
	for (const { path, order } of steps) {
		const to = join(folder, path);
		// A file may have become a folder, or a folder a file.
		if (existsSync(to) && isFolder(to) !== (order === 0)) remove(to);
		if (order === 0) mkdirSync(to, { recursive: true });
		else renameSync(join(copy, path), to);
	}
	remove(copy);
	deleteOthers(folder, made);
}

/** Deletes everything that is not in the build, except for files that servers keep there, such as `.well-known`. */
function deleteOthers(folder: string, made: string): void {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		if (/^(?:\.|lost\+found$)/.test(entry.name)) continue;
		const [path, built] = [join(folder, entry.name), join(made, entry.name)];
		if (!existsSync(built)) remove(path);
		else if (entry.isDirectory()) deleteOthers(path, built);
	}
}
