import { strToU8, zipSync } from 'fflate';
import type { Network } from '../../network/network.ts';
import { memoize } from '../../records/memoize.ts';
import { csvOf, tables } from './csv.ts';
import { csvPath, dataPackageOf, packageName, sha256 } from './data-package.ts';
import { routes } from './json.ts';
import { openApiOf } from './openapi.ts';

type MakeFile = () => string | Uint8Array<ArrayBuffer>;

const json = (value: object): string => `${JSON.stringify(value)}\n`;

/** The path of the archive, below the folder of the data. */
const archivePath = `${packageName}.zip`;

/** Returns every file of the data, by its path below the folder of the data. Each file is made on request. */
export const dataFiles = memoize(
	(network: Network): ReadonlyMap<string, MakeFile> =>
		new Map<string, MakeFile>([
			...jsonFiles(network),
			...[...archivedFiles(network)].map(([path, text]) => [path, () => text] as const),
			[archivePath, () => archive(network)],
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

/** Returns the size of a file in bytes. */
export const sizeOf = (network: Network, path: string): number =>
	Buffer.byteLength(dataFiles(network).get(path)?.() ?? '');

/** The files in the archive: the tables and their description, and the whole record as JSON and its description. */
const archivedFiles = memoize((network: Network): ReadonlyMap<string, string> => {
	const csv = new Map(tables.map((table) => [csvPath(table), csvOf(table, network)]));
	return new Map([
		...csv,
		['datapackage.json', json(dataPackageOf(network, csv))],
		...['network.json', 'openapi.json'].map(
			(path) => [path, jsonFiles(network).get(path)?.() ?? ''] as const,
		),
	]);
});

// Every file in the archive has the first date that ZIP allows, so that the same files give the same bytes.
const mtime = new Date(1980, 0, 1);

const archive = memoize((network: Network) =>
	zipSync(Object.fromEntries([...archivedFiles(network)].map(([path, text]) => [path, strToU8(text)])), {
		mtime,
	}),
);

/** Returns the SHA-256 hash of the archive. */
export const archiveHash = memoize((network: Network): string => sha256(archive(network)));
