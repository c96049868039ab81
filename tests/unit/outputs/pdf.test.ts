import { describe, expect, test } from 'vitest';
import { withFolios } from '../../../src/outputs/folios.ts';
import { pageCount, pagesOfAnchors, repeatable } from '../../../src/outputs/pdf.ts';

/** A PDF as Chromium writes it, as far as it is read: three pages in a tree of two levels, numbered as they came. */
const pdfMade = (date: string, firstNode: number): string => `%PDF-1.4
1 0 obj
<</Creator (Chromium)
/CreationDate (D:${date})
/ModDate (D:${date})>>
endobj
9 0 obj
<</Type /Pages
/Count 2
/Kids [7 0 R 2 0 R]>>
endobj
14 0 obj
<</Type /Pages
/Count 3
/Kids [9 0 R 4 0 R]>>
endobj
15 0 obj
<</members#2Fgreece [2 0 R /XYZ 6 777.75 0]
/sources [4 0 R /XYZ 6 777.75 0]>>
endobj
16 0 obj
<</ID (node000${String(firstNode)})
/Headers [(node000${String(firstNode)}) (node000${String(firstNode + 4)})]>>
endobj
17 0 obj
<</Type /Catalog
/Pages 14 0 R>>
endobj
`;
const pdf = pdfMade("20261124080502+00'00'", 15399);

describe('a PDF', () => {
	test('tells its pages in their order, not in that of their numbers', () => {
		expect(pageCount(pdf)).toBe(3);
		expect([...pagesOfAnchors(pdf)]).toEqual([
			['members/greece', 2],
			['sources', 3],
		]);
	});

	test('is the same for every run of the browser, and as long as before', () => {
		const later = pdfMade("20270301235959+14'00'", 20001);
		expect(repeatable(pdf, '2026-11-24')).toBe(repeatable(later, '2026-11-24'));
		expect(repeatable(pdf, '2026-11-24')).toHaveLength(pdf.length);
	});

	test('has the day it is made for, and counts its elements from the first', () => {
		const made = repeatable(pdf, '2020-02-29');
		expect(made).toContain("/CreationDate (D:20200229000000+00'00')");
		expect(made).toContain('/Headers [(node00000001) (node00000002)]');
	});
});

test('the contents get the page of each place that the PDF knows, and no other text changes', () => {
	const html =
		'<li><a href="#members">Members</a> <span class="folio"></span></li><li><a href="#lost">Lost</a><span class="folio"></span></li>';
	expect(withFolios(html, new Map([['members', 6]]))).toBe(
		'<li><a href="#members">Members</a> <span class="folio">6</span></li><li><a href="#lost">Lost</a><span class="folio"></span></li>',
	);
});
