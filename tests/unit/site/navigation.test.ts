import { describe, expect, test } from 'vitest';
import { sitePages } from '../../../src/site/navigation.ts';
import { kindOf } from '../../../src/schema/index.ts';
import { kinds } from '../../../src/schema/kinds.ts';
import { networkOf } from '../network/content.ts';

const pages = sitePages(
	networkOf({
		members: { greece: {} },
		network: {
			name: 'The Network',
			abbreviation: 'TNN',
			alsoCalled: [{ text: 'The Conference' }],
			nativeNames: [{ name: 'Мрежа', language: 'sr' }],
			boardRule: { text: 'Four seats rotate.', size: 4 },
		},
	}),
);
const at = (path: string) => pages.find((page) => page.path === path);

describe('the pages without a record', () => {
	test('have a title and, except for the search, a summary and search words', () => {
		for (const page of pages) {
			const { content, names, called, ...own } = page;
			for (const text of Object.values(own)) expect(text, page.path).not.toBe('');
			expect(own.path).toMatch(/^\/([a-z-]+\/)*$/);
			expect(own.title).toMatch(/\p{L}/u);
			expect(called, page.path).not.toBe('');
			if (page.path === '/search/') expect([content, names]).toEqual([undefined, undefined]);
			else {
				expect(content, page.path).toMatch(/\p{L}.*\.$/u);
				expect(names?.length, page.path).toBeGreaterThan(1);
				for (const name of names ?? []) expect(name, page.path).toMatch(/\p{L}/u);
			}
		}
	});

	test('are one for each kind of record and those about the whole record, each once', () => {
		const paths = pages.map(({ path }) => path);
		expect(new Set(paths).size).toBe(paths.length);
		const whole = [
			'/',
			'/network/',
			'/picture/',
			'/as-of/',
			'/gaps/',
			'/changes/',
			'/search/',
			'/print/',
			'/data/',
			'/about/',
			'/contribute/',
			'/contribute/guide/',
		];
		const lists = kinds.filter((kind) => kind !== 'offices').map((kind) => kindOf(kind).list);
		expect([...paths].sort()).toEqual([...lists, ...whole].sort());
	});

	test('in the menu are the most important ones', () => {
		expect(pages.filter(({ group }) => group === 'main').map(({ path }) => path)).toEqual([
			'/meetings/',
			'/members/',
			'/board/',
			'/secretariat/',
			'/themes/',
			'/timeline/',
		]);
	});

	test('are found by every name of the network, and use the texts of the record', () => {
		expect(at('/')).toMatchObject({ title: 'The Network', content: 'A network.' });
		expect(at('/')?.names).toEqual(expect.arrayContaining(['TNN', 'The Conference', 'Мрежа']));
		expect(at('/members/')?.content).toMatch(/^1 country, /);
		expect(at('/board/')?.content).toContain('Four seats rotate.');
		expect(at('/about/')?.content).toContain('A record.');
	});
});
