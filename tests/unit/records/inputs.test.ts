import { describe, expect, test } from 'vitest';
import { buildInputs, missingInputs, repositoryOf } from '../../../src/records/inputs.ts';

describe('the inputs of a build', () => {
	test('have defaults, also for empty variables', () => {
		const defaults = {
			contentDirectory: 'content',
			site: 'http://localhost:4321',
			base: '/',
			now: undefined,
		};
		expect(buildInputs({})).toEqual(defaults);
		expect(buildInputs({ SITE_URL: '', BASE_PATH: '', CONTENT_DIR: '', SOURCE_DATE_EPOCH: '' })).toEqual(
			defaults,
		);
	});

	test('accept addresses and paths with any slashes and capitals', () => {
		for (const BASE_PATH of ['/a/b/', 'a/b', '/a/b', 'a/b/'])
			expect(buildInputs({ BASE_PATH }).base).toBe('/a/b/');
		for (const SITE_URL of ['https://History.example.org', 'https://history.example.org/'])
			expect(buildInputs({ SITE_URL }).site).toBe('https://history.example.org');
	});

	test('come from the environment', () => {
		expect(
			buildInputs({
				CONTENT_DIR: 'other',
				SITE_URL: 'http://localhost:8080',
				BASE_PATH: '/~pcocp/v1.0',
				SOURCE_DATE_EPOCH: '4102444799',
			}),
		).toEqual({
			contentDirectory: 'other',
			site: 'http://localhost:8080',
			base: '/~pcocp/v1.0/',
			now: 4_102_444_799,
		});
	});

	test.each([
		['SITE_URL', 'example.org'],
		['SITE_URL', 'ftp://example.org'],
		['SITE_URL', 'https://example.org/path'],
		['SITE_URL', 'https://user:secret@example.org'],
		['SITE_URL', 'https://example.org?query'],
		['BASE_PATH', '//other.example'],
		['BASE_PATH', '/a//b/'],
		['BASE_PATH', '/../up'],
		['BASE_PATH', '/a?b'],
		['BASE_PATH', 'https://example.org/'],
		['SOURCE_DATE_EPOCH', 'yesterday'],
		['SOURCE_DATE_EPOCH', '-5'],
		['SOURCE_DATE_EPOCH', '1e9'],
		['SOURCE_DATE_EPOCH', '4102444800'],
	])('reject the %s %s', (name, value) => {
		expect(() => buildInputs({ [name]: value })).toThrow(`Invalid ${name} "${value}". Set it to `);
	});

	test('report all invalid variables at once, with the valid values', () => {
		const SITE_URL = `https://${'x'.repeat(100)}`;
		expect(() =>
			buildInputs({ SITE_URL: `${SITE_URL}/path`, BASE_PATH: '?', SOURCE_DATE_EPOCH: 'now' }),
		).toThrow(
			[
				`Invalid SITE_URL "${SITE_URL.slice(0, 80)}". Set it to the address of a server without a path, such as https://history.example.org (BASE_PATH is the path).`,
				'Invalid BASE_PATH "?". Set it to a path such as /pcocp/ of letters, digits and the characters - . _ ~.',
				'Invalid SOURCE_DATE_EPOCH "now". Set it to a number of seconds since 1970, before the year 2100.',
			].join('\n'),
		);
	});

	test('have notes for missing ones', () => {
		expect(missingInputs({}, { isShallow: true, hasEdition: false })).toEqual([
			expect.stringContaining('SITE_URL is not set'),
			expect.stringContaining('Pages do not show when their records last changed'),
			expect.stringContaining('The site does not name its edition'),
		]);
		const given = { SITE_URL: 'https://history.example.org' };
		expect(missingInputs(given, { isShallow: false, hasEdition: true })).toEqual([]);
		expect(missingInputs(given, { isShallow: true, hasEdition: false, refusal: 'fatal: dubious' })).toEqual([
			'Git cannot read the history of the content, so the site shows neither its edition nor the dates of changes.\nfatal: dubious',
		]);
	});
});

const platform = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'example/history' };

describe('the repository is', () => {
	test('the address in the content, whoever builds the site', () => {
		expect(repositoryOf('https://github.com/secretariat/record/', platform)).toBe(
			'https://github.com/secretariat/record',
		);
		expect(repositoryOf('https://github.com/secretariat/record.git', {})).toBe(
			'https://github.com/secretariat/record',
		);
	});

	test('otherwise the repository that the platform builds', () => {
		expect(repositoryOf(undefined, platform)).toBe('https://github.com/example/history');
	});

	test('otherwise undefined', () => {
		expect(repositoryOf(undefined, {})).toBeUndefined();
		expect(repositoryOf(undefined, { ...platform, GITHUB_REPOSITORY: '' })).toBeUndefined();
	});
});
