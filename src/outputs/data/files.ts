import { Zip, ZipDeflate } from 'fflate';
import type { Network } from '../../network/network.ts';
import { memoize } from '../../records/memoize.ts';
import { csvOf, tables } from './csv.ts';
import { csvPath, dataPackageOf, type Measures, packageName, sha256 } from './data-package.ts';
import { routes } from './json.ts';
import { openApiOf } from './openapi.ts';

type Content = string | Uint8Array<ArrayBuffer>;

/** What a file holds, made when it is asked for: all of them together are several times the record. */
type MakeFile = () => Content;

const json = (value: object): string => `${JSON.stringify(value)}\n`;

/** The path of the archive, below the folder of the data. */
const archivePath = `${packageName}.zip`;

/** Every file of the data, by its path below the folder of the data. */
export const dataFiles = memoize(
	(network: Network): ReadonlyMap<string, MakeFile> =>
		new Map<string, MakeFile>([
			...jsonFiles(network),
			...partsOf(network, () => archive(network).measures),
			[archivePath, () => archive(network).content],
			[`${archivePath}.sha256`, () => `${archiveHash(network)}  ${archivePath}\n`],
		]),
);

const jsonFiles = memoize(
	(network: Network): ReadonlyMap<string, () => string> =>
		new Map([
			...routes.flatMap(({ files }) => files(network)),
			['openapi.json', () => json(openApiOf(network))],
		]),
);

/** How many bytes a file has. */
export const sizeOf = (network: Network, path: string): number =>
	archive(network).measures.get(path)?.bytes ?? Buffer.byteLength(dataFiles(network).get(path)?.() ?? '');

/**
 * What the archive has, and how it is made, in an order in which each follows from those before it: the tables with their description,
 * and the whole record as JSON with its own.
 */
const partsOf = (network: Network, measures: () => Measures): [path: string, make: () => string][] => [
	...tables.map((table): [string, () => string] => [csvPath(table), () => csvOf(table, network)]),
	['datapackage.json', () => json(dataPackageOf(network, measures()))],
	...['network.json', 'openapi.json'].map((path): [string, () => string] => [
		path,
		() => jsonFiles(network).get(path)?.() ?? '',
	]),
];

/** The time that every file in the archive bears, so that the same files give the same bytes: the first that ZIP can write. */
const time = new Date(1980, 0, 1);

/** The archive, and how large what is in it is; each file is compressed when it is made, and none held. */
const archive = memoize((network: Network) => {
	const measures = new Map<string, { bytes: number; hash: string }>();
	const chunks: Uint8Array[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		chunks.push(chunk);
	});
	for (const [path, make] of partsOf(network, () => measures)) {
		const content = new TextEncoder().encode(make());
		measures.set(path, { bytes: content.length, hash: sha256(content) });
		const file = new ZipDeflate(path);
		file.mtime = time;
		zip.add(file);
		file.push(content, true);
	}
	zip.end();
	const content = new Uint8Array(Buffer.concat(chunks));
	return { content, hash: sha256(content), measures };
});

/** The hash of the archive. */
export const archiveHash = (network: Network): string => archive(network).hash;
