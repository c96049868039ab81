import { compareDates, dayBounds } from './edtf.ts';

/*
 * Dates as people write them, read as what records write (EDTF): "12–13 October 2017" is 2017-10-12/2017-10-13. Nothing read
 * here is accepted; it is proposed to the editor.
 */

/** A date that may lack what the other end of an interval says for both: the month and the year of "12–13 October 2017". */
type Parts = Readonly<Partial<Record<'year' | 'month' | 'day', string | undefined>>>;

// The languages of the network's sources.
const languages = 'en bg bs de el fr hr hu it mk ro sl sq sr sr-Latn'.split(' ');

const romanMonths = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');

// Made when the first wrong date is met: most checks need none of it.
let monthsByName: readonly (readonly [name: string, month: number])[] | undefined;

/** The names of the months, alone and beside a day, in small letters. */
const monthNames = (): readonly (readonly [name: string, month: number])[] =>
	languages.flatMap((language) =>
		[{}, { day: 'numeric' } as const].flatMap((options) => {
			const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC', ...options });
			return Array.from({ length: 12 }, (_, index) => {
				const month = format.formatToParts(Date.UTC(2000, index)).find(({ type }) => type === 'month');
				return [month?.value.toLowerCase() ?? '', index + 1] as const;
			});
		}),
	);

/** The figures of a month's name, or of its first letters, where they can mean one month only. */
function monthOf(name: string): string | undefined {
	const roman = romanMonths.indexOf(name) + 1;
	if (roman > 0) return String(roman);
	if (name.length < 3) return undefined;
	monthsByName ??= monthNames();
	const found = new Set(monthsByName.flatMap(([month, number]) => (month.startsWith(name) ? [number] : [])));
	const [only] = found;
	return found.size === 1 ? String(only) : undefined;
}

/** How a date of two small figures is read: "04/05/2019" is in May in Europe, and in April in the United States. */
const orders = [
	/^(?<day>\d{1,2})[-/](?<month>\d{1,2})[-/](?<year>\d{4}|\d{2})$/,
	/^(?<month>\d{1,2})[-/](?<day>\d{1,2})[-/](?<year>\d{4}|\d{2})$/,
];

/** The other ways to write one date, or one end of an interval, in small letters. */
const forms = [
	// 2017-20-10, as no month is the twentieth
	/^(?<year>\d{4})[-./ ] ?(?<day>1[3-9]|[23]\d)[-./ ] ?(?<month>0?\d|1[0-2])\.?$/,
	// 2017/10/12, 2017.10, 2017-5-3
	/^(?<year>\d{4})(?:[-./ ] ?(?<month>\d{1,2})(?:[-./ ] ?(?<day>\d{1,2}))?)?\.?$/,
	/^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
	// 12.10.2017 has one reading, and so has 12.10.17
	/^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\.(?: ?(?<year>\d{4}|\d{2})\.?)?$/,
	// 10/2017
	/^(?<month>\d{1,2})[-./](?<year>\d{4})$/,
	// 12 October 2017, 12. Oct., 12-Oct-2017
	/^(?<day>\d{1,2})\.?[- ]?(?<name>\p{L}+)\.?(?:[- ]?(?<year>\d{4})\.?)?$/u,
	// October 12 2017
	/^(?<name>\p{L}+)\.? (?<day>\d{1,2})(?: (?<year>\d{4}))?$/u,
	// October 2017
	/^(?<name>\p{L}+)\.?(?:[- ]?(?<year>\d{4}))?$/u,
	// The end of "October 12–13, 2017", and of "12–13 October 2017"
	/^(?<day>\d{1,2})\.?(?: (?<year>\d{4}))?$/,
];

function partsOf(text: string, order: RegExp): Parts | undefined {
	for (const form of [order, ...forms]) {
		const found = form.exec(text)?.groups;
		if (!found) continue;
		const { year, day, name } = found;
		const month = name === undefined ? found.month : monthOf(name);
		// No record is older than this century.
		if (name === undefined || month) return { year: year?.length === 2 ? `20${year}` : year, month, day };
	}
	return undefined;
}

const twoFigures = (number: string): string => number.padStart(2, '0');

/** The date that parts make; `undefined` when they leave a gap or name no day of the calendar. */
function dateOf({ year, month, day }: Parts): string | undefined {
	if (year === undefined || (month === undefined && day !== undefined)) return undefined;
	const date = [year, ...[month, day].filter((part) => part !== undefined).map(twoFigures)].join('-');
	return dayBounds(date) ? date : undefined;
}

/** One end of an interval with what only the other end says; a day is never taken over. */
const completed = (end: Parts, other: Parts): Parts => ({
	year: end.year ?? other.year,
	month: end.month ?? (end.day === undefined ? undefined : other.month),
	day: end.day,
});

const separators = / ?[-–—/&] ?| (?:to|and|until|till) /g;

/** Every reading of a text as an interval, whichever of its dashes and slashes stands between the two ends. */
function intervalsIn(text: string, order: RegExp): string[] {
	return [...text.matchAll(separators)].flatMap(({ 0: separator, index }) => {
		const start = partsOf(text.slice(0, index), order);
		const end = partsOf(text.slice(index + separator.length), order);
		if (!start || !end) return [];
		const interval = [dateOf(completed(start, end)), dateOf(completed(end, start))].join('/');
		return dayBounds(interval) ? [interval] : [];
	});
}

/** Takes out what says nothing of the date: the weekday, "from", "the", the ending of "12th". */
const plain = (text: string): string =>
	text
		.toLowerCase()
		.replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g, '')
		.replace(/\b(?:from|on|in|the|of)\b|,/g, ' ')
		.replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
		.replace(/\s+/g, ' ')
		.trim();

// No date in words is longer, and the patterns shall not be tried on whole paragraphs.
const longest = 80;

/**
 * What a date in a common wrong form can mean.
 *
 * @returns the EDTF dates or intervals it can mean, in order of time; none when it is no known form
 */
export function readingsOf(text: string): string[] {
	if (text.length > longest) return [];
	const words = plain(text);
	const readings = orders.flatMap((order) => {
		const parts = partsOf(words, order);
		const date = parts && dateOf(parts);
		return date === undefined ? intervalsIn(words, order) : [date];
	});
	return [...new Set(readings)].sort(compareDates);
}

const inFull = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A reading in words and as records write it: `4 May 2019 ("2019-05-04")`. */
const explained = (reading: string): string => {
	const words = reading.split('/').map((day) => inFull.format(new Date(`${day}T00:00:00Z`)));
	return `${words.join(' to ')} ("${reading}")`;
};

/**
 * How to mend a date that was written in a common wrong form.
 *
 * @param takesIntervals whether the field takes two dates with a slash
 * @returns the hint; `undefined` when it is no known form
 */
export function mendDate(text: string, takesIntervals: boolean): string | undefined {
	const readings = readingsOf(text);
	const [first, ...others] = readings;
	if (first === undefined) return mendVagueDate(text);
	// Only days can be read in two ways.
	if (others.length > 0)
		return `It can mean ${readings.map(explained).join(' or ')}; write the one that the source means.`;
	if (first.includes('/') && !takesIntervals) {
		const [start = '', end = ''] = first.split('/');
		return `Write the one date that this field is about: "${start}" or "${end}".`;
	}
	return `Did you mean "${first}"?`;
}

const vague =
	/^(?:ca|c|circa|about|around|approx(?:imately)?|probably|perhaps|early|mid|late|(?:the )?(?:beginning|middle|end) of|spring|summer|autumn|fall|winter|before|after)\b[. ,-]*(?:of )?/i;

/** What can be written of a date that a source gives in part only. */
function mendVagueDate(text: string): string | undefined {
	const [sure, ...others] = vague.test(text) ? readingsOf(text.replace(vague, '')) : [];
	return sure === undefined || others.length > 0
		? undefined
		: `Write as much as is sure, such as "${sure}", and under "notes" how the source puts it.`;
}
