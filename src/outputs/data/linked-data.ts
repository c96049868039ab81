import type {
	BreadcrumbList,
	Dataset,
	SearchAction,
	Thing,
	WebSite,
	WithActionConstraints,
} from 'schema-dts';
import type { Network } from '../../network/network.ts';
import { sitePages } from '../../site/navigation.ts';
import { calendarPath, calendarsOf } from './calendar.ts';
import { packageName } from './data-package.ts';
import { dataPage, dataPath } from './paths.ts';
import { markdownPages } from './markdown.ts';
import { organizationOf, rolesOf, thingOf } from './things.ts';

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
	const text = JSON.stringify({ '@context': 'https://schema.org', ...data }, (_key, value: unknown) =>
		Array.isArray(value) && value.length === 0 ? undefined : value,
	);
	return text.replaceAll('<', String.raw`\u003c`);
}

function thingsOn(network: Network, page: LinkedPage): Thing[] {
	const { path } = page;
	const { records = [], links = [] } = markdownPages(network).get(path) ?? {};
	const entries = [...records.filter((record) => 'kind' in record), ...(path === '/members/' ? links : [])];
	const roles = entries.flatMap((entry) => rolesOf(network, entry));
	return [
		...(path === '/' ? [websiteOf(network)] : breadcrumbsOf(network, page)),
		...(path === '/network/' || roles.length > 0 ? [organizationOf(network, roles)] : []),
		...entries.flatMap((entry) => thingOf(network, entry) ?? []),
		...(path === dataPage ? [datasetOf(network)] : []),
	];
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
	const { site, edition } = network;
	const [calendar] = calendarsOf(network);
	const files = [
		['application/json', `${dataPath}network.json`],
		['application/zip', `${dataPath}${packageName}.zip`],
		['application/n-triples', `${dataPath}network.nt`],
		['text/calendar', calendarPath(calendar)],
	] as const;
	return {
		'@type': 'Dataset',
		'@id': network.address('/data/#dataset'),
		name: site.name,
		description: site.description,
		url: network.address(dataPage),
		inLanguage: 'en',
		about: organizationOf(network, []),
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
