import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { headersAt, mediaTypeOf } from '../../src/site/web-server.ts';

export interface Served {
	/** The address, with the port. */
	origin: string;
	close: () => Promise<void>;
}

/**
 * Serves a built site like a static host. Serves files, the `index.html` in folders, and `404.html` with status 404 for everything else.
 *
 * @param folder the build folder
 * @param base the base path, with slashes at both ends
 */
export async function serve(folder: string, base: string): Promise<Served> {
	const server = createServer((request, response) => {
		const { url = '/' } = request;
		const further = headersAt(url.slice(base.length - 1));
		void answer(folder, base, url).then(({ status, type, body }) => {
			response.writeHead(status, { 'Content-Type': type, ...further }).end(body);
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
				// Browsers keep connections open, so they must be closed here.
				server.closeAllConnections();
			}),
	};
}

async function answer(folder: string, base: string, url: string) {
	const path = normalize(decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname));
	const file = path.startsWith(base) ? path.slice(base.length) : undefined;
	const found = file === undefined ? undefined : await read(folder, file.replace(/(?<=^|\/)$/, 'index.html'));
	return found ?? (await read(folder, '404.html', 404)) ?? { status: 404, type: 'text/plain', body: '' };
}

async function read(folder: string, file: string, status = 200) {
	try {
		const body = await readFile(join(folder, file));
		// Every file has a type, so that browsers do not have to guess.
		return { status, type: mediaTypeOf(extname(file).slice(1)), body };
	} catch {
		return undefined;
	}
}
