import { expect, test } from 'vitest';
import { proposeId } from '../../../src/records/propose-id.ts';

test.each([
	['Ninth Meeting', 'ninth-meeting'],
	['  Drugs & firearms: a survey (2019) ', 'drugs-firearms-a-survey-2019'],
	['Côte d’Azur', 'cote-dazur'],
	['Skopje/Скопје', 'skopje'],
])('an id is proposed in small letters, digits and hyphens: for %j %s', (text, id) => {
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
])('a letter that is no plain one becomes those that it is written with without it: in %s', (text, id) => {
	expect(proposeId(text)).toBe(id);
});

test('where a text has no letter for an id, the id says what is expected', () => {
	expect(proposeId('Скопје')).toBe('a-name-of-letters-and-digits');
});
