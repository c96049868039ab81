import { CORE_SCHEMA, dump } from 'js-yaml';
import * as z from 'zod';
import type { Field } from '../../outputs/editors/fields.ts';
import type { Values } from '../../outputs/editors/template.ts';
import { readRecord } from '../../records/read-record.ts';
import { localId } from '../../schema/fields.ts';

/** A place in a record where an answer goes: a single value or a list, at the top or in a group. */
export interface Slot {
	/** The keys that lead to it, joined by dots: `place.city`. */
	readonly path: string;
	readonly field: Field;
	/** What the groups around it are called, outermost first. */
	readonly groups: readonly string[];
	/** Whether every record of the kind has it. */
	readonly isRequired: boolean;
	/** Whether every group that is begun has it. */
	readonly isRequiredInGroup: boolean;
}

/** All places of a record, in the order of its schema. */
export const slotsOf = (fields: readonly Field[]): Slot[] => slotsIn(fields, '', [], true);

const slotsIn = (
	fields: readonly Field[],
	prefix: string,
	groups: readonly string[],
	isGroupRequired: boolean,
): Slot[] =>
	fields.flatMap((field) => {
		const path = prefix + field.key;
		const isRequired = isGroupRequired && field.isRequired;
		return field.fields.length > 0 && !field.isList
			? slotsIn(field.fields, `${path}.`, [...groups, field.title], isRequired)
			: [{ path, field, groups, isRequired, isRequiredInGroup: field.isRequired }];
	});

/** The value at a path, or `undefined`. */
export const valueAt = (values: Values, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>(
			(value, key) => (typeof value === 'object' && value !== null ? (value as Values)[key] : undefined),
			values,
		);

/** The same values with another one at a path; `undefined` takes it away, and a group that is left empty with it. */
export function withValue(values: Values, path: string, value: unknown): Values {
	const [key = '', ...rest] = path.split('.');
	const inner = rest.length === 0 ? value : withValue((values[key] ?? {}) as Values, rest.join('.'), value);
	const isNothing = inner === undefined || (rest.length > 0 && Object.keys(inner as Values).length === 0);
	const others = Object.entries(values).filter(([name]) => name !== key);
	return Object.fromEntries(isNothing ? others : [...others, [key, inner]]);
}

/** Whether a place must have a value: in every record, or because the group it is in is begun. */
export function isNeeded(values: Values, { path, isRequired, isRequiredInGroup }: Slot): boolean {
	const group = path.split('.').slice(0, -1).join('.');
	const isBegun = group !== '' && valueAt(values, group) !== undefined;
	return isRequired || (isRequiredInGroup && isBegun);
}

/** An answer as the schema takes it: figures as a number where a number is expected. */
export const toValue = (field: Field, answer: string): unknown => {
	const text = answer.trim();
	return field.isNumber && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
};

/**
 * What is wrong with an answer, in the words of the check, or `undefined`.
 *
 * @param value the whole value of the field: for a list, with all its entries
 */
export const refusalOf = (
	{ key, schema }: Pick<Field, 'key' | 'schema'>,
	value: unknown,
): string | undefined => {
	const text = dump({ [key]: value }, { schema: CORE_SCHEMA, noRefs: true });
	const read = readRecord('answer', text, z.strictObject({ [key]: schema as z.ZodType }));
	const problem = 'problems' in read ? read.problems[0] : undefined;
	return problem && `${problem.message} ${problem.hint}`;
};

const idSchema = localId({ title: 'Id', description: 'The name of the file.' });

/** What is wrong with a text as the id of a record, in the words of the check, or `undefined`. */
export const refusalOfId = (id: string): string | undefined => refusalOf({ key: 'id', schema: idSchema }, id);
