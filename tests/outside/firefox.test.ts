/* Runs the tests of drafts again, in Firefox. */
import { existsSync } from 'node:fs';
import { type Browser, firefox } from 'playwright-core';
import { vi } from 'vitest';
import '../browser/forms-drafts.test.ts';

interface Session {
	send: (method: string, ...rest: unknown[]) => Promise<unknown>;
	emit: (event: string, about?: object) => boolean;
}

vi.mock('../browser/chromium.ts', () => ({
	launchBrowser: async (): Promise<Browser> => {
		const debians = '/usr/bin/firefox-esr';
		const options = existsSync(debians) ? { executablePath: debians } : {};
		const browser = await firefox.launch({ channel: 'moz-firefox', ...options }).catch((cause: unknown) => {
			const advice = 'These tests need Firefox. Install it, for example with: apt-get install firefox-esr';
			throw new Error(advice, { cause });
		});
		const { _connection } = browser as unknown as {
			_connection: { toImpl: (object: Browser) => { _browserSession: Session } };
		};
		const session = Object.getPrototypeOf(_connection.toImpl(browser)._browserSession) as Session;
		const { send, emit } = session;
		// Playwright always sends this command, but Firefox 153 does not know it. The tests do not need it.
		session.send = function (this: Session, method, ...rest) {
			const isUnknown = method === 'emulation.setMediaFeaturesOverride';
			return isUnknown ? Promise.resolve({}) : send.call(this, method, ...rest);
		};
		// Firefox 153 gives downloads no id, and Playwright ignores downloads without one.
		session.emit = function (this: Session, event, about) {
			const isDownload = event.startsWith('browsingContext.download');
			return emit.call(this, event, isDownload ? { download: 'download', ...about } : about);
		};
		return browser;
	},
}));
