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

/** For each file, its new text, a function that changes the text, or `undefined` to delete the file. */
type Changes = Readonly<Record<string, string | ((text: string) => string) | undefined>>;

/** Checks the small record with these changes. */
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

/** Returns the positions and rules of the problems. */
const rulesOf = (changes: Changes): string[] =>
	problemsOf(changes).map(({ file, line, rule }) => `${file}:${String(line)} ${rule}`);

/** Returns the messages and hints of the problems. */
const messagesOf = (changes: Changes): string[] =>
	problemsOf(changes).map(({ message, hint }) => `${message} ${hint}`);

/** Replaces parts of a file, which must contain them. */
const withPart =
	(...pairs: readonly (readonly [from: string, to: string])[]) =>
	(text: string): string =>
		pairs.reduce((all, [from, to]) => {
			if (!all.includes(from)) throw new Error(`"${from}" is not in the file.`);
			return all.replace(from, () => to);
		}, text);

const sources = 'sources:\n  - charter-2015\n';
const member = (name: string, code: string, joined = '2016'): string =>
	`name: ${name}\ncode: ${code}\njoined:\n  date: ${joined}\n  how: Signed the charter.\n${sources}`;
const ireland = { 'members/ireland': member('Ireland', 'IE') };
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
/** A source that comes after the charter in the order of files, and a theme that uses it. */
const reportOf = (published: string) => ({
	'sources/port-report': report(published),
	'themes/piers': theme('Piers').replace('charter-2015', 'port-report'),
});

describe('a former id', () => {
	test('may be the id of a record of another kind, even of an unreadable one', () => {
		expect(
			rulesOf({
				'offices/iceland-district-office': broken('District Office'),
				'members/malta': (text) => `${text}aliases:\n  - iceland-district-office\n`,
			}),
		).toEqual(['offices/iceland-district-office.yaml:1 unclosed-quote']);
	});
});

describe('a composition of the Board', () => {
	test('is not checked if a meeting is unreadable, because it may have had a host', () => {
		expect(
			rulesOf({
				...ireland,
				'meetings/first-meeting': broken('First'),
				'board/board-2019': withPart(['  - country: malta\n', '  - country: ireland\n']),
			}),
		).toEqual(['meetings/first-meeting.yaml:1 unclosed-quote']);
	});

	test('includes the last host before it, but not necessarily later ones', () => {
		const host = (dates: string) =>
			rulesOf({ ...ireland, 'meetings/another': meeting(dates, hostedBy('ireland')) });
		expect(host('2018-12-31')).toEqual(['board/board-2019.yaml:2 board-rule']);
		expect(host('2019-01-01')).toEqual([]);
		expect(host('2021-05')).toEqual([]);
	});

	test('includes a country that may have chaired the Secretariat during its period', () => {
		const chairs = (from: string, until?: string) =>
			messagesOf({ ...chairOfIreland(from, until), 'secretariat/malta-2018': undefined });
		const breach = [expect.stringContaining('the chair of the Secretariat ("ireland") is not a member.')];
		expect(chairs('2018')).toEqual(breach);
		expect(chairs('2019-12-31')).toEqual(breach);
		expect(chairs('2016', '2019')).toEqual(breach);
		expect(chairs('2020-01-01')).toEqual([]);
		expect(chairs('2016', '2018-12-31')).toEqual([]);
	});

	test('includes one of two successive chairs, not both', () => {
		const twoChairs = {
			...chairOfIreland('2019-07'),
			'secretariat/malta-2018': withPart(['until: 2020-06', 'until: 2019-06']),
		};
		expect(rulesOf(twoChairs)).toEqual([]);
		expect(
			messagesOf({
				...twoChairs,
				'members/norway': member('Norway', 'NO'),
				'board/board-2019': withPart(['country: malta', 'country: norway']),
			}),
		).toEqual([
			expect.stringContaining('the chair of the Secretariat ("ireland" or "malta") is not a member.'),
		]);
	});

	test('may explain an exception if the record does not show one', () => {
		const explained = (text: string): string => `${text}departsFromRule: The seat stood empty.\n`;
		expect(rulesOf({ 'board/board-2019': explained })).toEqual(['board/board-2019.yaml:7 board-rule']);
		expect(rulesOf({ 'board/board-2019': explained, 'secretariat/malta-2018': undefined })).toEqual([]);
		expect(
			rulesOf({
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

	test('listed twice are reported in their own list, however deep it is', () => {
		expect(
			rulesOf({
				'disputes/malta-joined': withPart([
					'in-2018\n    claim: In 2018.\n    sources:\n      - charter-2015\n',
					'in-2018\n    claim: In 2018.\n    sources:\n      - charter-2015\n      - charter-2015\n',
				]),
			}),
		).toEqual(['disputes/malta-joined.yaml:14 listed-twice']);
		expect(messagesOf(second('sources:\n  - charter-2015\n  - charter-2015\n'))).toEqual([
			'The source "charter-2015" is listed twice. Merge the two entries, and join their quotes with […].',
		]);
	});

	test('state fields beside them, not fields of the whole record', () => {
		const [message] = messagesOf({
			network: withPart([
				'date: 2015\n    sources:\n      - charter-2015',
				'date: 2015\n    sources:\n      - id: charter-2015\n        states: [countries, date, workings]',
			]),
		});
		expect(message).toBe(
			'"workings" is not a field that this source can support. Use one of these fields: date, countries.',
		);
	});

	test('are missing only for the entries of a list that have none', () => {
		expect(
			messagesOf({
				'meetings/second-meeting': withPart([
					sources,
					'outcomes:\n  - text: It was agreed.\n    sources: [charter-2015]\n  - text: It was signed.\nsources:\n  - id: charter-2015\n    states: [body, number, title, dates, mode]\n',
				]),
			}),
		).toEqual(['This entry of "outcomes" has no source. Add "sources" to the entry, or delete the entry.']);
	});

	test('of a group that leave out one of its facts are reported once, at this fact', () => {
		expect(
			messagesOf({
				'meetings/second-meeting': withPart([
					sources,
					`participants:\n  count: More than 30\n  countries: [malta]\n  sources:\n    - id: charter-2015\n      states: [countries]\n${sources}`,
				]),
			}),
		).toEqual([expect.stringContaining('"count" has no source')]);
	});

	test('that nobody has read may be listed without a quote', () => {
		expect(rulesOf({ 'sources/charter-2015': withPart(['copyRead: whole', 'copyRead: none']) })).toEqual([]);
	});

	test('are not used by another record with the same id', () => {
		expect(rulesOf({ 'sources/harbours': report('2019') })).toEqual([
			'sources/harbours.yaml:1 unused-source',
		]);
	});

	test('are not reported as unused if a wrong reference may mean them', () => {
		const unused = 'sources/port-report.yaml:1 unused-source';
		const named = {
			'sources/port-report': report('2019'),
			'themes/piers': theme('Piers').replace('charter-2015', 'port-reprt'),
		};
		expect(rulesOf(named)).toEqual(['themes/piers.yaml:4 reference']);
		expect(
			rulesOf({
				'sources/port-report': report('2019'),
				'glossary/noe': withPart(['members/iceland', 'members/island']),
			}),
		).toEqual(['glossary/noe.yaml:5 reference', unused]);
	});
});

describe('a date', () => {
	test('may be the end of an office’s time without a beginning', () => {
		expect(rulesOf({ 'offices/malta-harbour-office': withPart(['since: 2017', 'until: 2021']) })).toEqual([]);
	});

	test('missing at the end of a term means no overlap with later terms', () => {
		expect(
			rulesOf({ ...chairOfIreland('2021'), 'secretariat/malta-2018': withPart(['until: 2020-06\n', '']) }),
		).toEqual(['secretariat/malta-2018.yaml:3 chair-without-end']);
	});

	test('makes two terms overlap only if they overlap on any day it can mean', () => {
		const terms = (from: string, until: string) =>
			rulesOf({
				...chairOfIreland(from, until),
				'secretariat/malta-2018': withPart(
					['from: 2018-06', 'from: 2018'],
					['  meeting: second-meeting\n', ''],
				),
			});
		expect(terms('2018-03', '2018-09')).toEqual([]);
		expect(terms('2018', '2019')).toEqual(['secretariat/ireland.yaml:3 terms-overlap']);
	});

	test('may be up to fifteen years after the newest source', () => {
		const opened = (date: string, more: Changes = {}) =>
			rulesOf({ ...more, 'milestones/website-opened': withPart(['2016-03', date]) });
		const [early, far] = ['early-source', 'far-ahead'].map(
			(rule) => `milestones/website-opened.yaml:1 ${rule}`,
		);
		expect(opened('2040')).toEqual([early]);
		expect(opened('2041')).toEqual([far]);
		expect(opened('2044', reportOf('2029'))).toEqual([early]);
		expect(opened('2045', reportOf('2029'))).toEqual([far]);
	});

	test('is not meant by a search word with a future year', () => {
		expect(
			rulesOf({ 'themes/harbours': (text) => `${text}searchWords:\n  - Agenda 2050\n  - '2050'\n` }),
		).toEqual([]);
	});

	test('of a source is compared with the other sources, not with itself', () => {
		expect(rulesOf(reportOf('2051'))).toEqual(['sources/port-report.yaml:6 far-ahead']);
	});

	test('of signing is not required without signatories', () => {
		expect(
			rulesOf({ 'documents/report': `title: Report\ntype: declaration\ndate: 2016\n${sources}` }),
		).toEqual([]);
	});
});

describe('a meeting', () => {
	const numbered = (number: number, dates: string, body = 'conference'): string =>
		meeting(dates).replace('body: conference', `body: ${body}\nnumber: ${String(number)}`);

	test('is ordered by its number, not by its file name', () => {
		expect(rulesOf({ 'meetings/a-third-meeting': numbered(3, '2019') })).toEqual([]);
		expect(rulesOf({ 'meetings/a-third-meeting': numbered(3, '2017') })).toEqual([
			'meetings/a-third-meeting.yaml:2 number-order',
		]);
	});

	test('of the Board may have the same number as a meeting of the conference', () => {
		expect(rulesOf({ 'meetings/board-meeting': numbered(2, '2014', 'executive-board') })).toEqual([]);
	});

	test('without a number is not compared with others', () => {
		expect(rulesOf({ 'meetings/one': meeting('2014'), 'meetings/two': meeting('2013') })).toEqual([]);
	});

	test('with the number of another is reported once', () => {
		expect(rulesOf({ 'meetings/twin': numbered(2, '2016') })).toEqual([
			'meetings/twin.yaml:2 number-used-twice',
		]);
	});

	test('is hosted by an office of the host country', () => {
		expect(
			rulesOf({
				'meetings/first-meeting': withPart([
					'office: iceland-district-office',
					'office: malta-harbour-office',
				]),
			}),
		).toEqual(['meetings/first-meeting.yaml:10 office-country']);
	});
});

test('several members may lack a joining order', () => {
	expect(
		rulesOf({
			'members/malta': withPart(['  order: 2\n', '']),
			'members/iceland': withPart(['  order: 1\n', '']),
		}),
	).toEqual([]);
});

test('a country listed twice on the Board is reported at the second entry', () => {
	expect(rulesOf({ 'board/board-2019': withPart(['sources:', '  - country: iceland\nsources:']) })).toContain(
		'board/board-2019.yaml:5 listed-twice',
	);
});

describe('a disagreement', () => {
	test('may be about a whole record and follow no version', () => {
		expect(
			rulesOf({ 'disputes/malta-joined': withPart(['    field: joined\n', ''], ['follows: in-2017\n', '']) }),
		).toEqual([]);
	});

	test('with a misspelt version gets a suggestion', () => {
		expect(
			messagesOf({
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
		messagesOf({
			...more,
			'secretariat/malta-2018': withPart(['meeting: second-meeting', `meeting: ${written}`]),
		});
	const ofTheme = (written: string, more: Changes = {}) =>
		messagesOf({ ...more, 'meetings/first-meeting': withPart(['      - harbours', `      - ${written}`]) });
	const about = (written: string) =>
		messagesOf({ 'milestones/website-opened': withPart(['members/iceland', written]) });

	test('by name, title or search word gets the id as a suggestion', () => {
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

	test('by a title that two records share gets a list, not a suggestion', () => {
		const [message] = began('Another meeting', {
			'meetings/one': meeting('2014'),
			'meetings/two': meeting('2013'),
		});
		expect(message).toContain('Use one of these ids: first-meeting, one, second-meeting, two.');
		expect(message).not.toContain('Did you mean');
	});

	test('with a kind gets a suggestion with the kind', () => {
		expect(about('members/malte')).toEqual([expect.stringContaining('Did you mean "members/malta"?')]);
	});

	test('with an unknown kind or without an id is reported once', () => {
		expect(about('ships/malta')).toHaveLength(1);
		expect(about('members/')).toHaveLength(1);
		expect(about('members')).toHaveLength(1);
	});

	test('with an accent, or without any similar id, has no look-alike letter', () => {
		for (const message of [...ofTheme('Härbours'), ...ofTheme('Скопје')])
			expect(message).not.toContain('looks like');
	});

	test('gets a list only if the list is short', () => {
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

	test('gets no list if there are no records', () => {
		expect(
			messagesOf({
				'projects/lighthouse': undefined,
				'meetings/second-meeting': (text) =>
					text.replace(sources, `support:\n  - text: It paid.\n    project: lantern\n${sources}`),
			}),
		).toEqual([expect.not.stringContaining('Use one of these ids')]);
	});

	test('in a circle is reported within the circle, not on the way to it', () => {
		const part = (of: string): string => meeting('2018-06', `partOf: ${of}\n`);
		const circle = {
			'meetings/a-way-in': part('one'),
			'meetings/one': part('two'),
			'meetings/two': part('one'),
		};
		expect(rulesOf(circle)).toEqual(['meetings/one.yaml:4 circle']);
		expect(messagesOf(circle)).toEqual([
			expect.stringContaining('"partOf" forms a loop: "one" → "two" → "one".'),
		]);
	});
});
