import { meetingLine } from '../../network/meetings.ts';
import { addressOf, type Entry, type Network } from '../../network/network.ts';
import { whenInWords } from '../../schema/dates.ts';
import { capitalized, counted } from '../../schema/words.ts';

/** The folder of the cards on the site. */
export const cardsFolder = '/cards/';

/** In pixels, as the services that show such pictures ask for it. */
export const cardSize = { width: 1200, height: 630 };

/** The picture that is shown where a link to a page is shared. */
export interface Card {
	/** The path of the picture on the site. */
	readonly path: string;
	/** What it says, for those who do not see it. */
	readonly alt: string;
	/** Above the title. */
	readonly head: string;
	readonly title: string;
	readonly lead: string;
	readonly note?: string | undefined;
	/** At the foot of the picture. */
	readonly foot?: string | undefined;
	/** The grid of members; a country that the card is about, or in which a meeting was held, is marked. */
	readonly tiles: readonly { row: number; column: number; code: string; isMarked: boolean }[];
}

type Words = Pick<Card, 'title' | 'lead' | 'note'>;

/** The card of a record: a meeting of the conference and a member have their own, everything else has that of the whole. */
export function cardOf(network: Network, entry?: Entry): Card {
	const { account, site, entries } = network;
	const head = account.name;
	const tilesWith = (country?: string): Card['tiles'] =>
		entries.members.map(({ id, code, tile }) => ({ ...tile, code, isMarked: id === country }));
	const ofRecord = (record: Entry, words: Words, country?: string): Card => ({
		path: `${cardsFolder}${addressOf(record)}.png`,
		alt: [words.title, words.lead, words.note].filter(Boolean).join('. '),
		head,
		...words,
		foot: site.name,
		tiles: tilesWith(country),
	});
	if (entry?.kind === 'members')
		return ofRecord(entry, { title: entry.name, lead: `Joined ${whenInWords(entry.joined.date)}` }, entry.id);
	if (entry?.kind === 'meetings' && entry.body === 'conference') {
		const { title, agenda = [], place } = entry;
		const note = agenda.length === 0 ? undefined : counted(agenda.length, 'agenda item');
		return ofRecord(entry, { title, lead: capitalized(meetingLine(network, entry)), note }, place?.country);
	}
	const { name: title, description: lead } = site;
	return { path: `${cardsFolder}site.png`, alt: title, head, title, lead, tiles: tilesWith() };
}

/** Every card of the site. */
export function cardsOf(network: Network): Card[] {
	const { meetings, members } = network.entries;
	const cards = [undefined, ...meetings, ...members].map((entry) => cardOf(network, entry));
	return [...new Map(cards.map((card) => [card.path, card])).values()];
}
