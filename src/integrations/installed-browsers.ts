import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { UserError } from '../records/user-error.ts';

/** Returns launch options for browsers, in order of preference. If `CHROMIUM_PATH` is set, only that browser is used. */
export const installedBrowsers = (): LaunchOptions[] =>
	process.env.CHROMIUM_PATH
		? [{ executablePath: process.env.CHROMIUM_PATH }]
		: [{ channel: 'chrome' }, { channel: 'msedge' }, { executablePath: '/usr/bin/chromium' }, {}];

/**
 * Launches the first installed browser that starts, without installing any. The caller must close the browser.
 *
 * @throws {UserError} if no browser starts, with the error from each browser
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
		[
			'No browser starts. Install Chrome, Edge or Chromium, or set CHROMIUM_PATH to a browser.',
			...reasons,
		].join('\n  '),
	);
}
