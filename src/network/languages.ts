import { memoize } from '../records/memoize.ts';
import { boundsOf } from '../schema/edtf.ts';
import { codeOfTexts, english } from '../schema/language.ts';
import { memoizeByText } from '../schema/words.ts';
import { citationsOf } from './citations.ts';
import { isWithinDays } from './meetings.ts';
import { growth } from './members.ts';
import type { Entry, Network } from './network.ts';

/** The English page. Its file and address differ from those of the other languages. */
const inEnglish = { id: 'en', name: 'English', locale: 'en-GB', path: '/in-figures/', ...english };

/** Returns all languages of the page and their addresses, starting with English. */
export const languagesOf = memoize(({ entries }: Network) => [
	inEnglish,
	...entries.languages.map((language) => ({ ...language, path: `/${language.id}/` })),
]);

/** Returns whether a native speaker has read the current texts of a language. */
export const isRead = ({ verbatim }: Network, tag: string): boolean =>
	verbatim.entries.languages.some(
		(language) => language.id === tag && language.read?.texts === codeOfTexts(language),
	);

/** A name in the language of the page or, if there is none, in English. */
export interface Named {
	readonly name: string;
	readonly lang?: 'en' | undefined;
}

/** Everything that a page says in one language. */
export type Tongue = ReturnType<typeof tongueOf>;

/** Returns everything that a page in the given language needs. */
export function tongueOf(network: Network, tag: string) {
	const texts = languagesOf(network).find(({ id }) => id === tag) ?? inEnglish;
	const own: Partial<Entry<'languages'>> = texts;
	const isEnglish = texts === inEnglish;
	const regions = new Intl.DisplayNames(texts.locale, { type: 'region' });
	const date = datesIn(texts.locale);
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
		/** The name of the network, from a source if possible. */
		networkName: account.nativeNames?.[stated]?.name ?? own.networkName ?? account.name,
		/** The sources of the name, or `undefined` if the editors translated it. */
		nameCitations: isEnglish ? [] : stated < 0 ? undefined : citationsOf(account, 'nativeNames', stated),
		date,
		/** The dates of a meeting. For a session without an exact date, the month of the longer event. */
		held: (meeting: Entry<'meetings'>): string => {
			const [first, last] = meeting.dates.split('/').map((each) => each.slice(0, 'YYYY-MM'.length));
			return date(first && first === last && isWithinDays(network, meeting) ? first : meeting.dates);
		},
		country,
		theme: ({ id, name }: Entry<'themes'>): Named =>
			named(own.themes?.find(({ theme }) => theme === id)?.name, name),
		city: (city: string): Named => named(own.cities?.find((each) => each.city === city)?.name, city),
		/** The name of a meeting that has no number. */
		meeting: ({ id, title }: Entry<'meetings'>): Named =>
			named(own.meetings?.find(({ meeting }) => meeting === id)?.name, title),
		/** The stages of the network's growth. Countries that joined together are in the alphabetical order of the language. */
		growth: growth(network).map((step) => ({
			...step,
			joined: step.joined.toSorted((a, b) => inOrder(country(a), country(b))),
		})),
	};
}

/**
 * Returns a function that writes EDTF dates and intervals in a locale. Days in the same month are written as a range. For other intervals,
 * `Intl` uses words in some languages, so the two dates are joined with a dash instead. A line can break after this dash and between
 * the month and the year.
 */
function datesIn(locale: string): (date: string) => string {
	const formats = [{}, { month: 'long' }, { month: 'long', day: 'numeric' }].map(
		(parts) => new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC', ...(parts as object) }),
	);
	const write = (parts: readonly Intl.DateTimeFormatPart[]): string =>
		parts
			// Some locales write ranges of days with leading zeros.
			.map(({ type, value }) => (type === 'day' ? String(Number(value)) : value))
			.join('')
			.replace(/(?<=\d\.?)\s*–\s*(?=\d)/u, '–')
			.replace(/(?<=\b\d\d?\.?)\s|\s(?=\d\d?\b|\p{L}\.)/gu, '\u00a0');
	return memoizeByText((date) => {
		const [start = '', end] = date.split('/');
		const format = formats[(start.length - 4) / 3];
		const first = new Date(boundsOf(start).earliest);
		if (!format) return date;
		if (end === undefined) return write(format.formatToParts(first));
		return start.length === 10 && end.slice(0, 8) === start.slice(0, 8)
			? write(format.formatRangeToParts(first, new Date(boundsOf(end).latest)))
			: [start, end].map(datesIn(locale)).join('\u00a0– ');
	});
}
