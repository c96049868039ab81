import { launchInstalled } from '../integrations/installed-browsers.ts';
import { printPdf } from '../integrations/print-pdf.ts';
import { command } from './command.ts';

const usage = `Usage: npm run pdf

Prints the built site's record for paper as a PDF, dist/print/pcocp-public-history.pdf, and offers it on its page. Run it after
npm run build, before the site is published.

  --help   prints this

Environment: CHROMIUM_PATH is the browser that prints (default: an installed Chrome, Edge or Chromium).
Exit status: 0 printed, 2 could not run.
`;

await command(usage, {}, async () => {
	await using browser = await launchInstalled();
	return (await printPdf('dist', browser)).map(({ file, size }) => `dist/${file}, ${size}\n`).join('');
});
