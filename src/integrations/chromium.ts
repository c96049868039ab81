/**
 * An installed Chromium, spoken to directly by its DevTools protocol over two pipes: enough to print a page, without a package.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const usualPlaces: Partial<Record<NodeJS.Platform, string[]>> = {
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	win32: [
		'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
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
 * The browser that this machine has: the one that `CHROMIUM_PATH` names and no other, where it is set, else a Chromium, Chrome
 * or Edge on the `PATH` or in its usual place. Nothing is installed.
 */
export function findChromium(): string | undefined {
	const named = process.env.CHROMIUM_PATH;
	if (named) return isExecutable(named) ? named : undefined;
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	const places = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
	return [...places, ...(usualPlaces[process.platform] ?? [])].find(isExecutable);
}

/** What a page asks for: an answer, or `undefined` where there is nothing at that address. */
export type Answer = (url: URL) => Promise<{ type: string; body: Buffer } | undefined>;

/** A page that can be printed. */
export interface PrintablePage {
	/** Goes to an address; scripts do not run, and every request is answered by the function given, none by the network. */
	open: (address: string, answer: Answer) => Promise<void>;
	/**
	 * Prints what is open: on A4 unless its style says otherwise, tagged for screen readers and with an outline; a draft, which is
	 * made sooner, without these two.
	 */
	print: (options?: { draft?: boolean }) => Promise<Buffer>;
	close: () => Promise<void>;
}

interface Message {
	id?: number;
	method?: string;
	params?: Record<string, unknown>;
	result?: Record<string, unknown>;
	error?: { message: string };
}

const timeout = 60_000;

/**
 * Starts a browser without a window.
 *
 * @param executable see `findChromium`
 * @throws {Error} when it does not start; the page's functions reject when it ends or takes too long
 */
export async function startChromium(executable: string): Promise<PrintablePage> {
	const profile = await mkdtemp(join(tmpdir(), 'print-'));
	const browser = spawn(
		executable,
		[
			'--headless',
			'--disable-gpu',
			'--no-first-run',
			'--disable-extensions',
			'--disable-background-networking',
			'--remote-debugging-pipe',
			`--user-data-dir=${profile}`,
			// Chromium has no sandbox for the root user, as whom containers build; the pages are our own.
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			'about:blank',
		],
		{ stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
	);
	const ended = new Promise<void>((resolve) => {
		browser.once('error', () => {
			resolve();
		});
		browser.once('close', () => {
			resolve();
		});
	});
	const timer = setTimeout(() => browser.kill('SIGKILL'), timeout);
	const connection = connect(browser.stdio[3] as Writable, browser.stdio[4] as Readable, ended);

	const close = async (): Promise<void> => {
		clearTimeout(timer);
		browser.kill();
		await ended;
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const { targetInfos } = (await connection.send('Target.getTargets')) as {
			targetInfos: { targetId: string; type: string }[];
		};
		const targetId = targetInfos.find(({ type }) => type === 'page')?.targetId;
		const { sessionId } = (await connection.send('Target.attachToTarget', { targetId, flatten: true })) as {
			sessionId: string;
		};
		return { ...pageOf(connection, sessionId), close };
	} catch (error) {
		await close();
		throw error;
	}
}

interface Connection {
	send: (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>>;
	/** Calls the listener with the parameters of every event of this name; only the last listener of a name is kept. */
	on: (method: string, listener: (params: Record<string, unknown>) => void) => void;
}

/** The protocol itself: messages in JSON, each ended by a zero byte. */
function connect(input: Writable, output: Readable, ended: Promise<void>): Connection {
	const waiting = new Map<number, (message: Message) => void>();
	const listeners = new Map<string, (params: Record<string, unknown>) => void>();
	const receive = (message: Message): void => {
		if (message.id !== undefined) waiting.get(message.id)?.(message);
		else listeners.get(message.method ?? '')?.(message.params ?? {});
	};
	let parts: Buffer[] = [];
	output.on('data', (data: Buffer) => {
		let rest = data;
		for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
			receive(JSON.parse(Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8')) as Message);
			parts = [];
			rest = rest.subarray(end + 1);
		}
		parts.push(rest);
	});
	// When the browser ends, so do its pipes; whoever waits is told below.
	input.on('error', () => undefined);
	const gone = ended.then((): never => {
		throw new Error('The browser ended.');
	});
	gone.catch(() => undefined);
	let last = 0;
	return {
		send: async (method, params = {}, sessionId) => {
			const id = ++last;
			const answer = new Promise<Message>((resolve) => {
				waiting.set(id, resolve);
			});
			input.write(
				`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`,
			);
			const { result = {}, error } = await Promise.race([answer, gone]);
			waiting.delete(id);
			if (error) throw new Error(`${method}: ${error.message}`);
			return result;
		},
		on: (method, listener) => {
			listeners.set(method, listener);
		},
	};
}

function pageOf({ send, on }: Connection, sessionId: string): Omit<PrintablePage, 'close'> {
	const call = (method: string, params?: object) => send(method, params, sessionId);
	return {
		open: async (address, answer) => {
			on('Fetch.requestPaused', (params) => {
				const { requestId, request } = params as { requestId: string; request: { url: string } };
				answer(new URL(request.url))
					.then((found) =>
						call('Fetch.fulfillRequest', {
							requestId,
							responseCode: found ? 200 : 404,
							responseHeaders: found ? [{ name: 'Content-Type', value: found.type }] : [],
							body: found?.body.toString('base64') ?? '',
						}),
					)
					// The page is printed without what could not be answered; or the browser has ended, which others report.
					.catch(() => undefined);
			});
			const loaded = new Promise<void>((resolve) => {
				on('Page.loadEventFired', () => {
					resolve();
				});
			});
			await call('Page.enable');
			await call('Fetch.enable');
			await call('Emulation.setScriptExecutionDisabled', { value: true });
			const { errorText } = await call('Page.navigate', { url: address });
			if (typeof errorText === 'string') throw new Error(`${address}: ${errorText}`);
			await loaded;
		},
		print: async ({ draft = false } = {}) => {
			const { data } = await call('Page.printToPDF', {
				paperWidth: 8.27,
				paperHeight: 11.69,
				preferCSSPageSize: true,
				printBackground: true,
				generateTaggedPDF: !draft,
				generateDocumentOutline: !draft,
			});
			return Buffer.from(String(data), 'base64');
		},
	};
}
