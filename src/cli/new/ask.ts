import type { Readable, Writable } from 'node:stream';
import {
	autocomplete,
	autocompleteMultiselect,
	confirm,
	isCancel,
	log,
	select,
	text,
	type Option,
} from '@clack/prompts';
import type { Field } from '../../outputs/editors/fields.ts';
import type { KnownIds } from '../../outputs/editors/json-schema.ts';
import type { Values } from '../../outputs/editors/template.ts';
import { proposeId } from '../../records/propose-id.ts';
import { kinds } from '../../schema/kinds.ts';
import { isNeeded, refusalOf, slotsOf, toValue, valueAt, withValue } from './answers.ts';
import type { Guide } from './guides.ts';

/** Where the questions are put and answered. */
export interface Terminal {
	readonly input: Readable;
	readonly output: Writable;
}

/** The one who was asked has stopped: nothing is to be written. */
export class Stopped extends Error {
	override name = 'Stopped';
}

/** What the questions need to know besides the schema. */
export interface Surroundings {
	readonly terminal: Terminal;
	/** The ids there are, those of records about to be written among them. */
	readonly ids: () => KnownIds;
	/** Asks for a source that is not there yet and gives its id. */
	readonly addSource: (() => Promise<string>) | undefined;
}

/** Passes an answer on, unless there is none because the one who was asked has stopped. */
export function answered<T>(answer: T): Exclude<T, symbol> {
	if (isCancel(answer)) throw new Stopped();
	return answer as Exclude<T, symbol>;
}

/**
 * Asks for the required keys of a record and for those that are worth a question, in the order of the schema.
 *
 * @param given what is known already and is not asked for
 * @param before answers given earlier, to be changed or confirmed
 */
export async function askRecord(
	fields: readonly Field[],
	guide: Pick<Guide, 'asked' | 'proposals'>,
	given: Values,
	before: Values,
	around: Surroundings,
): Promise<Values> {
	let values = given;
	for (const slot of slotsOf(fields)) {
		if (valueAt(values, slot.path) !== undefined) continue;
		const isRequired = isNeeded(values, slot);
		if (!isRequired && !guide.asked.includes(slot.path)) continue;
		// Two ways of saying that a meeting has no place.
		if (slot.path.startsWith('place.') && values.mode === 'online') continue;
		const proposal = valueAt(before, slot.path) ?? guide.proposals?.(values)[slot.path];
		// "City" alone does not say of what.
		const title = [...slot.groups, slot.field.title].join(': ');
		const value = await askField({ ...slot.field, title }, isRequired, proposal, around);
		values = withValue(values, slot.path, value);
	}
	return values;
}

/** Asks for one value, or all values of a list; `undefined` when it is left out. */
async function askField(
	field: Field,
	isRequired: boolean,
	proposal: unknown,
	around: Surroundings,
): Promise<unknown> {
	if (field.isList && field.fields.length > 0) return askGroups(field, isRequired, proposal, around);
	if (field.isList && field.reference !== undefined)
		return askReferences(field, isRequired, proposal, around);
	if (field.isList) return askTexts(field, isRequired, around);
	if (field.choices.length > 0) return askChoice(field, isRequired, proposal, around);
	if (field.reference !== undefined) return askReference(field, isRequired, proposal, around);
	return askText(field, isRequired, proposal, around);
}

const leftOut = '(left out)';

/** The question: what the field is called, and what the schema says of it. */
const questionOf = ({ title, description }: Field, isRequired: boolean): string =>
	`${title}. ${description}${isRequired ? '' : ' May be left out.'}`;

async function askText(
	field: Field,
	isRequired: boolean,
	proposal: unknown,
	{ terminal }: Surroundings,
): Promise<unknown> {
	const [example] = field.examples;
	const answer = answered(
		await text({
			...terminal,
			message: questionOf(field, isRequired),
			...(example !== undefined && { placeholder: String(example) }),
			...((typeof proposal === 'string' || typeof proposal === 'number') && {
				initialValue: String(proposal),
			}),
			validate: (given) =>
				!given?.trim() && !isRequired ? undefined : refusalOf(field, toValue(field, given ?? '')),
		}),
	);
	return answer.trim() === '' ? undefined : toValue(field, answer);
}

async function askChoice(
	field: Field,
	isRequired: boolean,
	proposal: unknown,
	{ terminal }: Surroundings,
): Promise<unknown> {
	const options: Option<string>[] = field.choices.map((choice) => ({ value: String(choice) }));
	const answer = answered(
		await select({
			...terminal,
			message: questionOf(field, isRequired),
			options: isRequired ? options : [{ value: leftOut }, ...options],
			...(typeof proposal === 'string' && { initialValue: proposal }),
		}),
	);
	return answer === leftOut ? undefined : field.choices.find((choice) => String(choice) === answer);
}

/** The records that a reference can name, each by its name. */
const optionsFor = ({ reference }: Field, ids: KnownIds): Option<string>[] =>
	(reference === 'any' ? kinds : kinds.filter((kind) => kind === reference)).flatMap((kind) =>
		[...ids[kind]].map(([id, name]) => {
			const value = reference === 'any' ? `${kind}/${id}` : id;
			return name === '' ? { value } : { value, label: shortened(`${value}: ${name}`) };
		}),
	);

const longest = 76;

const shortened = (label: string): string =>
	label.length > longest ? `${label.slice(0, longest - 1)}…` : label;

// As many as fit a small window beside the question.
const maxItems = 8;

async function askReference(
	field: Field,
	isRequired: boolean,
	proposal: unknown,
	{ terminal, ids }: Surroundings,
): Promise<unknown> {
	const options = optionsFor(field, ids());
	const answer = answered(
		await autocomplete({
			...terminal,
			message: questionOf(field, isRequired),
			placeholder: 'Type a part of it',
			options: isRequired ? options : [{ value: leftOut }, ...options],
			maxItems,
			...(typeof proposal === 'string' && { initialValue: proposal }),
			validate: (choice) => (choice === undefined ? refusalOf(field, '') : undefined),
		}),
	);
	return answer === leftOut ? undefined : answer;
}

const another = '(one that is not here yet)';

async function askReferences(
	field: Field,
	isRequired: boolean,
	proposal: unknown,
	{ terminal, ids, addSource }: Surroundings,
): Promise<unknown> {
	const canAdd = field.reference === 'sources' && addSource !== undefined;
	const options = optionsFor(field, ids());
	const chosen = answered(
		await autocompleteMultiselect({
			...terminal,
			message: questionOf(field, isRequired),
			placeholder: 'Type a part of it; Tab chooses',
			options: canAdd ? [{ value: another, label: 'A source that is not here yet …' }, ...options] : options,
			maxItems,
			required: isRequired,
			...(Array.isArray(proposal) && { initialValues: proposal.map(String) }),
		}),
	);
	const found = chosen.filter((id) => id !== another);
	// The source that was just found is the one the record is written from: it comes first.
	if (canAdd && chosen.includes(another)) found.unshift(await addSource());
	return found.length === 0 ? undefined : found;
}

async function askTexts(field: Field, isRequired: boolean, { terminal }: Surroundings): Promise<unknown> {
	const texts: unknown[] = [];
	for (;;) {
		const isFirst = isRequired && texts.length === 0;
		const [example] = field.examples;
		const answer = answered(
			await text({
				...terminal,
				message: `${questionOf(field, isRequired)} One at a time; an empty line ends the list.`,
				...(example !== undefined && { placeholder: String(example) }),
				validate: (given) =>
					!given?.trim() && !isFirst ? undefined : refusalOf(field, [...texts, toValue(field, given ?? '')]),
			}),
		);
		if (answer.trim() === '') return texts.length === 0 ? undefined : texts;
		texts.push(toValue(field, answer));
	}
}

/** Asks for entries of a list of groups, one after the other. */
async function askGroups(
	field: Field,
	isRequired: boolean,
	proposal: unknown,
	around: Surroundings,
): Promise<unknown> {
	const { terminal } = around;
	const entries: Values[] = [];
	const needed = isRequired ? Math.max(1, field.atLeast) : 0;
	log.info(questionOf(field, isRequired), terminal);
	if (Array.isArray(proposal) && proposal.length > 0) {
		const message = proposal.length === 1 ? 'Keep the entry?' : `Keep the ${proposal.length} entries?`;
		if (answered(await confirm({ ...terminal, message }))) entries.push(...(proposal as Values[]));
	}
	for (;;) {
		if (entries.length >= needed) {
			const more = answered(
				await confirm({
					...terminal,
					message: entries.length === 0 ? `Add ${field.title.toLowerCase()}?` : 'Add another?',
					initialValue: false,
				}),
			);
			if (!more) return entries.length === 0 ? undefined : entries;
		}
		entries.push(await askGroup(field, entries, around));
	}
}

/** Asks for one entry; its id is proposed from what it says, so it comes last. */
async function askGroup(list: Field, others: readonly Values[], around: Surroundings): Promise<Values> {
	const id = list.fields.find(({ key }) => key === 'id');
	const rest = list.fields.filter(({ key, isRequired }) => key !== 'id' && isRequired);
	let values: Values = {};
	for (const field of rest) {
		const value = await askField(field, true, undefined, around);
		values = withValue(values, field.key, value);
	}
	if (!id) return values;
	const [text] = Object.values(values).filter((value) => typeof value === 'string');
	const taken = new Set(others.map((entry) => entry.id));
	const proposed = proposeId(String(text).split(/\s+/).slice(0, 5).join(' '));
	return {
		id: await askField(id, true, taken.has(proposed) ? `${proposed}-${others.length + 1}` : proposed, around),
		...values,
	};
}
