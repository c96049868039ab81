import { kinds } from '../../schema/kinds.ts';
import { helpOf, type RecordFields } from '../../outputs/editors/fields.ts';
import type { Flag } from './flags.ts';
import { guides, type Guide } from './guides.ts';

const names = kinds.map((kind) => guides[kind].name).join(', ');

/** What can be added, in a sentence's end. */
export const kindNames = names;

/** How to use the command. */
export const usage = `Usage: npm run new [-- <what> [flags]]

Adds a record to the content directory: asks for what every record of its kind says, proposes a name for the file, and
writes it with a comment on each key. Nothing is written before the last answer, and nothing is overwritten.

  <what>    one of ${names}
  --help    prints this, and after a <what> its flags

Flags answer questions beforehand; with all required ones, no question is asked:

  npm run new -- meeting --number 12 --dates 2026-06-03/2026-06-04 --place Athens --country greece \\
    --source osce-2026-twelfth-meeting

Environment: CONTENT_DIR is the content directory (default: content).
Exit status: 0 written, 1 not written because of what it would say, 2 could not run, 130 stopped by Ctrl-C.
`;

/** How to use the command for one kind of record. */
export const usageFor = (
	{ title, description }: RecordFields,
	{ name, proposals }: Guide,
	flags: readonly Flag[],
): string => {
	const supplied = Object.entries(proposals?.({}) ?? {}).map(([path, value]) => `${path}: ${String(value)}`);
	return `Usage: npm run new -- ${name} [flags]

${title}: ${description}

Required${supplied.length > 0 ? ` (unless it stays with ${supplied.join(', ')})` : ''}:

${lines(flags.filter(({ slot }) => slot.isRequired))}

May be left out:

${lines(flags.filter(({ slot }) => !slot.isRequired))}
  --id
      Id: The name of the file, which is proposed otherwise.

A list takes its flag once for each entry. An entry that has keys of its own is written as its record writes it, on one line:

  --agenda 'id: digital-evidence, title: Digital evidence, wording: restated, themes: [electronic-evidence]'
`;
};

/** Flags with what they are for, one below the other. */
export const lines = (flags: readonly Flag[]): string =>
	flags
		.map(({ name, slot: { field } }) => {
			const { fields, examples, choices } = field;
			const keys = fields.map(({ key, isRequired }) => (isRequired ? key : `${key} (may be left out)`));
			const looks = keys.length > 0 ? ` Each has the keys ${keys.join(', ')}.` : '';
			const [example] = examples;
			const shown = example === undefined || choices.length > 0 ? '' : ` For example: ${example}`;
			return `  --${name}\n      ${helpOf(field)}${looks}${shown}`;
		})
		.join('\n');
