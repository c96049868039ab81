import type { Draft, LocatedRecord } from '../records/content.ts';
import { visitValues } from '../records/values.ts';
import type { Path } from '../records/yaml.ts';
import { fieldTree } from '../schema/field-tree.ts';
import { inEnglishText, type FieldMistake, language, nameOfLanguage } from '../schema/fields.ts';
import { codeOfTexts, languageKind } from '../schema/language.ts';
import { codePoint, quote } from '../schema/quote.ts';
import { counted, inSeries } from '../schema/words.ts';
import type { Report } from './check.ts';

const tag = language('Language', '');

/** Ensures that each language file is named after its language tag, and that the network has a name in each language. */
function ensureLanguagesAreKnown({ network, records }: Draft, report: Report): void {
	for (const at of records.languages) {
		const [issue] = tag.safeParse(at.id).error?.issues ?? [];
		if (issue?.code === 'custom') {
			const { rule, message, hint } = issue.params as FieldMistake;
			report(at, [], rule, { message: `The file name ${message}`, hint });
		}
		const isNamed = (network?.data.nativeNames ?? []).some((name) => name.language === at.id);
		if (!network || isNamed || at.data.networkName !== undefined) continue;
		report(at, ['name'], 'missing-key', {
			part: 'key',
			message: `"networkName" is required, because no source in network.yaml has a name of the network in this language.`,
			hint: `Add the line "networkName: …". ${inEnglishText(network.data.name)}`,
		});
	}
}

/** Ensures that translations use only the letters of their language. Words from the English text, such as names, are allowed. */
function ensureTextsUseTheirLetters(draft: Draft, report: Report): void {
	const tree = fieldTree(languageKind.schema);
	for (const at of draft.records.languages) {
		const letters = new Set(at.data.letters);
		visitValues(tree, at.data, (value, path, { key, type, description }) => {
			if (typeof value !== 'string' || type !== 'text') return;
			if (['letters', 'texts', 'city'].includes(key) || path.includes('searchWords') || path[0] === 'search')
				return;
			const name = englishName(draft, at, path);
			const english = name === undefined ? description : inEnglishText(name);
			for (const [word] of value.matchAll(/\p{L}+/gu)) {
				const odd = Array.from(word).find((letter) => !letters.has(letter.toLowerCase()));
				if (odd === undefined || english.split(/\P{L}/u).includes(word)) continue;
				report(at, path, 'letters', {
					message: `${quote(word)} contains "${odd}" (${codePoint(odd)}), which is not a letter of this language.`,
					hint: `Type the whole word again, or add the letter to "letters". ${english}`,
				});
				return;
			}
		});
	}
}

/** Returns the English name of a theme, city, country or the network. */
function englishName(
	{ network, records }: Draft,
	{ data }: LocatedRecord<'languages'>,
	[group, index]: Path,
): string | undefined {
	const named = (list: readonly { id: string; data: { name: string } }[], id?: string) =>
		list.find((each) => each.id === id)?.data.name;
	const number = Number(index);
	if (group === 'themes') return named(records.themes, data.themes[number]?.theme);
	if (group === 'meetings')
		return records.meetings.find(({ id }) => id === data.meetings?.[number]?.meeting)?.data.title;
	if (group === 'cities') return data.cities[number]?.city;
	if (group === 'countries') return named(records.members, data.countries?.[number]?.country);
	return group === 'networkName' ? network?.data.name : undefined;
}

/** Warns if a language has no name for a city, a theme or a meeting without a number. */
function ensureNamesAreTranslated({ records }: Draft, report: Report): void {
	const seen = new Set<string>();
	const warn = (at: LocatedRecord, path: Path, group: 'themes' | 'meetings' | 'cities', id: string): void => {
		const one = { themes: 'theme', meetings: 'meeting', cities: 'city' }[group];
		const without = records.languages.filter(
			({ data }) => !data[group]?.some((each) => (each as Record<string, string | string[]>)[one] === id),
		);
		const [first] = without;
		if (!first || seen.size === seen.add(`${group} ${id}`).size) return;
		report(at, path, 'untranslated', {
			message: `This ${one} has no name in ${counted(without.length, 'language')} (${inSeries(without.map(({ id }) => nameOfLanguage(id) ?? id))}), where pages show the English name.`,
			hint: `If you know the name, add an entry to "${group}" in ${first.file} with "${one}: ${id}" and "name: …".`,
		});
	};
	for (const at of records.themes) warn(at, ['name'], 'themes', at.id);
	for (const at of records.meetings) {
		const { body, number, place } = at.data;
		if (body === 'conference' && number === undefined) warn(at, ['title'], 'meetings', at.id);
		if (place) warn(at, ['place', 'city'], 'cities', place.city);
	}
}

/** Warns about texts that have changed since a native speaker read them. */
function ensureTextsAreRead({ records }: Draft, report: Report): void {
	for (const at of records.languages) {
		const { read } = at.data;
		const code = codeOfTexts(at.data);
		if (!read || read.texts === code) continue;
		report(at, ['read', 'texts'], 'reading', {
			message:
				'The texts, or their English texts, have changed since they were read, so the page says that nobody has read them.',
			hint: `Once a native speaker has read the texts again, write the new date and "texts: ${code}".`,
		});
	}
}

export default [
	ensureLanguagesAreKnown,
	ensureTextsUseTheirLetters,
	ensureNamesAreTranslated,
	ensureTextsAreRead,
];
