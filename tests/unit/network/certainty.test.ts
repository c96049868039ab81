import { expect, test } from 'vitest';
import { certaintyOf } from '../../../src/network/certainty.ts';
import { citationsOf } from '../../../src/network/citations.ts';
import { find } from '../../../src/network/network.ts';
import { networkOf } from './content.ts';

const typesOfSources = {
	account: 'network',
	osce: 'intergovernmental',
	ministry: 'official',
	office: 'official',
	embassy: 'embassy',
	paper: 'press',
	agency: 'press',
} as const;

/** Returns the sentence about a theme with the given sources. */
function certaintyFrom(...sources: (keyof typeof typesOfSources)[]): string {
	const network = networkOf({
		sources: Object.fromEntries(Object.entries(typesOfSources).map(([id, type]) => [id, { type }])),
		themes: { theme: { sources } },
	});
	return certaintyOf(network, citationsOf(find(network, 'themes', 'theme')));
}

test.each([
	[['account'], 'Based on one source from the network itself'],
	[['paper'], 'Based on one source from the press'],
	[['paper', 'agency'], 'Based on two sources, both from the press'],
	[
		['paper', 'account', 'agency'],
		'Based on three sources: one from the network itself and two from the press',
	],
	[
		['paper', 'embassy', 'office', 'osce', 'ministry'],
		'Based on five sources: one from an intergovernmental organization, two from state bodies, one from an embassy and one from the press',
	],
] as const)('a record with the sources %j shows their number and types', (sources, words) => {
	expect(certaintyFrom(...sources)).toMatch(`${words}. `);
});

test('the sources of parts count too, each source once', () => {
	const network = networkOf({
		sources: { paper: { type: 'press' } },
		meetings: { meeting: { outcomes: [{ text: 'Agreed.', sources: ['paper', 'account'] }] } },
	});
	expect(certaintyOf(network, citationsOf(find(network, 'meetings', 'meeting')))).toMatch(
		/^Based on two sources: one from the network itself and one from the press\./,
	);
});

test('a page without sources has no sentence', () => {
	expect(certaintyOf(networkOf({}), [])).toBe('');
});

test.each([
	[['paper'], 'It is not official.'],
	[['paper', 'agency'], 'None of the sources is official.'],
	[['account'], 'No other official source is cited here.'],
	[['account', 'paper'], 'Apart from the network itself, none of the sources cited here is official.'],
	[['embassy'], 'It is official.'],
	[['osce', 'office'], 'All are official.'],
	[['account', 'osce', 'paper'], 'Of these, the one from an intergovernmental organization is official.'],
	[
		['osce', 'office', 'paper'],
		'Of these, the one from an intergovernmental organization and the one from a state body are official.',
	],
] as const)('a record with the sources %j shows whether they are official: %s', (sources, verdict) => {
	expect(certaintyFrom(...sources).endsWith(`. ${verdict}`)).toBe(true);
});
