import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChairAnswers } from '../../../../src/outputs/editors/chair.ts';
import { Workbench } from '../../../../src/outputs/editors/workbench.ts';

const folder = join(import.meta.dirname, '../../../fixtures/base');
const texts = Object.fromEntries(
	globSync('**/*.yaml', { cwd: folder })
		.sort()
		.map((path) => [
			path.replaceAll('\\', '/'),
			readFileSync(join(folder, path), 'utf8').replace(/^\ufeff/, ''),
		]),
);
const formerPath = 'secretariat/malta-2018.yaml';
// The former term has no end yet.
texts[formerPath] = texts[formerPath]?.replace(/^until: .*\n/m, '') ?? '';
const bench = new Workbench({ texts, gone: {} });

const answers: ChairAnswers = {
	country: 'Iceland',
	office: bench.names.offices.find(([, id]) => id === 'iceland-district-office')?.[0] ?? '',
	from: '3 June 2026',
	how: 'Elected at the third meeting.',
	meeting: '',
	end: 'same',
	until: '',
	source: {
		name: '',
		quote: 'elected Iceland, which takes over from Malta on 3 June 2026',
		added: {
			title: 'Third meeting elects new chair',
			url: 'https://example.org/third-meeting',
			publisher: 'Harbour News',
			type: 'press',
			language: 'en',
			published: '4 June 2026',
			copyRead: 'whole',
		},
	},
};

const written = (files: ReadonlyMap<string, string | null>): string =>
	[...files].map(([path, text]) => `=== ${path}\n${text ?? ''}`).join('');

describe('a change of the chair', () => {
	test('ends one term on the day before the next begins, and adds its source', async () => {
		const files = bench.changeChair(answers);
		await expect(written(files)).toMatchFileSnapshot(
			join(import.meta.dirname, '../../../golden/forms/chair.txt'),
		);
		expect(bench.check(files).problems).toEqual([]);
	});

	test('finds an office whose name has an apostrophe, in the form that pages print', () => {
		const path = 'offices/iceland-district-office.yaml';
		const named = texts[path]?.replace(/^name: .*$/m, "name: Prosecutor's Office") ?? '';
		const files = new Workbench({ texts: { ...texts, [path]: named }, gone: {} }).changeChair({
			...answers,
			office: 'Prosecutor’s Office',
		});
		expect([...files.values()][0]).toContain('office: iceland-district-office\n');
	});

	test('in a month belongs to both terms', () => {
		const files = bench.changeChair({ ...answers, from: 'June 2026' });
		expect(files.get(formerPath)).toContain('until: 2026-06\n');
	});

	test('can end the former term on another date, or leave its end open', () => {
		const earlier = bench.changeChair({ ...answers, end: 'date', until: '31 May 2026' });
		expect(earlier.get(formerPath)).toContain('until: 2026-05-31\n');
		expect(bench.changeChair({ ...answers, end: 'unknown' }).get(formerPath)).toBe(texts[formerPath]);
	});

	test('can have its own source for the end of the former term', () => {
		const [name = ''] = bench.names.sources[0] ?? [];
		const files = bench.changeChair({ ...answers, endSource: { name, quote: 'Malta leaves' } });
		expect(files.get(formerPath)).toContain('quote: Malta leaves');
		expect(files.get(formerPath)).not.toContain('elected Iceland');
	});
});
