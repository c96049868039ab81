import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { withFolios } from '../outputs/folios.ts';
import { pageCount, pagesOfAnchors, repeatable } from '../outputs/pdf.ts';
import { today } from '../records/history.ts';
import { type Answer, findChromium, startChromium } from './chromium.ts';

const page = 'print/';
const file = 'print/pcocp-public-history.pdf';

const mediaTypes: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
};

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
				const executable = findChromium();
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
	executable: string,
	folder: URL,
	address: URL,
	logger: AstroIntegrationLogger,
): Promise<Buffer | undefined> {
	try {
		const browser = await startChromium(executable);
		try {
			const at = new URL(page, address);
			await browser.open(at.href, filesOf(folder, address));
			const pages = pagesOfAnchors((await browser.print({ draft: true })).toString('latin1'));
			await browser.open(at.href, async (url) => {
				const found = await filesOf(folder, address)(url);
				if (!found || url.pathname !== at.pathname) return found;
				return { ...found, body: Buffer.from(withFolios(found.body.toString('utf8'), pages)) };
			});
			const pdf = await browser.print();
			return Buffer.from(repeatable(pdf.toString('latin1'), today()), 'latin1');
		} finally {
			await browser.close();
		}
	} catch (error) {
		logger.warn(`No PDF of the whole record: ${executable} could not print it (${String(error)}).`);
		return undefined;
	}
}

/** Answers with the files of the built site. */
const filesOf =
	(folder: URL, address: URL): Answer =>
	async (url) => {
		if (url.origin !== address.origin || !url.pathname.startsWith(address.pathname)) return undefined;
		const path = url.pathname.slice(address.pathname.length).replace(/(?<=^|\/)$/, 'index.html');
		try {
			const body = await readFile(new URL(path, folder));
			return { type: mediaTypes[extname(path)] ?? 'application/octet-stream', body };
		} catch {
			return undefined;
		}
	};

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
