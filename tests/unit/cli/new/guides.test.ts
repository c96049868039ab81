import { describe, expect, test } from 'vitest';
import { slotsOf } from '../../../../src/cli/new/answers.ts';
import { flagsFor } from '../../../../src/cli/new/flags.ts';
import { guides, idFor, kindNamed } from '../../../../src/cli/new/guides.ts';
import { recordFields } from '../../../../src/outputs/editors/fields.ts';
import { idPattern } from '../../../../src/schema/fields.ts';
import { kindOf } from '../../../../src/schema/index.ts';
import { kinds } from '../../../../src/schema/kinds.ts';

describe.each(kinds)('of %s', (kind) => {
	const guide = guides[kind];
	const slots = slotsOf(recordFields(kindOf(kind).schema).fields);
	const paths = slots.map(({ path }) => path);

	test('what is asked for and has a flag is there in the schema', () => {
		expect([...guide.asked, ...Object.values(guide.flags)].filter((path) => !paths.includes(path))).toEqual(
			[],
		);
	});

	test('no two flags are alike', () => {
		const names = flagsFor(slots, guide).map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});

	test('a record can be named, even when nothing is known of it', () => {
		expect(idFor(kind, {}, new Set())).toMatch(idPattern);
	});
});

test('a kind goes by the name of one record and by its folder', () => {
	expect(kindNamed('meeting')).toBe('meetings');
	expect(kindNamed('meetings')).toBe('meetings');
	expect(kindNamed('meting')).toBeUndefined();
	expect(new Set(kinds.map((kind) => guides[kind].name)).size).toBe(kinds.length);
});

test.each([
	['meetings', { body: 'conference', number: 12 }, 'twelfth-meeting'],
	['meetings', { body: 'executive-board', dates: '2026-02-03' }, 'executive-board-2026-02'],
	['meetings', { body: 'conference', title: 'Special session', dates: '2026' }, 'special-session-2026'],
	[
		'sources',
		{
			publisher: 'OSCE Secretariat',
			published: '2026-06-05',
			title: 'OSCE supports the twelfth meeting of the PCOCP',
		},
		'osce-2026-supports-twelfth-meeting',
	],
	['sources', { publisher: "Prosecutor's Office of Bulgaria", title: 'Handover' }, 'prosecutors-handover'],
	['members', { name: 'Österreich' }, 'osterreich'],
	['board', { period: '2027-01/2028' }, 'board-2027'],
	['secretariat', { country: 'greece', from: '2026-03' }, 'greece-2026'],
	['disputes', { question: 'When did Austria join?' }, 'austria-join'],
] as const)('a record in %s that says %o is named %s', (kind, values, id) => {
	expect(idFor(kind, values, new Set())).toBe(id);
});

test('a name that is taken is made longer, then counted', () => {
	const values = { body: 'conference', number: 12, place: { city: 'Athens' } };
	expect(idFor('meetings', values, new Set(['twelfth-meeting']))).toBe('twelfth-meeting-athens');
	expect(idFor('meetings', values, new Set(['twelfth-meeting', 'twelfth-meeting-athens']))).toBe(
		'twelfth-meeting-athens-2',
	);
});
