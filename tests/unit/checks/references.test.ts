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

const told = (): string[] => checkContent(content).problems.map(({ message, hint }) => `${message} ${hint}`);

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

describe('whoever names a record that is not there any more is told what became of it', () => {
	const file = (id: string): string => join(content, 'meetings', `${id}.yaml`);
	const ways =
		'Bring the file back, if it was deleted by mistake; or, if the record goes on under another id, write that here and add the old one to its "aliases"; or, if it is to go, take out what names it.';

	test('where it was deleted', () => {
		rmSync(file('second-meeting'));
		expect(told()).toEqual([`"second-meeting" leads to no record any more: it was deleted. ${ways}`]);
		commit();
		expect(told()).toEqual([
			`"second-meeting" leads to no record any more: it was deleted on 2021-03-04. ${ways}`,
		]);
	});

	test('where its file was given another name', () => {
		renameSync(file('second-meeting'), file('meeting-two'));
		commit();
		expect(told()).toEqual([
			'"second-meeting" leads to no record any more: it was renamed to meetings/meeting-two on 2021-03-04. Write "meeting-two" here, and add the old id to the "aliases" of that record; or give the file its old name again.',
		]);
	});

	test('where it was given another name and kept its former id, only what to write', () => {
		renameSync(file('second-meeting'), file('meeting-two'));
		appendFileSync(file('meeting-two'), 'aliases:\n  - second-meeting\n');
		commit();
		expect(told()).toEqual([
			'"second-meeting" leads to no record; the id of a file in the folder "meetings" is expected. It has been renamed: write "meeting-two".',
		]);
	});

	test('and without a history what else there is', () => {
		rmSync(join(repository, '.git'), { recursive: true });
		rmSync(file('second-meeting'));
		expect(told()).toEqual([
			'"second-meeting" leads to no record; the id of a file in the folder "meetings" is expected. The meeting where this happened. The ids there are: first-meeting. If the record is not there yet, write its file first.',
		]);
	});
});

describe('whoever takes a published record away is told what became of its address', () => {
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

	test('in its own file, where that has another name now', () => {
		renameSync(at('meetings/first-meeting.yaml'), at('meetings/opening.yaml'));
		commit();
		expect(problems()).toEqual([
			`meetings/opening.yaml:1 The address /meetings/first-meeting/ was published, and leads nowhere now: its file was renamed to meetings/opening on 2021-03-04. Add "aliases: [first-meeting]" to this record, if it is the same; if it is another, write "- address: /meetings/first-meeting/" in ${content}/addresses.yaml, line 3, and below it "withdrawn:" with the reason and, where there is one, "instead:" with the record to go to.`,
		]);
	});

	test('where the address is listed, where the record was deleted', () => {
		rmSync(at('glossary/noe.yaml'));
		expect(problems()).toEqual([
			'addresses.yaml:2 The address /glossary/#noe was published, and leads nowhere now: its file was deleted. If the record has another id now, add "aliases: [noe]" to its file; if it is gone for good, write "- address: /glossary/#noe" here, and below it "withdrawn:" with the reason and, where there is one, "instead:" with the record to go to.',
		]);
	});

	test('and is told nothing more once that is said there', () => {
		rmSync(at('glossary/noe.yaml'));
		const list = readFileSync(at('addresses.yaml'), 'utf8');
		writeFileSync(
			at('addresses.yaml'),
			list.replace('- /glossary/#noe', '- address: /glossary/#noe\n    withdrawn: Nobody says so any more.'),
		);
		expect(problems()).toEqual([]);
	});
});
