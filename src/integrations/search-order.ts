import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';
import { compareText } from '../schema/edtf.ts';

/*
 * Pagefind 1.5.2 writes the filters and their values in the order of a hash map, which differs at each run, and
 * names these files by what they hold. Its pull request 1124, made after that release, orders them: the first
 * release with it that can be used here (see package.json) makes this file unneeded.
 *
 * Both kinds of file are gzip around "pagefind_dcd" and CBOR (RFC 8949):
 *
 *   filter/….pf_filter   [filter, [[value, pages]…]]
 *   pagefind.….pf_meta   [version, pages, chunks, [[filter, hash of its file]…], [[sort, pages]…], fields]
 */

/** The same index in one order: two runs over the same records give the same bytes. */
export function inOneOrder(files: readonly IndexFile[]): IndexFile[] {
	const bundle = new Map<string, Buffer>(files.map(({ path, content }) => [path, Buffer.from(content)]));
	const replace = (
		path: string,
		renamed: (hash: string) => string,
		language: string,
		items: Buffer,
	): string => {
		const hash = `${language}_${createHash('sha256').update(items).digest('hex').slice(0, 10)}`;
		bundle.delete(path);
		bundle.set(renamed(hash), pack(items));
		return hash;
	};
	const entry = JSON.parse(fileIn(bundle, 'pagefind-entry.json').toString()) as PagefindEntry;
	for (const [language, index] of Object.entries(entry.languages)) {
		const metaPath = (hash: string): string => `pagefind.${hash}.pf_meta`;
		const filterPath = (hash: string): string => `filter/${hash}.pf_filter`;
		const meta = readArray(unpack(fileIn(bundle, metaPath(index.hash))));
		const filters = readArray(itemAt(meta, 3));
		filters.items = filters.items.map((pair) => {
			const named = readArray(pair);
			const path = filterPath(textOf(itemAt(named, 1)));
			const filter = readArray(unpack(fileIn(bundle, path)));
			filter.items[1] = sortedByName(itemAt(filter, 1));
			named.items[1] = cborText(replace(path, filterPath, language, joined(filter)));
			return joined(named);
		});
		meta.items[3] = sortedByName(joined(filters));
		meta.items[4] = sortedByName(itemAt(meta, 4));
		index.hash = replace(metaPath(index.hash), metaPath, language, joined(meta));
	}
	bundle.set('pagefind-entry.json', Buffer.from(JSON.stringify(entry)));
	return [...bundle]
		.map(([path, content]) => ({ path, content }))
		.sort((a, b) => compareText(a.path, b.path));
}

/** What `pagefind-entry.json` holds, as far as it is read here. */
export interface PagefindEntry {
	languages: Record<string, { hash: string; page_count: number }>;
}

function fileIn(bundle: ReadonlyMap<string, Buffer>, path: string): Buffer {
	const content = bundle.get(path);
	if (!content) throw new Error(`Pagefind wrote no ${path}`);
	return content;
}

const signature = Buffer.from('pagefind_dcd');

function unpack(file: Buffer): Buffer {
	const content = gunzipSync(file);
	if (!content.subarray(0, signature.length).equals(signature)) throw new Error('not a file of Pagefind');
	return content.subarray(signature.length);
}

function pack(content: Buffer): Buffer {
	const file = gzipSync(Buffer.concat([signature, content]), { level: 9 });
	file[9] = 255; // The operating system that packed it: unknown.
	return file;
}

/** A CBOR array as its first bytes and the bytes of each item. */
interface CborArray {
	head: Buffer;
	items: Buffer[];
}

const major = { text: 3, array: 4 } as const;

/** The head of the CBOR item at an offset: its major type, its number, and where the head ends. */
function readHead(bytes: Buffer, at: number): { type: number; number: number; end: number } {
	const first = bytes.readUInt8(at);
	const type = first >> 5;
	const short = first & 31;
	if (short < 24) return { type, number: short, end: at + 1 };
	if (short > 26) throw new Error(`CBOR of an unexpected form at ${at}`);
	const length = 1 << (short - 24);
	return { type, number: bytes.readUIntBE(at + 1, length), end: at + 1 + length };
}

/** Where the CBOR item at an offset ends. */
function endOf(bytes: Buffer, at: number): number {
	const { type, number, end } = readHead(bytes, at);
	if (type < 2) return end;
	if (type <= major.text) return end + number;
	if (type !== major.array) throw new Error(`CBOR of an unexpected type at ${at}`);
	let itemEnd = end;
	for (let item = 0; item < number; item++) itemEnd = endOf(bytes, itemEnd);
	return itemEnd;
}

function readArray(bytes: Buffer): CborArray {
	const { type, number, end } = readHead(bytes, 0);
	if (type !== major.array) throw new Error('CBOR that is no array');
	const items: Buffer[] = [];
	for (let at = end; items.length < number; at = endOf(bytes, at))
		items.push(bytes.subarray(at, endOf(bytes, at)));
	return { head: bytes.subarray(0, end), items };
}

function itemAt({ items }: CborArray, index: number): Buffer {
	const item = items[index];
	if (!item) throw new Error(`CBOR array without item ${index}`);
	return item;
}

const joined = ({ head, items }: CborArray): Buffer => Buffer.concat([head, ...items]);

/** An array of arrays, in the order of the text with which each begins. */
function sortedByName(bytes: Buffer): Buffer {
	const { head, items } = readArray(bytes);
	const named = items.map((item) => ({ item, name: textOf(itemAt(readArray(item), 0)) }));
	return joined({ head, items: named.sort((a, b) => compareText(a.name, b.name)).map(({ item }) => item) });
}

function textOf(bytes: Buffer): string {
	const { type, number, end } = readHead(bytes, 0);
	if (type !== major.text) throw new Error('CBOR that is no text');
	return bytes.toString('utf8', end, end + number);
}

function cborText(text: string): Buffer {
	const content = Buffer.from(text);
	if (content.length > 23) throw new Error(`CBOR text of ${content.length} bytes needs a longer head`);
	return Buffer.concat([Buffer.from([(major.text << 5) | content.length]), content]);
}
