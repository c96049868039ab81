import { expect, test } from 'vitest';
import { byChange, describeChanges, titleOfChanges } from '../../../../src/outputs/changes/summary.ts';
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

test('records are listed once, by their most important change: new and removed ones first, then corrections', () => {
	expect(
		byChange(described(from, to)).map(({ label, changes, fields }) => [
			label,
			changes.map(({ name }) => name),
			fields,
		]),
	).toEqual([
		['Milestone added', ['New'], ''],
		['Milestone removed', ['Old, but good'], ''],
		['Milestone corrected', ['B'], 'Date and note on the date'],
		['Milestone made more precise', ['A'], 'Date and note on the date'],
		['Milestone changed', ['unread'], ''],
	]);
});

test('texts added to records count as changes in wording, and the most frequent field is named first', () => {
	const changed = described(
		{ 'milestones/a.yaml': milestone('A', '2016'), 'milestones/b.yaml': milestone('B', '2016') },
		{
			'milestones/a.yaml': milestone('A', '2016', 'searchWords: [two]\ndateNote: One.\n'),
			'milestones/b.yaml': milestone('B', '2016', 'searchWords: [two]\n'),
		},
	);
	expect(byChange(changed)).toMatchObject([
		{ label: 'Milestones changed', fields: 'Search words and note on the date' },
	]);
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
