import { build } from 'astro';
import { command } from './command.ts';

const usage = `Usage: npm run build

Builds the site in dist/, and writes a configuration for nginx to dist.nginx.conf. If the build fails, dist/ keeps the site that was
built before.

  --help   print this help

Environment:
  SITE_URL            the web server of the site (default: http://localhost:4321)
  BASE_PATH           the path of the site on the server (default: /)
  CONTENT_DIR         the content directory (default: content)
  SOURCE_DATE_EPOCH   today, in seconds since 1970 (default: the date of the last commit)
Exit status: 0 success, 1 errors in the content or the environment, 2 internal error.
`;

// Turns off Astro's telemetry and the notice about it.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

await command(usage, {}, async () => {
	// Hides Astro's list of all files, which appears at the log level "info".
	await build({ logLevel: 'warn' });
	return 'The site is built in dist/.\n';
});
