import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContent } from '../../../src/records/read-content.ts';
import type { KnownFiles } from '../../../src/records/read-texts.ts';
import { UserError } from '../../../src/records/user-error.ts';
import { kinds } from '../../../src/schema/kinds.ts';

let directory: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'read-content-'));
	cpSync(join(import.meta.dirname, '../../fixtures/base'), directory, { recursive: true });
});
afterEach(() => {
	rmSync(directory, { recursive: true });
});

const write = (path: string, text: string | Uint8Array): void => {
	mkdirSync(dirname(join(directory, path)), { recursive: true });
	writeFileSync(join(directory, path), text);
};

/** What is told of a directory, and which records others may refer to although they could not be read. */
const told = () => {
	const { problems, draft } = readContent(directory);
	const within = (text: string): string =>
		text.replaceAll(`${directory.replaceAll('\\', '/')}/`, 'content/').replaceAll('\\', '/');
	return {
		problems: problems.map(({ file, message, hint }) => [within(file), message, within(hint)]),
		unreadable: [...draft.unreadable],
	};
};

const theme = 'name: Ports\ndescription: Where ships lie.\nsources: [charter-2015]\n';
const source =
	'title: Report\nurl: https://www.osce.org/1\npublisher: OSCE\ntype: press\nlanguage: en\ncopyRead: whole\n';
const toItsFolder = `Move each record into the folder of its kind: ${kinds.join(', ')}.`;

test('a directory that is read again gives what it holds then, and keeps what came of files that are the same', () => {
	const known: KnownFiles = new Map();
	const themes = () => {
		const { draft, problems } = readContent(directory, known);
		return { themes: draft.records.themes.map(({ data }) => data), problems: problems.length };
	};
	const [harbours] = themes().themes;
	write('themes/ports.yaml', theme);
	const added = themes();
	expect(added).toMatchObject({ themes: [{}, { name: 'Ports' }], problems: 0 });
	expect(added.themes[0]).toBe(harbours);
	write('themes/ports.yaml', theme.replace('name', 'nam'));
	expect(themes()).toMatchObject({ themes: [{}], problems: 1 });
	rmSync(join(directory, 'themes/ports.yaml'));
	expect(themes()).toEqual({ themes: [harbours], problems: 0 });
});

test.each(['no-such-folder', 'site.yaml', 'site.yaml/within'])(
	'where there is no directory, a sentence says so: %s',
	(path) => {
		const place = join(directory, path);
		expect(() => readContent(place)).toThrow(
			new UserError(
				`There is no content directory "${place}". Run the command in the project's directory, or set CONTENT_DIR.`,
			),
		);
	},
);

describe('what stands beside the folders of records', () => {
	test('is nothing but the single files: another is told where it belongs', () => {
		write('notes.txt', 'Harbours');
		write('nework.yaml', 'Harbours');
		const what =
			'is not in a folder of records, as all files but site.yaml, network.yaml and addresses.yaml must be.';
		expect(told()).toEqual({
			problems: [
				[
					'content/nework.yaml',
					`"nework.yaml" ${what}`,
					'Rename it to "network.yaml", or move it into the folder of its kind.',
				],
				['content/notes.txt', `"notes.txt" ${what}`, toItsFolder],
			],
			unreadable: [],
		});
	});

	test('can be the licence of the content', () => {
		write('LICENSE', 'Attribution 4.0 International');
		expect(told()).toEqual({ problems: [], unreadable: [] });
	});

	test('cannot be a folder with the name of the licence', () => {
		write('LICENSE/ports.yaml', 'Harbours');
		expect(told().problems).toEqual([['content/LICENSE/ports.yaml', expect.any(String), toItsFolder]]);
	});

	test('is told as what it is where it is no file', () => {
		rmSync(join(directory, 'site.yaml'));
		mkdirSync(join(directory, 'site.yaml'));
		symlinkSync(join(directory, 'themes'), join(directory, 'topics'), 'junction');
		expect(told().problems).toEqual([
			[
				'content/topics',
				'"topics" is a symbolic link, but a folder of records is expected.',
				'Replace it with the file itself, or delete it.',
			],
			[
				'content/site.yaml',
				'"site.yaml" is a folder, but a file of the record is expected.',
				'Move its records into the folder above.',
			],
		]);
	});
});

describe('a folder that is none of the kinds', () => {
	test('is nothing to tell of while it is empty', () => {
		mkdirSync(join(directory, 'papers/old'), { recursive: true });
		expect(told()).toEqual({ problems: [], unreadable: [] });
	});

	test('is one problem for all its files, which belong where its name or their keys say', () => {
		write('theme/old/docks.yaml', 'Harbours');
		write('theme/ports.yaml', theme);
		expect(told()).toEqual({
			problems: [
				[
					'content/theme/old/docks.yaml',
					'"theme" is not a folder of records, so its 2 files would not be read.',
					'Move the files to content/themes.',
				],
			],
			unreadable: ['themes/docks', 'themes/ports'],
		});
	});

	test.each([
		['papers/ports.yaml', theme, 'Move the file to content/themes/ports.yaml.', ['themes/ports']],
		['papers/report.yaml', source, 'Move the file to content/sources/report.yaml.', ['sources/report']],
		['papers/ports.yaml', theme.replace('name', 'nam'), toItsFolder, []],
		['papers/ports.yaml', 'name: Ports\n', toItsFolder, []],
		['papers/ports.yaml', 'Ports', toItsFolder, []],
		['papers/ports.yaml', 'null', toItsFolder, []],
		['papers/ports.txt', theme, toItsFolder, []],
	])('is told what becomes of %s', (path, text, hint, unreadable) => {
		write(path, text);
		const what = '"papers" is not a folder of records, so its file would not be read.';
		expect(told()).toEqual({ problems: [[`content/${path}`, what, hint]], unreadable });
	});

	test('holds files of several kinds', () => {
		write('papers/ports.yaml', theme);
		write('papers/report.yaml', source);
		expect(told().problems).toEqual([
			[
				'content/papers/ports.yaml',
				'"papers" is not a folder of records, so its 2 files would not be read.',
				toItsFolder,
			],
		]);
	});
});

describe('a file of a folder of records', () => {
	test('that stands in the folder of another kind is told its own, where others may refer to it', () => {
		write('glossary/ports.yaml', theme);
		expect(told()).toEqual({
			problems: [
				[
					'content/glossary/ports.yaml',
					'This file has the keys of a record in the folder "themes".',
					'Move it to content/themes/ports.yaml.',
				],
			],
			unreadable: ['themes/ports', 'glossary/ports'],
		});
	});

	test.each([
		['ports.yaml.bak', 'Rename it to "ports-yaml.yaml" if it is a record, or move it out of the content.'],
		['Old Ports.YML', 'Rename it to "old-ports.yaml".'],
		['Ports.yaml', 'Rename it to "ports.yaml", with only lower-case letters a–z, digits and hyphens.'],
		['com1.yaml', 'Choose another name, and change the id wherever it is used.'],
		['lpt9.yaml', 'Choose another name, and change the id wherever it is used.'],
	])('that is called %s has to be renamed', (name, hint) => {
		write(`themes/${name}`, theme);
		expect(told().problems).toEqual([[`content/themes/${name}`, expect.any(String), hint]]);
	});

	test('may be referred to by the name that it should have', () => {
		write('themes/Old Ports.yaml', theme);
		expect(told().unreadable).toEqual(['themes/old-ports']);
	});

	test.each(['falcon.yaml', 'connections.yaml', 'comb.yaml', 'lpta.yaml'])('can be called %s', (name) => {
		write(`themes/${name}`, theme);
		expect(told().problems).toEqual([]);
	});
});

describe('a file that is no UTF-8', () => {
	const place = (bytes: Buffer): unknown => {
		write('themes/ports.yaml', bytes);
		const { problems, texts } = readContent(directory);
		const [{ line, column, message, file } = { file: '' }] = problems;
		return [line, column, /0x../.exec(message ?? '')?.[0], texts.get(file)?.split('\n')[0]];
	};

	test.each([
		[
			'with a byte of an older encoding',
			Buffer.from('name: Größe\n', 'latin1'),
			[1, 9, '0xF6', 'name: Gr\ufffd\ufffde'],
		],
		[
			'with one that could begin a letter',
			Buffer.from('name: naïve\n', 'latin1'),
			[1, 9, '0xEF', 'name: na\ufffdve'],
		],
		[
			'with a byte order mark',
			Buffer.from('\u00ef\u00bb\u00bfname: ö\n', 'latin1'),
			[1, 7, '0xF6', 'name: \ufffd'],
		],
		[
			'after the sign of a lost character',
			Buffer.concat([Buffer.from('a: \ufffd'), Buffer.of(0x0a, 0x80)]),
			[2, 1, '0x80', 'a: \ufffd'],
		],
		[
			'at the end, cut within a letter',
			Buffer.from('name: €').subarray(0, -1),
			[1, 7, '0xE2', 'name: \ufffd'],
		],
		['with the last byte of a letter', Buffer.of(0x61, 0xbf), [1, 2, '0xBF', 'a\ufffd']],
	])('is told at the first such byte: %s', (_, bytes, expected) => {
		expect(place(bytes)).toEqual(expected);
	});
});
