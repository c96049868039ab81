import jsonld, { type NodeObject } from 'jsonld';
import { expect, test } from 'vitest';
import type { Network } from '../../../../src/network/network.ts';
import { linkedDataText } from '../../../../src/outputs/data/linked-data.ts';
import { everythingIn } from '../../../../src/outputs/data/things.ts';
import { triplesOf } from '../../../../src/outputs/data/triples.ts';
import { contentOf, networkOf } from '../../network/content.ts';
import { hostile, hostileNetwork } from './hostile.ts';
import { content, network as small } from './small.ts';

const address = (path: string): string => `https://history.example.org${path}`;

const changes = {
	network: { website: 'https://example.org' },
	members: {
		greece: { name: 'Greece', joined: { date: '2016-05', how: 'Signed.' } },
		malta: { name: 'Malta', code: 'MT', joined: { date: '2017-03-04', how: 'Signed.' } },
	},
	offices: { office: { name: 'Piraeus Office' } },
	meetings: {
		first: {
			title: 'First meeting',
			dates: '2016-05-26/2016-05-27',
			place: { city: 'Athens', country: 'greece' },
			host: { country: 'greece' },
			mode: 'in-person',
			organizers: [{ text: 'A mission' }],
		},
		session: { title: 'Session', dates: '2016-05', partOf: 'first' },
	},
	secretariat: {
		greece: { from: '2017-10', until: '2021-10' },
		malta: { country: 'malta', from: '2021-12-06' },
	},
	board: {
		2019: {
			period: '2019/2020',
			members: [{ country: 'greece', seat: 'current-host' }, { country: 'malta' }],
		},
	},
} satisfies Parameters<typeof networkOf>[0];
const network = networkOf(changes);

/** Parses a page's linked data with a JSON-LD library. Returns the objects by type. */
async function thingsOn(of: Network, path: string, title?: string): Promise<Record<string, NodeObject[]>> {
	const document = JSON.parse(
		linkedDataText({ ...of, address }, { path, title }) ?? '{}',
	) as jsonld.JsonLdDocument;
	const things = await jsonld.compact(
		document,
		{ '@vocab': 'https://schema.org/' },
		{
			// Results in the same addresses as the real context of the vocabulary.
			documentLoader: (url) => {
				expect(url).toBe('https://schema.org');
				const context = { '@context': { '@vocab': 'https://schema.org/' } };
				return Promise.resolve({ document: context, documentUrl: url });
			},
			graph: true,
		},
	);
	return Object.groupBy(things['@graph'] as NodeObject[], (thing) => String(thing['@type'])) as Record<
		string,
		NodeObject[]
	>;
}

const rolesOn = async (path: string): Promise<object[]> => {
	const { Organization: [organization] = [] } = await thingsOn(network, path);
	expect(organization).toMatchObject({ '@id': address('/network/#network'), name: 'The Network' });
	return [organization?.member].flat().map((role) => {
		const { roleName, startDate, endDate, member } = role as Record<string, unknown>;
		return { roleName, startDate, endDate, member: (member as NodeObject)['@id'] };
	});
};

test('a member has a role since it joined, on its page and on the list', async () => {
	const [greece, malta] = [
		{ roleName: 'Member', startDate: '2016-05', endDate: undefined, member: address('/members/greece/') },
		{ roleName: 'Member', startDate: '2017-03-04', endDate: undefined, member: address('/members/malta/') },
	];
	expect(await rolesOn('/members/')).toEqual([greece, malta]);
	expect(await rolesOn('/members/malta/')).toEqual([malta]);
});

test('a list of Board members with a derived period is left out, because its dates are not those of a term', async () => {
	const derived = networkOf({
		...changes,
		board: { 2019: { ...changes.board[2019], periodNote: 'The source has no date.' } },
	});
	const { Organization } = await thingsOn(derived, '/board/');
	expect(Organization).toBeUndefined();
});

test('the chair and the seats of the Board have their dates', async () => {
	const chair = 'Chair of the Secretariat';
	expect(await rolesOn('/secretariat/')).toEqual([
		{ roleName: chair, startDate: '2017-10', endDate: '2021-10', member: address('/members/greece/') },
		{ roleName: chair, startDate: '2021-12-06', endDate: undefined, member: address('/members/malta/') },
	]);
	const [startDate, endDate] = ['2019', '2020'];
	expect(await rolesOn('/board/')).toEqual([
		{ roleName: 'Executive Board: Current host', startDate, endDate, member: address('/members/greece/') },
		{ roleName: 'Executive Board', startDate, endDate, member: address('/members/malta/') },
	]);
});

test('a meeting is an event with its stated facts and no derived ones', async () => {
	expect((await thingsOn(network, '/meetings/first/', 'First meeting')).Event).toEqual([
		{
			'@id': address('/meetings/first/'),
			'@type': 'Event',
			name: 'N: First meeting',
			about: { '@id': address('/network/#network') },
			startDate: '2016-05-26',
			endDate: '2016-05-27',
			eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
			location: {
				'@type': 'Place',
				name: 'Athens',
				address: { '@type': 'PostalAddress', addressLocality: 'Athens', addressCountry: 'GR' },
			},
			organizer: { '@type': 'Organization', name: 'A mission' },
			contributor: {
				'@type': 'OrganizationRole',
				roleName: 'Host',
				contributor: { '@id': address('/members/greece/') },
			},
			subjectOf: { '@id': address('/sources/account/') },
		},
	]);
	expect((await thingsOn(network, '/meetings/session/')).Event?.[0]).toMatchObject({
		startDate: '2016-05',
		superEvent: { '@id': address('/meetings/first/') },
	});
});

test('a session without a day of its own has only the dates of the event it was part of', async () => {
	const within = networkOf({
		...changes,
		meetings: { ...changes.meetings, session: { dates: '2016-05-26/2016-05-27', partOf: 'first' } },
	});
	const [session] = (await thingsOn(within, '/meetings/session/')).Event ?? [];
	expect(session).not.toHaveProperty('startDate');
	expect(session).toMatchObject({ superEvent: { startDate: '2016-05-26', endDate: '2016-05-27' } });
});

test('the triples say the same as the linked data, in a form that a JSON-LD library also writes', async () => {
	const things = [
		...everythingIn({ ...small, address }),
		...everythingIn({ ...hostileNetwork(content), address: (path) => `https://hostile.example.org${path}` }),
	];
	const link = { '@type': '@id' };
	const context = {
		'@vocab': 'https://schema.org/',
		...{ url: link, sameAs: link, archivedAt: link, eventAttendanceMode: link },
	};
	// The package's types do not know these inputs and options.
	const canonize = jsonld.canonize as (input: unknown, options: object) => Promise<string>;
	const canonical = (input: unknown, options: object) =>
		canonize(input, { algorithm: 'RDFC-1.0', format: 'application/n-quads', ...options });
	expect(await canonical(triplesOf(things), { inputFormat: 'application/n-quads' })).toBe(
		await canonical({ '@context': context, '@graph': things }, { safe: true }),
	);
	expect(things.length).toBeGreaterThan(8);
});

test('an agenda item, an office, a document, a term and a source have ids that lead to their pages', () => {
	const triples = triplesOf(everythingIn({ ...small, address }));
	const expectTriple = (subject: string, property: string, object: string) => {
		expect(triples).toContain(`<${address(subject)}> <https://schema.org/${property}> ${object} .\n`);
	};
	const link = (path: string): string => `<${address(path)}>`;
	expectTriple('/meetings/first/', 'attendee', link('/members/malta/'));
	expectTriple('/meetings/first/', 'workFeatured', link('/meetings/first/#ports'));
	expectTriple('/meetings/first/#ports', 'about', link('/themes/ports/'));
	expectTriple('/meetings/first/#ports', 'citation', link('/sources/account/'));
	expectTriple('/members/greece/#office', 'alternateName', '"Εισαγγελία"@el');
	expectTriple('/members/greece/#office', 'memberOf', link('/network/#network'));
	expectTriple('/documents/#plan', 'subjectOf', link('/meetings/first/'));
	expectTriple('/disputes/#days', 'about', link('/meetings/first/'));
	expectTriple('/glossary/#term', 'description', '"What it means."');
	expectTriple('/sources/report/', 'url', '<https://www.example.org/report>');
});

test('the front page describes the search, and a page below a list has breadcrumbs', async () => {
	const { WebSite: [site] = [], BreadcrumbList } = await thingsOn(network, '/');
	expect(site?.potentialAction).toMatchObject({
		target: { urlTemplate: 'https://history.example.org/search/?q={query}' },
		'query-input': 'required name=query',
	});
	expect(BreadcrumbList).toBeUndefined();
	expect(linkedDataText({ ...network, address }, { path: '/about/', title: 'About' })).toBeUndefined();
	const { BreadcrumbList: [way] = [] } = await thingsOn(network, '/meetings/first/', 'First meeting');
	expect(way?.itemListElement).toMatchObject([
		{ position: 1, name: 'Meetings', item: address('/meetings/') },
		{ position: 2, name: 'First meeting' },
	]);
});

test('the data page describes the record as a dataset', async () => {
	const { Dataset } = await thingsOn(network, '/data/', 'Data');
	const files = [Dataset?.[0]?.distribution].flat() as NodeObject[];
	expect(files.map(({ contentUrl }) => contentUrl)).toContain(address('/api/v1/network.json'));
});

test('hostile text is escaped and cannot end the script', async () => {
	const of = hostileNetwork(contentOf(changes));
	const page = { path: '/meetings/first/', title: hostile };
	expect(linkedDataText({ ...of, address }, page)).not.toMatch(/<|\r|\n/);
	const { Event, BreadcrumbList: [way] = [] } = await thingsOn(of, page.path, hostile);
	expect(Event?.[0]?.name).toBe(`${hostile}: ${hostile}`);
	expect([way?.itemListElement].flat().at(-1)).toMatchObject({ name: hostile });
});
