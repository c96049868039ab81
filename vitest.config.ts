import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Many tests start Node again. With a compile cache, programs load in a third of the time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node');

export default defineConfig({
	test: {
		// Browser tests mostly wait, so every core can have a worker.
		maxWorkers: '100%',
		// Test files can share modules and parsed pages, because all caches depend on their input.
		isolate: false,
		// On a busy machine, a test that takes one second can take many.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		projects: [
			{ extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
			// One small content folder per error, with the full report it must produce.
			{ extends: true, test: { name: 'fixtures', include: ['tests/fixtures/*.test.ts'] } },
			// These tests need programs that npm does not install: nginx and Firefox.
			{
				extends: true,
				test: {
					name: 'outside',
					include: ['tests/outside/**/*.test.ts'],
					globalSetup: 'tests/site/build.ts',
				},
			},
			// These tests use the built site. The setup builds it once, and only if one of these tests runs.
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
