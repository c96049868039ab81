import { describe, expect, test } from 'vitest';
import { buildInputs, missingInputs } from '../../../src/records/inputs.ts';

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
		expect(buildInputs({ SOURCE_DATE_EPOCH: '1700000000' }).now).toBe(1_700_000_000);
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
		['SOURCE_DATE_EPOCH', '99999999999'],
	])('%s is not %s, which a sentence says', (name, value) => {
		expect(() => buildInputs({ [name]: value })).toThrow(`${name} is "${value}"; it takes `);
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
