import { describe, expect, test } from 'vitest';
import { agendaItemPath, eventPath, pathOf, turningPointPath, yearPath } from '../../../src/site/paths.ts';
import { kinds } from '../../../src/schema/kinds.ts';
import { turningPoints } from '../../../src/network/turning-points.ts';
import { entryOf, networkOf } from '../network/content.ts';
import { kindOf } from '../../../src/schema/index.ts';

describe('the path of a record', () => {
	test.each([
		['members', '/members/this/'],
		['offices', '/members/bulgaria/#this'],
		['meetings', '/meetings/this/'],
		['board', '/board/#this'],
		['secretariat', '/secretariat/#this'],
		['milestones', '/timeline/#this'],
		['documents', '/documents/#this'],
		['projects', '/projects/#this'],
		['themes', '/themes/this/'],
		['glossary', '/glossary/#this'],
		['disputes', '/disputes/#this'],
		['sources', '/sources/this/'],
	] as const)('of the %s is %s', (kind, path) => {
		expect(pathOf(entryOf(kind, kind === 'offices' ? { country: 'bulgaria' } : {}))).toBe(path);
	});

	test('is below the list of its kind', () => {
		for (const kind of kinds) expect(pathOf(entryOf(kind)).startsWith(kindOf(kind).list), kind).toBe(true);
	});
});

test('an agenda item is an anchor on the page of its meeting', () => {
	expect(agendaItemPath(entryOf('meetings'), 'item')).toBe('/meetings/this/#item');
});

test('an event has the path of its record, and that of the list of members if several countries joined together', () => {
	const [greece, serbia] = [entryOf('members', {}, 'greece'), entryOf('members', {}, 'serbia')];
	expect(eventPath([greece])).toBe('/members/greece/');
	expect(eventPath([greece, serbia])).toBe('/members/#joining');
});

test('a year is a heading on the timeline, and a turning point has its own page', () => {
	expect(yearPath('2018')).toBe('/timeline/#year-2018');
	const network = networkOf({ members: { greece: { joined: { date: '2019-06', how: 'Signed.' } } } });
	expect(turningPoints(network).map(turningPointPath)).toEqual(['/as-of/2019-06/']);
});
