import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Workbench } from '../../../../src/outputs/editors/workbench.ts';
import { isError } from '../../../../src/records/problem.ts';

const textsIn = (folder: string): Record<string, string> =>
	Object.fromEntries(
		globSync('**/*.yaml', { cwd: folder })
			.map((path) => path.replaceAll('\\', '/'))
			.sort()
			.map((path) => [path, readFileSync(join(folder, path), 'utf8').replace(/^\ufeff/, '')]),
	);

const base = {
	...textsIn(join(import.meta.dirname, '../../../fixtures/base')),
	'addresses.yaml':
		'# Never remove a line.\npublished:\n  - /themes/harbours/\n  - address: /themes/ports/\n    withdrawn: Entered twice.\n    instead: themes/harbours\n  - /meetings/first-meeting/\n  - /meetings/second-meeting/\n',
	'themes/fishing.yaml': 'name: Fishing\ndescription: The catch.\nsources:\n  - charter-2015\n',
};

const reason = 'The record was entered twice.';

/** Joins the files of a withdrawal into one text. */
const written = (files: ReadonlyMap<string, string | null>): string =>
	[...files].map(([path, text]) => `=== ${path}\n${text ?? '(deleted)\n'}`).join('');

const golden = (name: string): string =>
	join(import.meta.dirname, `../../../golden/forms/withdraw-${name}.txt`);

const bench = new Workbench({ texts: base, gone: {} });

describe('a record is withdrawn', () => {
	test('with a replacement: references and addresses lead there', async () => {
		const files = bench.withdraw({
			record: 'themes/harbours',
			instead: 'themes/fishing',
			reason,
			choices: {},
		});
		await expect(written(files)).toMatchFileSnapshot(golden('replaced'));
		expect(bench.check(files).problems).toEqual([]);
	});

	test('without a replacement: references are removed', async () => {
		const files = bench.withdraw({ record: 'themes/harbours', reason, choices: {} });
		await expect(written(files)).toMatchFileSnapshot(golden('removed'));
		expect(bench.check(files).problems).toEqual([]);
	});

	test('and records that need it are named', () => {
		const referrers = bench.referrersTo({ record: 'members/malta' });
		expect(referrers.filter(({ choices }) => choices.length === 0).map(({ path }) => path)).toContain(
			'offices/malta-harbour-office.yaml',
		);
		const replaced = bench.referrersTo({ record: 'members/malta', instead: 'members/iceland' });
		expect(replaced.every(({ choices }) => choices.length > 0)).toBe(true);
	});

	test('together with the sources that only this record uses, and without support for what goes', () => {
		const texts = {
			...base,
			'addresses.yaml': 'published:\n  - /sources/notice-2016/\n',
			'sources/notice-2016.yaml': base['sources/charter-2015.yaml' as keyof typeof base],
			'glossary/quay.yaml': 'term: Quay\nmeaning: A place for ships.\nsources: [notice-2016]\n',
			'secretariat/malta-2018.yaml': base['secretariat/malta-2018.yaml' as keyof typeof base].replace(
				/^began:/m,
				'$&\n  sources:\n    - id: charter-2015\n      states: [how, meeting]',
			),
		};
		const other = new Workbench({ texts, gone: {} });
		const files = other.withdraw({ record: 'glossary/quay', reason, choices: {} });
		expect(files.get('sources/notice-2016.yaml')).toBeNull();
		expect(files.get('addresses.yaml')).toContain('withdrawn: No record uses this source any more.');
		const term = other.withdraw({ record: 'meetings/second-meeting', reason, choices: {} });
		expect(term.get('secretariat/malta-2018.yaml')).toContain('states: [how]');
	});

	test('and editors choose for each record', () => {
		const [first] = bench.referrersTo({ record: 'themes/harbours', instead: 'themes/fishing' });
		if (!first) throw new Error('no reference');
		expect(first.choices).toEqual(['replace', 'remove']);
		const files = bench.withdraw({
			record: 'themes/harbours',
			instead: 'themes/fishing',
			reason,
			choices: { [first.path]: 'remove' },
		});
		expect(files.get(first.path)).not.toContain('fishing');
	});
});

const records = Object.keys(base).flatMap((path) => (path.includes('/') ? path.replace('.yaml', '') : []));

test.each(records)('%s can be withdrawn without a broken reference or address', (record) => {
	const referrers = bench.referrersTo({ record });
	const files = bench.withdraw({ record, reason, choices: {} });
	const { problems } = bench.check(files);
	const places = new Set(
		referrers.flatMap(({ path, choices }) => (choices.length === 0 ? `content/${path}` : [])),
	);
	expect(
		problems.filter(
			(problem) =>
				isError(problem) &&
				['reference', 'published-address', 'missing-key', 'duplicate-key'].includes(problem.rule) &&
				!places.has(problem.file),
		),
	).toEqual([]);
});
