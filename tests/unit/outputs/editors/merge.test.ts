import { expect, test } from 'vitest';
import { undoable } from '../../../../src/outputs/editors/merge.ts';

const base = '# As the account writes it.\nname: Malta\njoined:\n  how: Signed it.\n  order: 2\n';

test('each changed field of a record can be undone', () => {
	const own = base.replace('Malta', 'Melita').replace('order: 2', 'order: 3');
	expect(undoable('members', base, own)).toEqual([
		{ title: 'Name', text: own.replace('Melita', 'Malta') },
		{ title: 'Joining', text: own.replace('order: 3', 'order: 2') },
	]);
});

test('undoing the only change gives back the published text', () => {
	const own = base.replace('# As the account writes it.\n', '').replace('Malta', 'Melita');
	expect(undoable('members', base, own)).toEqual([{ title: 'Name', text: base }]);
});
