import { describe, expect, test } from 'vitest';
import { agendaItemPath, pathOf } from '../../../src/network/paths.ts';
import { kinds } from '../../../src/schema/kinds.ts';
import { entryOf } from './content.ts';
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
