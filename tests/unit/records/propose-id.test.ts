import { expect, test } from 'vitest';
import { proposeId } from '../../../src/records/propose-id.ts';

test.each([
	['Ninth Meeting', 'ninth-meeting'],
	['  Drugs & firearms: a survey (2019) ', 'drugs-firearms-a-survey-2019'],
	['Côte d’Azur', 'cote-dazur'],
])('an id has lower-case letters, digits and hyphens: %j becomes %s', (text, id) => {
	expect(proposeId(text)).toBe(id);
});

test.each([
	['Łódź', 'lodz'],
	['Đakovo', 'dakovo'],
	['Tromsø', 'tromso'],
	['Diyarbakır', 'diyarbakir'],
	['Großräschen', 'grossraschen'],
	['Ærø', 'aero'],
	['Phœnix', 'phoenix'],
	['Šibenik', 'sibenik'],
])('special letters become plain ones: in %s', (text, id) => {
	expect(proposeId(text)).toBe(id);
});

test.each([
	['Скопје', 'skopje'],
	['Единадесета среща', 'edinadeseta-sreshta'],
	['Тужилаштво за организовани криминал', 'tuzhilashtvo-za-organizovani-kriminal'],
	['Њујорк, Ђаково', 'njujork-djakovo'],
	['Βουλή των Ελλήνων', 'vouli-ton-ellinon'],
	['Θεσσαλονίκη', 'thessaloniki'],
	['Београд/Belgrade', 'beograd-belgrade'],
])('Cyrillic and Greek letters are transliterated: %s becomes %s', (text, id) => {
	expect(proposeId(text)).toBe(id);
});

test.each([
	['Тwelfth meeting', 'twelfth-meeting'],
	['Сroatia', 'croatia'],
	['Аlbаnia', 'albania'],
])('letters that only look Latin become the letters that were meant: in %s', (text, id) => {
	expect(proposeId(text)).toBe(id);
});

test('a text without letters gives an id that says what is expected', () => {
	expect(proposeId('会议 — !')).toBe('a-name-of-letters-and-digits');
});
