import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withKeptFiles } from '../../../src/integrations/kept-files.ts';

/** Asks for files in a directory, and tells what they were and which had to be made. */
function ask(directory: string, ...names: string[]): { files: string[]; made: string[] } {
	const made: string[] = [];
	const files = withKeptFiles(directory, (fileOf) =>
		names.map((name) => {
			const file = fileOf(name, () => {
				made.push(name);
				return Buffer.from(`made of ${name}`);
			});
			return readFileSync(file, 'utf8');
		}),
	);
	return { files, made };
}

test('a file is made once, and again only when it is made of something else', () => {
	const folder = mkdtempSync(join(tmpdir(), 'kept-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true });
	});
	const directory = join(folder, 'not there yet');
	expect(ask(directory, 'one', 'two')).toEqual({
		files: ['made of one', 'made of two'],
		made: ['one', 'two'],
	});
	expect(ask(directory, 'one', 'other')).toEqual({
		files: ['made of one', 'made of other'],
		made: ['other'],
	});
	// What nobody asked for is not kept, nor what a build left that was ended.
	writeFileSync(join(directory, 'some.part'), 'so');
	expect(ask(directory, 'one', 'two').made).toEqual(['two']);
	expect(readdirSync(directory)).toHaveLength(2);
});
