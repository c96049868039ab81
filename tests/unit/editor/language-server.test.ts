import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editorFiles, editorFolder, idsPath } from '../../../src/outputs/editors/files.ts';
import { readContent } from '../../../src/records/read-content.ts';
import { openEditor, type Editor } from './language-client.ts';

const root = join(import.meta.dirname, '../../..');

// A folder with the project's settings and the ids of a small record.
const folder = mkdtempSync(join(tmpdir(), 'editor-'));
cpSync(join(root, editorFolder), join(folder, editorFolder), { recursive: true });
writeFileSync(
	join(folder, editorFolder, idsPath),
	editorFiles(readContent(join(root, 'tests/fixtures/base')).draft.records).get(idsPath) ?? '',
);
afterAll(() => {
	rmSync(folder, { recursive: true });
});

// The server is a separate program, which starts slowly on a busy machine.
const timeout = 60_000;

describe('in an editor with the settings of this project, the language server', { timeout }, () => {
	let editor: Editor;
	beforeAll(async () => {
		// The file does not exist yet, because editors mostly need help with new records.
		editor = await openEditor(folder, 'content/meetings/third-meeting.yaml');
	}, timeout);
	afterAll(() => editor.close());

	const labels = async (text: string): Promise<string[]> =>
		(await editor.complete(text)).map(({ label }) => label);

	test('offers the keys of a meeting that are not there yet', async () => {
		const offered = await labels('body: conference\n|');
		expect(offered).toEqual(expect.arrayContaining(['title', 'dates', 'host', 'agenda', 'sources']));
		expect(offered).not.toContain('body');
	});

	test('offers a half-typed country of the host', async () => {
		const offered = await editor.complete('host:\n  country: mal|\n');
		expect(offered.find(({ label }) => label === 'malta')).toMatchObject({
			documentation: 'Malta',
			textEdit: {
				newText: 'malta',
				range: { start: { line: 1, character: 11 }, end: { line: 1, character: 14 } },
			},
		});
	});

	test('offers themes for an agenda item, choices, dates and sources', async () => {
		expect(await labels('agenda:\n  - id: cases\n    themes:\n      - har|\n')).toContain('harbours');
		expect(await labels('body: |\n')).toEqual(['conference', 'executive-board']);
		expect(await labels('dates: |\n')).toContain('2018-06-28/2018-06-30');
		expect(await labels('sources:\n  - char|\n')).toContain('charter-2015');
	});

	test.each(['sources:\n  - |\n', 'sources:\n  - x\n  - |', 'sources: [|]\n', 'sources: [char|]\n'])(
		'offers the ids there are for an entry that is only begun: %j',
		async (text) => {
			expect(await labels(text)).toContain('charter-2015');
		},
	);

	test('offers what an entry can say of a source, and the keys beside the list that it can be named for', async () => {
		expect(await labels('sources:\n  - id: charter-2015\n    |\n')).toEqual(
			expect.arrayContaining(['states', 'quote']),
		);
		const ofMeeting = await labels('sources:\n  - id: charter-2015\n    states: [|]\n');
		expect(ofMeeting).toEqual(expect.arrayContaining(['dates', 'place', 'agenda']));
		expect(ofMeeting).not.toContain('sources');
		const ofItem =
			'agenda:\n  - id: cases\n    sources:\n      - id: charter-2015\n        states:\n          - |\n';
		expect(await labels(ofItem)).toEqual(['title', 'under']);
	});

	test('explains a key in the words of the schema', async () => {
		const shown = await editor.hover('da|tes: 2026-06-03\n');
		expect(shown).toContain('#### Dates\n');
		expect(shown).toContain('as precisely as the source states it.');
		expect(shown).toContain('2018-06-28/2018-06-30');
	});

	test('says which record an id stands for', async () => {
		expect(await editor.hover('sources:\n  - charter-2|015\n')).toMatch(
			/^#### Source\n[^]*`charter-2015`: Charter of the network/,
		);
	});

	test('marks a bad value, a bad date and an unknown key, each at its place', async () => {
		const found = await editor.diagnose(
			[
				'body: confrence',
				'dates: 3 June 2026',
				'title: Third meeting',
				'titel: Third meeting',
				'sources: [charter-2015]',
			].join('\n'),
		);
		expect(
			found.map(({ range, message }) => ({ ...range.start, message })).sort((a, b) => a.line - b.line),
		).toEqual([
			{
				line: 0,
				character: 6,
				message: 'Value is not accepted. Valid values: "conference", "executive-board".',
			},
			{
				line: 1,
				character: 7,
				message: 'A date such as 2022, 2016-05, 2018-06-28 or 2018-06-28/2018-06-30 is expected.',
			},
			{ line: 3, character: 0, message: 'Property titel is not allowed.' },
		]);
	});

	test('does not mark a record that the list of ids does not know yet', async () => {
		const text =
			'body: conference\ntitle: x\ndates: 2026\nhost: { country: greece }\nsources: [charter-2026]\n';
		expect(await editor.diagnose(text)).toEqual([]);
	});

	test('offers no id for what the file itself names', async () => {
		expect(await labels('agenda:\n  - id: |\n')).toEqual([]);
	});
});

test(
	'in the file of a disagreement, it offers no version of another for the one that is followed',
	{ timeout },
	async () => {
		const editor = await openEditor(folder, 'content/disputes/opening.yaml');
		try {
			expect(await editor.complete('versions:\n  - id: one\n  - id: other\nfollows: |\n')).toEqual([]);
		} finally {
			await editor.close();
		}
	},
);

describe('the settings of this project', { timeout }, () => {
	test.each(['disputes/malta-joined', 'sources/charter-2026', 'site', 'network'])(
		'give content/%s.yaml its keys',
		async (name) => {
			const editor = await openEditor(folder, `content/${name}.yaml`);
			try {
				const offered = (await editor.complete('|\n')).map(({ label }) => label);
				const expected = { disputes: 'versions', sources: 'publisher', site: 'repository', network: 'aims' };
				expect(offered).toContain(expected[name.replace(/\/.*/, '') as keyof typeof expected]);
			} finally {
				await editor.close();
			}
		},
	);
});
