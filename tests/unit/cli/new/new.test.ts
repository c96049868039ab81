import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkContent } from '../../../../src/checks/load-content.ts';

const root = join(import.meta.dirname, '../../../..');

/** A small content of its own for each test, and the command in it. */
function place() {
	const folder = mkdtempSync(join(tmpdir(), 'new-'));
	const content = join(folder, 'content');
	cpSync(join(root, 'tests/fixtures/base'), content, { recursive: true });
	onTestFinished(() => {
		rmSync(folder, { recursive: true });
	});
	const files = () =>
		globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile()).length;
	return {
		content,
		files,
		/** Without a terminal, as from a script. */
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

const meeting = [
	...['meeting', '--number', '12', '--place', 'Valletta', '--country', 'malta'],
	...['--dates', '2026-06-03/2026-06-04', '--source', 'charter-2015'],
];

// Each test starts Node anew, which a busy machine makes slow.
describe('npm run new, without a terminal', { timeout: 60_000 }, () => {
	test('writes a commented meeting that passes the check', () => {
		const { run, content } = place();
		expect(run(...meeting)).toEqual({
			status: 0,
			stdout: 'content/meetings/twelfth-meeting.yaml is written.\nRead it through, then run npm run check.\n',
			stderr: '',
		});
		expect(checkContent(content).problems).toEqual([]);
		const text = readFileSync(join(content, 'meetings/twelfth-meeting.yaml'), 'utf8');
		expect(text).toContain('# Title: The name of the meeting.\ntitle: Twelfth meeting\n');
		expect(text).toContain('\nplace:\n  # City: In English.\n  city: Valletta\n');
	});

	test.each([
		[
			'meeting',
			[...meeting, '--agenda', 'id: nets, title: "Nets: a start", wording: restated, themes: [harbours]'],
		],
		[
			'board',
			[
				'--period',
				'2019',
				'--member',
				'country: malta',
				'--member',
				'country: iceland',
				'--source',
				'charter-2015',
			],
		],
		['theme', ['--name', 'Nets', '--description', 'What is caught.', '--source', 'charter-2015']],
		[
			'milestone',
			[
				'--date',
				'2020',
				'--title',
				'A net',
				'--text',
				'It was cast.',
				'--about',
				'members/malta,themes/harbours',
				'--source',
				'charter-2015',
			],
		],
		[
			'office',
			[
				'--country',
				'malta',
				'--name',
				'Net Office',
				'--name-is-our-translation',
				'--membership',
				'named',
				'--membership-note',
				'Named.',
				'--source',
				'charter-2015',
			],
		],
		[
			'dispute',
			[
				'--question',
				'When?',
				'--about',
				'record: members/malta',
				'--version',
				'id: one, claim: One., sources: [charter-2015]',
				'--version',
				'id: two, claim: Two., sources: [charter-2015]',
				'--why',
				'Both.',
			],
		],
	])('writes a %s from flags', (kind, args) => {
		const { run, content } = place();
		const { status, stderr } = run(...(args[0] === kind ? args : [kind, ...args]));
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(checkContent(content).problems).toEqual([]);
	});

	test('lists every flag that is missing', () => {
		const { run, files } = place();
		const before = files();
		const { status, stdout, stderr } = run('meeting', '--number', '12', '--place', 'Valletta');
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(
			/^Without questions, a meeting needs these flags, too:\n\n {2}--dates\n.*\n {2}--country\n.*\n {2}--source\n.*\n\nSee npm run new -- --help\.\n$/,
		);
		expect(files()).toBe(before);
	});

	test('tells what the check would, and writes nothing', () => {
		const { run, files } = place();
		const before = files();
		const { status, stderr } = run(
			...meeting.map((word) => word.replace('malta', 'malt').replace('12', '1')),
		);
		expect(status).toBe(1);
		expect(stderr).toContain('content/meetings/first-meeting-valletta.yaml:');
		expect(stderr).toContain(
			'"malt" leads to no record; the id of a file in the folder "members" is expected.\n  Did you mean "malta"?',
		);
		expect(stderr).toContain('The number "1" is used twice');
		expect(stderr).toMatch(/\nNothing is written\.\n$/);
		expect(files()).toBe(before);
	});

	test('never writes over a record', () => {
		const { run, content } = place();
		const file = join(content, 'meetings/first-meeting.yaml');
		const before = readFileSync(file, 'utf8');
		expect(run(...meeting, '--id', 'first-meeting')).toEqual({
			status: 1,
			stdout: '',
			stderr:
				'content/meetings/first-meeting.yaml is there already. Edit it, or give the new record another id.\n',
		});
		expect(readFileSync(file, 'utf8')).toBe(before);
	});

	test('says of a source that something must rest on it', () => {
		const { run } = place();
		const { status, stdout } = run(
			...['source', '--title', 'Nets', '--url', 'https://example.org/nets', '--publisher', 'Harbour Board'],
			...['--type', 'official', '--published', '2026-06', '--copy-read', 'whole'],
		);
		expect(status).toBe(0);
		expect(stdout).toBe(
			'content/sources/harbour-2026-nets.yaml is written.\nName it among the sources of a record: the check does not pass while nothing rests on it.\n',
		);
	});

	test.each([
		[[], 'Say what to add, one of member, office, meeting, '],
		[['meting'], '"meting" is nothing that can be added. Did you mean "meeting"?'],
		[['meeting', '--plce', 'Valletta'], "Unknown option '--plce'. Did you mean --place?"],
		[['meeting', '--number'], "Option '--number <value>' argument missing."],
		[['meeting', '--agenda', 'title: A: b'], '--agenda "title: A: b" cannot be read.'],
		[[...meeting, '--id', 'Twelfth Meeting'], '--id: "Twelfth Meeting" is not an id;'],
	])('says in a sentence what is wrong with %j', (args, sentence) => {
		const { run } = place();
		const { status, stdout, stderr } = run(...args);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain(sentence);
		expect(stderr).toMatch(/ See npm run new -- --help\.\n$/);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
	});

	test('explains itself, and each kind in the words of the schema', () => {
		const { run } = place();
		expect(run('--help').stdout).toContain('Usage: npm run new');
		const { stdout, status } = run('meeting', '--help');
		expect(status).toBe(0);
		expect(stdout).toContain('  --place\n      City: In English. For example: Skopje\n');
	});
});
