import { launchInstalled } from '../integrations/installed-browsers.ts';
import { printPdf } from '../integrations/print-pdf.ts';
import { reserve } from '../integrations/publish.ts';
import { command } from './command.ts';

const usage = `Usage: npm run pdf

Prints the whole record as a PDF, dist/print/pcocp-public-history.pdf, and adds a link to the page for print. Run it after npm run build
and before you publish the site.

  --help   print this help

Environment: CHROMIUM_PATH is the browser to use (default: an installed Chrome, Edge or Chromium).
Exit status: 0 success, 2 the PDF could not be printed.
`;

await command(usage, {}, async () => {
	reserve('dist');
	await using browser = await launchInstalled();
	const { file, size } = await printPdf('dist', browser);
	return `dist/${file}, ${size}\n`;
});
