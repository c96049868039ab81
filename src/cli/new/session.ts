import { existsSync } from 'node:fs';
import { log, select, text } from '@clack/prompts';
import { knownIds } from '../../outputs/editors/known-ids.ts';
import { recordFields } from '../../outputs/editors/fields.ts';
import type { Values } from '../../outputs/editors/template.ts';
import type { Draft } from '../../records/content.ts';
import { formatProblems } from '../../records/format-problems.ts';
import { kindOf } from '../../schema/index.ts';
import type { Kind } from '../../schema/kinds.ts';
import { refusalOfId } from './answers.ts';
import { answered, askRecord, Stopped, type Terminal } from './ask.ts';
import { compose, ExistsError, fileOf, type NewRecord } from './compose.ts';
import { guides, idFor } from './guides.ts';

/** What is known of a record before the first question. */
export interface Beginning {
	readonly values: Values;
	readonly id: string | undefined;
}

/** Asks for the kind of a new record. */
export const askKind = async (kinds: readonly Kind[], terminal: Terminal): Promise<Kind> =>
	answered(
		await select({
			...terminal,
			message: 'What do you want to add?',
			options: kinds.map((value) => {
				const { title, description } = recordFields(kindOf(value).schema);
				return { value, label: title, hint: description };
			}),
			initialValue: 'meetings',
		}),
	);

/**
 * Asks for a record, and for the sources it needs that are not there yet. Nothing is written here.
 *
 * @param draft the content there is
 * @returns the records to write, sources first
 * @throws {Stopped} when the one who is asked stops
 */
export async function askForRecords(
	kind: Kind,
	beginning: Beginning,
	draft: Draft,
	directory: string,
	terminal: Terminal,
): Promise<NewRecord[]> {
	const records: NewRecord[] = [];
	let current = draft;

	async function add(kind: Kind, { values: given, id: givenId }: Beginning): Promise<string> {
		const { fields } = recordFields(kindOf(kind).schema);
		const addSource = async (): Promise<string> => {
			log.step('First the source', terminal);
			return add('sources', { values: {}, id: undefined });
		};
		let before: Values = {};
		for (;;) {
			const values = await askRecord(fields, guides[kind], given, before, {
				terminal,
				ids: () => knownIds(current),
				addSource: kind === 'sources' ? undefined : addSource,
			});
			const id = givenId ?? (await askId(kind, values, current, directory, terminal));
			const record = compose(kind, id, values, current, directory);
			if (record.problems.length === 0) {
				records.push(record);
				current = record.draft;
				return id;
			}
			log.warn(reportOf(record), terminal);
			if (!(await askWhetherAgain(terminal))) throw new Stopped();
			before = values;
		}
	}

	await add(kind, beginning);
	return records;
}

/** What the check says of a record, in its own form. */
export const reportOf = ({ file, text, problems }: NewRecord): string =>
	formatProblems(problems, { texts: new Map([[file, text]]), fileCount: 1 }, 'text').trimEnd();

async function askId(
	kind: Kind,
	values: Values,
	draft: Draft,
	directory: string,
	terminal: Terminal,
): Promise<string> {
	return answered(
		await text({
			...terminal,
			message: 'Id. The name of its file, and its address on the site for good.',
			initialValue: idFor(kind, values, new Set(knownIds(draft)[kind].keys())),
			validate: (given = '') => {
				const file = fileOf(directory, kind, given);
				return refusalOfId(given) ?? (existsSync(file) ? new ExistsError(file).message : undefined);
			},
		}),
	);
}

const askWhetherAgain = async (terminal: Terminal): Promise<boolean> =>
	answered(
		await select({
			...terminal,
			message: 'The check would not let this pass. What now?',
			options: [
				{ value: true, label: 'Go through the answers again', hint: 'Enter keeps an answer as it is' },
				{ value: false, label: 'Stop, and write nothing' },
			],
		}),
	);
