import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const namedWithEnding = {
	regex: '^\\.{1,2}/(?!.*\\.\\w+(\\?.*)?$)',
	message: 'Write the file’s ending: Node runs these files directly and does not guess it.',
};
const noAstro = {
	regex: '^(astro|@astrojs)([:/]|$)|\\.astro$',
	message: 'The command line, the tests and the site share this code, so it never imports Astro.',
};

export default defineConfig(
	// Built, not written; and the tests' deliberately malformed input and recorded output.
	globalIgnores(['dist/', '**/.astro/', 'tests/fixtures/*/', 'tests/golden/']),
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
			// The type check finds names that do not exist, in JavaScript too, and knows which ones do.
			'no-undef': 'off',
			// A number prints the same in every template; objects, undefined and null stay forbidden.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// Erasable syntax, which is all that the type check takes, has no enums; looking for them takes a fifth of the whole run.
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			// Few classes are here, and looking for what stands in for an instance of one takes a tenth of the whole run.
			'@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
		},
	},
	{
		files: ['src/{schema,records,checks,network,outputs,cli}/**'],
		rules: { 'no-restricted-imports': ['error', { patterns: [namedWithEnding, noAstro] }] },
	},
	astro.configs.recommended,
	{
		// Astro writes the types of its collections only when it builds it.
		files: ['tests/bench/stock/**'],
		extends: [tseslint.configs.disableTypeChecked],
		languageOptions: { parserOptions: { projectService: false } },
	},
	{
		// The linter cannot see the types of imported .astro components, and reading types through its Astro parser takes three
		// quarters of the whole run. `astro check` sees all types, in markup too. Scripts within them are of no project.
		files: ['**/*.astro', '**/*.astro/*.ts'],
		extends: [tseslint.configs.disableTypeChecked],
		languageOptions: { parserOptions: { projectService: false } },
	},
);
