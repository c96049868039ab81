import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		// Browser tests wait more than they work: with a worker for every core, none stands idle.
		maxWorkers: '100%',
		projects: [
			{ test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
			// One small content folder per kind of mistake, with the whole report it must give.
			{ test: { name: 'fixtures', include: ['tests/fixtures/*.test.ts'] } },
			// Both look at the built site; the set-up builds it once, and only when one of their tests runs.
			{
				test: {
					name: 'site',
					include: ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'],
					globalSetup: 'tests/site/build.ts',
					// The parsed pages are shared by the files that a worker runs.
					isolate: false,
					testTimeout: 60_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
});
