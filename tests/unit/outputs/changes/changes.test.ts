import { describe, expect, test } from 'vitest';
import { changesBetween, type State, type StateFile } from '../../../../src/outputs/changes/changes.ts';
import { kinds } from '../../../../src/schema/kinds.ts';
import { contentOf, type Changes } from '../../network/content.ts';

const countries: Changes['members'] = { bulgaria: { name: 'Bulgaria' }, greece: { name: 'Greece' } };

function state(changes: Changes, texts: Readonly<Record<string, string>> = {}): State {
	const { site, network, addresses, records } = contentOf({
		...changes,
		members: { ...countries, ...changes.members },
	});
	return new Map<string, StateFile>([
		['site', { data: site }],
		['network', { data: network }],
		...(addresses ? [['addresses', { data: addresses }] as const] : []),
		...kinds.flatMap((kind) => records[kind].map(({ id, data }) => [`${kind}/${id}`, { data }] as const)),
		...Object.entries(texts).map(([address, text]) => [address, { text }] as const),
	]);
}

const sentences = (before: Changes, after: Changes): string[] => changesBetween(state(before), state(after));

type Parts<K extends 'meetings' | 'disputes'> = NonNullable<Changes[K]>[string];

const meeting = (parts: Parts<'meetings'>): Changes => ({
	meetings: { ninth: { title: 'Ninth meeting', ...parts } },
});

const item = (id: string, title: string) => ({ id, title, wording: 'published' as const, themes: [] });

const dispute = (parts: Parts<'disputes'>) => ({
	question: 'When?',
	versions: [
		{ id: 'first', claim: 'In May.', sources: ['one'] },
		{ id: 'second', claim: 'In June.', sources: ['one'] },
	],
	why: 'The report says so.',
	...parts,
});

describe('a record', () => {
	test.each([
		[
			{ meetings: { twelfth: { title: 'Twelfth meeting', dates: '2026-06-03/2026-06-04' } } },
			'Adds the meeting “Twelfth meeting” (3–4 June 2026).',
		],
		[
			{
				meetings: {
					twelfth: {
						title: 'Twelfth meeting',
						dates: '2026-06-03/2026-06-04',
						place: { city: 'Athens', country: 'greece' },
						host: { country: 'greece' },
						agenda: [{ id: 'a', title: 'Money', wording: 'published', themes: [] }],
					},
				},
			},
			'Adds the meeting “Twelfth meeting” (3–4 June 2026, Athens, Greece, host: Greece). Agenda: “Money”.',
		],
		[
			{
				meetings: {
					twelfth: {
						title: 'Twelfth meeting',
						dates: '2026-06-03',
						agenda: [item('a', 'Money'), item('b', 'The “fish” plan')],
						participants: {
							count: '45 prosecutors',
							countries: ['greece', 'bulgaria'],
							otherCountries: ['DE'],
						},
					},
				},
			},
			'Adds the meeting “Twelfth meeting” (3 June 2026). Agenda: “Money” and “The ‘fish’ plan”; participants: “45 prosecutors” and 3 countries (Greece, Bulgaria and Germany).',
		],
		[
			{ offices: { office: { name: 'Harbour Office', country: 'greece' } } },
			'Adds the office “Harbour Office” (Greece). Membership: stated; note on the membership: “Named as a member.”',
		],
		[
			{ members: { malta: { name: 'Malta', joined: { date: '2026-03-10', how: 'Signed it.', order: 9 } } } },
			'Adds the member “Malta” (10 March 2026). Act: “Signed it.”',
		],
		[
			{
				glossary: {
					fiu: { term: 'FIU', expansion: 'Financial Intelligence Unit', meaning: 'It reads reports.' },
				},
			},
			'Adds the glossary entry “FIU”. Expansion: “Financial Intelligence Unit”; meaning: “It reads reports.”',
		],
		[
			{
				meetings: { ninth: { title: 'Ninth meeting' } },
				documents: { plan: { title: 'Port Plan', type: 'plan', date: '2026-03', meeting: 'ninth' } },
			},
			'Adds the document “Port Plan” (March 2026). Type: plan; meeting: “Ninth meeting”.',
		],
		[
			{
				meetings: { ninth: { title: 'Ninth meeting' } },
				disputes: { when: dispute({ about: [{ record: 'meetings/ninth', field: 'dates' }] }) },
			},
			'Adds the disagreement “When?” (“In May” or “In June”). About: “Ninth meeting”, dates. It follows no version, for this reason: “The report says so.”',
		],
		[{ themes: { fish: { name: 'Fish' } } }, 'Adds the theme “Fish”.'],
		[
			{
				offices: { harbour: { name: 'Harbour Office' } },
				secretariat: {
					next: {
						country: 'greece',
						office: 'harbour',
						from: '2026-01',
						began: { how: 'Elected at the meeting.' },
					},
				},
			},
			'Adds the Secretariat term “Greece, January 2026 – end not stated” (Harbour Office). Start of term: “Elected at the meeting.”',
		],
		[
			{ disputes: { when: dispute({ follows: 'first' }) } },
			'Adds the disagreement “When?” (“In May” or “In June”). About: “Greece”. It follows “In May”, for this reason: “The report says so.”',
		],
		[
			{ disputes: { when: dispute({}) } },
			'Adds the disagreement “When?” (“In May” or “In June”). About: “Greece”. It follows no version, for this reason: “The report says so.”',
		],
	] satisfies [Changes, string][])(
		'that is new has a sentence with its title and date: %#',
		(after, sentence) => {
			expect(sentences({}, after).at(-1)).toBe(sentence);
		},
	);

	test('that was removed has a warning about its address, unless the removal is complete', () => {
		const before: Changes = {
			themes: { fish: { name: 'Fish' }, nets: { name: 'Nets' } },
			addresses: { published: ['/themes/fish/'] },
		};
		const nets = { themes: { nets: { name: 'Nets' } } };
		expect(sentences(before, { ...nets, addresses: { published: ['/themes/fish/'] } })).toEqual([
			'Removes the theme “Fish”. Its address /themes/fish/ stops working, because it is neither redirected nor withdrawn.',
		]);
		const withdrawn = { address: '/themes/fish/', withdrawn: 'Nobody spoke of fish.' };
		expect(sentences(before, { ...nets, addresses: { published: [withdrawn] } })).toEqual([
			'Withdraws the theme “Fish”: “Nobody spoke of fish.”',
		]);
		const replaced = { ...withdrawn, instead: 'themes/nets' };
		expect(sentences(before, { ...nets, addresses: { published: [replaced] } })).toEqual([
			'Withdraws the theme “Fish”: “Nobody spoke of fish.” Readers find “Nets” instead.',
		]);
		const redirected = { themes: { nets: { name: 'Nets', aliases: ['fish'] } } };
		expect(sentences(before, { ...redirected, addresses: { published: ['/themes/fish/'] } })).toContain(
			'Removes the theme “Fish”.',
		);
		expect(sentences({ themes: { fish: { name: 'Fish' } } }, {})).toEqual(['Removes the theme “Fish”.']);
	});

	test('that has a new name is called by both names', () => {
		expect(sentences({ themes: { fish: { name: 'Fish' } } }, { themes: { fish: { name: 'Nets' } } })).toEqual(
			['Renames the theme “Fish” to “Nets”.'],
		);
	});

	test('that has a new id has one sentence, without changes of references', () => {
		const before: Changes = {
			themes: { money: { name: 'Money' } },
			...meeting({ agenda: [{ ...item('a', 'Money'), themes: ['money'] }] }),
		};
		const after: Changes = {
			themes: { finance: { name: 'Money', aliases: ['money'] } },
			...meeting({ agenda: [{ ...item('a', 'Money'), themes: ['finance'] }] }),
		};
		expect(sentences(before, after)).toEqual([
			'Changes the address of the theme “Money” from /themes/money/ to /themes/finance/. The old address redirects to it.',
		]);
	});
});

describe('published addresses', () => {
	const published = (...entries: NonNullable<Changes['addresses']>['published']): Changes => ({
		addresses: { published: entries },
	});

	test('have a sentence if one is withdrawn or removed', () => {
		const before = published('/themes/fish/', '/themes/ships/', '/themes/nets/');
		const withdrawn = { address: '/themes/fish/', withdrawn: 'Nobody spoke of fish.' };
		expect(sentences(before, published(withdrawn, '/themes/ships/'))).toEqual([
			'Withdraws the address /themes/fish/: “Nobody spoke of fish.”',
			'Removes /themes/nets/ from the list of published addresses, which no longer protects it.',
		]);
	});

	test('have no sentence if some are added', () => {
		expect(sentences({}, published('/themes/fish/'))).toEqual([]);
		expect(sentences(published('/themes/fish/'), published('/themes/fish/', '/themes/nets/'))).toEqual([]);
	});
});

describe('a field', () => {
	const description = (text: string): Changes => ({ themes: { nets: { name: 'Nets', description: text } } });

	test.each([
		[
			'a date',
			{ members: { greece: { name: 'Greece', joined: { date: '2019-06', how: 'Signed.' } } } },
			{ members: { greece: { name: 'Greece', joined: { date: '2019-06-04', how: 'Signed.' } } } },
			'Changes the date of the joining of the member “Greece” from June 2019 to 4 June 2019.',
		],
		[
			'a sentence, without a second full stop',
			description('It began.'),
			description('It ended.'),
			'Changes the description of the theme “Nets” from “It began.” to “It ended.”',
		],
		[
			'a reference to a missing record',
			meeting({ partOf: 'gone' }),
			meeting({ partOf: 'ninth' }),
			'Changes the larger meeting of the meeting “Ninth meeting” from “gone” to “Ninth meeting”.',
		],
		[
			'a date in another form',
			meeting({ dates: '2022-05' }),
			meeting({ dates: '2022-05/2022-05' }),
			'Changes the dates of the meeting “Ninth meeting” from “2022-05” to “2022-05/2022-05”.',
		],
		[
			'invisible changes',
			description('One line.\nAnother.'),
			description('One line. Another.'),
			'Changes only spaces, line breaks or the end of a long word in the description of the theme “Nets”.',
		],
	] satisfies [string, Changes, Changes, string][])(
		'that changed has a sentence with both values: %s',
		(_, before, after, sentence) => {
			expect(sentences(before, after)).toEqual([sentence]);
		},
	);

	test('that is long shows only the difference', () => {
		const words = (last: string) =>
			`Countering terrorism and the challenges that foreign fighters pose: processing and prosecution of ${last} by the offices of the network in the years since.`;
		expect(sentences(description(words('one')), description(words('all')))).toEqual([
			'Changes the description of the theme “Nets” from “… and prosecution of one by the offices …” to “… and prosecution of all by the offices …”',
		]);
	});

	test('and another one share a sentence if both were added or removed', () => {
		const term = (ending: object): Changes => ({
			secretariat: { term: { country: 'bulgaria', from: '2021-12', ...ending } },
		});
		const ended = { until: '2026-03', ended: { how: 'The office was closed.' } };
		expect(sentences(term({}), term(ended))).toEqual([
			'Adds the end date (March 2026) and the end of term (“The office was closed.”) to the Secretariat term “Bulgaria, December 2021 – March 2026”.',
		]);
		expect(sentences(term(ended), term({}))).toEqual([
			'Removes the end date (March 2026) and the end of term (“The office was closed.”) from the Secretariat term “Bulgaria, December 2021 – end not stated”.',
		]);
	});

	test('that is a mark shows no value', () => {
		const office = (mark: { nameIsOurTranslation?: true }): Changes => ({
			offices: { office: { name: 'Office', ...mark } },
		});
		expect(sentences(office({}), office({ nameIsOurTranslation: true }))).toEqual([
			'Adds the mark “our translation” to the office “Office”.',
		]);
	});
});

describe('a list', () => {
	const agenda = (...items: ReturnType<typeof item>[]) => meeting({ agenda: items });
	const [money, firearms] = [item('a', 'Money'), item('b', 'Firearms')];

	test('has sentences about added and removed entries', () => {
		const resting = (...sources: string[]): Changes => ({
			members: { greece: { name: 'Greece', sources } },
			sources: { one: { title: 'One' }, two: { title: 'Two' }, three: { title: 'Three' } },
		});
		expect(sentences(resting('one', 'two'), resting('two', 'three'))).toEqual([
			'Removes “The network, undated: One” from the sources of the member “Greece”.',
			'Adds “The network, undated: Three” to the sources of the member “Greece”.',
		]);
		expect(sentences(agenda(money), agenda(money, firearms, item('c', 'Fraud')))).toEqual([
			'Adds “Firearms” and “Fraud” to the agenda of the meeting “Ninth meeting”.',
		]);
	});

	test('names the sources of new entries', () => {
		const sources: Changes = { sources: { one: { title: 'One “big” report' } } };
		const added = { ...firearms, sources: [{ id: 'one' }] };
		expect(sentences({ ...agenda(money), ...sources }, { ...agenda(money, added), ...sources })).toEqual([
			'Adds “Firearms” to the agenda of the meeting “Ninth meeting”, with “The network, undated: One ‘big’ report” as the source.',
		]);
	});

	test('of new sources shows their titles', () => {
		const called = (sources?: string[]): Changes => ({
			...meeting({ alsoCalled: [{ text: 'Ninth conference', ...(sources && { sources }) }] }),
			sources: { one: { title: 'One' } },
		});
		expect(sentences(called(), called(['one']))).toEqual([
			'Adds “The network, undated: One” to the sources of “Ninth conference” in the other names of the meeting “Ninth meeting”.',
		]);
	});

	test('of sources shows the fields that they support, and quotes', () => {
		const resting = (...sources: object[]): Changes => ({
			meetings: { ninth: { title: 'Ninth meeting', mode: 'online', sources: sources as never } },
			sources: { one: { title: 'One' }, two: { title: 'Two' } },
		});
		const [one, two] = [{ id: 'one' }, { id: 'two', states: ['dates', 'mode'] }];
		expect(sentences(resting(one), resting(one, two))).toEqual([
			'Removes “The network, undated: One” as a source for the dates and the mode of the meeting “Ninth meeting”.',
			'Adds “The network, undated: Two” as the source for the dates and the mode of the meeting “Ninth meeting”.',
		]);
		const three = { id: 'three', states: ['mode'] };
		expect(sentences(resting(one, two), resting(one, two, three))).toEqual([
			'Adds “three” as another source for the mode of the meeting “Ninth meeting”.',
		]);
		expect(sentences(resting(one, two), resting(one, { ...two, quote: 'in June' }))).toEqual([
			'Quotes “The network, undated: Two” for the dates and the mode of the meeting “Ninth meeting”: “in June”.',
		]);
		expect(sentences(resting({ ...one, quote: 'in June' }), resting(one))).toEqual([
			'Removes the quote from “The network, undated: One” for the meeting “Ninth meeting”.',
		]);
	});

	test('has a sentence about its order if the entries are the same', () => {
		expect(
			sentences(agenda(money, firearms), agenda(firearms, { ...money, wording: 'restated' as never })),
		).toEqual([
			'Changes the wording of “Money” in the agenda of the meeting “Ninth meeting” from “published” to “restated”.',
			'Changes the order of the agenda of the meeting “Ninth meeting”.',
		]);
	});

	test('names a renamed entry and the fate of its address', () => {
		expect(sentences(agenda(money), agenda({ ...money, id: 'money' }))).toEqual([
			'Renames “Money” in the agenda of the meeting “Ninth meeting”: “a” is now “money”, and its old address stops working.',
		]);
		const after = meeting({ agenda: [{ ...item('money', 'Laundering'), aliases: ['a'] }] });
		expect(sentences(agenda(money), after)).toEqual([
			'Renames “Money” in the agenda of the meeting “Ninth meeting”: “a” is now “money”, and its old address redirects to it.',
			'Changes the agenda of the meeting “Ninth meeting” from “Money” to “Laundering”.',
		]);
	});

	test('recognizes an entry without an id by its position', () => {
		const decisions = (...texts: string[]) => meeting({ decisions: texts.map((text) => ({ text })) });
		expect(sentences(decisions('It began.', 'It ended.'), decisions('It started.', 'It ended.'))).toEqual([
			'Changes the decisions of the meeting “Ninth meeting” from “It began.” to “It started.”',
		]);
	});
});

describe('an invalid file', () => {
	const readable = state({ themes: { fish: { name: 'Fish' } } });
	const unreadable = state({}, { 'themes/fish': 'nam: Fish\n' });

	test('is not compared by field, and is unchanged if its text is', () => {
		expect(changesBetween(unreadable, readable)).toEqual([
			'Cannot compare the theme “Fish”: its earlier version is not valid today.',
		]);
		expect(changesBetween(readable, unreadable)).toEqual([
			'Cannot compare the theme “Fish”: its new version has errors.',
		]);
		expect(changesBetween(unreadable, unreadable)).toEqual([]);
	});

	test('may be new', () => {
		expect(changesBetween(state({}), unreadable)).toEqual(['Adds “themes/fish”.']);
		expect(changesBetween(new Map(), state({}))).toContain('Adds the site.');
	});
});
