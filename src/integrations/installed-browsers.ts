import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { UserError } from '../records/user-error.ts';

/**
 * How to launch the browsers that a machine may have, best first: the one that `CHROMIUM_PATH` names and no other, where it is
 * set; else Chrome, Edge, a Chromium of the system, or Playwright's own.
 */
export const installedBrowsers = (): LaunchOptions[] =>
	process.env.CHROMIUM_PATH
		? [{ executablePath: process.env.CHROMIUM_PATH }]
		: [{ channel: 'chrome' }, { channel: 'msedge' }, { executablePath: '/usr/bin/chromium' }, {}];

/**
 * Launches the first installed browser that starts; the caller closes it. Nothing is installed.
 *
 * @throws {UserError} when none starts, with what each said
 */
export async function launchInstalled(): Promise<Browser> {
	const reasons: string[] = [];
	for (const options of installedBrowsers()) {
		try {
			return await chromium.launch(options);
		} catch (error) {
			reasons.push(String(error).split('\n')[0] ?? '');
		}
	}
	throw new UserError(
		['No browser starts: install Chrome, Edge or Chromium, or name one in CHROMIUM_PATH.', ...reasons].join(
			'\n  ',
		),
	);
}
