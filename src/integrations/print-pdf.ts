import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { chromium, type Page, type Route } from 'playwright-core';
import { withFolios } from '../outputs/folios.ts';
import { pageCount, pagesOfAnchors, repeatable } from '../outputs/pdf.ts';
import { today } from '../records/history.ts';
import { installedBrowsers } from './installed-browsers.ts';

const page = 'print/';
const file = 'print/pcocp-public-history.pdf';

/**
 * The whole record as a PDF, where the machine that builds has a browser: printed from the built page while other integrations
 * work, and offered on that page only when it is there. Without a browser, or when it fails, the page offers printing.
 */
export function printPdf(): AstroIntegration {
	let address = new URL('http://localhost/');
	let printing: Promise<Buffer | undefined> | undefined;
	return {
		name: 'print-pdf',
		hooks: {
			'astro:config:done': ({ config }) => {
				address = new URL(config.base.replace(/\/*$/, '/'), config.site ?? address);
			},
			'astro:build:generated': ({ dir, logger }) => {
				const [executable] = installedBrowsers();
				if (executable === undefined) logger.info('No browser here: the page offers printing, no PDF.');
				else printing = printed(executable, dir, address, logger);
			},
			'astro:build:done': async ({ dir, logger }) => {
				const pdf = await printing;
				if (!pdf) return;
				const pages = pageCount(pdf.toString('latin1'));
				const size = `${(pdf.length / 2 ** 20).toFixed(1)} MB`;
				await writeFile(new URL(file, dir), pdf);
				await offer(
					new URL(`${page}index.html`, dir),
					`${address.pathname}${file}`,
					`${pages} pages, ${size}`,
				);
				logger.info(`The whole record as a PDF: ${pages} pages, ${size}.`);
			},
		},
	};
}

/** Prints the page twice: the first time to learn on which page everything comes to lie. */
async function printed(
	executablePath: string,
	folder: URL,
	address: URL,
	logger: AstroIntegrationLogger,
): Promise<Buffer | undefined> {
	try {
		await using browser = await chromium.launch({ executablePath });
		const tab = await browser.newPage({ javaScriptEnabled: false });
		const at = new URL(page, address);
		await serve(tab, folder, address);
		await tab.goto(at.href);
		const draft = await tab.pdf(paper);
		const pages = pagesOfAnchors(draft.toString('latin1'));
		await tab.route(at.href, async (route) => {
			const html = await readFile(new URL(`${page}index.html`, folder), 'utf8');
			await route.fulfill({ contentType: 'text/html', body: withFolios(html, pages) });
		});
		await tab.goto(at.href);
		const pdf = await tab.pdf({ ...paper, tagged: true, outline: true });
		return Buffer.from(repeatable(pdf.toString('latin1'), today()), 'latin1');
	} catch (error) {
		logger.warn(`No PDF of the whole record: ${executablePath} could not print it (${String(error)}).`);
		return undefined;
	}
}

const paper = { format: 'A4', preferCSSPageSize: true, printBackground: true } as const;

/** Answers every request of a tab with the files of the built site, and none from the network. */
const serve = (tab: Page, folder: URL, address: URL): Promise<unknown> =>
	tab.route('**', async (route: Route) => {
		const { origin, pathname } = new URL(route.request().url());
		if (origin !== address.origin || !pathname.startsWith(address.pathname)) {
			await route.abort();
			return;
		}
		const path = pathname.slice(address.pathname.length).replace(/(?<=^|\/)$/, 'index.html');
		await route.fulfill({ path: fileURLToPath(new URL(path, folder)) });
	});

/** Puts the link to the PDF in the place that the page keeps for it. */
async function offer(html: URL, path: string, extent: string): Promise<void> {
	const text = await readFile(html, 'utf8');
	const offered = text.replace(
		/(?<=<p data-pdf[^>]*>)[^]*?(?=<\/p>)/,
		`<a href="${path}" type="application/pdf">Download it as a PDF</a> (${extent}), or print this page from your browser.`,
	);
	if (offered === text) throw new Error('The page of the whole record has no place for the link to its PDF.');
	await writeFile(html, offered);
}
