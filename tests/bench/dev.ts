import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../browser/chromium.ts';
import { median } from './measure.ts';

/**
 * How long a reader of the development server waits for a saved file.
 *
 * @param content a content directory, in which one file is changed and set right again
 * @param file a meeting's file within it
 * @returns the median, in milliseconds, from saving the file until an open page shows what was saved
 */
export async function timeOfSave(
	content: string,
	file: string,
	args: readonly string[],
	environment: NodeJS.ProcessEnv,
): Promise<number> {
	const server = spawn(process.execPath, args, {
		env: { ...environment, CONTENT_DIR: content, NO_COLOR: '1' },
	});
	const ended = new Promise((resolve) => server.on('close', resolve));
	try {
		let terminal = '';
		const address = await new Promise<string>((resolve, reject) => {
			for (const stream of [server.stdout, server.stderr]) {
				stream.on('data', (text: Buffer) => {
					terminal += text.toString();
					const found = /http:\/\/localhost:\d+\//.exec(terminal)?.[0];
					if (found !== undefined) resolve(found);
				});
			}
			server.on('close', () => {
				reject(new Error(`The development server ended.\n${terminal}`));
			});
		});
		await using browser = await launchBrowser();
		const page = await browser.newPage();
		await page.goto(new URL(file.replace('.yaml', '/'), address).href, { timeout: 120_000 });
		const path = join(content, file);
		const text = readFileSync(path, 'utf8');
		const times: number[] = [];
		for (let time = 0; time <= 5; time++) {
			const title = `Title ${time} as saved`;
			const start = performance.now();
			writeFileSync(path, text.replace(/^title: .*$/m, `title: ${title}`));
			await page.locator('h1', { hasText: title }).waitFor({ timeout: 120_000 });
			times.push(performance.now() - start);
		}
		writeFileSync(path, text);
		// The first save finds caches empty that are full from then on.
		return median(times.slice(1));
	} finally {
		server.kill();
		await ended;
	}
}
