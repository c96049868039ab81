import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadContent } from '../../src/checks/load-content.ts';
import { buildNetwork, type Entry } from '../../src/network/network.ts';
import { bounds } from '../../src/network/parts.ts';
import { pathOf } from '../../src/network/paths.ts';
import { kindOf } from '../../src/schema/index.ts';
import { kinds, type Kind } from '../../src/schema/kinds.ts';
import { build } from './build.ts';
import { published } from './published.ts';
import { brokenLinks, readPages } from './pages.ts';

// Below the project, as all builds are (see build.ts).
const folder = mkdtempSync(join(import.meta.dirname, '../../node_modules/.cache/parts-'));
const [content, site] = [join(folder, 'content'), join(folder, 'site')];

/** Adds so many records of most kinds that their lists outgrow a page, to a small record. */
function outgrow(): void {
	const sources = ['charter-2015'];
	const at = (index: number): string =>
		`${String(2022 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`;
	const add = (kind: Kind, count: number, make: (index: number) => object): void => {
		for (let index = 0; index < count; index += 1)
			writeFileSync(join(content, kind, `many-${String(index)}.yaml`), dump(make(index), { noRefs: true }));
	};
	add('meetings', bounds.rows, (index) => ({
		body: 'conference',
		title: `Meeting ${at(index)}`,
		dates: at(index),
		host: { country: index % 2 === 0 ? 'malta' : 'iceland' },
		agenda: [{ id: 'item', title: `Item ${at(index)}`, wording: 'published', themes: ['firearms'] }],
		sources,
	}));
	add('milestones', bounds.events - bounds.rows, (index) => ({
		date: at(index),
		title: `Milestone ${at(index)}`,
		text: 'It happened.',
		sources,
	}));
	const title = (index: number): string => `Record ${at(index)}`;
	add('documents', bounds.records, (index) => ({
		title: title(index),
		type: 'declaration',
		date: at(index),
		sources,
	}));
	// More than the document has on one page.
	add('projects', 200, (index) => ({
		title: title(index),
		dates: at(index % 100),
		connection: 'It pays.',
		sources,
	}));
	add('glossary', bounds.records, (index) => ({ term: title(index), meaning: 'It means that.', sources }));
	add('disputes', bounds.records, (index) => ({
		question: `When was ${title(index)}?`,
		about: [{ record: `meetings/many-${String(index)}`, field: 'dates' }],
		versions: [
			{ id: 'one', claim: 'Then.', sources },
			{ id: 'other', claim: 'Later.', sources },
		],
		follows: 'one',
		why: 'It is the older one.',
	}));
}

beforeAll(async () => {
	cpSync(inject('smallContent'), content, { recursive: true });
	outgrow();
	await build(site, join(folder, 'cache'), published, {
		CONTENT_DIR: content,
		SOURCE_DATE_EPOCH: String(Date.parse('2031-06-15') / 1000),
	});
});

afterAll(() => {
	rmSync(folder, { recursive: true });
});

test('a list that has outgrown its page goes on in parts, and every link leads to what it names', () => {
	const paths = readPages(site).map(({ path }) => `/${path}`);
	const lists = (
		['meetings', 'milestones', 'board', 'documents', 'projects', 'glossary', 'disputes'] as const
	).map((kind) => kindOf(kind).list);
	for (const list of [...lists, '/themes/firearms/', '/sources/charter-2015/meetings/']) {
		const isPart = new RegExp(`^${list}(\\d{3}0s|[a-z])/$`);
		expect(
			paths.some((path) => isPart.test(path)),
			list,
		).toBe(true);
	}
	expect(paths).toContain('/print/meetings/2020s/');
	expect(paths).toContain('/print/documents/');
	expect(brokenLinks(site, published)).toEqual([]);
});

test('each record has its place on the part that holds it, and keeps the anchor that it had on the list', () => {
	const network = buildNetwork(loadContent(content), '2031-06-15');
	const pages = new Map(readPages(site).map((page) => [`/${page.path}`, page]));
	const has = (address: string): boolean => {
		const [path = '', anchor] = address.split('#');
		const page = pages.get(path);
		return page !== undefined && (anchor === undefined || page.ids.has(anchor));
	};
	const entries = kinds.flatMap((kind): readonly Entry[] => network.entries[kind]);
	expect(entries.map(pathOf).filter((path) => !has(path))).toEqual([]);
	const moved = entries.filter(({ page }) => page !== undefined);
	expect(moved.length).toBeGreaterThan(4 * bounds.records);
	expect(moved.filter(({ kind, id }) => !has(`${kindOf(kind).list}#${id}`))).toEqual([]);
});
