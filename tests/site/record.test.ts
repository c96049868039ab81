import { describe, expect, test } from 'vitest';
import { titleOf } from '../../src/network/labels.ts';
import { agendaItems, itemCitations } from '../../src/network/meetings.ts';
import { citationsOf, sourceIdsOf } from '../../src/network/citations.ts';
import { recordsCiting } from '../../src/network/evidence.ts';
import { addressOf, find, type Entry } from '../../src/network/network.ts';
import { agendaItemPath, pathOf } from '../../src/site/paths.ts';
import { anchorOf } from '../../src/site/print.ts';
import { kinds } from '../../src/schema/kinds.ts';
import { all, attribute, grownRecord, linksIn, only, textOf, type Page } from './pages.ts';
import type { HtmlElement } from 'html-validate';

const { network, pages } = grownRecord();
const entries = kinds.flatMap((kind): readonly Entry[] => network.entries[kind]);

/** Returns the element with the anchor in a path or, if there is none, the main part of the page. */
function placeAt(path: string): HtmlElement | undefined {
	const [page = '', anchor] = path.split('#');
	const document = pages.get(page)?.document;
	return document && (anchor === undefined ? only(document, 'main') : all(document, `#${anchor}`)[0]);
}

/** Returns the page at a path. */
const pageAt = (path: string): Page | undefined => pages.get(path.replace(/#.*/, ''));

/** Returns the paths of the sources that an element cites. */
const sourcesIn = ({ document }: Page, element: HtmlElement): Set<string> => {
	const cards = all(element, 'button.mark').map((mark) =>
		only(document, `#${attribute(mark, 'popovertarget') ?? ''}`),
	);
	const links = [element, ...cards].flatMap((part) => [...linksIn(part)]);
	return new Set(links.filter((href) => /^\/sources\/./.test(href)).map((href) => href.replace(/#.*/, '')));
};

test.each(kinds)('each of the %s has a page or an anchor with its title', (kind) => {
	const unnamed = network.entries[kind].filter((entry: Entry) => {
		const place = placeAt(pathOf(entry));
		return !place || !textOf(place).includes(titleOf(network, entry));
	});
	expect(unnamed.map(addressOf)).toEqual([]);
	expect(network.entries[kind].length).toBeGreaterThan(0);
});

// Languages have pages of their own, and the record is printed in English.
test.each(kinds.filter((kind) => kind !== 'languages'))('each of the %s is on the print page', (kind) => {
	const print = pages.get('/print/');
	const missing = network.entries[kind].filter((entry: Entry) => !print?.ids.has(anchorOf(entry)));
	expect(missing.map(addressOf)).toEqual([]);
});

test('every page of a record links to all sources of the record', () => {
	const missing = entries.flatMap((entry) => {
		const page = pageAt(pathOf(entry));
		const links = page ? sourcesIn(page, page.document) : new Set();
		return sourceIdsOf(citationsOf(entry))
			.filter((id) => !links.has(pathOf(find(network, 'sources', id))))
			.map((source) => ({ record: addressOf(entry), source }));
	});
	expect(missing).toEqual([]);
});

test('every page of a source links to all records that cite it, and to the publication', () => {
	const missing = network.entries.sources.flatMap((source) => {
		const page = pageAt(pathOf(source));
		const links = page ? linksIn(page.document) : new Set();
		const records = recordsCiting(network, source.id).map(pathOf);
		return [...records, source.url]
			.filter((path) => !links.has(path))
			.map((path) => ({ source: source.id, path }));
	});
	expect(missing).toEqual([]);
});

describe('every agenda item', () => {
	test('has an anchor with its title and its sources, unless the agenda or the page has only one', () => {
		const faults = agendaItems(network).filter(({ meeting, item }) => {
			const [page, place] = [pageAt(pathOf(meeting)), placeAt(agendaItemPath(meeting, item.id))];
			if (!page || !place || !all(place, 'a, p, h3').some((part) => textOf(part) === item.title)) return true;
			const isAlone = (part: HtmlElement): boolean => sourcesIn(page, part).size === 1;
			const agenda = all(page.document, 'section').find((part) => all(part, '#agenda').length > 0);
			const named = agenda && isAlone(agenda) ? agenda : isAlone(page.document) ? page.document : place;
			const sources = sourceIdsOf(itemCitations({ meeting, item })).map((id) =>
				pathOf(find(network, 'sources', id)),
			);
			return JSON.stringify([...sourcesIn(page, named)].sort()) !== JSON.stringify(sources.sort());
		});
		expect(faults.map(({ meeting, item }) => agendaItemPath(meeting, item.id))).toEqual([]);
	});

	test('is linked from the page of each of its themes', () => {
		const missing = agendaItems(network).flatMap(({ meeting, item }) =>
			item.themes
				.map((id) => pathOf(find(network, 'themes', id)))
				.filter((path) => {
					const page = pageAt(path);
					return !page || !linksIn(page.document).has(agendaItemPath(meeting, item.id));
				})
				.map((theme) => ({ theme, item: agendaItemPath(meeting, item.id) })),
		);
		expect(missing).toEqual([]);
	});
});

// The agendas in the exact words of the network's own account, by meeting. Only stray spaces and the punctuation of lists are removed.
const publishedAgendas: Readonly<Record<number, readonly string[]>> = {
	3: [
		'Pressing organized crime and terrorism challenges in the EU and in South Eastern Europe',
		'Sharing evidence among prosecution offices through the SIDDA/SIDNA system: advantages and possible security concerns',
		'Cooperation and exchange of information between the Italian DNA and Eurojust and possible cooperation with other countries',
		'Country presentations of main organized crime/terrorism developments; case studies of investigations involving international cooperation',
	],
	4: [
		'Terrorism – new forms, experiences of prosecutors’ offices in detecting and prosecuting terrorism criminal offences with a special emphasis on enhancing international co-operation',
		'Financial investigations – current issues in international cooperation, suggestions for improvement',
		'Trafficking in Firearms – Western Balkans’ countries as the arms originating jurisdictions',
	],
	5: [
		'The fight against terrorism and radicalization: the challenge of foreign fighters',
		'Financial investigations; international cooperation tools for asset recovery and confiscation',
		'Human smuggling and trafficking along migration routes. An opportunity for organized crime',
	],
	6: ['The fight against money laundering', 'Confiscation of the proceeds of crime'],
	7: [
		'PCOCP Secretariat – four years perspective',
		'Proposals for New Secretariat – Nominated Prosecution Offices',
		'Possible expansion of the PCOCP – Proposed Countries',
	],
	8: ['Support to the Specialised Court and Public Prosecutor’s Office of Bulgaria in their office closure'],
	9: [
		'Integrated financial investigations: all crime approach to money laundering and fight against transnational organized crime',
		'Collecting electronic evidence from the internet when dealing with organized and cybercrime',
		'Countering terrorism and national challenges regarding Foreign Terrorist Fighters (FTFs): processing and criminal prosecution of FTFs',
	],
};

test('the record has the agenda titles of the network’s own account as published', () => {
	const lost = network.entries.meetings
		.filter(({ body }) => body === 'conference')
		.flatMap(({ number = 0, agenda = [] }) => {
			const published = agenda.filter(({ wording }) => wording === 'published').map(({ title }) => title);
			return (publishedAgendas[number] ?? []).filter((title) => !published.includes(title));
		});
	expect(lost).toEqual([]);
});
