/** The page “The network in figures” must say the same in every language, and must label links to English pages. */
import type { HtmlElement } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { chairSpans, gapDates, isChaired, lastNaming } from '../../src/network/chair.ts';
import { languagesOf, tongueOf } from '../../src/network/languages.ts';
import { isWithinDays, meetingsOf } from '../../src/network/meetings.ts';
import { growth } from '../../src/network/members.ts';
import { english } from '../../src/schema/language.ts';
import { pathOf } from '../../src/site/paths.ts';
import { all, attribute, grownRecord, linksIn, only, textOf, textsWithLanguage } from './pages.ts';
import { publishedBased } from './published.ts';

const { network, pages } = grownRecord();
const { entries } = network;
const languages = languagesOf(network);
const others = languages.slice(1);

const pageOf = (path: string) => {
	const page = pages.get(path);
	if (!page) throw new Error(`There is no page ${path}.`);
	return page;
};

/** The rows of a page. Within a row, the order of names can depend on the language. */
const rows =
	'main dl > div, main .run h2, main #reading, main li.dated, main #reading ~ div, .pic ol, .pic svg.across, .pic svg.down, .key li';
const rowsOf = (path: string): HtmlElement[] => all(pageOf(path).document, rows);

/** Returns all dates that the page may show. */
const dates = [
	...entries.meetings.flatMap(({ dates }) => [dates, dates.slice(0, 'YYYY-MM'.length)]),
	...growth(network).map(({ date }) => date),
	...chairSpans(network).flatMap((span) =>
		isChaired(span)
			? [span.term.from, span.term.until, lastNaming(network, span.term)?.date]
			: gapDates(span),
	),
	...entries.board.map(({ period }) => period),
].flatMap((date) => (date === undefined ? [] : [date, ...date.split('/')]));

const plain = (text: string) => text.replace(/\s/g, ' ');
const dateInEnglish = tongueOf(network, 'en').date;

/** Returns the translations of the English words on the page. */
function dictionaryOf(tag: string): ReadonlyMap<string, string> {
	const tongue = tongueOf(network, tag);
	const groups = ['page', 'headings', 'figures', 'values', 'explained'] as const;
	return new Map([
		...groups.flatMap((group) =>
			Object.entries(english[group]).map(([key, text]): [string, string] => [
				text,
				(tongue[group] as Record<string, string>)[key] ?? '',
			]),
		),
		...dates.map((date): [string, string] => [plain(dateInEnglish(date)), tongue.date(date)]),
		...entries.members.map((member): [string, string] => [member.name, tongue.country(member)]),
		...entries.themes.map((theme): [string, string] => [theme.name, tongue.theme(theme).name]),
		...entries.meetings.flatMap((meeting): [string, string][] => [
			[meeting.title, tongue.meeting(meeting).name],
			...(meeting.place
				? [[meeting.place.city, tongue.city(meeting.place.city).name] as [string, string]]
				: []),
		]),
	]);
}

const separators = [', ', ' – ', ': ', ' (', ')', '–'];

/** Splits a text into names, dates and numbers. Does not split the translated texts. */
function partsIn(text: string, isWhole: (part: string) => boolean, [first, ...rest] = separators): string[] {
	const whole = text.replace(/\s+/g, ' ').trim();
	if (!/[\p{L}\p{N}]/u.test(whole)) return [];
	if (first === undefined || isWhole(whole)) return [whole];
	return whole.split(first).flatMap((part) => partsIn(part, isWhole, rest));
}

test('a session is not dated to the days of the whole event', () => {
	const sessions = meetingsOf(network, 'conference').filter((meeting) => isWithinDays(network, meeting));
	const dated = all(pageOf('/in-figures/').document, '#meetings li.dated, .run li.dated');
	for (const meeting of sessions) {
		const row = dated.find((each) => [...linksIn(each)].some((to) => to.endsWith(pathOf(meeting))));
		expect(row && textOf(row)).toMatch(/^\s*\p{L}+ \d{4}/u);
	}
	expect(sessions).not.toHaveLength(0);
});

describe.each(others)('in $id', ({ id, path, locale }) => {
	const dictionary = dictionaryOf(id);
	const translations = new Set([...dictionary.values()].map(plain));
	const tongue = tongueOf(network, id);
	const untranslated = new Set(
		entries.meetings
			.flatMap((meeting) => [
				tongue.meeting(meeting),
				...(meeting.place ? [tongue.city(meeting.place.city)] : []),
			])
			.flatMap(({ name, lang }) => (lang === undefined ? [] : name)),
	);
	const inEnglish = rowsOf('/in-figures/');
	const own = rowsOf(path);
	const pairs = own.map((row, index) => [row, inEnglish[index] ?? row] as const);

	test('every row states the same as in English', () => {
		expect(own).toHaveLength(inEnglish.length);
		for (const [row, original] of pairs) {
			const expected = [...textsWithLanguage(original)]
				.flatMap(({ text }) => partsIn(text, (part) => dictionary.has(part)))
				.map((part) => plain(dictionary.get(part) ?? part));
			const stated = [...textsWithLanguage(row)].flatMap(({ text }) =>
				partsIn(text, (part) => translations.has(part)),
			);
			// The titles of marks leave out English names.
			const isLeftOut = (part: string) => row.is('svg') && untranslated.has(part);
			expect(stated.sort()).toEqual(expected.filter((part) => !isLeftOut(part)).sort());
		}
	});

	test('every row leads to the same pages, which are in English', () => {
		for (const [row, original] of pairs)
			expect([...linksIn(row)].sort()).toEqual([...linksIn(original)].sort());
		const main = only(pageOf(path).document, 'main');
		// In SVG, the attribute is not valid.
		const inPictures = new Set(all(main, 'svg a[href]'));
		const internal = all(main, 'a[href]').filter(
			(link) => !attribute(link, 'href')?.startsWith('#') && !inPictures.has(link),
		);
		const unmarked = internal.filter(
			(link) => attribute(link, 'hreflang') !== 'en' && attribute(link, 'lang') === undefined,
		);
		expect(unmarked.map((link) => attribute(link, 'href'))).toEqual([]);
	});

	test('the footer has the edition', () => {
		const footer = textOf(only(pageOf(path).document, 'footer.site'));
		expect(plain(footer)).toContain(plain(tongueOf(network, id).date(network.today)));
	});

	test('the page is in its language and letters', () => {
		const { document } = pageOf(path);
		expect(attribute(only(document, 'html'), 'lang')).toBe(id);
		const { script = '' } = new Intl.Locale(locale).maximize();
		const written = new RegExp(`^(?:\\p{Script=${script}}|\\P{L})*$`, 'u');
		const odd = [...textsWithLanguage(only(document, 'body'))]
			.filter(({ language }) => language === '' || language === id)
			.flatMap(({ text }) => text.match(/[\p{L}\p{M}]+/gu) ?? [])
			// Ignores abbreviations and names of institutions in Latin letters.
			.filter((word) => !written.test(word) && !/^\p{Lu}+$/u.test(word) && word !== 'Eurojust');
		expect(odd).toEqual([]);
	});
});

test('every language leads to all others, and English is the default', () => {
	const expected = [
		...languages.map(({ id, path }) => `${id} ${network.address(path)}`),
		`x-default ${network.address('/in-figures/')}`,
	].map((each) => each.replace(/ \//, ` ${publishedBased.site}${publishedBased.path}`));
	for (const { path } of languages) {
		const { document } = pageOf(path);
		const links = all(document, 'link[rel="alternate"]').flatMap((link) => {
			const language = attribute(link, 'hreflang');
			return language === undefined ? [] : `${language} ${attribute(link, 'href') ?? ''}`;
		});
		expect(links, path).toEqual(expected);
	}
});

test('every page names all languages in its menu and its footer', () => {
	for (const [path, { document }] of pages) {
		if (all(document, 'header.site').length === 0 || others.some((each) => each.path === path)) continue;
		for (const place of ['#menu', 'footer.site']) {
			const tags = all(only(document, place), '.tongues a').map((link) => attribute(link, 'lang'));
			expect(tags, `${path} ${place}`).toEqual(languages.map(({ id }) => id));
		}
	}
});

test('only links name the language of their target', () => {
	for (const { path } of languages) {
		const named = all(pageOf(path).document, '[hreflang]').map(({ tagName }) => tagName);
		expect(
			named.filter((name) => !['a', 'link'].includes(name)),
			path,
		).toEqual([]);
	}
});

test('a name that a language lacks is in English, and marked so', () => {
	const marked = all(pageOf('/sr/').document, 'main span[lang="en"]').map((each) => each.textContent.trim());
	expect(marked).toContain('Wellington');
	expect(marked).toContain('Zeppelin smuggling');
});
