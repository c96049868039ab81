import { proposeId } from '../../records/propose-id.ts';
import { nearest } from '../../records/nearest.ts';
import { kinds, type Kind } from '../../schema/kinds.ts';
import type { Values } from '../../outputs/editors/template.ts';
import { valueAt } from './answers.ts';
import { ordinal } from './ordinals.ts';

/** What the schema cannot say of adding a record of a kind: which of the keys are worth a question, and how to name the file. */
export interface Guide {
	/** What one record is called on the command line. */
	readonly name: string;
	/** The keys to ask for besides the required ones, as paths: those that sources usually state. */
	readonly asked: readonly string[];
	/** Short names of flags, each for a path whose own name is longer. */
	readonly flags: Readonly<Record<string, string>>;
	/** What follows from the answers so far and may be changed: by path. */
	readonly proposals?: (values: Values) => Readonly<Record<string, unknown>>;
	/** Texts that together name the record; those that are not known are left out. */
	readonly idFrom: (values: Values) => readonly (string | undefined)[];
	/** More of them, for when there is a record of that name. */
	readonly idFromToo?: (values: Values) => readonly (string | undefined)[];
}

const textAt = (values: Values, path: string): string | undefined => {
	const value = valueAt(values, path);
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};

const yearOf = (values: Values, path: string): string | undefined => textAt(values, path)?.slice(0, 4);

/** The number of a meeting in words, where it is known. */
const ordinalOf = (values: Values): string | undefined => {
	const number = valueAt(values, 'number');
	return typeof number === 'number' && Number.isInteger(number) && number > 0 ? ordinal(number) : undefined;
};

const capitals = /^\p{Lu}{2,}$/u;

/** A publisher in one word: its abbreviation where it begins with one, else its first word. */
const shortName = (publisher: string | undefined): string | undefined => {
	const parts = publisher?.split(/[\s,/()]+/) ?? [];
	return parts.find((part) => capitals.test(part)) ?? parts[0];
};

const fillers = new Set('a an and at by for from in of on the to with'.split(' '));

/** The first words of a title that tell it from others. */
const gistOf = (title: string | undefined): string | undefined =>
	title
		?.split(/\s+/)
		.filter((word) => !fillers.has(word.toLowerCase()) && !capitals.test(word))
		.slice(0, 3)
		.join(' ');

const source = { source: 'sources' };

export const guides: Readonly<Record<Kind, Guide>> = {
	members: {
		name: 'member',
		asked: ['joined.meeting', 'joined.order', 'searchWords'],
		flags: {
			...source,
			date: 'joined.date',
			how: 'joined.how',
			meeting: 'joined.meeting',
			order: 'joined.order',
			row: 'tile.row',
			column: 'tile.column',
		},
		idFrom: (values) => [textAt(values, 'name')],
	},
	offices: {
		name: 'office',
		asked: ['abbreviation', 'website', 'since'],
		flags: source,
		idFrom: (values) => [
			textAt(values, 'country'),
			textAt(values, 'abbreviation') ?? gistOf(textAt(values, 'name')),
		],
		idFromToo: (values) => [textAt(values, 'name')],
	},
	meetings: {
		name: 'meeting',
		asked: ['number', 'mode', 'place.city', 'host.institution', 'agenda'],
		flags: {
			...source,
			place: 'place.city',
			country: 'place.country',
			venue: 'place.venue',
			host: 'host.country',
		},
		proposals: (values) => {
			const word = ordinalOf(values);
			return {
				body: 'conference',
				...(word !== undefined && { title: `${word.charAt(0).toUpperCase()}${word.slice(1)} meeting` }),
			};
		},
		idFrom: (values) => {
			if (valueAt(values, 'body') === 'executive-board')
				return ['executive-board', textAt(values, 'dates')?.slice(0, 7)];
			const word = ordinalOf(values);
			return word === undefined ? [textAt(values, 'title'), yearOf(values, 'dates')] : [`${word} meeting`];
		},
		idFromToo: (values) => [textAt(values, 'place.city')],
	},
	board: {
		name: 'board',
		asked: [],
		flags: { ...source, member: 'members' },
		idFrom: (values) => ['board', yearOf(values, 'period')],
		idFromToo: (values) => [textAt(values, 'period')?.slice(5)],
	},
	secretariat: {
		name: 'term',
		asked: ['until', 'began.meeting'],
		flags: { ...source, how: 'began.how', meeting: 'began.meeting' },
		idFrom: (values) => [textAt(values, 'country'), yearOf(values, 'from')],
		idFromToo: (values) => [textAt(values, 'from')?.slice(5)],
	},
	milestones: {
		name: 'milestone',
		asked: ['about'],
		flags: source,
		idFrom: (values) => [textAt(values, 'title')],
		idFromToo: (values) => [yearOf(values, 'date')],
	},
	documents: {
		name: 'document',
		asked: ['meeting', 'textAddress'],
		flags: source,
		idFrom: (values) => [textAt(values, 'title')],
		idFromToo: (values) => [yearOf(values, 'date')],
	},
	projects: {
		name: 'project',
		asked: ['dates'],
		flags: source,
		idFrom: (values) => [textAt(values, 'title')],
		idFromToo: (values) => [yearOf(values, 'dates')],
	},
	themes: {
		name: 'theme',
		asked: ['searchWords'],
		flags: source,
		idFrom: (values) => [textAt(values, 'name')],
	},
	glossary: {
		name: 'glossary',
		asked: ['expansion'],
		flags: source,
		idFrom: (values) => [textAt(values, 'term')],
	},
	disputes: {
		name: 'dispute',
		asked: ['follows'],
		flags: { version: 'versions' },
		idFrom: (values) => [
			textAt(values, 'question')?.replace(/^((when|who|how|what|where|which|why|did|does|was|is)\s+)+/i, ''),
		],
	},
	sources: {
		name: 'source',
		asked: ['published'],
		flags: {},
		proposals: () => ({ language: 'en' }),
		idFrom: (values) => [
			shortName(textAt(values, 'publisher')),
			yearOf(values, 'published'),
			gistOf(textAt(values, 'title')),
		],
	},
};

/** The kind that a word on the command line means: what one record of it is called, or its folder. */
export const kindNamed = (word: string): Kind | undefined =>
	kinds.find((kind) => kind === word || guides[kind].name === word);

/** The word that a misspelt one was meant to be. */
export const nearestKindName = (word: string): string | undefined =>
	nearest(
		word,
		kinds.map((kind) => guides[kind].name),
	);

/**
 * An id for a new record.
 *
 * @param taken the ids of the kind that there are already
 */
export function idFor(kind: Kind, values: Values, taken: ReadonlySet<string>): string {
	const { idFrom, idFromToo } = guides[kind];
	const join = (...texts: readonly (string | undefined)[]): string =>
		proposeId(texts.filter((text) => text !== undefined).join(' '));
	const plain = join(...idFrom(values));
	if (!taken.has(plain)) return plain;
	const longer = join(...idFrom(values), ...(idFromToo?.(values) ?? []));
	let id = longer;
	for (let count = 2; taken.has(id); count++) id = `${longer}-${count}`;
	return id;
}
