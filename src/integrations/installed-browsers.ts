import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const usualPlaces: Partial<Record<NodeJS.Platform, string[]>> = {
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	win32: [
		'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
		'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
		'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
	],
};

const isExecutable = (path: string): boolean => {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

/**
 * The paths of the browsers that this machine has, best first: the one that `CHROMIUM_PATH` names and no other, where it is set;
 * else each Chromium, Chrome or Edge on the `PATH` or in its usual place. Nothing is installed.
 */
export function installedBrowsers(): string[] {
	const named = process.env.CHROMIUM_PATH;
	if (named) return [named].filter(isExecutable);
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
	return [...onPath, ...(usualPlaces[process.platform] ?? [])].filter(isExecutable);
}
