import { describe, expect, test } from 'vitest';
import { agendaItems } from '../../../../src/network/meetings.ts';
import { addressOf, buildNetwork, type Entry } from '../../../../src/network/network.ts';
import { agendaItemPath, listPaths, pathOf } from '../../../../src/network/paths.ts';
import { questionWords, searchRecords, type SearchRecord } from '../../../../src/outputs/search/records.ts';
import { loadContent } from '../../../../src/checks/load-content.ts';
import { kinds } from '../../../../src/schema/kinds.ts';

const content = loadContent('content');
const network = buildNetwork(content, '2026-01-01');
const records = searchRecords(network);

function at(url: string, among: readonly SearchRecord[] = records): SearchRecord {
	const found = among.find((record) => record.url === url);
	if (!found) throw new Error(`Nothing can be found at ${url}`);
	return found;
}

const wordsOf = ({ names }: SearchRecord): string[] => names.split(' ');

test('every record of every kind can be found, once, at its address', () => {
	const entries = kinds.flatMap((kind): readonly Entry[] => network.entries[kind]);
	const missing = entries.filter((entry) => records.filter(({ url }) => url === pathOf(entry)).length !== 1);
	expect(missing.map(addressOf)).toEqual([]);
});

test('every agenda item can be found at its own anchor, under its title', () => {
	for (const { meeting, item } of agendaItems(network)) {
		const record = at(agendaItemPath(meeting, item.id));
		expect(record.url).toMatch(/^\/meetings\/[a-z0-9-]+\/#[a-z0-9-]+$/);
		expect(record.title).toBe(item.title);
		expect(record.filters.kind).toEqual(['Agenda item']);
	}
});

test('every page that lists records can be found, and no address twice', () => {
	for (const path of Object.values(listPaths)) expect(at(path).filters.kind).toEqual(['Page']);
	const urls = records.map(({ url }) => url);
	expect(new Set(urls).size).toBe(urls.length);
});

test('every result says what it is and has a text', () => {
	for (const { url, title, label, content: text } of records) {
		expect(title, url).toMatch(/[\p{L}\p{N}]/u);
		expect(label, url).toMatch(/^\p{Lu}/u);
		expect(text, url).toMatch(/[\p{L}\p{N}]/u);
	}
});

describe('a reader’s own words find', () => {
	test.each([
		['Österreich', '/members/austria/'],
		['Ελλάδα', '/members/greece/'],
		['България', '/members/bulgaria/'],
		['Србија', '/members/serbia/'],
		['Srbija', '/members/serbia/'],
		['Macedonia', '/members/north-macedonia/'],
		['Скопје', '/meetings/fourth-meeting/'],
		['9th', '/meetings/ninth-meeting/'],
		['cryptocurrency', '/themes/virtual-assets/'],
		['e-evidence', '/themes/electronic-evidence/'],
		['guns', '/themes/firearms-trafficking/'],
		['presidency', '/secretariat/'],
		['USKOK', '/members/croatia/#croatia-uskok'],
		['PCOCP', '/'],
	])('%s: %s', (word, url) => {
		expect(wordsOf(at(url))).toContain(word);
	});
});

test('an agenda item is found by the everyday words of its themes', () => {
	expect(at('/meetings/fourth-meeting/#firearms').topics.split(' ')).toContain('guns');
});

test('a word that begins another of the same record is left out, for it would count twice', () => {
	const words = wordsOf(at('/themes/virtual-assets/'));
	expect(words).not.toContain('crypto');
	for (const word of words) {
		const beginning = words.filter((other) => other !== word && word.startsWith(other));
		expect(beginning, word).toEqual([]);
	}
});

describe('the filters', () => {
	test('name kinds, years, themes, countries and bodies in words', () => {
		expect(at('/meetings/ninth-meeting/#money-laundering').filters).toEqual({
			kind: ['Agenda item'],
			year: ['2023'],
			theme: ['Financial investigations', 'Money laundering'],
			country: ['Serbia'],
			body: ['Conference'],
		});
	});

	test('lead from a country to the meetings that it hosted, was to host or took part in', () => {
		const { country } = at('/meetings/ninth-meeting/').filters;
		expect(country).toEqual(expect.arrayContaining(['Serbia', 'Montenegro', 'Greece']));
	});

	test('find a Secretariat term in each of its years, and one without a stated end in each since', () => {
		expect(at('/secretariat/#serbia-2017').filters.year).toEqual(['2017', '2018', '2019', '2020', '2021']);
		expect(at('/secretariat/#bulgaria-sofia-appellate-2022').filters.year?.at(-1)).toBe('2026');
	});

	test('hold no value twice, and no filter is empty', () => {
		for (const { url, filters } of records) {
			for (const values of Object.values(filters)) {
				expect(new Set(values).size, url).toBe(values.length);
				expect(values, url).not.toEqual([]);
			}
		}
	});
});

test('the words of a question are in one field of all records, each once', () => {
	const words = questionWords.split(' ');
	expect(words).toEqual(expect.arrayContaining(['who', 'when', 'which', 'did', 'in']));
	expect(new Set(words).size).toBe(words.length);
});

test('what is stated nowhere is left out, not filled in', () => {
	for (const { url, title, label, content: text } of records) {
		expect(`${title} ${label} ${text}`, url).not.toMatch(/undefined|null|NaN|\[object|, ,|\.\.(?!\.)/);
	}
});

test('hostile text stays the text that it is', () => {
	const hostile = '<img src=x onerror="alert(1)"> {{ url }} &amp; </script>';
	const [first, ...others] = content.records.themes;
	if (!first) throw new Error('There are no themes');
	const theme = { ...first, data: { ...first.data, name: hostile, description: hostile } };
	const changed = searchRecords(
		buildNetwork({ ...content, records: { ...content.records, themes: [theme, ...others] } }, '2026-01-01'),
	);
	const record = at(`/themes/${first.id}/`, changed);
	expect(record.title).toBe(hostile);
	expect(record.content.startsWith(`${hostile}.`)).toBe(true);
	expect(record.filters.theme).toEqual([hostile]);
});
