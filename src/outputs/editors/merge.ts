import { type Group, isGroup } from '../../records/values.ts';
import { readYaml } from '../../records/yaml.ts';
import { recordFields } from '../../schema/index.ts';
import type { Kind } from '../../schema/kinds.ts';
import { editText, isSame, yamlOf } from './edit.ts';

/** A field that was changed in two versions of a record. Values are YAML text, and a missing value is an empty string. */
export interface Conflict {
	readonly key: string;
	readonly title: string;
	readonly base: string;
	readonly published: string;
	readonly own: string;
}

export type Side = 'published' | 'own';

export interface Merged {
	/** The published text with the changes of the draft; undefined if either text is not valid YAML. */
	readonly text?: string;
	/**
	 * The fields that both versions changed, in the order of the form. Until the editor chooses a version, the text contains the published
	 * value.
	 */
	readonly conflicts: readonly Conflict[];
}

/** Parses a record without validating it. Returns `undefined` if the text is not valid YAML. */
export const recordIn = (text: string): Group | undefined => {
	const read = readYaml(text);
	return 'document' in read && isGroup(read.document.value) ? read.document.value : undefined;
};

/**
 * Merges a draft into a record that has also changed on the published site. If only one version changed a field, that change is kept.
 *
 * @param sides the version that the editor chose for each conflict
 */
export function mergeRecord(
	kind: Kind,
	{ base, published, own: text }: Readonly<Record<'base' | Side, string>>,
	sides: Readonly<Record<string, Side>> = {},
): Merged {
	const [before, there, mine] = [base, published, text].map(recordIn);
	if (!before || !there || !mine) return { conflicts: [] };
	const keys = recordFields[kind].map(({ key }) => key).filter((key) => !isSame(before[key], mine[key]));
	const conflicts = keys
		.filter((key) => !isSame(before[key], there[key]) && !isSame(there[key], mine[key]))
		.map((key) => ({
			key,
			title: recordFields[kind].find((field) => field.key === key)?.title ?? key,
			base: valueInYaml(before[key]),
			published: valueInYaml(there[key]),
			own: valueInYaml(mine[key]),
		}));
	const isOpen = (key: string): boolean => conflicts.some((each) => each.key === key);
	const isOwn = (key: string): boolean => !isOpen(key) || sides[key] === 'own';
	const own = Object.fromEntries(keys.filter(isOwn).map((key) => [key, mine[key]]));
	return { text: editText(published, { ...there, ...own }), conflicts };
}

const valueInYaml = (value: unknown): string =>
	value === undefined
		? ''
		: typeof value === 'string'
			? value
			: yamlOf({ value }).replace(/^value:\s?\n?/, '');
