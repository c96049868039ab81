import type {
	BreadcrumbList,
	Dataset,
	Event,
	Organization,
	OrganizationRole,
	SearchAction,
	Thing,
	WebSite,
	WithActionConstraints,
} from 'schema-dts';
import { type Entry, find, type Network } from '../../network/network.ts';
import { isWithinDays } from '../../network/meetings.ts';
import { pathOf } from '../../site/paths.ts';
import { sitePages } from '../../site/navigation.ts';
import { seatNames } from '../../schema/board.ts';
import { calendarPath, calendarsOf } from './calendar.ts';
import { packageName } from './data-package.ts';
import { dataPage, dataPath } from './paths.ts';
import { markdownPages } from './markdown.ts';

/*
 * Linked data for pages, using the schema.org vocabulary. Linked data only contains facts that are also on the page. Derived facts are left
 * out, because there is no way to label them as derived.
 */

interface LinkedPage {
	readonly path: string;
	readonly title: string | undefined;
}

/** Returns the linked data of a page, escaped for a script element, or `undefined` if there is none. */
export function linkedDataText(network: Network, page: LinkedPage): string | undefined {
	const things = thingsOn(network, page);
	if (things.length === 0) return undefined;
	const [thing] = things;
	const data = things.length === 1 ? (thing as object) : { '@graph': things };
	return JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', String.raw`\u003c`);
}

function thingsOn(network: Network, page: LinkedPage): Thing[] {
	const { path } = page;
	const { records = [], links = [] } = markdownPages(network).get(path) ?? {};
	const entries = [...records.filter((record) => 'kind' in record), ...(path === '/members/' ? links : [])];
	const roles = entries.flatMap((entry) => rolesOf(network, entry));
	const events = entries.filter(({ kind }) => kind === 'meetings') as Entry<'meetings'>[];
	return [
		...(path === '/' ? [websiteOf(network)] : breadcrumbsOf(network, page)),
		...(path === '/network/' || roles.length > 0 ? [organizationOf(network, roles)] : []),
		...events.map((meeting) => eventOf(network, meeting)),
		...(path === dataPage ? [datasetOf(network)] : []),
	];
}

const networkId = (network: Network): string => network.address('/network/#network');

type Role = OrganizationRole<Organization, 'member'>;

function organizationOf(network: Network, roles: readonly Role[]): Organization {
	const { account } = network;
	return {
		'@type': 'Organization',
		'@id': networkId(network),
		name: account.name,
		alternateName: account.abbreviation,
		...(account.website !== undefined && { url: account.website }),
		...(roles.length > 0 && { member: roles }),
	};
}

/** Returns the roles of countries in a record: member of the network, chair of the Secretariat or member of the Board. */
function rolesOf(network: Network, entry: Entry): Role[] {
	const role = (roleName: string, country: string, [startDate, endDate]: Days): Role => {
		const member = find(network, 'members', country);
		return {
			'@type': 'OrganizationRole',
			roleName,
			startDate,
			...(endDate !== undefined && { endDate }),
			member: { '@type': 'Organization', '@id': network.address(pathOf(member)), name: member.name },
		};
	};
	switch (entry.kind) {
		case 'members':
			return [role('Member', entry.id, [entry.joined.date])];
		case 'secretariat':
			return [role('Chair of the Secretariat', entry.country, [entry.from, entry.until])];
		case 'board':
			// Linked data cannot say that something is true at an unknown time within a period.
			if (entry.periodNote !== undefined) return [];
			return entry.members.map(({ country, seat }) =>
				role(
					seat === undefined ? 'Executive Board' : `Executive Board: ${seatNames[seat]}`,
					country,
					daysOf(entry.period),
				),
			);
		default:
			return [];
	}
}

/** The start and end of a date, in EDTF. */
type Days = readonly [string, (string | undefined)?];

const daysOf = (date: string): Days => date.split('/') as [string, string?];

function eventOf(network: Network, meeting: Entry<'meetings'>): Event {
	const { title, dates, mode, place, partOf, organizers } = meeting;
	const [startDate, endDate] = isWithinDays(network, meeting) ? [] : daysOf(dates);
	const whole = partOf === undefined ? undefined : find(network, 'meetings', partOf);
	return {
		'@type': 'Event',
		'@id': network.address(pathOf(meeting)),
		name: `${network.account.abbreviation}: ${title}`,
		about: { '@id': networkId(network) },
		...(startDate !== undefined && { startDate }),
		...(endDate !== undefined && { endDate }),
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
		...(organizers && { organizer: organizers.map(({ text }) => ({ '@type': 'Organization', name: text })) }),
		...(whole && {
			superEvent: eventOf(network, whole),
		}),
	};
}

function websiteOf(network: Network): WebSite {
	const { site } = network;
	const search: WithActionConstraints<SearchAction> = {
		'@type': 'SearchAction',
		target: { '@type': 'EntryPoint', urlTemplate: `${network.address('/search/')}?q={query}` },
		'query-input': 'required name=query',
	};
	return {
		'@type': 'WebSite',
		url: network.address('/'),
		name: site.name,
		...(site.publisher !== undefined && { publisher: { '@type': 'Organization', name: site.publisher } }),
		potentialAction: search,
	};
}

/** Returns the breadcrumbs of a page, if it belongs to a list. */
function breadcrumbsOf(network: Network, { path, title }: LinkedPage): BreadcrumbList[] {
	const list = sitePages(network).findLast(
		(page) => page.path !== '/' && page.path !== path && path.startsWith(page.path),
	);
	if (!list || title === undefined) return [];
	return [
		{
			'@type': 'BreadcrumbList',
			itemListElement: [
				{ '@type': 'ListItem', position: 1, name: list.title, item: network.address(list.path) },
				{ '@type': 'ListItem', position: 2, name: title },
			],
		},
	];
}

function datasetOf(network: Network): Dataset {
	const { site, account, edition } = network;
	const [calendar] = calendarsOf(network);
	const files = [
		['application/json', `${dataPath}network.json`],
		['application/zip', `${dataPath}${packageName}.zip`],
		['text/calendar', calendarPath(calendar)],
	] as const;
	return {
		'@type': 'Dataset',
		'@id': network.address('/data/#dataset'),
		name: site.name,
		description: site.description,
		about: { '@type': 'Organization', '@id': networkId(network), name: account.name },
		...(site.licence && { license: site.licence.url }),
		...(site.publisher !== undefined && { creator: { '@type': 'Organization', name: site.publisher } }),
		...(edition && { dateModified: edition.day, version: edition.commit }),
		isAccessibleForFree: true,
		distribution: files.map(([encodingFormat, path]) => ({
			'@type': 'DataDownload',
			encodingFormat,
			contentUrl: network.address(path),
		})),
	};
}
