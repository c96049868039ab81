import { describe, expect, test } from 'vitest';
import { type Entry, find } from '../../../src/network/network.ts';
import { anchorOf, bind, documentAnchors } from '../../../src/outputs/bind.ts';
import { kinds } from '../../../src/schema/kinds.ts';
import { networkOf } from '../network/content.ts';

const network = networkOf({
	members: { greece: {} },
	offices: { office: { country: 'greece' } },
	meetings: { fifth: { agenda: [{ id: 'money', title: 'Money', wording: 'published', themes: [] }] } },
	documents: { declaration: {} },
	milestones: { closure: {} },
});

const bound = (html: string, base = '') =>
	bind(html, {
		prefix: 'meetings/fifth',
		sink: 2,
		anchors: documentAnchors(
			kinds.flatMap((kind): readonly Entry[] => network.entries[kind]),
			true,
		),
		base,
		site: new URL('https://pcocp.example.org'),
	});

describe('a part bound into the document', () => {
	test('has its headings as far below as it is told, and never below the sixth rank', () => {
		expect(bound('<h2>Agenda</h2><h5>Deep</h5><hr>')).toBe('<h4>Agenda</h4><h6>Deep</h6><hr>');
	});

	test('has anchors of its own', () => {
		expect(bound('<h2 id="agenda">x</h2><section aria-labelledby="agenda"><a href="#agenda">x</a>')).toBe(
			'<h4 id="meetings/fifth/agenda">x</h4><section aria-labelledby="meetings/fifth/agenda"><a href="#meetings/fifth/agenda">x</a>',
		);
	});

	test('shares the sources of the document', () => {
		expect(bound('<a href="#source-account">1</a>')).toBe('<a href="#source-account">1</a>');
	});

	test.each([
		['/members/greece/', '#members/greece'],
		['/members/greece/#office', '#members/greece/office'],
		['/meetings/fifth/#money', '#meetings/fifth/money'],
		['/documents/#declaration', '#documents/declaration'],
		['/timeline/#closure', '#milestones/closure'],
		['/sources/account/', '#source-account'],
		['/members/', '#members'],
		['/timeline/', '#milestones'],
	])('leads from %s to %s, wherever the site is published', (path, anchor) => {
		expect(bound(`<a href="${path}">x</a>`)).toBe(`<a href="${anchor}">x</a>`);
		expect(bound(`<a href="/pcocp${path}">x</a>`, '/pcocp')).toBe(`<a href="${anchor}">x</a>`);
	});

	test('leads to the site where the document has no such place, and leaves other sites as they are', () => {
		expect(bound('<a href="/as-of/2019-06-04/">')).toBe(
			'<a href="https://pcocp.example.org/as-of/2019-06-04/">',
		);
		expect(bound('<a href="https://www.osce.org/">')).toBe('<a href="https://www.osce.org/">');
	});

	test('keeps text as it is, even text that reads like an attribute, for Astro has escaped its quotation marks', () => {
		const text = '<p>Write &lt;a href=&quot;/members/&quot;&gt; or id=&quot;x&quot;.</p>';
		expect(bound(text)).toBe(text);
	});
});

test('every record has an anchor of its own in the document', () => {
	const anchors = [...network.byAddress.values()].map(anchorOf);
	expect(new Set(anchors).size).toBe(anchors.length);
	expect(anchorOf(find(network, 'offices', 'office'))).toBe('members/greece/office');
});
