import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readContent } from '../../../src/records/read-content.ts';
import type { KnownFiles } from '../../../src/records/read-texts.ts';

const directory = mkdtempSync(join(tmpdir(), 'read-content-'));
cpSync(join(import.meta.dirname, '../../fixtures/base'), directory, { recursive: true });

afterAll(() => {
	rmSync(directory, { recursive: true });
});

test('a directory that is read again gives what it holds then, and keeps what came of files that are the same', () => {
	const known: KnownFiles = new Map();
	const themes = () => {
		const { draft, problems } = readContent(directory, known);
		return { themes: draft.records.themes.map(({ data }) => data), problems: problems.length };
	};
	const file = join(directory, 'themes/ports.yaml');
	const write = (name: string): void => {
		writeFileSync(file, `${name}: Ports\ndescription: Where ships lie.\nsources: [charter-2015]\n`);
	};
	const [harbours] = themes().themes;
	write('name');
	const added = themes();
	expect(added).toMatchObject({ themes: [{}, { name: 'Ports' }], problems: 0 });
	expect(added.themes[0]).toBe(harbours);
	write('nam');
	expect(themes()).toMatchObject({ themes: [{}], problems: 1 });
	rmSync(file);
	expect(themes()).toEqual({ themes: [harbours], problems: 0 });
});
