import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkContent } from '../../../src/checks/load-content.ts';

const root = join(import.meta.dirname, '../../..');

/** Returns a copy of the small content and a function that runs the command in it. */
function place() {
	const folder = mkdtempSync(join(tmpdir(), 'new-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true });
	});
	const content = join(folder, 'content');
	cpSync(join(root, 'tests/fixtures/base'), content, { recursive: true });
	return {
		content,
		read: (file: string) => readFileSync(join(folder, file), 'utf8'),
		files: () => globSync('**/*.yaml', { cwd: folder }).length,
		run: (...args: string[]) => {
			const { status, stdout, stderr } = spawnSync(
				process.execPath,
				[join(root, 'src/cli/new.ts'), ...args],
				{
					cwd: folder,
					env: { ...process.env, CONTENT_DIR: 'content' },
					encoding: 'utf8',
				},
			);
			return { status, stdout, stderr };
		},
	};
}

const meeting = ['meetings', 'twelfth-meeting', '--number', '12', '--city', 'Valletta', '--country', 'malta'];

// Each test starts Node, which is slow on a busy machine.
describe('npm run new', { timeout: 60_000 }, () => {
	test('creates a meeting and its source, which pass the check once they are filled in', () => {
		const { run, read, content } = place();
		expect(
			run(...meeting, '--dates', '3-4 June 2026', '--source', 'charter-2015', '--source', 'nets-2026'),
		).toEqual({
			status: 0,
			stdout:
				'Created content/meetings/twelfth-meeting.yaml.\nCreated content/sources/nets-2026.yaml.\nFill in the empty keys. Then run npm run check to see which are still missing.\n',
			stderr: '',
		});
		const fill = (file: string, values: Readonly<Record<string, string>>): void => {
			const text = read(file).replace(
				/^(?: *(?:- )?(\w+): | *- )$/gm,
				(line: string, key = 'themes') => `${line}${values[String(key)] ?? ''}`,
			);
			writeFileSync(join(content, '..', file), text);
		};
		const [rule, ...others] = new Set(checkContent(content).problems.map(({ rule }) => rule));
		expect([rule, others]).toEqual(['empty-value', []]);
		fill('content/meetings/twelfth-meeting.yaml', {
			body: 'conference',
			title: 'Twelfth meeting',
			id: 'nets',
			wording: 'restated',
			themes: 'harbours',
		});
		fill('content/sources/nets-2026.yaml', {
			title: 'Nets',
			url: 'https://example.org/nets',
			publisher: 'Harbour Board',
			type: 'official',
			language: 'en',
			published: '2026-06',
			copyRead: 'whole',
		});
		expect(checkContent(content).problems).toEqual([]);
		expect(read('content/meetings/twelfth-meeting.yaml')).toContain('\ndates: 2026-06-03/2026-06-04\n');
	});

	test('reports all errors at once, with instructions, and writes no file', () => {
		const { run, files } = place();
		const before = files();
		const { status, stdout, stderr } = run(
			...['meetings', 'first-meeting', '--country', 'Malta', '--dates', '4/5/2026', '--number', 'twelve'],
			...['--plce', 'Valletta', '--source', 'Nets 2026', '--title'],
		);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr.split('\n')).toEqual([
			'--country: Unknown member "Malta". Did you mean "malta"?',
			expect.stringMatching(
				/^--dates: "4\/5\/2026" can mean different dates\. .*"2026-04-05" for 5 April 2026 or .* 4 May 2026\./,
			),
			expect.stringMatching(/^--number: "twelve" is text, but a whole number is expected\./),
			'Unknown flag of meetings "--plce". Choose one of: --body, --number, --title, --dates, --city, --country, --source.',
			expect.stringMatching(/^--source: "Nets 2026" is not a valid id\. /),
			expect.stringMatching(/^--title: This text is empty\. /),
			'content/meetings/first-meeting.yaml already exists. Edit it, or choose another id.',
			'No file was written.',
			'',
		]);
		expect(files()).toBe(before);
	});

	test('writes no file that the check would refuse because of its name', () => {
		const { run, files, content } = place();
		const file = join(content, 'meetings/first-meeting.yaml');
		writeFileSync(file, `${readFileSync(file, 'utf8')}aliases: [opening-meeting]\n`);
		const before = files();
		const reserved = (name: string): string => `"${name}" is a reserved name on Windows. Choose another id.`;
		expect(run('meetings', 'con').stderr).toBe(`${reserved('con')}\nNo file was written.\n`);
		expect(run('meetings', 'nets', '--source', 'com1').stderr).toBe(
			`--source: ${reserved('com1')}\nNo file was written.\n`,
		);
		expect(run('meetings', 'opening-meeting').stderr).toBe(
			'"opening-meeting" is a former id of content/meetings/first-meeting.yaml. Choose another id.\nNo file was written.\n',
		);
		expect(files()).toBe(before);
	});

	test('lists the kinds and explains ids', () => {
		const { run } = place();
		expect(run('meeting', 'x').stderr).toMatch(
			/^Unknown kind of record "meeting" \(members, .*, sources\)\. Did you mean "meetings"\?\n$/,
		);
		expect(run('meetings', 'Twelfth').stderr).toMatch(
			/^"Twelfth" is not a valid id\. .*\nNo file was written\.\n$/,
		);
		expect(run('meetings', 'twelfth', 'meeting').stderr).toMatch(/^Unexpected words "meeting"\. /);
	});

	test('prints the file if there is no id, and every key with --all', () => {
		const { run, files } = place();
		const before = files();
		expect(run('meetings', '--number', '12').stdout).toMatch(/^# Meeting: .*\nnumber: 12\n/s);
		expect(run('meetings', '--all').stdout).toMatch(/\n {2}venue: \n/);
		expect(files()).toBe(before);
	});

	test('prints its usage with an example', () => {
		const { run } = place();
		expect(run().stdout).toMatch(
			/^Usage: npm run new <kind> <id>.*\n {2}npm run new meetings twelfth-meeting -- /s,
		);
		expect(run()).toEqual(run('--help'));
	});
});
