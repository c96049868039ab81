import { type Group, isGroup } from '../../records/values.ts';
import { alignLists, editText, isSame } from './edit.ts';
import { recordIn } from './merge.ts';

/**
 * For each sentence about a changed record, returns the text of the file without this change.
 *
 * @param sentencesOf describes the changes in a text
 */
export function undoable(
	base: string,
	own: string,
	sentencesOf: (text: string) => readonly string[],
): Readonly<Record<string, string>> {
	const [before, now] = [base, own].map(recordIn);
	if (!before || !now) return {};
	const without = (undone: readonly number[]): string => {
		const record = mix(before, now, (change) => undone.includes(change));
		return isSame(record, before) ? base : editText(own, record as Group);
	};
	const changes: number[] = [];
	mix(before, now, (change) => {
		changes.push(change);
		return false;
	});
	const left = changes.map((change) => sentencesOf(without([change])));
	return Object.fromEntries(
		sentencesOf(own).flatMap((sentence) => {
			const text = without(changes.filter((change) => !left[change]?.includes(sentence)));
			return sentencesOf(text).includes(sentence) ? [] : [[sentence, text]];
		}),
	);
}

/** Returns a record with the old version of some changed values. The values are numbered in their order. */
function mix(before: Group, now: Group, isUndone: (change: number) => boolean): unknown {
	let number = 0;
	const mixed = (old: unknown, value: unknown): unknown => {
		if (isSame(old, value)) return value;
		if (isGroup(old) && isGroup(value))
			return Object.fromEntries(
				Object.keys({ ...old, ...value }).map((key) => [key, mixed(old[key], value[key])]),
			);
		if (Array.isArray(old) && Array.isArray(value))
			return alignLists(old, value)
				.map(([from, to]) => mixed(old[from ?? -1], value[to ?? -1]))
				.filter((each) => each !== undefined);
		return isUndone(number++) ? old : value;
	};
	return mixed(before, now);
}
