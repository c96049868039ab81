import { recordKinds } from '../schema/index.ts';
import { counted } from '../schema/words.ts';
import type { Network } from '../network/network.ts';
import { memoize } from '../records/memoize.ts';
import { stateNow } from '../network/state.ts';

/** A page that is no record's own. */
export interface SitePage {
	path: string;
	title: string;
	/** The group of links that it stands in; those to the main pages stand at the head of every page. */
	group?: 'main' | 'record' | 'method' | 'site';
	/** What it is looked up by, where that is more than its title. */
	called?: string;
	/** What the search shows of it; the search does not find itself. */
	content?: string;
	/** Other words that readers use for it. */
	names?: string[];
}

/** The pages that list records or tell of the whole, in the order in which links and search results name them. */
export const sitePages = memoize((network: Network): readonly SitePage[] => [
	{
		path: '/',
		title: network.account.name,
		content: network.account.summary,
		names: [
			network.account.abbreviation,
			...(network.account.alsoCalled ?? []).map(({ text }) => text),
			...(network.account.nativeNames ?? []).map(({ name }) => name),
			'front page',
			'home',
			'what is',
		],
	},
	{
		path: recordKinds.meetings.list,
		title: 'Meetings',
		group: 'main',
		content: 'Every meeting of the conference and of its Executive Board: when, where and hosted by whom.',
		names: ['conferences', 'annual', 'agenda', 'hosts', 'hosted'],
	},
	{
		path: recordKinds.members.list,
		title: 'Members',
		group: 'main',
		content: `${counted(stateNow(network).members.length, 'country', 'countries')}, when each joined, and their offices.`,
		names: ['member countries states', 'which countries belong', 'joined prosecution offices founders'],
	},
	{
		path: recordKinds.board.list,
		title: 'Executive Board',
		group: 'main',
		content: `How the Board is composed, who sat on it and when it met. ${network.account.boardRule.text}`,
		names: ['who sits on the board', 'members', 'rotation', 'composition', 'management'],
	},
	{
		path: recordKinds.secretariat.list,
		title: 'Secretariat',
		group: 'main',
		called: 'Secretariat, chair of the Secretariat',
		content:
			'Who chaired the Secretariat, from when until when, and how each term of the Secretariat began and ended.',
		names: [
			'who chaired chairs chair chairman chairmanship presidency president head holds held led leads',
			'rotation terms',
		],
	},
	{
		path: recordKinds.themes.list,
		title: 'Themes',
		group: 'main',
		content: 'What the meetings talked about, by subject.',
		names: ['subjects', 'topics', 'discussed'],
	},
	{
		path: recordKinds.milestones.list,
		title: 'Timeline',
		group: 'main',
		content: 'Everything that the record dates, in order of date.',
		names: ['history', 'chronology', 'milestones', 'dates', 'events', 'founded', 'year by year'],
	},
	{
		path: '/network/',
		title: 'The network',
		group: 'record',
		content: 'What the network is, by its own account: how it came about, its aims and how it works.',
		names: ['aims', 'history', 'founded', 'how it works', 'rules of the network'],
	},
	{
		path: '/as-of/',
		title: 'The network on a day',
		group: 'record',
		content: 'Who belonged, who chaired and who sat on the Board on any date, and what had just changed.',
		names: ['as of', 'at the time', 'then', 'state on a day'],
	},
	{
		path: recordKinds.documents.list,
		title: 'Documents',
		group: 'record',
		content: 'Declarations, plans and roadmaps: when they were adopted, by whom, and where the text is.',
		names: ['declarations', 'texts'],
	},
	{
		path: recordKinds.projects.list,
		title: 'Projects',
		group: 'record',
		content: 'Projects that support the network, and who pays for them.',
		names: ['support', 'funding', 'funders', 'OSCE'],
	},
	{
		path: recordKinds.glossary.list,
		title: 'Glossary',
		group: 'record',
		content: 'Abbreviations and terms, with what they stand for.',
		names: ['abbreviations', 'acronyms', 'terms', 'stands for', 'mean'],
	},
	{
		path: recordKinds.sources.list,
		title: 'Sources',
		group: 'method',
		content: 'The sources that this record rests on, and what rests on each source.',
		names: ['references', 'bibliography', 'how we know', 'publications'],
	},
	{
		path: recordKinds.disputes.list,
		title: 'Where sources differ',
		group: 'method',
		content: `Sources differ on ${counted(network.entries.disputes.length, 'question')}: each with its versions, which one this site follows and why.`,
		names: ['disagreements', 'disputes', 'contradictions', 'differ'],
	},
	{
		path: '/gaps/',
		title: 'What we do not know',
		group: 'method',
		content: 'What no source found states, record by record: an invitation to help.',
		names: ['gaps', 'unknown', 'missing', 'not stated', 'open questions'],
	},
	{ path: '/search/', title: 'Search', group: 'site' },
	{
		path: '/print/',
		title: 'The whole record, for print',
		group: 'site',
		content: 'The whole record as one document, with its sources.',
		names: ['print', 'PDF', 'download', 'paper'],
	},
	{
		path: '/data/',
		title: 'Data',
		group: 'site',
		content:
			'The record as JSON, as tables for spreadsheets and as one archive, with examples, for other sites and for research.',
		names: ['open data JSON API CSV Excel spreadsheet dataset', 'download embed developers'],
	},
	{
		path: '/about/',
		title: 'About and accessibility',
		group: 'site',
		content: `${network.site.description} The rules of the record, its accessibility and your privacy.`,
		names: ['cite citation publishes publisher', 'privacy licence contact imprint cookies rules'],
	},
	{
		path: '/contribute/',
		title: 'How to contribute',
		group: 'site',
		content:
			'How to add a meeting and change a record in a form that checks while you write, or tell of a mistake or a source.',
		names: ['contribute report mistake error', 'add edit correct', 'editors help guide fields template'],
	},
]);

/** Returns the page at a path, unless it is the front page or the page of a record. */
export const sitePageAt = (network: Network, path: string): SitePage | undefined =>
	sitePages(network).find((page) => page.path !== '/' && page.path === path);
