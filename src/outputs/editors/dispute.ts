import type { Citation } from '../../schema/citation.ts';
import { citationsFor } from '../../schema/cited.ts';
import { isGroup, type Group } from '../../records/values.ts';
import { dateInWords } from '../../schema/dates.ts';
import type { Field } from '../../schema/field-tree.ts';
import { recordFields } from '../../schema/index.ts';
import type { TitleOf } from '../../schema/kind.ts';
import { isKind, type Kind } from '../../schema/kinds.ts';
import { capitalized, inSeries, uncapitalized } from '../../schema/words.ts';
import type { Answers, NameOf } from './answers.ts';

/** Returns the initial answers for a new disagreement about a fact: the question, the subject and the record's own version. */
export function disputeAbout(
	{ kind, id, data }: { readonly kind: Kind; readonly id: string; readonly data: Group },
	key: string,
	nameOf: NameOf,
	titleOf: TitleOf,
): Answers | undefined {
	const field = recordFields[kind].find((each) => each.key === key);
	const value = data[key];
	if (!field || value === undefined) return undefined;
	const own = isGroup(value) ? value.sources : undefined;
	const cited = (own ?? citationsFor((data.sources ?? []) as Citation[], key)) as readonly Citation[];
	const words = inWords(field, value, titleOf);
	return {
		question: `Which ${uncapitalized(field.title)} ${/[^s]s$/.test(field.title) ? 'are' : 'is'} right for “${titleOf(kind, id)}”?`,
		about: [{ record: nameOf('any', `${kind}/${id}`), field: key }],
		versions: [
			{
				claim: `${capitalized(words.replace(/\.$/, ''))}.`,
				sources: cited.map(({ id: source, quote }) => ({
					id: nameOf('sources', source),
					quote: quote ?? '',
				})),
			},
			{},
		],
		// A temporary id, because the final id is generated from the text of the version.
		follows: 'first',
	};
}

/** Describes a value in words, without its sources and ids. */
function inWords(field: Field, value: unknown, titleOf: TitleOf): string {
	const { type, reference, entry, fields } = field;
	if (Array.isArray(value)) return inSeries(value.map((each) => inWords(entry ?? field, each, titleOf)));
	if (isGroup(value)) {
		const parts = fields.filter((each) => !each.ours && each.key !== 'sources' && each.type !== 'id');
		return parts
			.flatMap((each) => (value[each.key] === undefined ? [] : inWords(each, value[each.key], titleOf)))
			.join(', ');
	}
	const text = String(value);
	if (type === 'date') return dateInWords(text);
	if (reference === undefined) return text;
	const [kind = '', id = ''] = reference === 'any' ? text.split('/') : [reference, text];
	return isKind(kind) ? titleOf(kind, id) : text;
}
