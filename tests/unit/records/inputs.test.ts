import { describe, expect, test } from 'vitest';
import { buildInputs, missingInputs, repositoryOf } from '../../../src/records/inputs.ts';

describe('the inputs of a build', () => {
	test('have defaults, also where a variable is set to nothing', () => {
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

	test('mean the same however their slashes and capitals are written', () => {
		for (const BASE_PATH of ['/a/b/', 'a/b', '/a/b', 'a/b/'])
			expect(buildInputs({ BASE_PATH }).base).toBe('/a/b/');
		for (const SITE_URL of ['https://History.example.org', 'https://history.example.org/'])
			expect(buildInputs({ SITE_URL }).site).toBe('https://history.example.org');
	});

	test('are taken as they are given', () => {
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
	])('%s is not %s, which a sentence says', (name, value) => {
		expect(() => buildInputs({ [name]: value })).toThrow(`${name} is "${value}"; it takes `);
	});

	test('that are wrong are told all at once, each with what it takes', () => {
		const SITE_URL = `https://${'x'.repeat(100)}`;
		expect(() =>
			buildInputs({ SITE_URL: `${SITE_URL}/path`, BASE_PATH: '?', SOURCE_DATE_EPOCH: 'now' }),
		).toThrow(
			[
				`SITE_URL is "${SITE_URL.slice(0, 80)}"; it takes the address of a server such as https://history.example.org, without a path (that is BASE_PATH).`,
				'BASE_PATH is "?"; it takes a path such as /pcocp/, of letters, digits, hyphens and the like.',
				'SOURCE_DATE_EPOCH is "now"; it takes a number of seconds since 1970, before the year 2100.',
			].join('\n'),
		);
	});

	test('that are missing are said with what follows', () => {
		expect(missingInputs({}, true, false)).toEqual([
			expect.stringContaining('SITE_URL is not set'),
			expect.stringContaining('no page says when its record last changed'),
			expect.stringContaining('nothing says which edition it is'),
		]);
		expect(missingInputs({ SITE_URL: 'https://history.example.org' }, false, true)).toEqual([]);
	});
});

const platform = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'example/history' };

describe('the repository is', () => {
	test('the one that the site states, whoever builds it', () => {
		expect(repositoryOf('https://github.com/secretariat/record/', platform)).toBe(
			'https://github.com/secretariat/record',
		);
		expect(repositoryOf('https://github.com/secretariat/record.git', {})).toBe(
			'https://github.com/secretariat/record',
		);
	});

	test('else the one that the platform builds', () => {
		expect(repositoryOf(undefined, platform)).toBe('https://github.com/example/history');
	});

	test('else none', () => {
		expect(repositoryOf(undefined, {})).toBeUndefined();
		expect(repositoryOf(undefined, { ...platform, GITHUB_REPOSITORY: '' })).toBeUndefined();
	});
});
