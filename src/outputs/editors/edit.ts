import { indexLines } from '../../records/lines.ts';
import { type Group, isGroup } from '../../records/values.ts';
import { type Node, readYaml } from '../../records/yaml.ts';

const lineWidth = 104;

/** Writes a value as YAML. Long strings are wrapped, and short lists of ids are on one line. */
export const yamlOf = (value: unknown): string => `${blockOf(value, 0)}\n`;

/** @param column the column in which all lines of the value begin */
function blockOf(value: unknown, column: number): string {
	if (!isCollection(value)) return scalarOf(value, lineWidth - column);
	const lines = isGroup(value)
		? keysOf(value).map((key) => `${key}:${afterKey(key, value[key], column + 2)}`)
		: value.map((entry) => `- ${blockOf(entry, column + 2)}`);
	return lines.join(`\n${' '.repeat(column)}`);
}

function afterKey(key: string, value: unknown, column: number): string {
	if (!isCollection(value)) return ` ${blockOf(value, column)}`;
	const entries = isGroup(value) || key === 'sources' ? [' '] : value;
	const ids = entries.map((entry) => (isCollection(entry) ? ' ' : scalarOf(entry)));
	return ids.every((id) => /^('?)[\w-]+\1$/.test(id)) && ids.join(', ').length < lineWidth / 2
		? ` [${ids.join(', ')}]`
		: `\n${' '.repeat(column)}${blockOf(value, column)}`;
}

const isCollection = (value: unknown): value is readonly unknown[] | Group =>
	(Array.isArray(value) || isGroup(value)) && Object.keys(value).length > 0;

/** Writes a scalar or an empty list. A string that is longer than the width is wrapped into a block. */
export function scalarOf(value: unknown, width = Infinity): string {
	if (typeof value !== 'string' || value.includes('\n')) return JSON.stringify(value);
	if (value.length > width && /^\S+( \S+)+$/.test(value)) {
		const most = Math.max(width, 40) - 1;
		const lines = value.match(new RegExp(`\\S.{0,${String(most)}}(?= |$)|\\S+`, 'g')) ?? [];
		return ['>-', ...lines].join(`\n${' '.repeat(lineWidth - width)}`);
	}
	const read = readYaml(`key: ${value}`);
	const isPlain = 'document' in read && (read.document.value as Group).key === value;
	return isPlain ? value : `'${value.replaceAll("'", "''")}'`;
}

/**
 * Updates the text of a file so that it contains the given record. Only the lines of changed values are rewritten. All other lines and
 * comments stay as they are.
 */
export function editText(text: string, record: Group): string {
	const read = readYaml(text);
	if ('problems' in read || !isGroup(read.document.value)) return yamlOf(record);
	const { root, value } = read.document;
	const edited = applyEdits(text, editsOf(text, root, value, record));
	const again = readYaml(edited);
	// Rewrites the whole file if its style is unusual, for example if a list directly contains another list.
	return 'document' in again && isSame(again.document.value, record) ? edited : yamlOf(record);
}

interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
	let [result, done] = ['', 0];
	for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
		result += text.slice(done, edit.start) + edit.text;
		done = edit.end;
	}
	return result + text.slice(done);
}

function editsOf(text: string, root: Node, before: unknown, after: unknown): Edit[] {
	const lines = indexLines(text);
	const newline = text.includes('\r\n') ? '\r\n' : '\n';
	const edits: Edit[] = [];

	const columnOf = (offset: number): number => lines.positionAt(offset).column - 1;
	const lineStartOf = (offset: number): number => offset - columnOf(offset);
	const nextLineOf = (offset: number): number => lines.startOf(lines.positionAt(offset).line + 1);
	const opensLine = (offset: number): boolean => text.slice(lineStartOf(offset), offset).trim() === '';
	const endOf = ({ start, end }: Node): number =>
		// A key without a value ends at the end of the line.
		text.slice(0, start === end ? nextLineOf(end) : end).trimEnd().length;
	const writtenAt = (column: number, value: unknown): string =>
		blockOf(value, column).replaceAll('\n', newline);

	const replace = (start: number, node: Node, value: unknown): void => {
		edits.push({ start, end: endOf(node), text: writtenAt(columnOf(start), value) });
	};
	const remove = (start: number, node: Node): void => {
		edits.push({ start: lineStartOf(start), end: nextLineOf(endOf(node)), text: '' });
	};
	/** Inserts a key or a list entry after the previous one, or at the start of the group or list. */
	const insert = (parent: Node, previous: Node | undefined, value: unknown): void => {
		const column = columnOf(parent.start);
		const [written, indent] = [writtenAt(column, value), ' '.repeat(column)];
		if (previous) {
			const end = endOf(previous);
			edits.push({ start: end, end, text: newline + indent + written });
		} else {
			// Comments above the first entry are part of the entry.
			const start = parent.keyStart === undefined ? parent.start : nextLineOf(parent.keyStart);
			const inserted = opensLine(start) ? indent + written + newline : written + newline + indent;
			edits.push({ start, end: start, text: inserted });
		}
	};

	/** @param start where the value's key or dash begins */
	function compare(start: number, node: Node, old: unknown, value: unknown, whole: unknown): void {
		if (isSame(old, value)) return;
		const isBlock = !node.isScalar && !/[[{]/.test(text.charAt(node.start));
		if (isBlock && isGroup(old) && isGroup(value) && keysOf(value).some((key) => node.children.has(key)))
			compareGroups(node, old, value);
		else if (isBlock && Array.isArray(old) && Array.isArray(value) && value.length > 0)
			compareLists(node, old, value);
		else replace(start, node, whole);
	}

	function compareGroups(node: Node, old: Group, value: Group): void {
		let previous: Node | undefined;
		for (const key of keysOf(value)) {
			const whole = { [key]: value[key] };
			const child = node.children.get(key);
			if (child) compare(child.keyStart ?? child.start, child, old[key], value[key], whole);
			else insert(node, previous, whole);
			previous = child ?? previous;
		}
		let lastRemoved: Node | undefined;
		let isAfterDash = !opensLine(node.start);
		for (const [key, child] of node.children) {
			const start = child.keyStart ?? child.start;
			const isRemoved = value[key as string] === undefined;
			if (isAfterDash && !isRemoved && lastRemoved) {
				const end = endOf(lastRemoved);
				// Keeps a comment below the removed keys.
				edits.push({ start: node.start, end: text.slice(end, start).trim() === '' ? start : end, text: '' });
			} else if (isRemoved && !isAfterDash) remove(start, child);
			isAfterDash &&= isRemoved;
			lastRemoved = child;
		}
	}

	function compareLists(node: Node, old: readonly unknown[], value: readonly unknown[]): void {
		let previous: Node | undefined;
		for (const [from, to] of alignLists(old, value)) {
			const child = from === undefined ? undefined : node.children.get(from);
			const start = child?.dashStart ?? node.start;
			if (!child || from === undefined) insert(node, previous, [value[to ?? 0]]);
			else if (to === undefined) remove(start, child);
			else {
				compare(start, child, old[from], value[to], [value[to]]);
				previous = child;
			}
		}
	}

	compare(root.start, root, before, after, after);
	return edits;
}

/** Matches the entries of two lists. First matches equal entries and entries with the same id, then all entries between them in order. */
export function alignLists(
	old: readonly unknown[],
	value: readonly unknown[],
): (readonly [from: number | undefined, to: number | undefined])[] {
	// Finds the longest common subsequence. Each score is the best one for the rest of both lists.
	const scores = Array.from({ length: old.length + 1 }, () => new Array<number>(value.length + 1).fill(0));
	const scoreAt = (i: number, j: number): number => scores[i]?.[j] ?? 0;
	const paired = (i: number, j: number): number => {
		const likeness = likenessOf(old[i], value[j]);
		return likeness === 0 ? 0 : likeness + scoreAt(i + 1, j + 1);
	};
	for (let i = old.length - 1; i >= 0; i--)
		for (let j = value.length - 1; j >= 0; j--)
			scores[i]?.splice(j, 1, Math.max(paired(i, j), scoreAt(i + 1, j), scoreAt(i, j + 1)));
	const pairs: [number | undefined, number | undefined][] = [];
	let [removed, added]: [number[], number[]] = [[], []];
	const closeGap = (): void => {
		for (let n = 0; n < Math.max(removed.length, added.length); n++) pairs.push([removed[n], added[n]]);
		[removed, added] = [[], []];
	};
	let [i, j] = [0, 0];
	while (i < old.length || j < value.length) {
		if (i < old.length && j < value.length && paired(i, j) > 0 && paired(i, j) === scoreAt(i, j)) {
			closeGap();
			pairs.push([i++, j++]);
		} else if (j === value.length || (i < old.length && scoreAt(i + 1, j) === scoreAt(i, j)))
			removed.push(i++);
		else added.push(j++);
	}
	closeGap();
	return pairs;
}

/** Returns 2 for equal list entries, 1 for entries with the same id, and 0 for all others. */
function likenessOf(a: unknown, b: unknown): number {
	const [idA, idB] = [a, b].map((entry) => (isGroup(entry) ? entry.id : entry));
	return isSame(a, b) ? 2 : typeof idA === 'string' && idA === idB ? 1 : 0;
}

const keysOf = (group: Group): string[] => Object.keys(group).filter((key) => group[key] !== undefined);

/** Returns whether two values are equal. The order of keys does not matter. */
export function isSame(a: unknown, b: unknown): boolean {
	if (Array.isArray(a) && Array.isArray(b))
		return a.length === b.length && a.every((entry, index) => isSame(entry, b[index]));
	if (!isGroup(a) || !isGroup(b)) return a === b;
	return keysOf(a).length === keysOf(b).length && keysOf(a).every((key) => isSame(a[key], b[key]));
}
