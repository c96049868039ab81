import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContent } from '../../../src/records/read-content.ts';
import { UserError, userMessage } from '../../../src/records/user-error.ts';
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

/** Returns the problems in the directory, and the unreadable records that others may refer to. */
const result = () => {
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

test.each(['no-such-folder', 'site.yaml', 'site.yaml/within'])(
	'a missing directory is an error in one sentence: %s',
	(path) => {
		const place = join(directory, path);
		expect(() => readContent(place)).toThrow(
			new UserError(
				`There is no content directory "${place}". Run the command in the project's directory, or set CONTENT_DIR.`,
			),
		);
	},
);

describe('beside the folders of records', () => {
	test('other files are reported with the place where they belong', () => {
		write('notes.txt', 'Harbours');
		write('nework.yaml', 'Harbours');
		const what =
			'is not in a folder of records, as all files but site.yaml, network.yaml and addresses.yaml must be.';
		expect(result()).toEqual({
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

	test('the licence of the content is allowed', () => {
		write('LICENSE', 'Attribution 4.0 International');
		expect(result()).toEqual({ problems: [], unreadable: [] });
	});

	test('a folder with the name of the licence is reported', () => {
		write('LICENSE/ports.yaml', 'Harbours');
		expect(result().problems).toEqual([['content/LICENSE/ports.yaml', expect.any(String), toItsFolder]]);
	});

	test('links and folders instead of files are reported', () => {
		rmSync(join(directory, 'site.yaml'));
		mkdirSync(join(directory, 'site.yaml'));
		symlinkSync(join(directory, 'themes'), join(directory, 'topics'), 'junction');
		expect(result().problems).toEqual([
			[
				'content/topics',
				'"topics" is a symbolic link, but a folder of records is expected.',
				'Replace it with the file itself, or delete it.',
			],
			[
				'content/site.yaml',
				'"site.yaml" is a folder, but a file of the record is expected.',
				'Move its records to the parent folder.',
			],
		]);
	});
});

describe('an unknown folder', () => {
	test('is ignored if it is empty', () => {
		mkdirSync(join(directory, 'papers/old'), { recursive: true });
		expect(result()).toEqual({ problems: [], unreadable: [] });
	});

	test('is one problem for all its files, with the kind from its name or their keys', () => {
		write('theme/old/docks.yaml', 'Harbours');
		write('theme/ports.yaml', theme);
		expect(result()).toEqual({
			problems: [
				[
					'content/theme/old/docks.yaml',
					'"theme" is not a known folder, so its 2 files would be ignored.',
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
	])('gets a hint for %s', (path, text, hint, unreadable) => {
		write(path, text);
		const what = '"papers" is not a known folder, so its file would be ignored.';
		expect(result()).toEqual({ problems: [[`content/${path}`, what, hint]], unreadable });
	});

	test('may contain files of several kinds', () => {
		write('papers/ports.yaml', theme);
		write('papers/report.yaml', source);
		expect(result().problems).toEqual([
			[
				'content/papers/ports.yaml',
				'"papers" is not a known folder, so its 2 files would be ignored.',
				toItsFolder,
			],
		]);
	});
});

describe('a file in a folder of records', () => {
	test('with the keys of another kind gets the right folder, and others may refer to it there', () => {
		write('glossary/ports.yaml', theme);
		expect(result()).toEqual({
			problems: [
				[
					'content/glossary/ports.yaml',
					'This file has the keys of a record in the "themes" folder.',
					'Move it to content/themes/ports.yaml.',
				],
			],
			unreadable: ['themes/ports', 'glossary/ports'],
		});
	});

	test.each([
		[
			'ports.yaml.bak',
			'Rename it to "ports-yaml.yaml" if it is a record, or move it out of the content folder.',
		],
		['Old Ports.YML', 'Rename it to "old-ports.yaml".'],
		['Ports.yaml', 'Rename it to "ports.yaml", with only lower-case letters a–z, digits and hyphens.'],
		['com1.yaml', 'Choose another name, and change the id wherever it is used.'],
		['lpt9.yaml', 'Choose another name, and change the id wherever it is used.'],
	])('named %s must be renamed', (name, hint) => {
		write(`themes/${name}`, theme);
		expect(result().problems).toEqual([[`content/themes/${name}`, expect.any(String), hint]]);
	});

	test('can be referred to by the name it should have', () => {
		write('themes/Old Ports.yaml', theme);
		expect(result().unreadable).toEqual(['themes/old-ports']);
	});

	test.each(['falcon.yaml', 'connections.yaml', 'comb.yaml', 'lpta.yaml'])('can be named %s', (name) => {
		write(`themes/${name}`, theme);
		expect(result().problems).toEqual([]);
	});
});

describe('a file that is not UTF-8', () => {
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
			'with a byte that could begin a letter',
			Buffer.from('name: naïve\n', 'latin1'),
			[1, 9, '0xEF', 'name: na\ufffdve'],
		],
		[
			'with a byte order mark',
			Buffer.from('\u00ef\u00bb\u00bfname: ö\n', 'latin1'),
			[1, 7, '0xF6', 'name: \ufffd'],
		],
		[
			'after a replacement character',
			Buffer.concat([Buffer.from('a: \ufffd'), Buffer.of(0x0a, 0x80)]),
			[2, 1, '0x80', 'a: \ufffd'],
		],
		['that ends within a letter', Buffer.from('name: €').subarray(0, -1), [1, 7, '0xE2', 'name: \ufffd']],
		['with the last byte of a letter', Buffer.of(0x61, 0xbf), [1, 2, '0xBF', 'a\ufffd']],
	])('is reported at the first invalid byte: %s', (_, bytes, expected) => {
		expect(place(bytes)).toEqual(expected);
	});
});

// Windows has no such permissions.
test.skipIf(process.platform === 'win32').each(['themes/harbours.yaml', 'themes'])(
	'%s without read permission is an error in plain words',
	(path) => {
		chmodSync(directory, 0o755);
		chmodSync(join(directory, path), 0);
		// Administrators can read everything.
		const user = process.geteuid?.() ?? 0;
		if (user === 0) process.seteuid?.(65_534);
		let message: string | undefined;
		try {
			readContent(directory);
		} catch (error) {
			message = userMessage(error);
		} finally {
			process.seteuid?.(user);
			chmodSync(join(directory, path), 0o755);
		}
		expect(message).toBe(
			`No access to ${join(directory, path)}: permission denied. Check its permissions and the space on its disk.`,
		);
	},
);

test('other errors of the system are bugs', () => {
	const error = Object.assign(new Error('ENOENT: no such file or directory, open x'), { code: 'ENOENT' });
	expect(userMessage(error)).toBeUndefined();
	expect(userMessage(new Error('ENOSPC: no space left on device, write'))).toMatch(
		/^No access to a file: no space/,
	);
	expect(userMessage('EACCES: x')).toBeUndefined();
});
