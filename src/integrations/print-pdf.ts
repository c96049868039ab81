import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { UserError } from '../records/user-error.ts';

/**
 * Prints all pages below `print/` that contain a placeholder for a PDF link. Saves each PDF next to its page and replaces the placeholder
 * with a link.
 *
 * @param folder the folder of the built site
 * @returns the path of each PDF within the folder, and the formatted file size
 * @throws {UserError} if the folder has no print page
 */
export async function printPdf(folder: string, browser: Browser): Promise<{ file: string; size: string }[]> {
	const root = await addressOf(folder);
	const tab = await browser.newPage({ javaScriptEnabled: false });
	// The browser loads all files from the built site and none from the network.
	await tab.route('**', async (route) => {
		const { href } = new URL(route.request().url());
		if (!href.startsWith(root.href)) await route.abort();
		else
			await route.fulfill({ path: join(folder, href.slice(root.href.length).replace(/\/$/, '/index.html')) });
	});
	const printed = [];
	for (const page of globSync('print/**/index.html', { cwd: folder }).sort()) {
		const path = page.replaceAll('\\', '/').replace(/index\.html$/, '');
		const html = await readFile(join(folder, page), 'utf8');
		if (!placeOfLink.test(html)) continue;
		await tab.goto(new URL(path, root).href);
		const pdf = await tab.pdf({
			format: 'A4',
			preferCSSPageSize: true,
			printBackground: true,
			tagged: true,
			outline: true,
		});
		const name = ['pcocp-public-history', ...path.split('/').slice(1, -1)].join('-') + '.pdf';
		const size = `${(pdf.length / 2 ** 20).toFixed(1)} MB`;
		await writeFile(join(folder, dirname(page), name), pdf);
		await writeFile(
			join(folder, page),
			html.replace(
				placeOfLink,
				`<a href="${name}" type="application/pdf">Download it as a PDF</a> (${size}), or print this page from your browser.`,
			),
		);
		printed.push({ file: path + name, size });
	}
	return printed;
}

const placeOfLink = /(?<=<p data-pdf[^>]*>)[^]*?(?=<\/p>)/;

/** Returns the site's URL, taken from the canonical link of the print page. */
async function addressOf(folder: string): Promise<URL> {
	const html = await readFile(join(folder, 'print/index.html'), 'utf8').catch(() => {
		throw new UserError(`There is no print/index.html in ${folder}. Run npm run build first.`);
	});
	const [, address] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
	if (address === undefined) throw new Error(`${folder}/print/index.html has no canonical link.`);
	return new URL('..', address);
}
