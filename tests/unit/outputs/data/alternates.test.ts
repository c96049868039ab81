import { expect, test } from 'vitest';
import { alternatesAt } from '../../../../src/outputs/data/alternates.ts';
import { llmsText } from '../../../../src/outputs/data/llms.ts';
import { networkOf } from '../../network/content.ts';

const network = networkOf({ members: { greece: { name: 'Greece' } }, meetings: { first: {} } });

const pathsAt = (path: string): string[] => alternatesAt(network, path).map((alternate) => alternate.path);

test('every page links to the feed, pages of records to Markdown and JSON, pages of meetings to the calendars', () => {
	expect(pathsAt('/about/')).toEqual(['/feed.atom']);
	expect(pathsAt('/members/greece/')).toEqual([
		'/members/greece/index.md',
		'/api/v1/members/greece.json',
		'/feed.atom',
	]);
	const calendars = ['meetings', 'conference', 'executive-board'].map((name) => `/calendar/${name}.ics`);
	expect(pathsAt('/meetings/')).toEqual([
		'/meetings/index.md',
		'/api/v1/meetings.json',
		...calendars,
		'/feed.atom',
	]);
	expect(pathsAt('/meetings/first/')).toEqual([
		'/meetings/first/index.md',
		'/api/v1/meetings/first.json',
		'/calendar/meetings.ics',
		'/feed.atom',
	]);
	expect(pathsAt('/network/')).toContain('/api/v1/network.json');
});

test('the overview for language models links to pages in Markdown, if available', () => {
	const text = llmsText({ ...network, address: (path) => `https://history.example.org${path}` });
	expect(text).toMatch(/^# The record\n\n> A record\.\n\nA network\.\n/);
	const links = [...text.matchAll(/^- \[[^\]]+\]\(https:\/\/history\.example\.org(\S+)\)(?:: .+)?$/gm)].map(
		([, path]) => path,
	);
	for (const path of [
		'/meetings/index.md',
		'/network/index.md',
		'/gaps/',
		'/api/v1/network.json',
		'/feed.atom',
	])
		expect(links).toContain(path);
});
