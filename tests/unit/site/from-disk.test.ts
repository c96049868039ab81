import { expect, test } from 'vitest';
import { opensFromDisk, pageFromDisk, withoutFonts } from '../../../src/site/from-disk.ts';

const files = [
	'index.html',
	'meetings/index.html',
	'meetings/first/index.html',
	'_astro/a.css',
	'api/v1/network.json',
];

const fromDisk = (html: string, page = 'meetings/first/index.html', base = '/'): string =>
	pageFromDisk(html, page, {
		base,
		files: new Set(files),
		address: (path) => `https://history.example.org${base.slice(0, -1)}${path}`,
	});

test.each([
	['<a href="/">', '<a href="../../index.html">'],
	['<a href="/meetings/">', '<a href="../index.html">'],
	['<a href="/meetings/first/#agenda">', '<a href="index.html#agenda">'],
	['<a href="#agenda">', '<a href="#agenda">'],
	['<a href="/api/v1/network.json">', '<a href="../../api/v1/network.json">'],
	['<a href="https://example.org/meetings/">', '<a href="https://example.org/meetings/">'],
	[
		'<a href="/contribute/meetings/?record=first">',
		'<a href="https://history.example.org/contribute/meetings/?record=first">',
	],
])('%s becomes %s', (link, expected) => {
	expect(fromDisk(`${link}x</a>`)).toBe(`${expected}x</a>`);
});

test('pages below a base path have the same links', () => {
	expect(fromDisk('<a href="/base/meetings/">x</a>', 'index.html', '/base/')).toBe(
		'<a href="meetings/index.html">x</a>',
	);
});

test('a moved page leads to the new page', () => {
	expect(fromDisk('<meta http-equiv="refresh" content="0; url=/meetings/">', 'index.html')).toBe(
		'<meta http-equiv="refresh" content="0; url=meetings/index.html">',
	);
});

test('a page has no policy, fonts, scripts or search box, but keeps its linked data and styles', () => {
	const page =
		'<meta http-equiv="content-security-policy" content="x"><link rel="preload" href="/a.woff2"><link rel="stylesheet" href="/_astro/a.css"><script type="module" src="/a.js"></script><script type="application/ld+json">{"a":"<b>"}</script><search><form action="/search/"><input></form></search>';
	expect(fromDisk(page, 'index.html')).toBe(
		'<link rel="stylesheet" href="_astro/a.css"><script type="application/ld+json">{"a":"<b>"}</script><search><p>This copy has no search. <a href="https://history.example.org/search/">Search online</a></p></search>',
	);
});

test('text stays text', () => {
	const text = '<p title="&lt;a href=&quot;/&quot;&gt;">&lt;a href="/meetings/"&gt; &amp; href="/"</p>';
	expect(fromDisk(text)).toBe(text);
});

test('files that need a server or a script are left out', () => {
	const some = [
		...files,
		'search/index.html',
		'contribute/index.html',
		'pagefind/pagefind.js',
		'_headers',
		'404.html',
	];
	expect(some.filter(opensFromDisk)).toEqual(files);
});

test('style sheets only name fonts of the system', () => {
	const local = '@font-face{font-family:B;src:local(Arial)}';
	expect(withoutFonts(`@font-face{font-family:A;src:url(/a.woff2)}${local}p{font:A}`)).toBe(
		`${local}p{font:A}`,
	);
});
