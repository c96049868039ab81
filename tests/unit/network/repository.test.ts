import { describe, expect, test } from 'vitest';
import {
	editAddress,
	fileAddress,
	newFileAddress,
	reportAddress,
	repositoryOf,
} from '../../../src/network/repository.ts';
import { entryOf } from './content.ts';

const platform = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'example/history' };

describe('the repository is', () => {
	test('the one that the site states, whoever builds it', () => {
		expect(repositoryOf('https://github.com/secretariat/record/', platform)).toBe(
			'https://github.com/secretariat/record',
		);
		expect(repositoryOf('https://github.com/secretariat/record.git', {})).toBe(
			'https://github.com/secretariat/record',
		);
	});

	test('else the one that the platform builds', () => {
		expect(repositoryOf(undefined, platform)).toBe('https://github.com/example/history');
	});

	test('else none', () => {
		expect(repositoryOf(undefined, {})).toBeUndefined();
		expect(repositoryOf(undefined, { ...platform, GITHUB_REPOSITORY: '' })).toBeUndefined();
	});
});

describe('a record', () => {
	const repository = 'https://github.com/example/history';
	const entry = entryOf('meetings', {}, 'ninth-meeting');

	test('is edited in its file', () => {
		expect(editAddress(repository, 'content/meetings/ninth-meeting.yaml')).toBe(
			'https://github.com/example/history/edit/main/content/meetings/ninth-meeting.yaml',
		);
	});

	test('is reported with its name filled in', () => {
		const form = new URL(reportAddress(repository, entry));
		expect(form.origin + form.pathname).toBe(`${repository}/issues/new`);
		expect(Object.fromEntries(form.searchParams)).toEqual({
			template: 'report-a-mistake.yml',
			title: 'Mistake in meetings/ninth-meeting',
			record: 'meetings/ninth-meeting',
		});
	});
});

describe('a file', () => {
	const repository = 'https://github.com/example/history';

	test('is read at the repository', () => {
		expect(fileAddress(repository, 'CONTRIBUTING.md')).toBe(`${repository}/blob/main/CONTRIBUTING.md`);
	});

	test('that is new is begun there under its name, with a text to change', () => {
		const form = new URL(newFileAddress(repository, 'content/themes/new.yaml', 'name: Harbours & piers\n'));
		expect(form.origin + form.pathname).toBe(`${repository}/new/main`);
		expect(Object.fromEntries(form.searchParams)).toEqual({
			filename: 'content/themes/new.yaml',
			value: 'name: Harbours & piers\n',
		});
	});
});
