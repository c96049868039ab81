import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const mediaTypes: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ics': 'text/calendar; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.xml': 'application/xml; charset=utf-8',
};

// As in `_headers` for files with a hash in their name.
const forGood = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** A running server. */
export interface Served {
	/** The address, with the port. */
	origin: string;
	close: () => Promise<void>;
}

/**
 * Serves a built site like a static host: files, the `index.html` of folders, and `404.html` with status 404 for everything else.
 *
 * @param folder the build folder
 * @param base the base path, with slashes at both ends
 */
export async function serve(folder: string, base: string): Promise<Served> {
	const server = createServer((request, response) => {
		const { url = '/' } = request;
		const further = url.startsWith(`${base}_astro/`) ? forGood : {};
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
				// Browsers keep connections open.
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
		// Browsers must not guess a type that is missing above.
		return { status, type: mediaTypes[extname(file)] ?? 'application/octet-stream', body };
	} catch {
		return undefined;
	}
}
