import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Many tests start Node anew, which reads a program in a third of the time when it keeps what it compiled the last time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node');

export default defineConfig({
	test: {
		// Browser tests wait more than they work: with a worker for every core, none stands idle.
		maxWorkers: '100%',
		// What the program remembers it remembers by what it was given, so files can share its modules, and the pages that were parsed.
		isolate: false,
		// On a busy machine what takes a second alone takes many.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		projects: [
			{ extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
			// One small content folder per kind of mistake, with the whole report it must give.
			{ extends: true, test: { name: 'fixtures', include: ['tests/fixtures/*.test.ts'] } },
			// Both look at the built site; the set-up builds it once, and only when one of their tests runs.
			{
				extends: true,
				test: {
					name: 'site',
					include: ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'],
					globalSetup: 'tests/site/build.ts',
				},
			},
		],
	},
});
