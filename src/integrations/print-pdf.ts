import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { UserError } from '../records/user-error.ts';

/**
 * Prints the page `print/`, saves the PDF next to it and adds a link to the page.
 *
 * @throws {UserError} if the folder has no print page
 */
export async function printPdf(folder: string, browser: Browser): Promise<{ file: string; size: string }> {
	const page = join(folder, 'print/index.html');
	const html = await readFile(page, 'utf8').catch(() => {
		throw new UserError(`There is no print/index.html in ${folder}. Run npm run build first.`);
	});
	const [, address] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
	if (address === undefined) throw new Error(`${page} has no canonical link.`);
	const root = new URL('..', address).href;
	const tab = await browser.newPage({ javaScriptEnabled: false });
	// The browser loads all files from the built site and none from the network.
	await tab.route('**', async (route) => {
		const url = route.request().url();
		if (!url.startsWith(root)) await route.abort();
		else await route.fulfill({ path: join(folder, url.slice(root.length).replace(/\/$/, '/index.html')) });
	});
	await tab.goto(address);
	const pdf = await tab.pdf({
		format: 'A4',
		preferCSSPageSize: true,
		printBackground: true,
		tagged: true,
		outline: true,
	});
	const name = 'pcocp-public-history.pdf';
	const size = `${(pdf.length / 2 ** 20).toFixed(1)} MB`;
	await writeFile(join(folder, 'print', name), pdf);
	// Readers must never get an incomplete page, even if this process is killed.
	await writeFile(
		`${page}.next`,
		html.replace(
			/(?<=<p data-pdf[^>]*>)[^]*?(?=<\/p>)/,
			`<a href="${name}" type="application/pdf">Download it as a PDF</a> (${size}), or print this page from your browser.`,
		),
	);
	await rename(`${page}.next`, page);
	return { file: `print/${name}`, size };
}
