import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../../src/records/yaml.ts';
import { editText } from '../../../../src/outputs/editors/edit.ts';

type Data = Record<string, unknown>;

function valueOf(text: string): Data {
	const read = readYaml(text);
	if ('problems' in read) throw new Error(JSON.stringify(read.problems));
	return read.document.value as Data;
}

describe('a scalar', () => {
	test('keeps the lines around it, with comments', () => {
		const text = '# One.\ntitle: Old\n# Two.\ncity: Rome\n# Three.\n';
		expect(editText(text, { title: 'New', city: 'Rome' })).toBe(
			'# One.\ntitle: New\n# Two.\ncity: Rome\n# Three.\n',
		);
	});

	test('in quotes or in a block of text is replaced as a whole', () => {
		const text = 'a: "Old: one"\nb: >-\n  Some\n  words\nc: |\n  Lines\nd: end\n';
		expect(editText(text, { a: 'New', b: 'Other words', c: 'No lines', d: 'end' })).toBe(
			'a: New\nb: Other words\nc: No lines\nd: end\n',
		);
	});

	test('is wrapped if it is long', () => {
		const words = 'These words are repeated. '.repeat(6).trim();
		const edited = editText('a:\n  b: short\nc: 1\n', { a: { b: words }, c: 1 });
		expect(edited).toMatch(/^a:\n {2}b: >-\n( {4}\S.*\n)+c: 1\n$/);
		expect(valueOf(edited)).toEqual({ a: { b: words }, c: 1 });
	});

	test('keeps its type: digits in quotes are text', () => {
		expect(editText('a: 1\nb: 2\n', { a: '1', b: 3 })).toBe("a: '1'\nb: 3\n");
	});

	test('keeps the line ends of Windows, and the end of a file without a line break', () => {
		expect(editText('a: 1\r\nb:\r\n  - x\r\nc: 2', { a: 1, b: ['x', { y: 1, z: 2 }], c: 3 })).toBe(
			'a: 1\r\nb:\r\n  - x\r\n  - y: 1\r\n    z: 2\r\nc: 3',
		);
	});
});

describe('a key', () => {
	test('is added after the key before it', () => {
		expect(editText('a: 1\n# On c.\nc: 3\n', { a: 1, b: { x: 1 }, c: 3 })).toBe(
			'a: 1\nb:\n  x: 1\n# On c.\nc: 3\n',
		);
	});

	test('is added first, also in a list entry and in a group', () => {
		expect(editText('# Top.\nb: 2\n', { a: 1, b: 2 })).toBe('# Top.\na: 1\nb: 2\n');
		expect(editText('l:\n  - b: 2\ng:\n  b: 2\n', { l: [{ a: 1, b: 2 }], g: { a: 1, b: 2 } })).toBe(
			'l:\n  - a: 1\n    b: 2\ng:\n  a: 1\n  b: 2\n',
		);
	});

	test('is added after a group that also changes', () => {
		expect(editText('g:\n  a: 1\nz: 9\n', { g: { a: 1, b: 2 }, h: 3, i: 4, z: 9 })).toBe(
			'g:\n  a: 1\n  b: 2\nh: 3\ni: 4\nz: 9\n',
		);
	});

	test('is removed with its value only', () => {
		const text = 'a: 1\n# On b.\nb:\n  - x\n  - y\n# On c.\nc: 3\n';
		expect(editText(text, { a: 1, c: 3 })).toBe('a: 1\n# On b.\n# On c.\nc: 3\n');
	});

	test('is removed from the beginning of a list entry', () => {
		expect(editText('l:\n  - a: 1\n    b: 2\n    c: 3\n', { l: [{ c: 3 }] })).toBe('l:\n  - c: 3\n');
		expect(editText('l:\n  - a: 1\n    # On b.\n    b: 2\n', { l: [{ b: 2 }] })).toBe(
			'l:\n  - \n    # On b.\n    b: 2\n',
		);
	});

	test('is replaced by another at the beginning of a group', () => {
		expect(
			editText('g:\n  a: 1\n  c: 3\nl:\n  - a: 1\n    c: 3\n', { g: { b: 2, c: 3 }, l: [{ b: 2, c: 3 }] }),
		).toBe('g:\n  b: 2\n  c: 3\nl:\n  - b: 2\n    c: 3\n');
	});

	test('with the value undefined counts as absent', () => {
		expect(editText('a: 1\nb: 2\n', { a: 1, b: undefined, c: undefined })).toBe('a: 1\n');
	});

	test('may have another place in the record', () => {
		expect(editText('b: 2\na: 1\n', { a: 1, b: 2 })).toBe('b: 2\na: 1\n');
	});
});

describe('a list', () => {
	const text = 'l:\n  # On x.\n  - x\n  # On y.\n  - id: y\n    n: 1\n  - z\nend: 1\n';
	const y = { id: 'y', n: 1 };

	test.each([
		['first', [0, 'x', y, 'z'], 'l:\n  - 0\n  # On x.\n'],
		['in the middle', ['x', 0, y, 'z'], '  - x\n  - 0\n  # On y.\n'],
		['last', ['x', y, 'z', 0], '  - z\n  - 0\nend: 1\n'],
	])('gets an entry %s', (_, l, part) => {
		const edited = editText(text, { l, end: 1 });
		expect(edited).toContain(part);
		expect(edited.replace('  - 0\n', '')).toBe(text);
	});

	test.each([
		['first', [y, 'z'], '  - x\n'],
		['middle', ['x', 'z'], '  - id: y\n    n: 1\n'],
		['last', ['x', y], '  - z\n'],
	])('loses its %s entry', (_, l, part) => {
		expect(editText(text, { l, end: 1 })).toBe(text.replace(part, ''));
	});

	test('changes an entry with the same id', () => {
		expect(editText(text, { l: ['x', 'new', { id: 'y', n: 2 }], end: 1 })).toBe(
			text.replace('  - x\n', '  - x\n  - new\n').replace('n: 1', 'n: 2').replace('  - z\n', ''),
		);
		expect(editText(text, { l: ['x', y, { id: 'z', n: 3 }], end: 1 })).toBe(
			text.replace('  - z\n', '  - id: z\n    n: 3\n'),
		);
	});

	test('in flow style is written again, and becomes empty', () => {
		const flow = 'a: [x, y]\nb: [one,\n  two]\nc: {k: v}\nd: []\ne: 1\n';
		const same = { a: ['x', 'y'], b: ['one', 'two'], c: { k: 'v' }, d: [], e: 1 };
		expect(editText(flow, { ...same, a: ['x', 'z'] })).toBe(flow.replace('[x, y]', '[x, z]'));
		expect(editText(flow, { ...same, b: [] })).toBe(flow.replace('[one,\n  two]', '[]'));
		expect(editText(flow, { ...same, c: { k: 'w' } })).toBe(flow.replace('c: {k: v}', 'c:\n  k: w'));
		expect(editText(flow, { ...same, d: ['one'] })).toBe(flow.replace('[]', '[one]'));
	});

	test('without indentation keeps its column', () => {
		expect(editText('l:\n- a: 1\n  b: 2\nend: 1\n', { l: [{ a: 1, b: 3 }, 'x'], end: 1 })).toBe(
			'l:\n- a: 1\n  b: 3\n- x\nend: 1\n',
		);
	});
});

test('a file that cannot be edited line by line is written again', () => {
	expect(editText('- a\n', { a: 1 })).toBe('a: 1\n');
	expect(editText('a: "\n', { a: 1 })).toBe('a: 1\n');
	expect(valueOf(editText('l:\n  - - a\n    - b\n', { l: [['b']] }))).toEqual({ l: [['b']] });
});

const files = globSync(['content/**/*.yaml', 'tests/fixtures/base/**/*.yaml']);

describe('each record of the content', () => {
	test.each(files)('%s: an equal record leaves every byte', (file) => {
		const text = readFileSync(file, 'utf8');
		expect(editText(text, valueOf(text))).toBe(text);
	});

	test.each(files)('%s: a change of one value changes only its lines', (file) => {
		const text = readFileSync(file, 'utf8');
		const changes = changesOf(valueOf(text));
		// Changes only some values of long files, because changing all of them would take a second.
		const step = Math.ceil(changes.length / 8);
		for (const { path, changed } of changes.filter((_, index) => index % step === 0)) {
			const edited = editText(text, changed);
			expect(valueOf(edited), path.join('.')).toEqual(changed);
			const [first, last] = linesOf(text, path);
			const [before, after] = [text.split('\n'), edited.split('\n')];
			expect(after.slice(0, first), path.join('.')).toEqual(before.slice(0, first));
			const rest = before.slice(last);
			const kept = after.slice(after.length - rest.length);
			// If the first key of an entry is removed, its dash moves to the second key.
			const undashed = ([line = '', ...others]: string[]) => [line.replace(/^( *)- /, '$1  '), ...others];
			expect(undashed(kept), path.join('.')).toEqual(undashed(rest));
		}
	});
});

/** Returns the lines with a value and its key. If the value is part of a list in flow style, returns the lines of the whole list. */
function linesOf(text: string, path: readonly (string | number)[]): [number, number] {
	const read = readYaml(text);
	if ('problems' in read) throw new Error('not a record');
	let node = read.document.root;
	let start = node.start;
	for (const step of path) {
		if (/[[{]/.test(text.charAt(node.start))) break;
		node = node.children.get(step) ?? node;
		start = node.keyStart ?? node.dashStart ?? node.start;
	}
	const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
	return [lineOf(start), lineOf(text.slice(0, node.end).trimEnd().length) + 1];
}

/** Returns copies of a record. In each copy, one value is changed or removed. */
function changesOf(record: Data): { path: (string | number)[]; changed: Data }[] {
	const found: { path: (string | number)[]; changed: Data }[] = [];
	const visit = (value: unknown, path: (string | number)[]): void => {
		if (path.length > 0) {
			if (typeof value !== 'object')
				found.push({
					path,
					changed: withValue(
						record,
						path,
						typeof value === 'number' ? value + 1 : `${value as string} [changed]`,
					),
				});
			const parent = path.slice(0, -1).reduce<unknown>((group, step) => (group as Data)[step], record);
			if (Object.keys(parent as Data).length > 1)
				found.push({ path, changed: withValue(record, path, undefined) });
		}
		if (typeof value === 'object' && value !== null)
			for (const [key, each] of Object.entries(value))
				visit(each, [...path, Array.isArray(value) ? Number(key) : key]);
	};
	visit(record, []);
	return found;
}

function withValue(record: Data, path: readonly (string | number)[], value: unknown): Data {
	const copy = structuredClone(record);
	const parent = path.slice(0, -1).reduce<unknown>((group, step) => (group as Data)[step], copy) as Data;
	const last = path.at(-1) ?? '';
	if (value !== undefined) parent[last] = value;
	else if (Array.isArray(parent)) parent.splice(Number(last), 1);
	else Reflect.deleteProperty(parent, last);
	return copy;
}
