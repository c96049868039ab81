import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { nearest } from '../../records/nearest.ts';
import { readYaml } from '../../records/yaml.ts';
import type { Field } from '../../outputs/editors/fields.ts';
import type { Values } from '../../outputs/editors/template.ts';
import { quote } from '../../schema/quote.ts';
import { toValue, withValue, type Slot } from './answers.ts';
import type { Guide } from './guides.ts';

/** A flag for a place of the record. */
export interface Flag {
	readonly name: string;
	readonly slot: Slot;
}

/** A mistake on the command line, in one or more sentences for the one who typed it. */
export class FlagError extends Error {
	override name = 'FlagError';
}

/** A flag for every place of a record: its short name where it has one, else its path as command lines write it. */
export function flagsFor(slots: readonly Slot[], guide: Guide): Flag[] {
	const short = new Map(Object.entries(guide.flags).map(([name, path]) => [path, name]));
	return slots.map((slot) => ({
		name: short.get(slot.path) ?? slot.path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
		slot,
	}));
}

/** What was given on the command line for a record of a kind. */
export interface GivenFlags {
	readonly values: Values;
	readonly id: string | undefined;
	readonly help: boolean;
}

/**
 * Reads the flags for a record.
 *
 * @throws {FlagError} when one is unknown, lacks its value, or has one that cannot be read
 */
export function readFlags(args: readonly string[], flags: readonly Flag[]): GivenFlags {
	const options: ParseArgsOptionsConfig = {
		id: { type: 'string' },
		help: { type: 'boolean' },
		...Object.fromEntries(
			flags.map(({ name, slot }) => [
				name,
				{ type: isSwitch(slot.field) ? 'boolean' : 'string', multiple: slot.field.isList },
			]),
		),
	};
	let given;
	try {
		given = parseArgs({ args: [...args], options, strict: true }).values;
	} catch (error) {
		throw new FlagError(explain(error, Object.keys(options)));
	}
	let values: Values = {};
	for (const { name, slot } of flags) {
		const answer = given[name];
		if (answer !== undefined) values = withValue(values, slot.path, fromFlag(name, slot.field, answer));
	}
	return {
		values,
		id: typeof given.id === 'string' ? given.id : undefined,
		help: given.help === true,
	};
}

/** Whether a key has no other value than yes. */
const isSwitch = ({ choices }: Field): boolean => choices.length === 1 && choices[0] === true;

type Answer = string | boolean | (string | boolean)[];

function fromFlag(name: string, field: Field, answer: Answer): unknown {
	if (typeof answer === 'boolean') return answer;
	const texts = [answer].flat().map(String);
	if (!field.isList) return toValue(field, texts[0] ?? '');
	if (field.fields.length > 0) return texts.map((text) => fromYaml(name, text));
	// No id holds a comma, and no other list is of words alone.
	return field.reference === undefined ? texts : texts.flatMap((text) => text.split(/\s*,\s*/));
}

/** An entry of a list of groups: written as a record writes it, on one line. */
function fromYaml(name: string, text: string): unknown {
	const read = readYaml(/^\s*\{/.test(text) ? text : `{${text}}`);
	if ('document' in read) return read.document.value;
	const [fault] = read.faults;
	throw new FlagError(
		`--${name} ${quote(text)} cannot be read. ${fault?.message ?? ''} Write its keys like this: 'id: cases, title: "Cases: an overview"'.`,
	);
}

/** The complaint of Node about a flag, with the flag that was probably meant. */
function explain(error: unknown, names: readonly string[]): string {
	const words = error instanceof Error ? error.message : String(error);
	const [sentence = words] = words.split(/(?<=')\. /);
	const unknown = /^Unknown option '--([^']+)'/.exec(sentence)?.[1];
	const meant = unknown === undefined ? undefined : nearest(unknown, names);
	return `${sentence.replace(/\.?$/, '.')}${meant === undefined ? '' : ` Did you mean --${meant}?`}`;
}
