import { expect, test } from 'vitest';
import {
	byFact,
	describeChanges,
	kindsOfChanges,
	titleOfChanges,
} from '../../../../src/outputs/changes/summary.ts';
import { overallChange } from '../../../../src/records/past-commits.ts';
import { networkOf } from '../../network/content.ts';

const network = networkOf({});

type Files = Readonly<Record<string, string>>;

const change = (before: Files, after: Files) => ({
	before: new Map(Object.entries(before)),
	after: new Map(Object.entries(after)),
});

const milestone = (title: string, date: string, more = ''): string =>
	`title: ${title}\ndate: '${date}'\ntext: A text.\n${more}sources: [account]\n`;

const described = (before: Files, after: Files) => describeChanges(network, change(before, after));

const [from, to] = [
	{
		'milestones/a.yaml': milestone('A', '2016'),
		'milestones/b.yaml': milestone('B', '2016-05-26'),
		'milestones/old.yaml': milestone('Old, but good', '2016'),
		'milestones/unread.yaml': 'heading: Old format\n',
	},
	{
		'milestones/a.yaml': milestone('A', '2016-05', 'dateNote: A note.\n'),
		'milestones/b.yaml': milestone('B', '2016-05-27', 'dateNote: A note.\n'),
		'milestones/new.yaml': milestone('New', '2016'),
		'milestones/unread.yaml': 'title: Without a date\n',
		LICENSE: 'Not a record.\n',
	},
];

test('records are listed by what changed: new and removed ones first, then corrections, and files of an old format last', () => {
	expect(byFact(described(from, to)).map(([label, some]) => [label, some.map(({ name }) => name)])).toEqual([
		['Added', ['New']],
		['Removed', ['Old, but good']],
		['Date corrected', ['B']],
		['Date made more precise', ['A']],
		['Note on the date added', ['A', 'B']],
		['Changed', ['unread']],
	]);
});

test('changes in the same record are listed together', () => {
	const now = { 'milestones/a.yaml': milestone('Another', '2017') };
	const labels = byFact(described({ 'milestones/a.yaml': milestone('A', '2016') }, now)).map(
		([label]) => label,
	);
	expect(labels).toEqual(['Date corrected', 'Title changed']);
	const both = { 'milestones/a.yaml': milestone('A', '2016', 'dateNote: One.\nsearchWords: [two]\n') };
	const [[label] = []] = byFact(described({ 'milestones/a.yaml': milestone('A', '2016') }, both));
	expect(label).toBe('Note on the date and search words added');
});

test('a title names the first records, and quotes names with punctuation', () => {
	expect(titleOfChanges(described(from, to))).toBe(
		'A: date made more precise and note on the date added; B: date corrected and note on the date added; 3 more records changed',
	);
	expect(titleOfChanges(described({ 'milestones/old.yaml': milestone('Old, but good', '2016') }, {}))).toBe(
		'“Old, but good”: removed',
	);
});

test('a file of an old format is only named', () => {
	expect(described(from, to).at(-1)?.sentences).toEqual(['Changes “unread”.']);
});

test('the kinds of changed records are named once each', () => {
	expect(kindsOfChanges(described(from, to))).toBe('Milestones');
});

test('the overall change by several commits leaves out what was undone', () => {
	const [one, two, three] = ['themes/one.yaml', 'themes/two.yaml', 'themes/three.yaml'];
	const commits = [
		change({ [one]: 'b', [two]: 'x' }, { [one]: 'c' }),
		change({ [three]: 'z' }, { [three]: 'y' }),
		change({ [one]: 'a' }, { [one]: 'b', [two]: 'x' }),
		change({ [three]: 'y' }, { [three]: 'z' }),
	];
	expect(overallChange(commits)).toEqual(change({ [one]: 'a' }, { [one]: 'c' }));
});
