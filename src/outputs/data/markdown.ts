import { citationsOf, type RecordOrAccount, treeOf } from '../../network/citations.ts';
import { followedIn } from '../../network/doubt.ts';
import { recordsCiting, statementsIn } from '../../network/evidence.ts';
import { versionInWords } from '../../site/cite.ts';
import { sourceLine, titleOf } from '../../network/labels.ts';
import { heldAt, heldInWords } from '../../network/meetings.ts';
import {
	addressOf,
	disputesAbout,
	disputesAboutAccount,
	type Entry,
	everyEntry,
	find,
	findAt,
	indexed,
	type Network,
} from '../../network/network.ts';
import { pathOf } from '../../site/paths.ts';
import { inWords } from '../../records/in-words.ts';
import { memoize } from '../../records/memoize.ts';
import { type Group, visitValues } from '../../records/values.ts';
import type { Path } from '../../records/yaml.ts';
import type { Citation } from '../../schema/citation.ts';
import { dateInWords } from '../../schema/dates.ts';
import { inCurlyQuotes } from '../../network/typography.ts';
import { entryOf, type Field, referredRecord } from '../../schema/field-tree.ts';
import { kindOf } from '../../schema/index.ts';
import { kinds } from '../../schema/kinds.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { jsonPath } from './paths.ts';

export interface MarkdownPage {
	readonly path: string;
	readonly title: string;
	readonly records: RecordOrAccount[];
	readonly links: Entry[];
}

/** Returns the path of a page's Markdown version, with the same anchor. */
export const markdownPath = (path: string): string => path.replace(/(?=#|$)/, 'index.md');

const pageOf = (entry: Entry): string => pathOf(entry).replace(/#.*/, '');

/** Returns all pages with records by path: record pages, shared pages, lists and the page about the network. */
export const markdownPages = memoize((network: Network): ReadonlyMap<string, MarkdownPage> => {
	const pages = new Map<string, MarkdownPage>();
	const pageAt = (path: string, title: string): MarkdownPage => {
		const page = pages.get(path) ?? { path, title, records: [], links: [] };
		pages.set(path, page);
		return page;
	};
	pageAt('/network/', network.account.name).records.push(network.account);
	for (const kind of kinds) {
		const { list, many } = kindOf(kind);
		for (const entry of network.entries[kind]) {
			const path = pageOf(entry);
			pageAt(path, pathOf(entry) === path ? titleOf(network, entry) : many).records.push(entry);
			if (path !== list) pageAt(list, many).links.push(entry);
		}
	}
	return pages;
});

/**
 * Returns the Markdown version of a page. This version contains all values with their labels, sources as footnotes, disagreements, and
 * links to related records, but no derived facts.
 */
export const markdownOf = (network: Network, page: MarkdownPage): string => new Writing(network).page(page);

/** Fields that readers do not need, and `sources`, which become footnotes. */
const omitted = ['aliases', 'code', 'searchWords', 'sources'];

class Writing {
	readonly #network: Network;
	/** The quotes in each source's footnote. */
	readonly #quotes = new Map<string, Set<string>>();

	constructor(network: Network) {
		this.#network = network;
	}

	page({ path, title, records, links }: MarkdownPage): string {
		const { site } = this.#network;
		const texts = records.flatMap((record) => {
			const isOwn = !('kind' in record) || pathOf(record) === path;
			const heading = isOwn ? [] : [`## ${escapeMarkdown(titleOf(this.#network, record))}`, ''];
			return [...heading, ...this.#record(record, isOwn ? '##' : '###')];
		});
		return [
			`# ${escapeMarkdown(title)}`,
			'',
			...texts,
			...paragraph(
				[...Map.groupBy(links, ({ kind }) => kind)].flatMap(([kind, entries]) =>
					this.#list(kind, entries, [], agendaOf),
				),
			),
			...paragraph([...this.#quotes].map(([id, quotes]) => this.#note(id, quotes))),
			`The page: <${this.#network.address(path)}>. From ${escapeMarkdown(site.name)}${this.#network.edition ? `, ${versionInWords(this.#network)}` : ''}.${site.licence ? ` ${escapeMarkdown(site.licence.name)}: <${new URL(site.licence.url).href}>.` : ''}`,
			'',
		].join('\n');
	}

	#record(record: RecordOrAccount, heading: string): string[] {
		const facts = this.#fields(record, treeOf(record), record, [], '');
		if (!('kind' in record))
			return [
				...paragraph(facts),
				...this.#differences(record, heading, disputesAboutAccount(this.#network)),
			];
		const changed = this.#network.changedOn(record);
		const about = [
			`${kindOf(record.kind).one}, <${this.#network.address(pathOf(record))}>`,
			`as JSON <${this.#network.address(jsonPath(record))}>`,
			...(changed === undefined ? [] : [`last changed on ${dateInWords(changed)}`]),
		];
		const disputes = disputesAbout(this.#network, record);
		// Leaves out disagreements and statements from a source, which have their own sections.
		const named =
			record.kind === 'sources'
				? []
				: mentionsOf(this.#network, addressOf(record)).filter(
						({ by }) => by.kind !== 'disputes' || !disputes.includes(by),
					);
		const naming = [...Map.groupBy(named, ({ by }) => by.kind)].flatMap(([kind, mentions]) =>
			this.#list(
				kind,
				mentions.map(({ by }) => by),
				mentions.map(({ where }) => where),
			),
		);
		return [
			...paragraph([`${about.join(', ')}.`]),
			...paragraph(facts),
			...this.#differences(record, heading, disputes),
			...(record.kind === 'sources'
				? section(`${heading} Statements from this source`, this.#statements(record))
				: []),
			...section(`${heading} Referred to by`, naming),
		];
	}

	/** Returns the statements that a source supports, with their quotes, grouped by record. */
	#statements(source: Entry<'sources'>): string[] {
		const { account } = this.#network;
		return [account, ...recordsCiting(this.#network, source.id)].flatMap((record) => {
			const statements = statementsIn(this.#network, source, record);
			if (statements.length === 0) return [];
			const link =
				'kind' in record
					? this.#link(record)
					: `[${escapeMarkdown(account.name)}](${this.#network.address(markdownPath('/network/'))})`;
			return [
				`- ${link}:`,
				...statements.map(
					({ label, words, quotes, isAlone }) =>
						`  - ${escapeMarkdown([label, words].filter(Boolean).join(': '))}${isAlone ? ' (only source)' : ''}${listed(quotes)}`,
				),
			];
		});
	}

	#fields(record: RecordOrAccount, { fields }: Field, group: object, path: Path, indent: string): string[] {
		return fields.flatMap((field) => {
			const { key, title } = field;
			const value = (group as Group)[key];
			if (value === undefined || omitted.includes(key)) return [];
			const [at, deeper] = [[...path, key], `${indent}  `];
			const label = `${indent}- ${title}:`;
			const one = entryOf(field);
			if (one.fields.length === 0) {
				const values = [value].flat().map((each) => this.#value(one, each));
				const words = heldAt(this.#network, record, at) ?? values.join('; ');
				return [`${label} ${words}${this.#marks(citationsOf(record, ...at))}`];
			}
			if (!Array.isArray(value)) return [label, ...this.#fields(record, one, value as Group, at, deeper)];
			const entries = (value as readonly Group[]).flatMap((each, index) => {
				const [first = '', ...rest] = this.#fields(record, one, each, [...at, index], `${deeper}  `);
				return [first.slice(2), ...rest];
			});
			return [label, ...entries];
		});
	}

	#value(field: Field, value: unknown): string {
		const target = referredRecord(field, value);
		if (target) return this.#link(findAt(this.#network, target.join('/')));
		if (field.type === 'web-address') return `<${new URL(String(value)).href}>`;
		return escapeMarkdown(value === true ? 'yes' : inWords(field, value, (_kind, id) => id));
	}

	#link(entry: Entry): string {
		return `[${escapeMarkdown(titleOf(this.#network, entry))}](${this.#network.address(markdownPath(pathOf(entry)))})`;
	}

	/** Lists the records of a kind in Markdown with dates and, optionally, with descriptions and parts. */
	#list(
		kind: Entry['kind'],
		entries: readonly Entry[],
		said: readonly (string | undefined)[] = [],
		partsOf: (entry: Entry) => readonly string[] = () => [],
	): string[] {
		return [
			`- ${kindOf(kind).many}:`,
			...entries.flatMap((entry, index) => {
				const [date] = Object.values(kindOf(kind).dates?.(entry) ?? {});
				const words = said[index];
				const when =
					entry.kind === 'meetings' ? heldInWords(this.#network, entry) : date && dateInWords(date);
				return [
					`  - ${this.#link(entry)}${when === undefined ? '' : `, ${when}`}${words === undefined ? '' : `: ${escapeMarkdown(words)}`}`,
					...partsOf(entry).map((part) => `    - ${escapeMarkdown(part)}`),
				];
			}),
		];
	}

	#differences(record: RecordOrAccount, heading: string, disputes: readonly Entry<'disputes'>[]): string[] {
		return section(
			`${heading} Where sources differ`,
			disputes.flatMap((dispute) => this.#dispute(record, dispute)),
		);
	}

	#dispute(record: RecordOrAccount, dispute: Entry<'disputes'>): string[] {
		const followed = followedIn(dispute, record);
		return [
			`- ${this.#link(dispute)}`,
			...dispute.versions.map(
				(version, index) =>
					`  - ${escapeMarkdown(version.claim)}${version === followed ? ' (followed here)' : ''}${this.#marks(citationsOf(dispute, 'versions', index, 'claim'))}`,
			),
		];
	}

	#marks(citations: readonly Citation[]): string {
		const ids = new Set(citations.map(({ id }) => id));
		for (const { id, quote } of citations) {
			const quotes = this.#quotes.get(id) ?? new Set();
			if (quote !== undefined) quotes.add(quote);
			this.#quotes.set(id, quotes);
		}
		return [...ids].map((id) => `[^${id}]`).join('');
	}

	#note(id: string, quotes: ReadonlySet<string>): string {
		const source = find(this.#network, 'sources', id);
		return `[^${id}]: ${this.#link(source)}, ${escapeMarkdown(sourceLine(source))} <${new URL(source.url).href}>${listed(quotes)}`;
	}
}

const agendaOf = (entry: Entry): string[] =>
	entry.kind === 'meetings' ? (entry.agenda ?? []).map(({ title }) => title) : [];

const listed = (quotes: Iterable<string>): string =>
	[...quotes].map((quote) => ` ${escapeMarkdown(inCurlyQuotes(quote))}`).join('');

const paragraph = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : [...lines, '']);

const section = (heading: string, lines: readonly string[]): string[] =>
	lines.length === 0 ? [] : [heading, '', ...lines, ''];

/** Returns the references to a record, each with the text of the list entries that contain it. */
const mentionsOf = indexed((network) =>
	everyEntry(network).flatMap((by) => {
		const found = new Map<string, string[]>();
		visitValues(treeOf(by), by, (value, path, field) => {
			const target = referredRecord(field, value)?.join('/');
			if (target === undefined) return;
			const words = found.get(target) ?? [];
			found.set(target, words);
			const item = path.includes('sources') ? undefined : itemAt(by, path);
			if (item !== undefined && !words.includes(item)) words.push(item);
		});
		return [...found].map(
			([target, words]) =>
				[target, { by, where: words.length === 0 ? undefined : words.join('; ') }] as const,
		);
	}),
);

/** Returns the text of the list entry that contains a path, such as an agenda item. */
function itemAt(record: Entry, path: Path): string | undefined {
	const [key = '', index = ''] = path.map(String);
	const item = ((record as unknown as Group)[key] as Group | undefined)?.[index] as Group | undefined;
	if (item?.id === undefined) return undefined;
	const words = Object.entries(item).find(([name, value]) => name !== 'id' && typeof value === 'string');
	return words && String(words[1]);
}
