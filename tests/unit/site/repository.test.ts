import { describe, expect, test } from 'vitest';
import {
	editAddress,
	fileAddress,
	helpForm,
	newFileAddress,
	reportAddress,
} from '../../../src/site/repository.ts';

describe('a record', () => {
	const repository = 'https://github.com/example/history';

	test('is edited in its file', () => {
		expect(editAddress(repository, 'content/meetings/ninth-meeting.yaml')).toBe(
			'https://github.com/example/history/edit/main/content/meetings/ninth-meeting.yaml',
		);
	});
});

describe('a page', () => {
	const site = { name: 'The record', description: 'A record.' };
	const [repository, contact] = ['https://github.com/example/history', 'https://example.org/contact'];
	const page = 'https://history.example.org/board/';

	test('has a report form with its address filled in', () => {
		const form = new URL(reportAddress({ ...site, repository, contact }, page) ?? '');
		expect(form.origin + form.pathname).toBe(`${repository}/issues/new`);
		expect(Object.fromEntries(form.searchParams)).toEqual({
			template: 'report-a-mistake.yml',
			title: `Mistake on ${page}`,
			record: page,
		});
	});

	test('has the contact without a repository, and otherwise nothing', () => {
		expect(reportAddress({ ...site, contact }, page)).toBe(contact);
		expect(reportAddress(site, page)).toBeUndefined();
	});
});

describe('a file', () => {
	const repository = 'https://github.com/example/history';

	test('has an address in the repository', () => {
		expect(fileAddress(repository, 'CONTRIBUTING.md')).toBe(`${repository}/blob/main/CONTRIBUTING.md`);
	});

	test('that is new has an address with its name and text', () => {
		const form = new URL(newFileAddress(repository, 'content/themes/new.yaml', 'name: Harbours & piers\n'));
		expect(form.origin + form.pathname).toBe(`${repository}/new/main`);
		expect(Object.fromEntries(form.searchParams)).toEqual({
			filename: 'content/themes/new.yaml',
			value: 'name: Harbours & piers\n',
		});
	});
});

describe('the form for answers', () => {
	const site = { name: 'The record', description: 'A record.' };
	const repository = 'https://github.com/example/history';

	test('has the question and the address of the record filled in', () => {
		const form = new URL(
			helpForm({ ...site, repository }, 'Who hosted it?', 'https://pcocp.example.org/x/') ?? '',
		);
		expect(form.origin + form.pathname).toBe(`${repository}/issues/new`);
		expect(form.searchParams.get('title')).toBe('Answer: Who hosted it?');
		expect(form.searchParams.get('body')).toMatch(/^About https:\/\/pcocp\.example\.org\/x\/\n/);
	});

	test('does not exist without a repository', () => {
		expect(helpForm(site, 'Who hosted it?')).toBeUndefined();
	});
});
