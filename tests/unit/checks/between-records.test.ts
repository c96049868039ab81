import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/load-content.ts';

const base = join(import.meta.dirname, '../../fixtures/base');
const directory = mkdtempSync(join(tmpdir(), 'between-records-'));
afterAll(() => {
	rmSync(directory, { recursive: true });
});

/** By its path, the text of a file, what becomes of the one that the small record has, or that it is deleted. */
type Changes = Readonly<Record<string, string | ((text: string) => string) | undefined>>;

/** What an editor is told of the small record with these changes. */
function problemsOf(changes: Changes) {
	rmSync(directory, { recursive: true, force: true });
	cpSync(base, directory, { recursive: true });
	for (const [name, change] of Object.entries(changes)) {
		const file = join(directory, `${name}.yaml`);
		mkdirSync(dirname(file), { recursive: true });
		if (change === undefined) rmSync(file);
		else writeFileSync(file, typeof change === 'string' ? change : change(readFileSync(file, 'utf8')));
	}
	return checkContent(directory).problems.map(({ file, ...problem }) => ({
		...problem,
		file: file.slice(directory.length + 1),
	}));
}

/** Where something is told, and by which rule. */
const told = (changes: Changes): string[] =>
	problemsOf(changes).map(({ file, line, rule }) => `${file}:${String(line)} ${rule}`);

/** What is said. */
const said = (changes: Changes): string[] =>
	problemsOf(changes).map(({ message, hint }) => `${message} ${hint}`);

/** Puts something in the place of a part of a file, which must be there. */
const withPart =
	(...pairs: readonly (readonly [from: string, to: string])[]) =>
	(text: string): string =>
		pairs.reduce((all, [from, to]) => {
			if (!all.includes(from)) throw new Error(`"${from}" is not in the file.`);
			return all.replace(from, () => to);
		}, text);

const sources = 'sources:\n  - charter-2015\n';
const member = (name: string, code: string, column: number, joined = '2016'): string =>
	`name: ${name}\ncode: ${code}\njoined:\n  date: ${joined}\n  how: Signed the charter.\ntile:\n  row: 2\n  column: ${String(column)}\n${sources}`;
const ireland = { 'members/ireland': member('Ireland', 'IE', 3) };
const meeting = (dates: string, more = ''): string =>
	`body: conference\ntitle: Another meeting\ndates: ${dates}\n${more}${sources}`;
const hostedBy = (country: string): string => `host:\n  country: ${country}\n`;
const term = (country: string, office: string, from: string, until?: string): string =>
	`country: ${country}\noffice: ${office}\nfrom: ${from}\n${until === undefined ? '' : `until: ${until}\n`}began:\n  how: Elected.\n${sources}`;
const chairOfIreland = (from: string, until?: string) => ({
	...ireland,
	'offices/ireland-office': `country: ireland\nname: Irish Office\nmembership: stated\nmembershipNote: Named in the charter.\n${sources}`,
	'secretariat/ireland': term('ireland', 'ireland-office', from, until),
});
const broken = (name: string): string => `name: "${name}\n`;
const theme = (name: string, more = ''): string =>
	`name: ${name}\ndescription: All about it.\n${more}${sources}`;
const report = (published: string, more = ''): string =>
	`title: Report of the port\nurl: https://example.org/port\npublisher: Port authority\ntype: official\nlanguage: en\npublished: ${published}\n${more}copyRead: whole\n`;
/** A source that comes after the charter in the order of files, and a theme that rests on it. */
const reportOf = (published: string) => ({
	'sources/port-report': report(published),
	'themes/piers': theme('Piers').replace('charter-2015', 'port-report'),
});

describe('a former id', () => {
	test('may be the id of a record of another kind, even of one that cannot be read', () => {
		expect(
			told({
				'offices/iceland-district-office': broken('District Office'),
				'members/malta': (text) => `${text}aliases:\n  - iceland-district-office\n`,
			}),
		).toEqual(['offices/iceland-district-office.yaml:1 unclosed-quote']);
	});
});

describe('a composition of the Board', () => {
	test('is not judged where a meeting cannot be read, which may be one that was hosted', () => {
		expect(
			told({
				...ireland,
				'meetings/first-meeting': broken('First'),
				'board/board-2019': withPart(['  - country: malta\n', '  - country: ireland\n']),
			}),
		).toEqual(['meetings/first-meeting.yaml:1 unclosed-quote']);
	});

	test('has the last host before it, and need not have one that hosted later, or on its first day', () => {
		const host = (dates: string) =>
			told({ ...ireland, 'meetings/another': meeting(dates, hostedBy('ireland')) });
		expect(host('2018-12-31')).toEqual(['board/board-2019.yaml:2 board-rule']);
		expect(host('2019-01-01')).toEqual([]);
		expect(host('2021-05')).toEqual([]);
	});

	test('has one of those who may have chaired the Secretariat in its time', () => {
		const chairs = (from: string, until?: string) =>
			said({ ...chairOfIreland(from, until), 'secretariat/malta-2018': undefined });
		const breach = [expect.stringContaining('the chair of the Secretariat ("ireland") is not a member.')];
		expect(chairs('2018')).toEqual(breach);
		expect(chairs('2019-12-31')).toEqual(breach);
		expect(chairs('2016', '2019')).toEqual(breach);
		expect(chairs('2020-01-01')).toEqual([]);
		expect(chairs('2016', '2018-12-31')).toEqual([]);
	});

	test('has one of two who chaired in turn in its time, not both', () => {
		const twoChairs = {
			...chairOfIreland('2019-07'),
			'secretariat/malta-2018': withPart(['until: 2020-06', 'until: 2019-06']),
		};
		expect(told(twoChairs)).toEqual([]);
		expect(
			said({
				...twoChairs,
				'members/norway': member('Norway', 'NO', 1),
				'board/board-2019': withPart(['country: malta', 'country: norway']),
			}),
		).toEqual([
			expect.stringContaining('the chair of the Secretariat ("ireland" or "malta") is not a member.'),
		]);
	});

	test('may say why it departs from the rule where the record does not tell whether it does', () => {
		const explained = (text: string): string => `${text}departsFromRule: The seat stood empty.\n`;
		expect(told({ 'board/board-2019': explained })).toEqual(['board/board-2019.yaml:7 board-rule']);
		expect(told({ 'board/board-2019': explained, 'secretariat/malta-2018': undefined })).toEqual([]);
		expect(
			told({
				'board/board-2019': explained,
				'meetings/first-meeting': withPart([
					'place:\n  city: Reykjavik\n  country: iceland\nhost:\n  country: iceland\n  office: iceland-district-office\n',
					'',
				]),
			}),
		).toEqual([]);
	});
});

describe('sources', () => {
	const second = (more: string) => ({
		'meetings/second-meeting': (text: string) => text.replace(sources, more),
	});

	test('named twice are told in their own list, however deep it lies', () => {
		expect(
			told({
				'disputes/malta-joined': withPart([
					'in-2018\n    claim: In 2018.\n    sources:\n      - charter-2015\n',
					'in-2018\n    claim: In 2018.\n    sources:\n      - charter-2015\n      - charter-2015\n',
				]),
			}),
		).toEqual(['disputes/malta-joined.yaml:14 listed-twice']);
		expect(said(second('sources:\n  - charter-2015\n  - charter-2015\n'))).toEqual([
			'"charter-2015" is listed twice. Merge the two entries, with […] between the passages of their quotes.',
		]);
	});

	test('state keys that stand beside them, not those of the whole record', () => {
		const [message] = said({
			network: withPart([
				'date: 2015\n    sources:\n      - charter-2015',
				'date: 2015\n    sources:\n      - id: charter-2015\n        states: [countries, date, workings]',
			]),
		});
		expect(message).toBe(
			'"workings" is not a field that this source can support. Use one of these fields: date, countries.',
		);
	});

	test('stand behind all of a list, not only behind those of its items that have none of their own', () => {
		expect(
			said({
				'meetings/second-meeting': withPart([
					sources,
					'outcomes:\n  - text: It was agreed.\n    sources: [charter-2015]\n  - text: It was signed.\nsources:\n  - id: charter-2015\n    states: [body, number, title, dates, mode]\n',
				]),
			}),
		).toEqual([expect.stringContaining('"outcomes" has no source')]);
	});

	test('of which no copy was read may be named, without a quote', () => {
		expect(told({ 'sources/charter-2015': withPart(['copyRead: whole', 'copyRead: none']) })).toEqual([]);
	});

	test('are used where they are named as sources, not where another record has the same id', () => {
		expect(told({ 'sources/harbours': report('2019') })).toEqual(['sources/harbours.yaml:1 unused-source']);
	});

	test('that only a wrong reference may mean are not told as unused, and others are', () => {
		const unused = 'sources/port-report.yaml:1 unused-source';
		const named = {
			'sources/port-report': report('2019'),
			'themes/piers': theme('Piers').replace('charter-2015', 'port-reprt'),
		};
		expect(told(named)).toEqual(['themes/piers.yaml:4 reference']);
		expect(
			told({
				'sources/port-report': report('2019'),
				'glossary/noe': withPart(['members/iceland', 'members/island']),
			}),
		).toEqual(['glossary/noe.yaml:5 reference', unused]);
	});
});

describe('a time', () => {
	test('of an office in the network may have an end without a stated beginning', () => {
		expect(told({ 'offices/malta-harbour-office': withPart(['since: 2017', 'until: 2021']) })).toEqual([]);
	});

	test('in the chair without a stated end overlaps with none that begins later', () => {
		expect(
			told({ ...chairOfIreland('2021'), 'secretariat/malta-2018': withPart(['until: 2020-06\n', '']) }),
		).toEqual([]);
	});

	test('in the chair overlaps only where it does so on whichever days the dates fall', () => {
		const terms = (from: string, until: string) =>
			told({
				...chairOfIreland(from, until),
				'secretariat/malta-2018': withPart(
					['from: 2018-06', 'from: 2018'],
					['  meeting: second-meeting\n', ''],
				),
			});
		expect(terms('2018-03', '2018-09')).toEqual([]);
		expect(terms('2018', '2019')).toEqual(['secretariat/ireland.yaml:3 terms-overlap']);
	});

	test('is not far ahead of the newest publication up to fifteen years after it', () => {
		const opened = (date: string, more: Changes = {}) =>
			told({ ...more, 'milestones/website-opened': withPart(['2016-03', date]) });
		expect(opened('2030')).toEqual([]);
		expect(opened('2031')).toEqual(['milestones/website-opened.yaml:1 far-ahead']);
		expect(opened('2034', reportOf('2019'))).toEqual([]);
		expect(opened('2035', reportOf('2019'))).toEqual(['milestones/website-opened.yaml:1 far-ahead']);
	});

	test('is only what is written as one: a word to search by may be a year to come', () => {
		expect(
			told({ 'themes/harbours': (text) => `${text}searchWords:\n  - Agenda 2050\n  - '2050'\n` }),
		).toEqual([]);
	});

	test('of a publication is measured by the other publications, not by itself', () => {
		expect(told(reportOf('2051'))).toEqual(['sources/port-report.yaml:6 far-ahead']);
	});

	test('of signing is not asked of a document that nobody is said to have signed', () => {
		expect(told({ 'documents/report': `title: Report\ntype: declaration\ndate: 2016\n${sources}` })).toEqual(
			[],
		);
	});
});

describe('a meeting', () => {
	const numbered = (number: number, dates: string, body = 'conference'): string =>
		meeting(dates).replace('body: conference', `body: ${body}\nnumber: ${String(number)}`);

	test('has its place among the others by its number, whatever its file is called', () => {
		expect(told({ 'meetings/a-third-meeting': numbered(3, '2019') })).toEqual([]);
		expect(told({ 'meetings/a-third-meeting': numbered(3, '2017') })).toEqual([
			'meetings/a-third-meeting.yaml:2 number-order',
		]);
	});

	test('of the Board may have the number of one of the conference, and be older', () => {
		expect(told({ 'meetings/board-meeting': numbered(2, '2014', 'executive-board') })).toEqual([]);
	});

	test('without a number is compared with none', () => {
		expect(told({ 'meetings/one': meeting('2014'), 'meetings/two': meeting('2013') })).toEqual([]);
	});

	test('with the number of another is told once, whichever was held first', () => {
		expect(told({ 'meetings/twin': numbered(2, '2016') })).toEqual([
			'meetings/twin.yaml:2 number-used-twice',
		]);
	});

	test('is hosted by an office of the country that hosts it', () => {
		expect(
			told({
				'meetings/first-meeting': withPart([
					'office: iceland-district-office',
					'office: malta-harbour-office',
				]),
			}),
		).toEqual(['meetings/first-meeting.yaml:10 office-country']);
	});
});

test('members of which no source states the place in the order of joining have none twice', () => {
	expect(
		told({
			'members/malta': withPart(['  order: 2\n', '']),
			'members/iceland': withPart(['  order: 1\n', '']),
		}),
	).toEqual([]);
});

test('a country named twice on the Board is told at the second place', () => {
	expect(told({ 'board/board-2019': withPart(['sources:', '  - country: iceland\nsources:']) })).toContain(
		'board/board-2019.yaml:5 listed-twice',
	);
});

describe('a dispute', () => {
	test('may be about a whole record, and follow neither version', () => {
		expect(
			told({ 'disputes/malta-joined': withPart(['    field: joined\n', ''], ['follows: in-2017\n', '']) }),
		).toEqual([]);
	});

	test('that follows no version by a slip of the pen is told which is meant', () => {
		expect(
			said({
				'disputes/malta-joined': withPart(
					['id: in-2017', 'id: earlier'],
					['follows: in-2017', 'follows: erlier'],
				),
			}),
		).toEqual([expect.stringContaining('Did you mean "earlier"?')]);
	});
});

describe('a reference', () => {
	const began = (written: string, more: Changes = {}) =>
		said({ ...more, 'secretariat/malta-2018': withPart(['meeting: second-meeting', `meeting: ${written}`]) });
	const ofTheme = (written: string, more: Changes = {}) =>
		said({ ...more, 'meetings/first-meeting': withPart(['      - harbours', `      - ${written}`]) });
	const about = (written: string) =>
		said({ 'milestones/website-opened': withPart(['members/iceland', written]) });

	test('by the name, the title or a word to search by is told the id', () => {
		const named = {
			'themes/harbours': (text: string) =>
				`${text.replace('name: Harbours', 'name: Ports')}searchWords:\n  - Docklands\n`,
		};
		expect(ofTheme('Ports', named)).toEqual([expect.stringContaining('Did you mean "harbours"?')]);
		expect(ofTheme('docklands', named)).toEqual([expect.stringContaining('Did you mean "harbours"?')]);
		expect(
			began('Opening of the conference', {
				'meetings/first-meeting': withPart(['First meeting', 'Opening of the conference']),
			}),
		).toEqual([expect.stringContaining('Did you mean "first-meeting"?')]);
	});

	test('by a title that two records share is told what there is, not one of the two', () => {
		const [message] = began('Another meeting', {
			'meetings/one': meeting('2014'),
			'meetings/two': meeting('2013'),
		});
		expect(message).toContain('Use one of these ids: first-meeting, one, second-meeting, two;');
		expect(message).not.toContain('Did you mean');
	});

	test('that names the kind, too, is told the id with the kind', () => {
		expect(about('members/malte')).toEqual([expect.stringContaining('Did you mean "members/malta"?')]);
	});

	test('to a kind that there is not, or to no id, is told once', () => {
		expect(about('ships/malta')).toHaveLength(1);
		expect(about('members/')).toHaveLength(1);
		expect(about('members')).toHaveLength(1);
	});

	test('with an accent is not said to hold a letter of another script, and neither is one that means nothing', () => {
		for (const message of [...ofTheme('Härbours'), ...ofTheme('Скопје')])
			expect(message).not.toContain('looks like');
	});

	test('lists no more ids than help', () => {
		const themes = (count: number) =>
			Object.fromEntries(
				Array.from({ length: count }, (_, index) => [
					`themes/theme-of-number-${String(index)}`,
					theme(`Theme ${String(index)}`),
				]),
			);
		expect(ofTheme('nothing-like-it', themes(19))).toEqual([
			expect.stringContaining('Use one of these ids: harbours, theme-of-number-0'),
		]);
		expect(ofTheme('nothing-like-it', themes(20))).toEqual([
			expect.not.stringContaining('Use one of these ids'),
		]);
	});

	test('lists none where there is none', () => {
		expect(
			said({
				'projects/lighthouse': undefined,
				'meetings/second-meeting': (text) =>
					text.replace(sources, `support:\n  - text: It paid.\n    project: lantern\n${sources}`),
			}),
		).toEqual([expect.not.stringContaining('Use one of these ids')]);
	});

	test('that leads in a circle is told where the circle is, not on the way to it', () => {
		const part = (of: string): string => meeting('2018-06', `partOf: ${of}\n`);
		const circle = {
			'meetings/a-way-in': part('one'),
			'meetings/one': part('two'),
			'meetings/two': part('one'),
		};
		expect(told(circle)).toEqual(['meetings/one.yaml:4 circle']);
		expect(said(circle)).toEqual([
			expect.stringContaining('"partOf" leads from "one" back to itself: one → two → one.'),
		]);
	});
});
