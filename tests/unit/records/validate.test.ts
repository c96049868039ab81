import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readRecord } from '../../../src/records/read-record.ts';
import { sources } from '../../../src/schema/citation.ts';
import {
	choice,
	date,
	group,
	groups,
	list,
	mark,
	reference,
	text,
	wholeNumber,
	withMeta,
} from '../../../src/schema/fields.ts';

// Tests very small records that a schema rejects. Their reports are in `validate.txt`, which `vitest -u` writes.

const help = (title: string) => [title, `The ${title.toLowerCase()} of the record.`] as const;

const seat = { row: wholeNumber(...help('Row')), side: choice(['left', 'right'], ...help('Side')) };

const schema = z
	.strictObject({
		title: text(...help('Title')),
		kind: choice(['plan', 'roadmap'], ...help('Kind')),
		number: wholeNumber(...help('Number'), [4])
			.check(z.maximum(9))
			.apply(z.optional),
		isOurs: mark(...help('Mark')),
		date: date(...help('Date'), ['2018-05']).apply(z.optional),
		host: reference('members', ...help('Host'), ['greece']).apply(z.optional),
		names: list(...help('Names'), text(...help('Name'), ['Ports']))
			.check(z.minLength(2))
			.apply(z.optional),
		years: list(...help('Years'), wholeNumber(...help('Year'))).apply(z.optional),
		place: group(...help('Place'), {
			city: text(...help('City')),
			hall: text(...help('Hall')).apply(z.optional),
		}).apply(z.optional),
		links: group(
			...help('Links'),
			Object.fromEntries(
				['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((title) => [
					title.toLowerCase(),
					text(...help(title)).apply(z.optional),
				]),
			),
		).apply(z.optional),
		rows: groups('Rows', 'Row', 'The rows.', {
			id: text(...help('Id')),
			seats: groups('Seats', 'Seat', 'The seats.', seat).apply(z.optional),
			seat: group(...help('Seat'), seat).apply(z.optional),
		}).apply(z.optional),
		sources,
	})
	.apply(withMeta, { title: 'Record' });

const whole = 'title: Ports\nkind: plan\nsources: [charter]\n';

/** Returns the whole record with another part or with more lines. */
const changed = (from: string, to: string): string => whole.replace(from, to);
const added = (lines: string): string => whole + lines;

const invalid: Readonly<Record<string, readonly string[]>> = {
	'missing and unknown keys': [
		'kind: plan\n',
		changed('title', 'titel'),
		added('titel: Ports\n'),
		added('weather: fine\nconstructor: b\n'),
		added('rows:\n  - id: a\n    weather: fine\n'),
		added('rows:\n  - seats: []\n'),
		added('rows:\n  - id: a\n    seat:\n      side: left\n'),
		added('place: {}\n'),
		changed('[charter]', '[{ id: charter, quot: They met }]'),
		changed('[charter]', '[{ quote: They met }]'),
		changed('sources: [charter]\n', ''),
		added(Array.from({ length: 60 }, (_, index) => `weather-${String(index)}: fine\n`).join('')),
	],
	'groups with keys that are not indented': [
		added('place:\ncity: Sofia\n'),
		added('place:\nhall: Old\nweather: fine\ncity: Sofia\n'),
		added('links:\none: a\ntwo: b\nthree: c\nfour: d\nfive: e\nsix: f\n'),
		added('place:\nrows:\n  - id: a\n    city: Sofia\n'),
		added('place:\n'),
	],
	'empty values': [
		changed('Ports', ''),
		added('number:\n'),
		added('names: [Ports, ~]\n'),
		added('rows:\n  -\n'),
		changed('[charter]', ''),
	],
	'values of the wrong type': [
		'Ports\n',
		'- title: Ports\n',
		changed('Ports', '5'),
		changed('Ports', 'true'),
		changed('Ports', '{ name: Ports }'),
		changed('Ports', '[Ports]'),
		added('number: "12"\n'),
		added('number: 12th\n'),
		added('number: IX\n'),
		added('number: 1.5\n'),
		added('number: [4]\n'),
		added('number: { is: 4 }\n'),
		added('date: { year: 2018 }\n'),
		added('date: [2018]\n'),
		added('host: 5\n'),
		added('host: { country: greece }\n'),
		added('names: Ports,  Harbours, Docks\n'),
		added('names: Ports\n'),
		added('names: a, b, c, d, e, f, g\n'),
		added('names: -Ports\n'),
		added('names: 5\n'),
		added('names: { one: Ports }\n'),
		added('names: [1, 2, Ports]\nyears: [a, b]\n'),
		added('rows:\n  - id: a\n    seats: [x, y]\n  - id: b\n    seats: [z]\n'),
		added('rows: first\n'),
		added('rows: [first]\n'),
		added('rows: { id: a }\n'),
		added('place: Sofia\n'),
		added('place: [Sofia]\n'),
		added('links: here\n'),
		added('rows:\n  - id: a\n    seat: left\n'),
		changed('[charter]', '[5]'),
	],
	'values outside a choice': [
		changed('kind: plan', 'kind: plam'),
		changed('kind: plan', 'kind: Plan'),
		changed('kind: plan', 'kind: report'),
		changed('kind: plan', 'kind: 5'),
		added('isOurs: yes\n'),
	],
	'values that are too small, too large or invalid': [
		added('number: 0\n'),
		added('number: 10\n'),
		added('names: [Ports]\n'),
		changed('[charter]', '[]'),
		changed('Ports', 'The <b>Ports</b>'),
		changed('Ports', '"\\u003cb>Ports"'),
		added('date: May 2018\n'),
	],
};

const report = (record: string): string => {
	const read = readRecord('record.yaml', record, schema);
	if (!('problems' in read)) return 'valid';
	const problems = read.problems.map(
		({ line, column, rule, path, message, hint }) =>
			`${line}:${column} (${rule}) ${(path ?? []).join('.')}\n  ${message}\n  ${hint}`,
	);
	return [...problems.slice(0, 4), ...(problems.length > 4 ? [`${problems.length} in all`] : [])].join('\n');
};

test('each mistake is reported once, at its value, with the description of its field', async () => {
	expect(readRecord('record.yaml', whole, schema)).toHaveProperty('data');
	const all = Object.entries(invalid).map(([group, records]) =>
		[
			`# ${group}`,
			...records.map((record) => `${JSON.stringify(record.slice(0, 160))}\n${report(record)}`),
		].join('\n\n'),
	);
	await expect(`${all.join('\n\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'validate.txt'));
});
