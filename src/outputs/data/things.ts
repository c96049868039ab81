import type { Organization, OrganizationRole, Thing } from 'schema-dts';
import { citationsOf, sourceIdsOf } from '../../network/citations.ts';
import { titleOf } from '../../network/labels.ts';
import { isWithinDays } from '../../network/meetings.ts';
import { type Entry, everyEntry, find, findAt, type Network } from '../../network/network.ts';
import type { Path } from '../../records/yaml.ts';
import { seatNames } from '../../schema/board.ts';
import { countryName } from '../../schema/countries.ts';
import { recordKinds } from '../../schema/index.ts';
import type { Kind } from '../../schema/kinds.ts';
import { wikidataAddress } from '../../schema/member.ts';
import { agendaItemPath, pathOf } from '../../site/paths.ts';

/*
 * The record as linked data, using the schema.org vocabulary. The id of each thing is the address of its page or anchor. Derived facts are
 * left out, because there is no way to label them as derived.
 */

/** A thing with properties. schema-dts also allows an address alone. */
export type Linked = Exclude<Thing, string>;

interface Ref {
	'@id': string;
}

const networkPath = '/network/#network';

const refAt = (network: Network, path: string): Ref => ({ '@id': network.address(path) });

const refTo = (network: Network, kind: Kind, id: string): Ref =>
	refAt(network, pathOf(find(network, kind, id)));

const citedBy = (network: Network, record: Entry | Network['account'], ...path: Path): Ref[] =>
	sourceIdsOf(citationsOf(record, ...path)).map((id) => refTo(network, 'sources', id));

/** The start and end of a date, in EDTF. */
const days = (from?: string, until?: string) => ({
	...(from !== undefined && { startDate: from }),
	...(until !== undefined && { endDate: until }),
});

const bodyNamed = (name: string) => ({ '@type': 'Organization', name }) as const;

/** Returns a record as linked data, or `undefined` if it is only a role in the network or a translation. */
export function thingOf(network: Network, entry: Entry): Linked | undefined {
	const facts = factsOf(network, entry);
	if (!facts) return undefined;
	const named = { ...refAt(network, pathOf(entry)), name: titleOf(network, entry) };
	const at =
		entry.kind === 'documents' && entry.meeting !== undefined
			? [refTo(network, 'meetings', entry.meeting)]
			: [];
	return { ...named, ...facts, subjectOf: [...citedBy(network, entry), ...at] };
}

function factsOf(network: Network, entry: Entry): Linked | undefined {
	switch (entry.kind) {
		case 'members':
			return {
				'@type': 'Organization',
				identifier: entry.code,
				// The member is described as an organization, so the country is the area that it serves.
				...(entry.wikidata !== undefined && {
					areaServed: { '@type': 'Country', '@id': wikidataAddress(entry.wikidata), name: entry.name },
				}),
			};
		case 'offices': {
			const { nativeNames = [], abbreviation, website, seat, country, membership } = entry;
			return {
				'@type': 'Organization',
				alternateName: [
					...nativeNames.map(
						({ name, language }) => ({ '@value': name, '@language': language }) as unknown as string,
					),
					...(abbreviation === undefined ? [] : [abbreviation]),
				],
				address: {
					'@type': 'PostalAddress',
					addressCountry: find(network, 'members', country).code,
					...(seat !== undefined && { addressLocality: seat }),
				},
				...(website !== undefined && { url: website }),
				...(membership === 'stated' && { memberOf: refAt(network, networkPath) }),
			};
		}
		case 'meetings':
			return meetingFacts(network, entry);
		case 'milestones':
			return {
				'@type': 'Event',
				description: entry.text,
				...(entry.dateNote === undefined && days(...entry.date.split('/'))),
				about: (entry.about ?? []).map((record) => refAt(network, pathOf(findAt(network, record)))),
			};
		case 'documents':
			return {
				'@type': 'CreativeWork',
				...(entry.dateNote === undefined && { dateCreated: entry.date }),
				...(entry.textAddress !== undefined && { url: entry.textAddress }),
				contributor: (entry.signatories ?? []).map(({ country, date }) => ({
					'@type': 'OrganizationRole',
					roleName: 'Signatory',
					startDate: date,
					contributor: refTo(network, 'members', country),
				})),
			};
		case 'projects':
			return {
				'@type': 'Project',
				description: entry.connection,
				funding: (entry.funders ?? []).map(({ text }) => ({ '@type': 'Grant', description: text })),
			};
		case 'themes':
			return { '@type': 'DefinedTerm', description: entry.description };
		case 'glossary':
			return {
				'@type': 'DefinedTerm',
				description: entry.meaning,
				...(entry.expansion !== undefined && { alternateName: entry.expansion }),
			};
		case 'disputes':
			return {
				'@type': 'Question',
				about: entry.about.map(({ record }) => refAt(network, pathOf(findAt(network, record)))),
				suggestedAnswer: entry.versions.map(({ claim }, index) => ({
					'@type': 'Answer',
					text: claim,
					citation: citedBy(network, entry, 'versions', index),
				})),
			};
		case 'sources': {
			const { url, alsoAt = [], archived, publisher, published, language } = entry;
			return {
				'@type': 'CreativeWork',
				publisher: bodyNamed(publisher),
				url,
				inLanguage: language,
				sameAs: alsoAt,
				...(archived !== undefined && { archivedAt: archived }),
				...(published !== undefined && { datePublished: published }),
			};
		}
		// Terms and lists of Board members are roles in the network. The pages of languages only repeat the record.
		case 'secretariat':
		case 'board':
		case 'languages':
			return undefined;
	}
}

function meetingFacts(network: Network, meeting: Entry<'meetings'>): Linked {
	const { abbreviation } = network.account;
	const { body, title, number, dates, mode, place, host, organizers, partOf, agenda, participants } = meeting;
	const whole = partOf === undefined ? undefined : find(network, 'meetings', partOf);
	const hosts = [
		host?.country !== undefined && refTo(network, 'members', host.country),
		host?.office !== undefined && refTo(network, 'offices', host.office),
		host?.institution !== undefined && bodyNamed(host.institution),
	].filter((each) => each !== false);
	return {
		'@type': 'Event',
		name: `${abbreviation}: ${title}`,
		about: refAt(network, body === 'executive-board' ? recordKinds.board.list : networkPath),
		...(number !== undefined && { identifier: String(number) }),
		...(!isWithinDays(network, meeting) && days(...dates.split('/'))),
		...(mode && {
			eventAttendanceMode: `https://schema.org/${mode === 'online' ? 'Online' : 'Offline'}EventAttendanceMode`,
		}),
		...(place && {
			location: {
				'@type': 'Place',
				name: place.venue ?? place.city,
				address: {
					'@type': 'PostalAddress',
					addressLocality: place.city,
					addressCountry: find(network, 'members', place.country).code,
				},
			},
		}),
		contributor: hosts.map((each) => ({ '@type': 'OrganizationRole', roleName: 'Host', contributor: each })),
		organizer: (organizers ?? []).map(({ text }) => bodyNamed(text)),
		attendee: [
			...(participants?.countries ?? []).map((country) => refTo(network, 'members', country)),
			...(participants?.otherCountries ?? []).map((code) => ({
				...bodyNamed(countryName(code)),
				identifier: code,
			})),
		],
		workFeatured: (agenda ?? []).map((item, index) => ({
			'@type': 'CreativeWork',
			...refAt(network, agendaItemPath(meeting, item.id)),
			name: item.title,
			about: item.themes.map((theme) => refTo(network, 'themes', theme)),
			citation: citedBy(network, meeting, 'agenda', index),
		})),
		...(whole && {
			superEvent: {
				'@type': 'Event',
				...refAt(network, pathOf(whole)),
				name: `${abbreviation}: ${whole.title}`,
				...days(...whole.dates.split('/')),
			},
		}),
	};
}

type Role = OrganizationRole<Organization, 'member'>;

/** Returns the roles of countries in a record: member of the network, chair of the Secretariat or member of the Board. */
export function rolesOf(network: Network, entry: Entry): Role[] {
	const role = (roleName: string, country: string, from: string, until?: string): Role => ({
		'@type': 'OrganizationRole',
		roleName,
		...days(from, until),
		member: { ...bodyNamed(find(network, 'members', country).name), ...refTo(network, 'members', country) },
	});
	switch (entry.kind) {
		case 'members':
			return [role('Member', entry.id, entry.joined.date)];
		case 'secretariat':
			return [
				{
					...refAt(network, pathOf(entry)),
					...role('Chair of the Secretariat', entry.country, entry.from, entry.until),
				},
			];
		case 'board': {
			const [from = '', until] = entry.period.split('/');
			// Linked data cannot say that something is true at an unknown time within a period.
			if (entry.periodNote !== undefined) return [];
			return entry.members.map(({ country, seat }) =>
				role(
					seat === undefined ? 'Executive Board' : `Executive Board: ${seatNames[seat]}`,
					country,
					from,
					until,
				),
			);
		}
		default:
			return [];
	}
}

/** Returns the network as an organization with the given roles. */
export function organizationOf(network: Network, roles: readonly Role[]) {
	const { account } = network;
	return {
		...bodyNamed(account.name),
		...refAt(network, networkPath),
		alternateName: account.abbreviation,
		...(account.website !== undefined && { url: account.website }),
		...(roles.length > 0 && { member: roles }),
	};
}

/** Returns the whole record as linked data. */
export function everythingIn(network: Network): Linked[] {
	const entries = everyEntry(network);
	return [
		organizationOf(
			network,
			entries.flatMap((entry) => rolesOf(network, entry)),
		),
		...entries.flatMap((entry) => thingOf(network, entry) ?? []),
	];
}
