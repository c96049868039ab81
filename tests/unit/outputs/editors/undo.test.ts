import { expect, test } from 'vitest';
import { undoable } from '../../../../src/outputs/editors/undo.ts';

const base = '# As the account writes it.\nname: Malta\njoined:\n  how: Signed it.\n  order: 2\n';

/** Returns the lines that differ from the published text. */
const sentencesOf = (text: string): string[] =>
	text.split('\n').filter((line) => !base.split('\n').includes(line));

test('each sentence about a record can be undone, also within one field', () => {
	const own = base.replace('Malta', 'Melita').replace('Signed it', 'Joined').replace('order: 2', 'order: 3');
	expect(undoable(base, own, sentencesOf)).toEqual({
		'name: Melita': own.replace('Melita', 'Malta'),
		'  how: Joined.': own.replace('Joined', 'Signed it'),
		'  order: 3': own.replace('order: 3', 'order: 2'),
	});
});

test('a sentence about several values takes back all of them', () => {
	const own = base.replace('Malta', 'Melita').replace('Signed it', 'Joined').replace('order: 2', 'order: 3');
	const allOf = (text: string): string[] => (text === base ? [] : [sentencesOf(text).join()]);
	expect(undoable(base, own, allOf)).toEqual({ [allOf(own)[0] ?? '']: base });
});

test('undoing the only change gives back the published text', () => {
	const own = base.replace('# As the account writes it.\n', '').replace('Malta', 'Melita');
	expect(undoable(base, own, sentencesOf)).toEqual({ 'name: Melita': base });
});
