import { expect, test } from 'vitest';
import { certaintyOf } from '../../../src/network/certainty.ts';
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

/** What is said of a theme that rests on these sources. */
function certaintyFrom(...sources: (keyof typeof typesOfSources)[]): string {
	const network = networkOf({
		sources: Object.fromEntries(Object.entries(typesOfSources).map(([id, type]) => [id, { type }])),
		themes: { theme: { sources } },
	});
	return certaintyOf(network, find(network, 'themes', 'theme'));
}

test.each([
	[['account'], 'Rests on one source, of the network itself'],
	[['paper'], 'Rests on one source, from the press'],
	[['paper', 'agency'], 'Rests on 2 sources: 2 from the press'],
	[['paper', 'account', 'agency'], 'Rests on 3 sources: 1 of the network itself and 2 from the press'],
	[
		['paper', 'embassy', 'office', 'osce', 'ministry'],
		'Rests on 5 sources: 1 intergovernmental, 2 from state bodies, 1 from an embassy and 1 from the press',
	],
] as const)('of a record from %j it says how many sources and of which kinds', (sources, words) => {
	expect(certaintyFrom(...sources)).toMatch(new RegExp(`^${words}[.;]`));
});

test('it counts the sources of parts, and each source once', () => {
	const network = networkOf({
		sources: { paper: { type: 'press' } },
		meetings: { meeting: { outcomes: [{ text: 'Agreed.', sources: ['paper', 'account'] }] } },
	});
	expect(certaintyOf(network, find(network, 'meetings', 'meeting'))).toMatch(
		/^Rests on 2 sources: 1 of the network itself and 1 from the press[.;]/,
	);
});

test('of a source it says nothing', () => {
	const network = networkOf({});
	expect(certaintyOf(network, find(network, 'sources', 'account'))).toBe('');
});

test.each([
	[['paper'], 'it is not an official one'],
	[['paper', 'agency'], 'no official source among them'],
	[['account'], 'no official source beside it'],
	[['account', 'paper'], 'no official source besides the network itself'],
	[['embassy'], 'it is an official one'],
	[['osce', 'office'], 'all are official'],
	[['account', 'osce', 'paper'], 'an official source is among them'],
] as const)('of a record from %j it ends with the verdict: %s', (sources, verdict) => {
	expect(certaintyFrom(...sources)).toMatch(new RegExp(`; ${verdict}\\.$`));
});
