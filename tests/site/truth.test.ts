/**
 * Checks that the built site only says what the record says, on every day, in every number and in every date. See `questions.test.ts` for
 * the members and the chair on a day.
 */
import { describe, expect, test } from 'vitest';
import { compareDays, subjectNames } from '../../src/network/comparison.ts';
import { memberEvents, officesOf } from '../../src/network/members.ts';
import { eventOf } from '../../src/network/meetings.ts';
import { disputesAbout, disputesAboutAccount, type Entry, everyEntry } from '../../src/network/network.ts';
import { stateInWords, stateNow, stateOn } from '../../src/network/state.ts';
import { timelineYears } from '../../src/network/timeline.ts';
import { addDays } from '../../src/network/time.ts';
import {
	disputesWithin,
	isPast,
	pointBefore,
	type TurningPoint,
	turningPoints,
} from '../../src/network/turning-points.ts';
import { comparisonPath, pathOf, turningPointPath } from '../../src/site/paths.ts';
import { dateInWords } from '../../src/schema/dates.ts';
import { keysOf } from '../../src/schema/fields.ts';
import { kindOf } from '../../src/schema/index.ts';
import { numberInWords } from '../../src/schema/words.ts';
import { publishedBased } from './published.ts';
import { all, attribute, grownRecord, linksIn, only, parse, textOf } from './pages.ts';

const { network, pages } = grownRecord();
const words = (day: string) => stateInWords(network, stateOn(network, day));

/** The pages about the network on a day, with the days that they cover. */
const dayPages = [...pages.values()].flatMap((page) => {
	const [title] = all(page.document, 'h1[data-from]');
	return title
		? { page, from: attribute(title, 'data-from') ?? '', until: attribute(title, 'data-until') ?? '9999' }
		: [];
});
const firstDay = dayPages.map(({ from }) => from).sort()[0] ?? '';

/** Returns all disputes that the page of a record shows. A member's page shows those about its offices and its role in other records. */
function disputesOn(entry: Entry): Set<Entry<'disputes'>> {
	const own = new Set(disputesAbout(network, entry));
	return entry.kind !== 'members'
		? own
		: new Set([
				...own,
				...officesOf(network, entry).flatMap((office) => disputesAbout(network, office)),
				...memberEvents(network, entry.id).flatMap(({ disputes }) => disputes),
			]);
}

/** Returns every day from the day before the first change to a year after today. */
function* everyDay(): Generator<string> {
	for (let day = addDays(firstDay, -1); day <= addDays(network.today, 365); day = addDays(day)) yield day;
}

const failing = (holds: (day: string) => boolean): string[] => [...everyDay()].filter((day) => !holds(day));

describe('on every day of the record', () => {
	const pageOn = (day: string) => dayPages.filter(({ from, until }) => from <= day && day <= until);
	test('one page covers the day, and none before the first change', () => {
		expect(failing((day) => pageOn(day).length === (day < firstDay ? 0 : 1))).toEqual([]);
	});

	test('the page shows each dispute that touches the period, and no others', () => {
		const wrong = turningPoints(network).filter((point) => {
			const page = pages.get(turningPointPath(point));
			const links = page ? all(page.document, 'main a.doubt').map((link) => attribute(link, 'href')) : [];
			const expected = disputesWithin(network, point).map(
				(dispute) => publishedBased.path + pathOf(dispute).slice(1),
			);
			return new Set(links).symmetricDifference(new Set(expected)).size > 0;
		});
		expect(wrong.map(({ id }) => id)).toEqual([]);
	});

	test('the list of days has the page of each period', () => {
		const list = pages.get('/as-of/');
		const linked = list ? linksIn(list.document) : new Set();
		expect(turningPoints(network).filter((point) => !linked.has(turningPointPath(point)))).toEqual([]);
	});
});

describe('the comparison of two days', () => {
	const kinds = ['changes', 'until-today'] as const;
	const pageOf = (point: TurningPoint, kind: (typeof kinds)[number]) =>
		pages.get(comparisonPath(point, kind));

	test('exists for each change with the change before it, and for each earlier change with today', () => {
		const points = turningPoints(network);
		const [first] = points;
		const missing = points.flatMap((point) =>
			kinds.filter((kind) => {
				const isExpected =
					kind === 'changes' ? pointBefore(network, point) !== undefined : isPast(network, point);
				return (pageOf(point, kind) !== undefined) !== isExpected;
			}),
		);
		expect(missing).toEqual([]);
		expect(first && pageOf(first, 'until-today')).toBeDefined();
	});

	test('has both states, and calls nothing a change that is not certain', () => {
		const wrong = turningPoints(network).flatMap((point) =>
			kinds.flatMap((kind) => {
				const page = pageOf(point, kind);
				const then = kind === 'changes' ? pointBefore(network, point) : point;
				if (!page || !then) return [];
				const last = kind === 'changes' ? point.day : network.today;
				const { answers } = compareDays(network, then.day, last);
				return keysOf(subjectNames).filter((subject, index) => {
					const row = all(page.document, '.compared tbody tr')[index];
					const [before = '', after = '', change = ''] = row ? all(row, 'td').map(textOf) : [];
					const isMarked = [
						change.includes('No change recorded.'),
						change.includes('Not known for certain.'),
					];
					return (
						!row ||
						isMarked.join() !== [answers[subject] === 'no', answers[subject] === 'maybe'].join() ||
						(subject === 'members' &&
							(before.toLowerCase() !== words(then.day).members.toLowerCase() ||
								after.toLowerCase() !== words(last).members.toLowerCase()))
					);
				});
			}),
		);
		expect(wrong).toEqual([]);
	});
});

test('the front page has the state of today', () => {
	const front = pages.get('/');
	const now = front ? textOf(only(front.document, '.now')) : '';
	const { chair } = stateInWords(network, stateNow(network));
	expect(now).toContain(chair);
	expect(now).toContain(words(network.today).members);
});

test('each year of the timeline has the members at its end', () => {
	const timeline = pages.get('/timeline/');
	const wrong = timelineYears(network).filter(({ year, isOver, end, members }) => {
		const [section] = timeline ? all(timeline.document, `section[aria-labelledby="year-${year}"]`) : [];
		const text = section ? textOf(section).toLowerCase() : '';
		return end && (!text.includes(members) || (isOver && words(`${year}-12-31`).members !== members));
	});
	expect(wrong.map(({ year }) => year)).toEqual([]);
});

test('each year of the timeline labels a derived chair', () => {
	const timeline = pages.get('/timeline/');
	const years = timelineYears(network).flatMap(({ year, chairs }) => {
		const [section] = timeline ? all(timeline.document, `section[aria-labelledby="year-${year}"]`) : [];
		const [, words] = /Chair of the Secretariat: ([^:]*)/.exec(section ? textOf(section) : '') ?? [];
		const isDerived = chairs.some(({ is }) => is === 'derived');
		return words === undefined ? [] : { year, isDerived, isLabelled: words.includes('(derived') };
	});
	expect(years.some(({ isDerived }) => isDerived)).toBe(true);
	expect(years.filter(({ isDerived, isLabelled }) => isDerived !== isLabelled)).toEqual([]);
});

describe('the counts', () => {
	test('“Based on N sources” counts the sources that the page lists', () => {
		const wrong = [...pages.values()].filter(({ document }) => {
			const [foot] = all(document, 'main footer');
			const [, count] = /Based on (\S+) sources?/.exec(foot ? textOf(foot) : '') ?? [];
			return count !== undefined && count !== numberInWords(all(document, 'ol.notes > li').length);
		});
		expect(wrong.map(({ path }) => path)).toEqual([]);
	});

	test('the page of a record shows each dispute about this record beside a fact', () => {
		const wrong = everyEntry(network)
			.filter(({ kind }) => kindOf(kind).hasOwnPage && kind !== 'sources')
			.flatMap((entry) => {
				const page = pages.get(pathOf(entry));
				const shown = page
					? all(page.document, '.margin a.doubt').map((link) => attribute(link, 'href'))
					: [];
				return [...disputesOn(entry)]
					.map((dispute) => publishedBased.path + pathOf(dispute).slice(1))
					.filter((path) => !shown.includes(path))
					.map((path) => ({ entry: entry.id, path }));
			});
		expect(wrong).toEqual([]);
	});
});

describe('a printed day', () => {
	const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
	const pattern = new RegExp(
		`\\b(\\d{1,2})(?: (?:and|or|to) (\\d{1,2})|–(\\d{1,2}))? (${months})(?: (\\d{4}))?(?:–| – (\\d{1,2}) (${months}) (\\d{4}))?`,
		'gu',
	);
	/** Returns all days with a year in a text, each with the text after it. */
	function daysIn(text: string): { day: string; after: string }[] {
		return [...text.replaceAll('\u00a0', ' ').matchAll(pattern)].flatMap((match) => {
			const [whole, first, second, third, month = '', year, last, lastMonth = '', lastYear] = match;
			const after = text.slice(match.index + whole.length, match.index + whole.length + 40);
			return [
				...[first, second, third].map((day) => day && year && `${day} ${month} ${year}`),
				last && lastYear && `${last} ${lastMonth} ${lastYear}`,
			].flatMap((day) => (day ? { day, after } : []));
		});
	}

	/** All days in the record, including those in texts and quotes. */
	const stated = new Set<string>();
	const collect = (value: unknown): void => {
		if (Array.isArray(value)) value.forEach(collect);
		else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
		else if (typeof value === 'string') {
			for (const { day } of daysIn(value)) stated.add(day);
			for (const [day] of value.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)) stated.add(dateInWords(day));
		}
	};
	collect([network.account, network.site, everyEntry(network), network.today]);

	test('is stated by the record, or labelled as derived', () => {
		const invented = [...pages.values()]
			.filter(({ path }) =>
				/^(?:as-of|timeline|board|secretariat|members|meetings|themes|print)\/|^$/.test(path),
			)
			.flatMap(({ path, html }) => {
				// Removes source marks, because their numbers would be next to the days.
				const main = only(parse(html.replaceAll(/<sup>.*?<\/sup>/gs, '')), 'main');
				return daysIn(textOf(main))
					.filter(({ day, after }) => !stated.has(day) && !after.includes('derived'))
					.map(({ day }) => `${path}: ${day}`);
			});
		expect([...new Set(invented)]).toEqual([]);
	});
});

test('the page and the list of disagreements show the disputes about the account of the network', () => {
	const about = disputesAboutAccount(network);
	const shown = pages.get('/network/');
	const links = shown ? linksIn(shown.document, 'a.doubt') : new Set();
	expect(about.map(pathOf).filter((path) => !links.has(path))).toEqual([]);
	expect(about.length).toBeGreaterThan(0);
	const list = pages.get('/disputes/');
	const ofNetwork = list ? all(list.document, 'section[aria-labelledby="of-network"] > section') : [];
	expect(ofNetwork.map((entry) => attribute(entry, 'id'))).toEqual(about.map(({ id }) => id));
});

test('a session without an agenda shows the agenda of its event, with a link to the event', () => {
	const sessions = network.entries.meetings.flatMap((meeting) => {
		const event = eventOf(network, meeting);
		return event?.agenda && !meeting.agenda ? [{ meeting, agenda: event.agenda, event }] : [];
	});
	expect(sessions.length).toBeGreaterThan(0);
	for (const { meeting, agenda, event } of sessions) {
		const page = pages.get(pathOf(meeting));
		const row = page
			? all(page.document, 'section').find((each) => all(each, '#agenda').length > 0)
			: undefined;
		expect(row && all(row, 'li a.permalink').map(textOf)).toEqual(agenda.map(({ title }) => title));
		expect(row && linksIn(row).has(pathOf(event))).toBe(true);
	}
});

test('agenda items under a heading of the source are shown below it, in one list', () => {
	const withHeadings = network.entries.meetings.filter(({ agenda }) => agenda?.some(({ under }) => under));
	expect(withHeadings.length).toBeGreaterThan(0);
	for (const meeting of withHeadings) {
		const page = pages.get(pathOf(meeting));
		const headings = page ? all(page.document, '.numbered > li.under') : [];
		const shown = headings.map((heading) => [
			textOf(heading).split(':')[0],
			...all(heading, 'li').map((item) => attribute(item, 'id')),
		]);
		const groups = Map.groupBy(meeting.agenda?.filter(({ under }) => under) ?? [], ({ under }) => under);
		expect(shown).toEqual([...groups].map(([under, items]) => [under, ...items.map(({ id }) => id)]));
	}
});

test('an agenda says which titles are ours, and calls no published title ours', () => {
	const withAgenda = network.entries.meetings.filter(({ agenda }) => agenda);
	expect(withAgenda.length).toBeGreaterThan(0);
	for (const meeting of withAgenda) {
		const { agenda = [] } = meeting;
		const page = pages.get(pathOf(meeting));
		const list = page ? all(page.document, '.numbered')[0] : undefined;
		const labels = (list ? textOf(list) : '').match(/Title ours\.|The titles are ours\./g) ?? [];
		const ours = agenda.filter(({ wording }) => wording === 'restated');
		const areAllOurs = agenda.length > 1 && ours.length === agenda.length;
		expect(labels, meeting.id).toEqual(areAllOurs ? ['The titles are ours.'] : ours.map(() => 'Title ours.'));
	}
});

test('a source promises an archived copy only if the record has one', () => {
	const wrong = network.entries.sources.filter((source) => {
		const page = pages.get(pathOf(source));
		return source.archived === undefined && page && textOf(only(page.document, 'main')).includes('Archived');
	});
	expect(wrong.map(({ id }) => id)).toEqual([]);
	const [source] = network.entries.sources.filter(({ archived }) => archived === undefined);
	const page = source && pages.get(pathOf(source));
	expect(page && textOf(only(page.document, 'main'))).toContain('Look for a copy');
});
