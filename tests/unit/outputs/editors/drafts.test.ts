import { describe, expect, test } from 'vitest';
import {
	type SavedDraft,
	DraftStore,
	mainFile,
	withoutChange,
	newKey,
	parseDraft,
	rivalOf,
} from '../../../../src/outputs/editors/drafts.ts';

/* Tests that drafts in the browser never lose anything that an editor has typed. */

const draft = (key: string, more: Partial<SavedDraft> = {}): SavedDraft => ({
	key,
	title: 'Harbours',
	address: '/contribute/themes/',
	files: { [`${key}.yaml`]: { base: null, text: 'name: Harbours\n' } },
	isProposed: false,
	saved: 1,
	...more,
});

test('a proposal is mainly about its new record, then a withdrawn one, then the first changed one', () => {
	const file = (base: string | null, text: string | null) => ({ base, text });
	const [source, former, next] = ['sources/report.yaml', 'secretariat/malta.yaml', 'secretariat/greece.yaml'];
	const added = [source, file(null, 'a')] as const;
	const changed = [former, file('a', 'b')] as const;
	expect(mainFile(new Map([added, [next, file(null, 'a')], changed]))).toBe(next);
	expect(mainFile(new Map([['addresses.yaml', file('a', 'b')], changed, [next, file('a', null)]]))).toBe(
		next,
	);
	expect(mainFile(new Map([added, changed, [next, file('a', 'b')]]))).toBe(former);
	expect(mainFile(new Map([added]))).toBe(source);
});

/** A browser storage with room for a limited number of characters. */
class FakeStorage {
	[key: string]: unknown;
	getItem = (key: string): string | null => (this[key] as string | undefined) ?? null;
	setItem = (key: string, text: string): void => {
		if (text.length > this.#room) throw new DOMException('', 'QuotaExceededError');
		this[key] = text;
	};
	removeItem = (key: string): void => void Reflect.deleteProperty(this, key);
	readonly #room: number;

	constructor(room = Infinity) {
		this.#room = room;
		for (const method of ['getItem', 'setItem', 'removeItem'])
			Object.defineProperty(this, method, { enumerable: false });
	}
}

const storeIn = (storage: FakeStorage, site = '/record.json'): DraftStore =>
	new DraftStore(site, () => storage as unknown as Storage);

describe('stored drafts', () => {
	test('come back as they were, the latest first', () => {
		const storage = new FakeStorage();
		const [older, later] = [draft('themes/harbours'), draft('themes/ports', { saved: 2 })];
		for (const each of [older, later]) expect(storeIn(storage).save(each)).toBe('saved');
		expect(storeIn(storage).list()).toEqual({ drafts: [later, older], damaged: new Map() });
	});

	test('of other sites at the same origin are left alone', () => {
		const storage = new FakeStorage();
		storeIn(storage, '/other/record.json').save(draft('themes/harbours'));
		expect(storeIn(storage).list().drafts).toEqual([]);
	});

	test('that are damaged do not hide the others', () => {
		const storage = new FakeStorage();
		const store = storeIn(storage);
		store.save(draft('themes/harbours'));
		const stored = storage.getItem('draft /record.json themes/harbours') ?? '';
		for (const [index, text] of ['{', 'null', '{}', stored.replace('"base":null', '"base":1')].entries())
			storage.setItem(`draft /record.json themes/broken-${String(index)}`, text);
		const { drafts, damaged } = store.list();
		expect(drafts.map(({ key }) => key)).toEqual(['themes/harbours']);
		expect([...damaged]).toHaveLength(4);
		expect(damaged.get('themes/broken-0')).toBe('{');
	});

	test('are not overwritten by a tab that does not know the latest version', () => {
		const storage = new FakeStorage();
		const [first, second] = [storeIn(storage), storeIn(storage)];
		first.save(draft('themes/harbours'));
		expect(second.save(draft('themes/harbours', { title: 'Ports' }))).toBe('changed');
		expect(second.load('themes/harbours')?.title).toBe('Harbours');
		expect(second.save(draft('themes/harbours', { title: 'Ports' }))).toBe('saved');
		expect(first.save(draft('themes/harbours', { title: 'Piers' }))).toBe('changed');
	});

	test('stay as they are if there is no room or no storage', () => {
		const storage = new FakeStorage(300);
		const store = storeIn(storage);
		expect(store.save(draft('themes/harbours'))).toBe('saved');
		expect(store.save(draft('themes/harbours', { title: 'x'.repeat(300) }))).toBe('full');
		expect(store.load('themes/harbours')?.title).toBe('Harbours');
		const blocked = new DraftStore('', () => {
			throw new DOMException('', 'SecurityError');
		});
		expect(blocked.save(draft('themes/harbours'))).toBe('blocked');
		expect(blocked.list().drafts).toEqual([]);
	});

	test('that are damaged are not overwritten', () => {
		const storage = new FakeStorage();
		const store = storeIn(storage);
		store.save(draft('themes/harbours'));
		const [storageKey = ''] = Object.keys(storage);
		storage.setItem(storageKey, '{');
		expect(store.load('themes/harbours')).toBeUndefined();
		expect(store.save(draft('themes/harbours'))).toBe('changed');
	});

	test('can be restored for 30 days after they are deleted', () => {
		const storage = new FakeStorage();
		const day = 24 * 60 * 60 * 1000;
		storeIn(storage).save(draft('themes/harbours', { deleted: day }));
		expect(storeIn(storage).list(31 * day).drafts).toHaveLength(1);
		expect(storeIn(storage).list(31 * day + 1).drafts).toEqual([]);
		expect(Object.keys(storage)).toEqual([]);
	});
});

test('a draft that writes the file of another draft is found', () => {
	const [one, other] = [draft('themes/harbours'), draft(newKey('themes', 1))];
	const same = { ...other, files: one.files };
	expect(rivalOf(one, [one, other])).toBeUndefined();
	expect(rivalOf(one, [one, same])).toBe(same);
	expect(parseDraft(JSON.stringify(same))).toEqual(same);
});

describe('one change taken back', () => {
	const member = 'members/malta.yaml';
	const source = 'sources/gazette.yaml';
	const files = {
		[source]: { base: null, text: 'title: Gazette\n' },
		[member]: { base: 'name: Malta\n', text: 'name: Melita\norder: 2\nsources: [gazette]\n' },
	};

	test('leaves the other changes', () => {
		const text = 'name: Malta\norder: 2\nsources: [gazette]\n';
		expect(withoutChange(files, member, text)).toEqual({
			...files,
			[member]: { base: 'name: Malta\n', text },
		});
	});

	test('leaves out a new source that nothing cites', () => {
		expect(Object.keys(withoutChange(files, member, 'name: Melita\norder: 2\n'))).toEqual([member]);
	});

	test('leaves out a record without changes', () => {
		expect(withoutChange(files, member, 'name: Malta\n')).toEqual({});
	});
});
