import { memoize } from '../records/memoize.ts';
import { boundsOf } from '../schema/edtf.ts';
import { dateInWords } from '../schema/dates.ts';
import { codeOfTexts, english } from '../schema/language.ts';
import { memoizeByText } from '../schema/words.ts';
import { citationsOf } from './citations.ts';
import { growth } from './members.ts';
import type { Entry, Network } from './network.ts';

/** The page in English. Its file and its address differ from those of the other languages. */
const inEnglish = { id: 'en', name: 'English', locale: 'en-GB', path: '/in-figures/', ...english };

/** Returns all languages of the page, starting with English, with their addresses. */
export const languagesOf = memoize(({ entries }: Network) => [
	inEnglish,
	...entries.languages.map((language) => ({ ...language, path: `/${language.id}/` })),
]);

/** Returns whether a native speaker has read the texts of a language as they are now. */
export const isRead = ({ verbatim }: Network, tag: string): boolean =>
	verbatim.entries.languages.some(
		(language) => language.id === tag && language.read?.texts === codeOfTexts(language),
	);

/** A name in a language. If the language has no such name, the name is in English. */
export interface Named {
	readonly name: string;
	readonly lang?: 'en' | undefined;
}

/** Everything that a page says in one language. */
export type Tongue = ReturnType<typeof tongueOf>;

/** Returns the texts, names and dates in the language with a given tag. */
export function tongueOf(network: Network, tag: string) {
	const texts = languagesOf(network).find(({ id }) => id === tag) ?? inEnglish;
	const own: Partial<Entry<'languages'>> = texts;
	const isEnglish = texts === inEnglish;
	const regions = new Intl.DisplayNames(texts.locale, { type: 'region' });
	const inOrder = new Intl.Collator(texts.locale).compare;
	const named = (name: string | undefined, inEnglishName: string): Named =>
		name === undefined && !isEnglish ? { name: inEnglishName, lang: 'en' } : { name: name ?? inEnglishName };
	const country = ({ id, code, name }: Entry<'members'>): string =>
		own.countries?.find((each) => each.country === id)?.name ??
		(isEnglish ? name : (regions.of(code) ?? name));
	const stated = network.account.nativeNames?.findIndex(({ language }) => language === tag) ?? -1;
	const { account } = network;
	return {
		...texts,
		isEnglish,
		/** The name of the network, from a source if one has a name in this language. */
		networkName: account.nativeNames?.[stated]?.name ?? own.networkName ?? account.name,
		/** The sources of the name, or `undefined` if the name is ours. */
		nameCitations: isEnglish ? [] : stated < 0 ? undefined : citationsOf(account, 'nativeNames', stated),
		date: isEnglish ? dateInWords : datesIn(texts.locale),
		country,
		theme: ({ id, name }: Entry<'themes'>): Named =>
			named(own.themes?.find(({ theme }) => theme === id)?.name, name),
		city: (city: string): Named => named(own.cities?.find((each) => each.city === city)?.name, city),
		/** The name of a meeting without a number. */
		meeting: ({ id, title }: Entry<'meetings'>): Named =>
			named(own.meetings?.find(({ meeting }) => meeting === id)?.name, title),
		/** The steps in which the network grew. Countries that joined together are in the order of the language. */
		growth: growth(network).map((step) => ({
			...step,
			joined: step.joined.toSorted((a, b) => inOrder(country(a), country(b))),
		})),
	};
}

/** Replaces thin and narrow spaces, which vary between versions of `Intl`, with no-break spaces. */
export const withPlainSpaces = (text: string): string => text.replace(/[\u2009\u202f]/g, '\u00a0');

/**
 * Returns a function that writes EDTF dates and intervals in a locale. Days of one month are written as a range. Other intervals consist of
 * two dates and a dash, because the patterns of `Intl` contain words in some languages.
 */
function datesIn(locale: string): (date: string) => string {
	const formats = [{}, { month: 'long' }, { month: 'long', day: 'numeric' }].map(
		(parts) => new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC', ...(parts as object) }),
	);
	const write = (parts: readonly Intl.DateTimeFormatPart[]): string =>
		withPlainSpaces(
			// Some locales write ranges of days with leading zeros.
			parts.map(({ type, value }) => (type === 'day' ? String(Number(value)) : value)).join(''),
		).replace(/(?<=\d\.?)\s*–\s*(?=\d)/u, '–');
	return memoizeByText((date) => {
		const [start = '', end] = date.split('/');
		const format = formats[(start.length - 4) / 3];
		const first = new Date(boundsOf(start).earliest);
		if (!format) return date;
		if (end === undefined) return write(format.formatToParts(first));
		return start.length === 10 && end.slice(0, 8) === start.slice(0, 8)
			? write(format.formatRangeToParts(first, new Date(boundsOf(end).latest)))
			: [start, end].map(datesIn(locale)).join(' – ');
	});
}
