import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const namedWithEnding = {
	regex: '^\\.{1,2}/(?!.*\\.\\w+(\\?.*)?$)',
	message: 'Add the file extension. Node runs these files directly and does not guess it.',
};
const noAstro = {
	regex: '^(astro|@astrojs)([:/]|$)|\\.astro$',
	message: 'Do not import Astro here. The command line, the tests and the site share this code.',
};

export default defineConfig(
	// Ignores build output, and the malformed input and recorded output of tests.
	globalIgnores(['dist/', 'dist.*/', '**/.astro/', 'tests/fixtures/*/', 'tests/golden/']),
	{
		extends: [
			js.configs.recommended,
			tseslint.configs.strictTypeChecked,
			tseslint.configs.stylisticTypeChecked,
		],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'no-restricted-imports': ['error', { patterns: [namedWithEnding] }],
			// TypeScript already reports undefined names, in JavaScript too.
			'no-undef': 'off',
			// Allows numbers in templates, but no objects, undefined or null.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// tsconfig.json forbids enums (erasableSyntaxOnly), and this rule takes a fifth of the linting time.
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			// The project has few classes, and this rule takes a tenth of the linting time.
			'@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
		},
	},
	{
		files: ['src/{schema,records,checks,network,site,outputs,cli}/**'],
		ignores: ['src/cli/build.ts'],
		rules: { 'no-restricted-imports': ['error', { patterns: [namedWithEnding, noAstro] }] },
	},
	astro.configs.recommended,
	{
		// Astro only writes the types of this site's collections when it builds the site.
		files: ['tests/bench/stock/**'],
		extends: [tseslint.configs.disableTypeChecked],
		languageOptions: { parserOptions: { projectService: false } },
	},
	{
		// ESLint cannot resolve the types of imported .astro components, and type-aware rules on these files take three quarters of
		// the linting time. `astro check` checks all their types instead. Inline scripts belong to no TypeScript project.
		files: ['**/*.astro', '**/*.astro/*.ts'],
		extends: [tseslint.configs.disableTypeChecked],
		languageOptions: { parserOptions: { projectService: false } },
	},
);
