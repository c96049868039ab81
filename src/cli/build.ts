import { build } from 'astro';
import { command } from './command.ts';

const usage = `Usage: npm run build

Builds the site in dist/. If the build fails, dist/ keeps the site that was built before.

  --help   prints this

Environment: SITE_URL and BASE_PATH are the address of the site (default: http://localhost:4321 and /); CONTENT_DIR is the content
directory (default: content); SOURCE_DATE_EPOCH is today, in seconds since 1970 (default: the date of the last commit).
Exit status: 0 built, 1 errors in the content or the environment, 2 the build failed.
`;

// Astro would send usage data and print a notice about it.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

await command(usage, {}, async () => {
	// At the level "info", Astro lists every file.
	await build({ logLevel: 'warn' });
	return 'The site is built in dist/.\n';
});
