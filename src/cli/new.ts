import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { intro, outro } from '@clack/prompts';
import { editorFolder, idsPath, idsText } from '../outputs/editors/files.ts';
import { knownIds } from '../outputs/editors/known-ids.ts';
import { recordFields } from '../outputs/editors/fields.ts';
import type { Values } from '../outputs/editors/template.ts';
import type { Draft } from '../records/content.ts';
import { contentDirectory } from '../checks/load-content.ts';
import { readContent } from '../records/read-content.ts';
import { Refusal } from '../records/refusal.ts';
import { kindOf } from '../schema/index.ts';
import { kinds, type Kind } from '../schema/kinds.ts';
import { isNeeded, refusalOfId, slotsOf, valueAt, withValue, type Slot } from './new/answers.ts';
import { Stopped } from './new/ask.ts';
import { compose, ExistsError, fileOf, writeRecords, type NewRecord } from './new/compose.ts';
import { FlagError, flagsFor, readFlags, type GivenFlags } from './new/flags.ts';
import { guides, idFor, kindNamed, nearestKindName } from './new/guides.ts';
import { askForRecords, askKind, reportOf } from './new/session.ts';
import { kindNames, lines, usage, usageFor } from './new/usage.ts';

const terminal = { input: process.stdin, output: process.stdout };

const isAnyoneThere = process.stdin.isTTY && process.stdout.isTTY;

const pointer = 'See npm run new -- --help.';

async function run([what, ...args]: readonly string[]): Promise<number> {
	if (what === '--help' || what === '-h') {
		process.stdout.write(usage);
		return 0;
	}
	const kind = what === undefined ? undefined : kindNamed(what);
	if (what !== undefined && kind === undefined) {
		const meant = nearestKindName(what);
		const remedy = meant === undefined ? `It is one of ${kindNames}.` : `Did you mean "${meant}"?`;
		throw new FlagError(`"${what}" is nothing that can be added. ${remedy}`);
	}
	if (kind === undefined && !isAnyoneThere) throw new FlagError(`Say what to add, one of ${kindNames}.`);
	const chosen = kind ?? (await begin(() => askKind(kinds, terminal)));
	const slots = slotsOf(recordFields(kindOf(chosen).schema).fields);
	const flags = flagsFor(slots, guides[chosen]);
	const given = readFlags(args, flags);
	if (given.help) {
		process.stdout.write(usageFor(recordFields(kindOf(chosen).schema), guides[chosen], flags));
		return 0;
	}
	const directory = contentDirectory();
	const { draft } = readContent(directory);
	const values = withProposals(given.values, slots, chosen);
	const missing = slots.filter((slot) => isNeeded(values, slot) && valueAt(values, slot.path) === undefined);
	if (missing.length > 0 && !isAnyoneThere) {
		const wanted = lines(flags.filter(({ slot }) => missing.includes(slot)));
		throw new FlagError(
			`Without questions, a ${guides[chosen].name} needs these flags, too:\n\n${wanted}\n\n`,
		);
	}
	const records =
		missing.length === 0
			? [composeFrom(values, given, chosen, draft, directory)]
			: await begin(() => askForRecords(chosen, given, draft, directory, terminal), kind !== undefined);
	const [problem] = records.filter(({ problems }) => problems.length > 0);
	if (problem) {
		process.stderr.write(`${reportOf(problem)}\nNothing is written.\n`);
		return 1;
	}
	writeRecords(records);
	renewIds(records.at(-1)?.draft ?? draft);
	tell(records, chosen);
	return 0;
}

/** Puts the first question under a heading. */
async function begin<T>(ask: () => Promise<T>, isFirst = true): Promise<T> {
	if (isFirst) intro('A new record. Ctrl-C stops at any time and writes nothing.', terminal);
	return ask();
}

/** What was given, and what follows from it. */
function withProposals(given: Values, slots: readonly Slot[], kind: Kind): Values {
	const proposals = Object.entries(guides[kind].proposals?.(given) ?? {});
	return proposals
		.filter(([path]) => slots.some((slot) => slot.path === path) && valueAt(given, path) === undefined)
		.reduce((values, [path, value]) => withValue(values, path, value), given);
}

function composeFrom(
	values: Values,
	{ id }: GivenFlags,
	kind: Kind,
	draft: Draft,
	directory: string,
): NewRecord {
	const refusal = id === undefined ? undefined : refusalOfId(id);
	if (refusal !== undefined) throw new FlagError(`--id: ${refusal}`);
	const chosen = id ?? idFor(kind, values, new Set(knownIds(draft)[kind].keys()));
	const file = fileOf(directory, kind, chosen);
	if (existsSync(file)) throw new ExistsError(file);
	return compose(kind, chosen, values, draft, directory);
}

/** So that the next record is offered this one: the list of ids belongs to the published content only. */
function renewIds(draft: Draft): void {
	const file = join(editorFolder, idsPath);
	if (process.env.CONTENT_DIR === undefined && existsSync(file))
		writeFileSync(file, idsText(knownIds(draft)));
}

function tell(records: readonly NewRecord[], kind: Kind): void {
	const written = records.map(({ file }) => `${file} is written.`).join('\n');
	const next =
		kind === 'sources'
			? 'Name it among the sources of a record: the check does not pass while nothing rests on it.'
			: 'Read it through, then run npm run check.';
	if (isAnyoneThere) outro(`${written}\n   ${next}`, terminal);
	else process.stdout.write(`${written}\n${next}\n`);
}

/** Says in plain words why nothing is written. */
function explain(error: unknown): number {
	if (error instanceof Stopped) {
		process.stdout.write('Nothing is written.\n');
		return 130;
	}
	const words = error instanceof Error ? error.message : String(error);
	const [sentence, status] =
		error instanceof FlagError
			? [/\s$/.test(words) ? `${words}${pointer}` : `${words} ${pointer}`, 2]
			: error instanceof ExistsError
				? [words, 1]
				: error instanceof Refusal
					? [words, 2]
					: [`This stopped by a fault of its own: ${words}`, 2];
	process.stderr.write(`${sentence}\n`);
	return status;
}

process.exitCode = await run(process.argv.slice(2)).catch(explain);
