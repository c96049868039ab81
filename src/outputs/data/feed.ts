import { generateAtomFeed } from 'feedsmith';
import { versionInWords } from '../../site/cite.ts';
import type { Network } from '../../network/network.ts';
import { pathOf } from '../../site/paths.ts';
import { type PastCommit, pathsByFate } from '../../records/past-commits.ts';
import { withoutEnding } from '../../records/read-texts.ts';
import { plainLine } from '../../schema/quote.ts';
import { counted } from '../../schema/words.ts';
import { describeChanges, titleOfChanges } from '../changes/summary.ts';

export const feedPath = '/feed.atom';

/** The maximum number of commits in the feed. Commits with more files than the limit are not described in sentences. */
export const mostOfFeed = { commits: 30, files: 25 } as const;

// The maximum number of sentences per entry.
const mostSentences = 20;

/** Returns an Atom feed (RFC 4287) of changes to the record. Each commit is one entry, and the newest entry comes first. */
export function atomFeed(network: Network, commits: readonly PastCommit[]): string {
	const { site, account, edition } = network;
	const entries = commits.flatMap((commit) => {
		const changes = describeChanges(network, isLarge(commit) ? withoutTexts(commit) : commit);
		if (changes.length === 0) return [];
		return {
			id: idOf(commit),
			title: text(titleOfChanges(changes)),
			updated: commit.time,
			links: [{ href: network.address(pageOf(network, commit)), rel: 'alternate', type: 'text/html' }],
			content: { type: 'html', value: listOf(changes.flatMap(({ sentences }) => sentences)) },
		};
	});
	return generateAtomFeed({
		id: network.address(feedPath),
		xml: { lang: 'en' },
		title: text(`Changes to ${site.name}`),
		subtitle: text(
			`The latest changes to the record of the ${account.name}${edition ? `: ${versionInWords(network)}` : ''}.`,
		),
		// Atom requires the time of the last update, even for an empty feed.
		updated: entries[0]?.updated ?? `${edition?.day ?? '1970-01-01'}T00:00:00Z`,
		authors: [{ name: plainLine(site.publisher ?? site.name) }],
		...(site.licence && { rights: text(`${site.licence.name}, ${site.licence.url}`) }),
		links: [
			{ href: network.address(feedPath), rel: 'self', type: 'application/atom+xml' },
			{ href: network.address('/'), rel: 'alternate', type: 'text/html' },
		],
		entries,
	});
}

const isLarge = ({ before, after }: PastCommit): boolean =>
	new Set([...before.keys(), ...after.keys()]).size > mostOfFeed.files;

/** Leaves out the contents of a large commit, so that the feed only names the changed records. */
const withoutTexts = ({ before, after }: PastCommit) => ({
	before: new Map(before.keys().map((path) => [path, ''])),
	after: new Map(after.keys().map((path) => [path, ''])),
});

const text = (value: string) => ({ value: plainLine(value) });

/** Derives a UUID (RFC 9562, version 8) from a commit, so that the id of an entry stays the same if the site moves. */
const idOf = ({ commit }: PastCommit): string =>
	`urn:uuid:${commit.slice(0, 8)}-${commit.slice(8, 12)}-8${commit.slice(12, 15)}-8${commit.slice(15, 18)}-${commit.slice(18, 30)}`;

const escaped = (words: string): string =>
	words.replace(/[&<>]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

function listOf(sentences: readonly string[]): string {
	const shown = sentences.slice(0, mostSentences);
	const left = sentences.length - shown.length;
	const items = [...shown, ...(left > 0 ? [`And ${counted(left, 'more change')}.`] : [])];
	return `<ul>${items.map((sentence) => `<li>${escaped(plainLine(sentence))}</li>`).join('')}</ul>`;
}

/** Returns the path of the first record in a commit that still exists or, if there is none, of the front page. */
function pageOf({ byAddress }: Network, commit: PastCommit): string {
	const { added, changed } = pathsByFate(commit);
	const [entry] = [...added, ...changed].flatMap((path) => byAddress.get(withoutEnding(path)) ?? []);
	return entry ? pathOf(entry) : '/';
}
