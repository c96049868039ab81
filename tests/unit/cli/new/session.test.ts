import { existsSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Stopped, type Terminal } from '../../../../src/cli/new/ask.ts';
import { askForRecords } from '../../../../src/cli/new/session.ts';
import { readContent } from '../../../../src/records/read-content.ts';

const base = join(import.meta.dirname, '../../../fixtures/base');

const enter = '\r';
const tab = '\t';
const down = '\u001b[B';
const stop = '\u0003';
const erase = (count: number): string[] => Array.from({ length: count }, () => '\u007f');

/** A terminal at which somebody types: one key, or some text, whenever the screen has come to rest. */
function terminalWith(keys: readonly string[]): { terminal: Terminal; screen: () => string } {
	const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
	const output = Object.assign(new PassThrough(), { isTTY: true, columns: 120, rows: 60 });
	const waiting = [...keys];
	let shown = '';
	let timer: NodeJS.Timeout | undefined;
	output.on('data', (chunk: Buffer) => {
		shown += chunk.toString();
		clearTimeout(timer);
		timer = setTimeout(() => {
			const key = waiting.shift();
			if (key !== undefined) input.write(key);
		}, 5);
	});
	// Colours and movements of the cursor say nothing.
	// eslint-disable-next-line no-control-regex -- They begin with a control character.
	return { terminal: { input, output }, screen: () => shown.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '') };
}

const ask = (kind: 'meetings' | 'sources', keys: readonly string[]) => {
	const { terminal, screen } = terminalWith(keys);
	const { draft } = readContent(base);
	const records = askForRecords(kind, { values: {}, id: undefined }, draft, base, terminal);
	return { records, screen };
};

const meeting = {
	bodyToDates: [enter, '12', enter, enter, '2026-06-03', enter],
	placeToHost: [enter, 'Valletta', enter, 'malt', enter, enter],
	noAgenda: ['n'],
	source: ['charter', tab, enter],
};

describe('npm run new, asking', { timeout: 30_000 }, () => {
	test('needs little more than Enter for what can be proposed', async () => {
		const { records } = ask('meetings', [
			...meeting.bodyToDates,
			...meeting.placeToHost,
			...meeting.noAgenda,
			...meeting.source,
			enter,
		]);
		const [record, ...others] = await records;
		expect(others).toEqual([]);
		expect(record?.file).toBe(`${base}/meetings/twelfth-meeting.yaml`);
		expect(record?.problems).toEqual([]);
		expect(record?.text).toContain('title: Twelfth meeting\n');
		expect(record?.text).toContain('  country: malta\n');
		expect(record?.text).toContain('sources:\n  - charter-2015\n');
	});

	test('adds agenda items, and a source that is not there yet, with ids of their own', async () => {
		const { records } = ask('meetings', [
			...meeting.bodyToDates,
			...meeting.placeToHost,
			...['y', 'Nets: a start', enter, down, enter, 'harb', tab, enter, enter, 'n'],
			// The first choice is a source that is not there.
			...[tab, enter, 'Nets discussed', enter, 'https://example.org/nets', enter, 'Harbour Board', enter],
			...[down, enter, enter, '2026-06', enter, enter, enter],
			enter,
		]);
		const [source, record] = await records;
		expect(source?.file).toBe(`${base}/sources/harbour-2026-nets-discussed.yaml`);
		expect(source?.text).toContain('type: intergovernmental\n');
		expect(record?.text).toContain('- id: nets-a-start\n');
		expect(record?.text).toContain('sources:\n  - harbour-2026-nets-discussed\n');
		expect(record?.problems).toEqual([]);
	});

	test('explains a bad answer in the words of the check, and takes a better one', async () => {
		const wrong = '3 June 2026';
		const { records, screen } = ask('meetings', [
			...[enter, 'twelve', enter, ...erase(6), '12', enter, enter],
			...[wrong, enter, ...erase(wrong.length), '2026-06-03', enter],
			...meeting.placeToHost,
			...meeting.noAgenda,
			...meeting.source,
			enter,
		]);
		await records;
		const words = screen().replace(/\s+/g, ' ');
		expect(words).toContain('"twelve" is text. A whole number is expected.');
		expect(words).toContain('"3 June 2026" is not a date as records write it (EDTF); expected 2022, 2016-05');
	});

	test('shows what the check says between records, and lets the answers be gone through again', async () => {
		const { records, screen } = ask('meetings', [
			...[enter, '1', enter, enter, '2026-06-03', enter],
			...meeting.placeToHost,
			...meeting.noAgenda,
			...meeting.source,
			enter,
			// The number is taken: again, with another one, and with the title that follows from it.
			...[enter, enter, ...erase(1), '12', enter, ...erase(13), 'Twelfth meeting', enter, enter],
			...[enter, enter, enter, enter, 'n', enter, enter],
		]);
		const [record] = await records;
		expect(screen()).toContain('(number-used-twice)');
		expect(record?.file).toBe(`${base}/meetings/twelfth-meeting.yaml`);
		expect(record?.text).toContain('\ntitle: Twelfth meeting\n');
		expect(record?.text).toContain('  city: Valletta\n');
	});

	test('refuses the id of a record that is there', async () => {
		const { records, screen } = ask('sources', [
			...['Charter', enter, 'https://example.org/new', enter, 'Charter', enter, enter, enter, '2015', enter],
			...[enter, ...erase(20), 'charter-2015', enter, '-again', enter],
		]);
		const [record] = await records;
		expect(screen().replace(/\s+/g, ' ')).toContain('charter-2015.yaml is there already.');
		expect(record?.file).toBe(`${base}/sources/charter-2015-again.yaml`);
	});

	test.each([0, 1, 3, 8, 13])('stops at Ctrl-C after %i keys and leaves nothing behind', async (count) => {
		const keys = [...meeting.bodyToDates, ...meeting.placeToHost, ...meeting.noAgenda, ...meeting.source];
		const { records } = ask('meetings', [...keys.slice(0, count), stop]);
		await expect(records).rejects.toThrow(Stopped);
		expect(existsSync(`${base}/meetings/twelfth-meeting.yaml`)).toBe(false);
		expect(readFileSync(`${base}/meetings/first-meeting.yaml`, 'utf8')).toContain('number: 1');
	});
});
