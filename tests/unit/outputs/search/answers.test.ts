import { describe, expect, test } from 'vitest';
import { answering } from '../../../../src/components/search/answering.ts';
import { daysIn } from '../../../../src/components/search/days.ts';
import { understanding } from '../../../../src/components/search/meant.ts';
import { searchRecords } from '../../../../src/outputs/search/records.ts';
import { searchWordsOf } from '../../../../src/outputs/search/words.ts';
import { type Changes, networkOf } from '../../network/content.ts';

const content: Changes = {
	members: {
		greece: { name: 'Greece', code: 'GR', joined: { date: '2016-05', how: 'Signed.' } },
		'north-macedonia': {
			name: 'North Macedonia',
			code: 'MK',
			joined: { date: '2016-05', how: 'Signed.' },
		},
		austria: {
			name: 'Austria',
			code: 'AT',
			joined: { date: '2019-06-05', how: 'Signed.' },
		},
	},
	offices: { office: { name: 'Office for Organized Crime' } },
	meetings: {
		'first-meeting': {
			number: 1,
			title: 'First meeting',
			dates: '2018-06-28/2018-06-30',
			place: { city: 'Skopje', country: 'north-macedonia' },
		},
		'second-meeting': { number: 2, title: 'Second meeting', dates: '2021-04-27', mode: 'online' },
		'board-meeting': {
			number: 1,
			title: 'First meeting of the Board',
			dates: '2021-05-03',
			body: 'executive-board',
		},
	},
	secretariat: {
		greek: { country: 'greece', from: '2017-10-13', until: '2021-10-13' },
		austrian: { country: 'austria', from: '2021-10-13', until: '2025-10-13' },
	},
	glossary: {
		dna: { term: 'DNA (Italy)', expansion: 'Anti-Mafia Directorate', meaning: 'An office of prosecutors.' },
		board: { term: 'Executive Board', meaning: 'It prepares the meetings.' },
	},
};

/** Returns a function that answers queries. */
function answersOn(today: string, changes: Changes = content) {
	const network = networkOf(changes, today);
	const words = searchWordsOf(network, searchRecords(network));
	const [termsOf, answersTo] = [understanding(words), answering(words)];
	return (query: string) => {
		const { days, isRange, rest } = daysIn(query);
		return answersTo(termsOf(rest), days, isRange).answers.map(({ text, url }) => [text, url]);
	};
}

const ask = answersOn('2022-06-15');

test('the number of participants of a meeting', () => {
	const askAbout = answersOn('2022-06-15', {
		...content,
		meetings: {
			...content.meetings,
			'first-meeting': { ...content.meetings?.['first-meeting'], participants: { count: '25 prosecutors' } },
		},
	});
	const answer = ['First meeting: 25 prosecutors took part.', '/meetings/first-meeting/'];
	expect(askAbout('how many prosecutors took part in the first meeting')).toEqual([answer]);
	for (const query of [
		'number of participants in Skopje',
		'how many people took part in the first meeting',
		'how many people attended the first meeting',
	])
		expect(askAbout(query), query).toEqual([answer]);
});

test('how readers may use the record', () => {
	const licence = { name: 'CC BY', identifier: 'CC-BY-4.0', url: 'https://example.org/' };
	expect(answersOn('2022-06-15', { ...content, site: { licence } })('can I reuse the data')).toEqual([
		[
			'You may use our texts under CC BY. Please credit this site by name and address. Quotes belong to their publishers.',
			'/about/',
		],
	]);
});

test('who pays for a project', () => {
	const askAbout = answersOn('2022-06-15', {
		...content,
		projects: {
			one: {
				title: 'Joint teams',
				funders: [{ text: 'Italy (EUR 100,000), the main contributor' }, { text: 'United States' }],
			},
			two: { title: 'Ports', funders: [{ text: 'Austria' }] },
		},
	});
	const answer = [
		'Joint teams. Funded by: Italy (EUR 100,000), the main contributor; United States.',
		'/projects/#one',
	];
	for (const query of [
		'how much money did Italy give',
		'what did Italy pay for',
		'funding by the United States',
	])
		expect(askAbout(query), query).toEqual([answer]);
});

describe('a question about the rules of the network', () => {
	const askAbout = answersOn('2022-06-15', {
		...content,
		network: {
			summary: 'The network says that it connects 14 offices.',
			workings: [
				{ title: 'Meetings', text: 'The network meets once a year. The Board chooses the topics.' },
				{ title: 'Board', text: 'At its yearly meetings, the Board exchanges information.' },
				{ title: 'Secretariat', text: 'The first chair has a term of four years.' },
			],
			boardRule: { text: 'The Board has four members.', size: 4 },
		},
	});

	test.each([
		[
			'how often does the board meet',
			'Board. At its yearly meetings, the Board exchanges information.',
			'/network/',
		],
		[
			'how long is the term of the chair',
			'Secretariat. The first chair has a term of four years.',
			'/network/',
		],
		['who was the first chair', 'Secretariat. The first chair has a term of four years.', '/network/'],
		[
			'what does the board do',
			'Board. At its yearly meetings, the Board exchanges information.',
			'/network/',
		],
		['how many seats does the board have', 'The Board has four members.', '/board/'],
		['seat of a board member', 'The Board has four members.', '/board/'],
		['how does a country get a seat on the board', 'The Board has four members.', '/board/'],
		['how many offices belong to the network', 'The network says that it connects 14 offices.', '/network/'],
		['number of prosecution offices', 'The network says that it connects 14 offices.', '/network/'],
	])('%s', (query, text, url) => {
		expect(askAbout(query)).toEqual([[text, url]]);
	});
});

test('whether this site is official', () => {
	for (const query of [
		'is this the official site',
		'official website',
		'is this site independent of the network?',
	])
		expect(ask(query)).toEqual([
			[expect.stringContaining('It is independent of the The Network') as string, '/about/'],
		]);
});

const textsOf = (query: string): string[] => ask(query).map(([text = '']) => text);

describe('a question about today is answered in the words of the page', () => {
	test.each([
		['who chairs now', /Austria, .+ since 13 October 2021/, '/secretariat/'],
		['Who is the president of the network?', /Austria/, '/secretariat/'],
		['current chair', /Austria/, '/secretariat/'],
		['who is in charge of the secretariat today', /Austria/, '/secretariat/'],
		['how many meetings were held online', /once online/, '/meetings/'],
		['was Greece ever on the board', /^We found no source/, '/board/'],
		['I want to correct a date on this site', /^Every change is a proposal/, '/contribute/'],
		['how can I add a meeting', /^Every change is a proposal/, '/contribute/'],
		['who chiars now', /Austria/, '/secretariat/'],
		['how old is the network', /^The network was founded /, '/as-of/'],
		['how many members', /^The network has 3 members.+ Austria on 5 June 2019\.$/, '/members/'],
		['number of member states', /^The network has 3 members/, '/members/'],
		[
			'how many meetings',
			/^The network has met twice since .+; one meeting of its Executive Board/,
			'/meetings/',
		],
		['next meeting', /^Next meeting: no announcement found\.$/, '/'],
		['when is the next conference?', /^Next meeting: no announcement found\.$/, '/'],
		['agenda of the last meeting', /^Second meeting, online, 27 April 2021\.$/, '/meetings/second-meeting/'],
		['latest meeting', /^Second meeting, online, 27 April 2021\.$/, '/meetings/second-meeting/'],
		['who is on the board', /^We found no source that names the members of the Board\./, '/board/'],
		['executive board members', /^We found no source/, '/board/'],
	])('%s', (query, text, url) => {
		expect(ask(query)).toEqual([[expect.stringMatching(text), url]]);
	});

	test.each([
		[{}, 'This copy of the site does not name a publisher.'],
		[{ publisher: 'Archive' }, 'Published by Archive.'],
		[{ contact: 'https://example.org/contact' }, 'Contact the editors: example.org.'],
		[
			{ contact: 'https://example.org/contact', repository: 'https://github.com/example/record' },
			'Contact the editors: example.org, or open an issue.',
		],
	])('how to report a mistake, with %j', (site, text) => {
		const askThere = answersOn('2022-06-15', { ...content, site });
		for (const query of ['report a mistake', 'I found an error', 'contact', 'contact the editors'])
			expect(askThere(query)).toEqual([[text, '/about/']]);
	});

	test('the next meeting is known once it is announced', () => {
		expect(answersOn('2021-01-01')('next meeting')).toEqual([
			['Next meeting: Second meeting, online, 27 April 2021.', '/'],
		]);
	});
});

describe('a date selects the period', () => {
	test.each([
		['who chaired in 2018', ['Greece']],
		['who chaired on 1 June 2018', ['Greece']],
		['chair 2020', ['Greece']],
		['chairmanship, June 1, 2018', ['Greece']],
		['chair 1.6.2018', ['Greece']],
		['president in Dec 2021', ['Austria']],
		['who chaired in 2021', ['Greece', 'Austria']],
		['who chaired between 2018 and 2022', ['Greece', 'Austria']],
	])('%s: %j', (query, names) => {
		expect(textsOf(query)).toEqual(names.map((name) => expect.stringContaining(name) as string));
	});

	test.each([
		['how many members in 2018', ['2 members']],
		['members on 6 June 2019', ['3 members']],
		['members 2019', ['2 members', '3 members']],
	])('%s: %j', (query, counts) => {
		expect(textsOf(query)).toEqual(counts.map((count) => expect.stringContaining(count) as string));
	});

	test.each(['who chaired in 2015', 'members on 1 April 2016'])('%s: before the network existed', (query) => {
		expect(ask(query)).toEqual([
			[expect.stringMatching(/^The network was founded .+ Before that/), '/as-of/'],
		]);
	});

	test('who chairs in 2031: in the future', () => {
		expect(ask('who chairs in 2031')).toEqual([[expect.stringMatching(/^The record ends on/), '/as-of/']]);
	});

	test.each([
		['what changed between 2018 and 2022', ['2 members', '3 members']],
		['difference between 1 June 2018 and 6 June 2019', ['2 members', '3 members']],
		['2018 vs 2022', ['2 members', '3 members']],
		['June 2018 to January 2023', ['2 members', '3 members']],
		['2018-06-01 to 2023-01-01', ['2 members', '3 members']],
		['between June 2018 and January 2023', ['2 members', '3 members']],
	])('%s: %j, with a link to each day', (query, counts) => {
		expect(textsOf(query)).toEqual(counts.map((count) => expect.stringContaining(count) as string));
		expect(new Set(ask(query).map(([, url]) => url)).size).toBe(counts.length);
	});

	test.each(['what changed', 'what changed since 2018'])('%s: no answer', (query) => {
		expect(ask(query)).toEqual([]);
	});

	test('the answer leads to the page of the day', () => {
		expect(ask('who chaired in 2019')[0]).toEqual([
			'Greece chaired the Secretariat.',
			expect.stringMatching(/^\/as-of\/2018-06-\d\d\/$/),
		]);
	});
});

describe('a name selects the record', () => {
	test.each([
		['when did Greece join', ['/members/greece/']],
		['When did Ελλάδα become a member?', ['/members/greece/']],
		['is North Macedonia a member', ['/members/north-macedonia/']],
		['oesterreich joined', ['/members/austria/']],
		['when did Greece chair', ['/secretariat/#greek']],
		['where was the first meeting', ['/meetings/first-meeting/']],
		['1st meeting', ['/meetings/first-meeting/']],
		['meeting in Skopje', ['/meetings/first-meeting/']],
		['when did the network meet in North Macedonia', ['/meetings/first-meeting/']],
		['meetings in 2021', ['/meetings/second-meeting/', '/meetings/board-meeting/']],
		['online meeting', ['/meetings/second-meeting/']],
		['what happened in April 2021', ['/meetings/second-meeting/']],
		['what happened in Skopje', ['/meetings/first-meeting/']],
		['how many times did they meet in Skopje', ['/meetings/first-meeting/']],
		['what is DNA short for', ['/glossary/#dna']],
		['first board meeting', ['/meetings/board-meeting/']],
		['what does DNA mean', ['/glossary/#dna']],
		['DNA', ['/glossary/#dna']],
		['Anti-Mafia Directorate', ['/glossary/#dna']],
	])('%s: %j', (query, urls) => {
		expect(ask(query).map(([, url]) => url)).toEqual(urls);
	});

	test.each([
		['when did Greece join', 'Greece has been a member since May 2016.'],
		['first meeting', 'First meeting, Skopje, North Macedonia, 28–30 June 2018.'],
		['DNA', 'DNA (Italy): Anti-Mafia Directorate. An office of prosecutors.'],
		['who hosted the first meeting', 'First meeting. Host: North Macedonia (derived from the place).'],
		['meetings hosted by North Macedonia', 'First meeting. Host: North Macedonia (derived from the place).'],
	])('%s: “%s”', (query, text) => {
		expect(textsOf(query)).toEqual([text]);
	});
});

test('an answer says that a host is derived from the place', () => {
	expect(textsOf('which meetings did North Macedonia attend')).toEqual([
		'No source says which meetings North Macedonia attended. North Macedonia hosted the first meeting (derived from the place).',
	]);
});

test('an answer says that sources differ on who attended a meeting that a country may have missed', () => {
	const attended = answersOn('2022-06-15', {
		...content,
		meetings: {
			third: { number: 3, title: 'Third meeting', dates: '2021-05', participants: { countries: ['greece'] } },
		},
		disputes: {
			third: {
				question: 'Who attended the third meeting?',
				about: [{ record: 'meetings/third', field: 'participants' }],
			},
		},
	});
	expect(attended('which meetings did Austria attend')[0]?.[0]).toBe(
		'No source says which meetings Austria attended. Sources differ: Who attended the third meeting?',
	);
	expect(attended('which meetings did Greece attend')[0]?.[0]).toBe(
		'Sources say that Greece took part in the third meeting.',
	);
});

test('the most frequent theme is counted by meetings', () => {
	const agenda = [{ id: 'ports', title: 'Ports', wording: 'published' as const, themes: ['ports'] }];
	const withThemes = answersOn('2022-06-15', {
		themes: { ports: { name: 'Ports' }, arms: { name: 'Arms' } },
		meetings: {
			one: { number: 1, dates: '2018-06', agenda },
			two: { number: 2, dates: '2019-06', agenda },
			three: {
				number: 3,
				dates: '2020-06',
				agenda: [{ id: 'arms', title: 'Arms', wording: 'published', themes: ['arms'] }],
			},
		},
	});
	for (const query of ['most frequent theme', 'which topic was discussed most often', 'most common themes'])
		expect(withThemes(query), query).toEqual([
			['Ports came up most often, at 2 meetings (derived).', '/themes/'],
		]);
});

test('an answer says that sources differ', () => {
	const disputed = answersOn('2022-06-15', {
		...content,
		disputes: {
			joining: { question: 'When did Greece join?', about: [{ record: 'members/greece', field: 'joined' }] },
		},
	});
	expect(disputed('Greece joined')).toEqual([
		['Greece has been a member since May 2016. Sources differ: When did Greece join?', '/members/greece/'],
	]);
	expect(disputed('how many members')[0]?.[0]).toMatch(/\. Sources differ: When did Greece join\?$/);
});

describe('a query about something else has no answer', () => {
	test.each([
		'',
		'2018',
		'Greece',
		'meeting',
		'chair of Greece and the firearms',
		'who chaired the working group',
		'Italy joined',
		'third meeting',
		'board of directors',
		'members of the mafia',
		'wrong date of the meeting',
		'next steps',
		'mean',
	])('%j', (query) => {
		expect(ask(query)).toEqual([]);
	});
});

describe('dates in queries', () => {
	test.each([
		['chair 1 June 2018', '2018-06-01', '2018-06-01'],
		['chair 1st of June 2018', '2018-06-01', '2018-06-01'],
		['chair June 1st, 2018', '2018-06-01', '2018-06-01'],
		['chair 1.6.2018', '2018-06-01', '2018-06-01'],
		['chair 01/06/2018', '2018-06-01', '2018-06-01'],
		['chair 2018-06-01', '2018-06-01', '2018-06-01'],
		['chair Feb 2020', '2020-02-01', '2020-02-29'],
		['chair in 2018', '2018-01-01', '2018-12-31'],
		['chair 2018-2020', '2018-01-01', '2020-12-31'],
		['chair from May 2018 to 2020', '2018-05-01', '2020-12-31'],
	])('%s: %s to %s', (query, earliest, latest) => {
		expect(daysIn(query)).toMatchObject({ days: { earliest, latest } });
		expect(daysIn(query).rest).toMatch(/^chair(?: in| from| to|[- ])*$/);
	});

	test.each(['chair', 'room 12345', '20 May', '1789'])('%s: none', (query) => {
		expect(daysIn(query)).toMatchObject({ days: undefined, rest: query });
	});

	test.each(['who chaired on 31 June 2018', 'who chaired on 30.2.2018', 'who chaired on 4 fish 2018'])(
		'%s: no answer for a day that does not exist',
		(query) => {
			expect(ask(query)).toEqual([]);
		},
	);
});
