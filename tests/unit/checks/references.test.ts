import { execFileSync } from 'node:child_process';
import {
	appendFileSync,
	cpSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/load-content.ts';

let repository: string;
let content: string;

const git = (...options: string[]): void => {
	execFileSync('git', ['-c', 'user.name=Editor', '-c', 'user.email=editor@example.org', ...options], {
		cwd: repository,
		env: {
			...process.env,
			GIT_AUTHOR_DATE: '2021-03-04T12:00:00Z',
			GIT_COMMITTER_DATE: '2021-03-04T12:00:00Z',
		},
		stdio: 'ignore',
	});
};

const commit = (): void => {
	git('add', '--all');
	git('commit', '--message', 'Change the record');
};

const messages = (): string[] =>
	checkContent(content).problems.map(({ message, hint }) => `${message} ${hint}`);

beforeEach(() => {
	repository = mkdtempSync(join(tmpdir(), 'references-'));
	content = join(repository, 'content');
	cpSync(join(import.meta.dirname, '../../fixtures/base'), content, { recursive: true });
	git('init');
	commit();
});
afterEach(() => {
	rmSync(repository, { recursive: true });
});

describe('a reference to a former record', () => {
	const file = (id: string): string => join(content, 'meetings', `${id}.yaml`);
	const ways =
		'Delete this reference or restore the file. If the record has a new id, use the new id here and add the old one to its "aliases".';

	test('says that the record was deleted', () => {
		rmSync(file('second-meeting'));
		expect(messages()).toEqual([`The meeting "second-meeting" was deleted. ${ways}`]);
		commit();
		expect(messages()).toEqual([`The meeting "second-meeting" was deleted on 2021-03-04. ${ways}`]);
	});

	test('says that the file was renamed', () => {
		renameSync(file('second-meeting'), file('meeting-two'));
		commit();
		expect(messages()).toEqual([
			'The meeting "second-meeting" was renamed to meetings/meeting-two on 2021-03-04. Write "meeting-two" and add the old id to the "aliases" of that record, or give the file its old name again.',
		]);
	});

	test('gives the current id if the former id is an alias', () => {
		renameSync(file('second-meeting'), file('meeting-two'));
		appendFileSync(file('meeting-two'), 'aliases:\n  - second-meeting\n');
		commit();
		expect(messages()).toEqual([
			'"second-meeting" is a former id of a meeting. Use the current id: "meeting-two".',
		]);
	});

	test('lists the existing ids if there is no history', () => {
		rmSync(join(repository, '.git'), { recursive: true });
		rmSync(file('second-meeting'));
		expect(messages()).toEqual([
			'Unknown meeting "second-meeting". Use one of these ids: first-meeting. If the record is missing, add it first.',
		]);
	});
});

describe('a published address without a record', () => {
	const at = (file: string): string => join(content, file);
	const problems = (): string[] =>
		checkContent(content).problems.map(
			({ file, line, message, hint }) =>
				`${file.slice(content.length + 1)}:${String(line)} ${message} ${hint}`,
		);

	beforeEach(() => {
		writeFileSync(
			at('addresses.yaml'),
			'published:\n  - /glossary/#noe\n  - /meetings/first-meeting/\n  - /meetings/first-meeting/#harbours\n',
		);
		commit();
	});

	test('is reported in the renamed file', () => {
		renameSync(at('meetings/first-meeting.yaml'), at('meetings/opening.yaml'));
		commit();
		expect(problems()).toEqual([
			`meetings/opening.yaml:1 The published address /meetings/first-meeting/ no longer exists: its file was renamed to meetings/opening on 2021-03-04. If this is the same record, add "aliases: [first-meeting]" to the record. If the record was removed, replace ${content}/addresses.yaml, line 3 with "- address: /meetings/first-meeting/" and, below it, "withdrawn: …" (the reason) and, if another record takes its place, "instead: …".`,
		]);
	});

	test('is reported in the list of addresses if the record was deleted', () => {
		rmSync(at('glossary/noe.yaml'));
		expect(problems()).toEqual([
			'addresses.yaml:2 The published address /glossary/#noe no longer exists: its file was deleted. If the record has a new id, add "aliases: [noe]" to the record. If the record was removed, replace this line with "- address: /glossary/#noe" and, below it, "withdrawn: …" (the reason) and, if another record takes its place, "instead: …".',
		]);
	});

	test('is not reported once the list gives a reason', () => {
		rmSync(at('glossary/noe.yaml'));
		const list = readFileSync(at('addresses.yaml'), 'utf8');
		writeFileSync(
			at('addresses.yaml'),
			list.replace('- /glossary/#noe', '- address: /glossary/#noe\n    withdrawn: Nobody says so any more.'),
		);
		expect(problems()).toEqual([]);
	});
});
