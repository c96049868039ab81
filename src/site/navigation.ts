import { kindOf, recordKinds } from '../schema/index.ts';
import { kinds } from '../schema/kinds.ts';
import { english } from '../schema/language.ts';
import { capitalized, counted } from '../schema/words.ts';
import type { Network } from '../network/network.ts';
import { memoize } from '../records/memoize.ts';
import { stateInWords, stateNow } from '../network/state.ts';
import { canReachEditors } from './repository.ts';

/** A page that is not about a single record. */
export interface SitePage {
	path: string;
	title: string;
	/** The page's group in the footer. The main pages in the top menu have no group. */
	group?: 'main' | 'record' | 'method' | 'site';
	/** The title in the search index, if it differs from the page title. */
	called?: string;
	/** The summary for search results and search engines. Only the search page has none. */
	content?: string;
	/** Additional search terms for the page. */
	names?: string[];
}

const describedPages = (network: Network): readonly SitePage[] => [
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
		content: 'All meetings of the network and its Executive Board, with dates, places and hosts.',
		names: ['conferences', 'annual', 'agenda', 'hosts', 'hosted'],
	},
	{
		path: recordKinds.members.list,
		title: 'Members',
		group: 'main',
		content: `${capitalized(stateInWords(network, stateNow(network)).members)}, with their dates of joining and their offices.`,
		names: ['member countries states', 'which countries belong', 'joined prosecution offices founders'],
	},
	{
		path: recordKinds.board.list,
		title: 'Executive Board',
		group: 'main',
		content: `The rule for the Board, its members over the years and its meetings. ${network.account.boardRule.text}`,
		names: ['who sits on the board', 'members', 'rotation', 'composition', 'management'],
	},
	{
		path: recordKinds.secretariat.list,
		title: 'Secretariat',
		group: 'main',
		called: 'Secretariat, chair of the Secretariat',
		content: 'All chairs of the Secretariat, with the start and the end of each term.',
		names: [
			'who chaired chairs chair chairman chairmanship presidency president head holds held led leads',
			'rotation terms',
		],
	},
	{
		path: recordKinds.themes.list,
		title: 'Themes',
		group: 'main',
		content: 'The subjects of the meetings.',
		names: ['subjects', 'topics', 'discussed'],
	},
	{
		path: recordKinds.milestones.list,
		title: 'Timeline',
		group: 'main',
		content: 'All dated events, in order of date.',
		names: ['history', 'chronology', 'milestones', 'dates', 'events', 'founded', 'year by year'],
	},
	{
		path: '/network/',
		title: 'The network',
		group: 'record',
		content: 'How the network describes its history, its aims and its work.',
		names: ['aims', 'history', 'founded', 'how it works', 'rules of the network'],
	},
	{
		path: '/picture/',
		title: 'The picture as a table',
		group: 'record',
		content: 'Who joined when, where the network met, who took part and who was in the chair, in one table.',
		names: ['took part attended participants attendance', 'overview'],
	},
	{
		path: '/as-of/',
		title: 'The network on a day',
		group: 'record',
		content: 'Members, chair and Board on any date, and the latest changes.',
		names: ['as of', 'at the time', 'then', 'state on a day'],
	},
	{
		path: recordKinds.documents.list,
		title: 'Documents',
		group: 'record',
		content: 'Declarations, plans and roadmaps, with dates, signatories and links to the texts.',
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
		content: 'Abbreviations and terms, with their meanings.',
		names: ['abbreviations', 'acronyms', 'terms', 'stands for', 'mean'],
	},
	{
		path: recordKinds.sources.list,
		title: 'Sources',
		group: 'method',
		content: 'All sources of this record, with the records based on each of them.',
		names: ['references', 'bibliography', 'how we know', 'publications'],
	},
	{
		path: recordKinds.disputes.list,
		title: 'Where sources differ',
		group: 'method',
		content: `Sources disagree on ${counted(network.entries.disputes.length, 'question')}: all versions, which one this site follows, if any, and why.`,
		names: ['disagreements', 'disputes', 'contradictions', 'differ'],
	},
	{
		path: '/gaps/',
		title: 'What we do not know',
		group: 'method',
		content: `Facts without any known source, record by record.${canReachEditors(network.site) ? ' You can help to find them.' : ''}`,
		names: ['gaps', 'unknown', 'missing', 'not stated', 'open questions'],
	},
	{
		path: recordKinds.languages.list,
		title: english.page.title,
		content:
			'Members, meetings, chair and Board on one page, in English and in the languages of the members.',
		names: ['languages', 'translations'],
	},
	{
		path: '/changes/',
		title: 'Changes',
		group: 'method',
		content: 'What changed in the record, day by day and edition by edition.',
		names: [
			'history of changes',
			'editions versions',
			'what is new',
			'latest recent corrections',
			'feed RSS Atom',
		],
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
			'The record as JSON, as spreadsheet tables and as one archive, with examples, for other sites and for research.',
		names: ['open data JSON API CSV Excel spreadsheet dataset', 'download embed developers'],
	},
	{
		path: '/about/',
		title: 'About and accessibility',
		group: 'site',
		content: `${network.site.description} Our rules, the accessibility of the site and your privacy.`,
		names: ['cite citation publishes publisher', 'privacy licence contact imprint cookies rules'],
	},
	{
		path: '/contribute/',
		title: 'Add or change a record',
		group: 'site',
		content: `Add, change or withdraw a record in a form that checks as you type${canReachEditors(network.site) ? ', or report a mistake or a source' : ''}.`,
		names: ['contribute report mistake error', 'add edit correct withdraw delete'],
	},
	{
		path: '/contribute/guide/',
		title: 'How to contribute',
		group: 'site',
		content: 'The guide for everyone who adds or changes records: sources, wording, gaps and disagreements.',
		names: ['contribute', 'editors help guide fields template'],
	},
];

/** Returns all pages that are not about a single record, in the order of the menus. */
export const sitePages = memoize((network: Network): readonly SitePage[] => {
	const pages = describedPages(network);
	const described = new Set(pages.map(({ path }) => path));
	const others = kinds.map(kindOf).filter(({ list }) => !described.has(list));
	return [
		...pages,
		...others.map(({ list, one, many, description }): SitePage => ({
			path: list,
			title: many,
			group: 'record',
			content: description,
			names: [one, many],
		})),
	];
});

/** Returns the page with the given path, unless it is the front page or a record's page. */
export const sitePageAt = (network: Network, path: string): SitePage | undefined =>
	sitePages(network).find((page) => page.path !== '/' && page.path === path);
