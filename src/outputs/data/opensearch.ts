import type { Network } from '../../network/network.ts';

export const openSearchPath = '/opensearch.xml';

const escapeXml = (text: string): string =>
	text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);

/** Returns the description with which browsers offer the site's search. */
export const openSearchOf = ({
	site,
	account,
	address,
}: Network): string => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
	<ShortName>${escapeXml(account.abbreviation.slice(0, 16))}</ShortName>
	<Description>${escapeXml(site.description.slice(0, 1024))}</Description>
	<InputEncoding>UTF-8</InputEncoding>
	<Image width="32" height="32" type="image/svg+xml">${escapeXml(address('/favicon.svg'))}</Image>
	<Url type="text/html" template="${escapeXml(address('/search/'))}?q={searchTerms}" />
</OpenSearchDescription>
`;
