import { DOMParser, type Element } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import type { Network } from '../../../../src/network/network.ts';
import { atomFeed } from '../../../../src/outputs/data/feed.ts';
import type { PastCommit } from '../../../../src/records/past-commits.ts';
import { plainLine } from '../../../../src/schema/quote.ts';
import { contentOf, networkOf } from '../../network/content.ts';
import { hostile, hostileNetwork } from './hostile.ts';

const address = (path: string): string => `https://history.example.org${path}`;

const theme = (name: string, description: string): string =>
	`name: ${name}\ndescription: ${description}\nsources: [account]\n`;

const commit = (
	[hash, time]: readonly [string, string],
	before: Readonly<Record<string, string>>,
	after: Readonly<Record<string, string>>,
): PastCommit => ({
	commit: hash.repeat(40),
	time,
	before: new Map(Object.entries(before)),
	after: new Map(Object.entries(after)),
});

const content = contentOf({ themes: { fish: { name: 'Fish' }, ports: { name: 'Ports' } } });
const network = networkOf({
	site: { publisher: 'An archive', licence: { name: 'CC BY', url: 'https://example.org/by' } },
	themes: { fish: { name: 'Fish' }, ports: { name: 'Ports' } },
});

const commits = [
	commit(
		['c', '2024-03-04T05:06:07Z'],
		{
			'themes/fish.yaml': theme('Fish', 'All about it.'),
			'themes/nets.yaml': theme('Nets', 'What holds fish.'),
		},
		{ 'themes/fish.yaml': theme('Fish', "All about fishers' trade ]]> & nets.") },
	),
	commit(
		['b', '2024-02-03T04:05:06Z'],
		{ 'themes/fish.yaml': 'heading: Fish\n', 'themes/ports.yaml': 'heading: Ports\n' },
		{
			'themes/fish.yaml': theme('Fish', 'All about it.'),
			'themes/ports.yaml': theme('Ports', 'Where they land.'),
		},
	),
	commit(['a', '2024-01-02T03:04:05Z'], {}, { 'themes/fish.yaml': theme('Fish', 'All about it.') }),
];

// These files are not records.
const manyFiles: [string, string][] = Array.from({ length: 25 }, (_, index) => [String(index), '']);

/** The last commit, as if it had changed too many files. */
const unread = commits
	.slice(0, 1)
	.map((each) => ({ ...each, after: new Map([...each.after, ...manyFiles]) }));

/** Parses a feed, which must be well-formed XML. */
function entriesIn(xml: string): Record<string, string>[] {
	const onError = (level: string, message: string): never => {
		throw new Error(`${level}: ${message}`);
	};
	const document = new DOMParser({ onError }).parseFromString(xml, 'application/xml');
	const children = (element: Element): Element[] =>
		[...element.childNodes].filter((node): node is Element => node.nodeType === 1);
	return [...document.getElementsByTagName('entry')].map((entry) =>
		Object.fromEntries(
			children(entry).map((child) => [
				child.tagName,
				(child.getAttribute('href') ?? child.textContent ?? '').trim(),
			]),
		),
	);
}

const feedOf = (of: Network, some: readonly PastCommit[] = commits): string =>
	atomFeed({ ...of, address }, some);

test('a feed matches its golden file', async () => {
	await expect(feedOf(network)).toMatchFileSnapshot('../../../golden/feed.atom');
});

test('each commit is an entry with its changes and a permanent id', () => {
	const entries = entriesIn(feedOf(network));
	expect(entries.map(({ id, title, updated, link }) => ({ id, title, updated, link }))).toEqual([
		{
			id: 'urn:uuid:cccccccc-cccc-8ccc-8ccc-cccccccccccc',
			title: 'Fish: description changed; Nets: removed',
			updated: '2024-03-04T05:06:07.000Z',
			link: address('/themes/fish/'),
		},
		{
			id: 'urn:uuid:bbbbbbbb-bbbb-8bbb-8bbb-bbbbbbbbbbbb',
			title: 'Fish and Ports: changed',
			updated: '2024-02-03T04:05:06.000Z',
			link: address('/themes/fish/'),
		},
		{
			id: 'urn:uuid:aaaaaaaa-aaaa-8aaa-8aaa-aaaaaaaaaaaa',
			title: 'Fish: added',
			updated: '2024-01-02T03:04:05.000Z',
			link: address('/themes/fish/'),
		},
	]);
	expect(entries[0]?.content).toBe(
		'<ul><li>Changes the description of the theme “Fish” from “All about it.” to “All about fishers’ trade ]]&#62; &#38; nets.”</li><li>Removes the theme “Nets”.</li></ul>',
	);
});

test('files of an old format and large commits are only named', () => {
	const [, second] = entriesIn(feedOf(network));
	expect(second?.content).toBe('<ul><li>Changes “Fish”.</li><li>Changes “Ports”.</li></ul>');
	expect(entriesIn(feedOf(network, unread))[0]?.content).toBe(
		'<ul><li>Changes “Fish”.</li><li>Removes “nets”.</li></ul>',
	);
});

test('the title of an entry says what changed in a few records, and is never long', () => {
	const paths = ['network', ...['a', 'b', 'c', 'd', 'e'].map((id) => `themes/${id}`)];
	const large = commit(
		['e', '2024-05-06T07:08:09Z'],
		{},
		Object.fromEntries(paths.map((path) => [`${path}.yaml`, 'heading: Old\n'])),
	);
	const long = commit(
		['d', '2024-04-05T06:07:08Z'],
		{ 'themes/fish.yaml': theme('Fish', 'It was one '.repeat(20)) },
		{ 'themes/fish.yaml': theme('Fish', 'It is another '.repeat(20)) },
	);
	expect(entriesIn(feedOf(network, [large, long])).map(({ title }) => title)).toEqual([
		'The network, a and 4 more: added',
		'Fish: description changed',
	]);
});

test('a feed without history is empty but valid', () => {
	expect(entriesIn(feedOf(network, []))).toEqual([]);
});

test('hostile text is escaped', () => {
	const xml = feedOf(hostileNetwork(content), unread);
	const [{ title = '' } = {}] = entriesIn(xml);
	expect(title.startsWith(`“${plainLine(hostile).slice(0, 50)}`)).toBe(true);
	expect(xml).toContain('<U+202E>');
});
