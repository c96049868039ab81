import { strToU8, zipSync } from 'fflate';
import type { Network } from '../../network/network.ts';
import { memoize } from '../../records/memoize.ts';
import { csvOf, tables } from './csv.ts';
import { csvPath, dataPackageOf, packageName, sha256 } from './data-package.ts';
import { routes } from './json.ts';
import { openApiOf } from './openapi.ts';

const json = (value: object): string => `${JSON.stringify(value)}\n`;

/** Returns the JSON files, by path relative to the data folder. Each file is generated on demand. */
export const jsonFiles = memoize(
	(network: Network): ReadonlyMap<string, () => string> =>
		new Map([
			...routes.flatMap(({ files }) => files(network)),
			['openapi.json', () => json(openApiOf(network))],
			['datapackage.json', () => json(dataPackageOf(network, csvFiles(network)))],
		]),
);

/** Returns the CSV files, by path relative to the data folder. */
export const csvFiles = memoize(
	(network: Network): ReadonlyMap<string, string> =>
		new Map(tables.map((table) => [csvPath(table), csvOf(table, network)])),
);

// Every file in the archive has the same date, the earliest that ZIP allows, so that identical files produce an identical archive.
const mtime = new Date(1980, 0, 1);

/** Returns the files in the archive: the tables, the whole record as JSON, and a description of both formats. */
const archivedFiles = memoize((network: Network): ReadonlyMap<string, string> => {
	const described = ['datapackage.json', 'network.json', 'openapi.json'].map((path): [string, string] => [
		path,
		jsonFiles(network).get(path)?.() ?? '',
	]);
	return new Map([...csvFiles(network), ...described]);
});

export const archive = memoize((network: Network): Uint8Array<ArrayBuffer> => {
	const files = [...archivedFiles(network)].map(([path, text]) => [path, strToU8(text)] as const);
	return zipSync(Object.fromEntries(files), { mtime });
});

export const archiveHash = memoize((network: Network): string => sha256(archive(network)));

/** Returns the line that `sha256sum -c` uses to verify the archive. */
export const archiveChecksum = (network: Network): string => `${archiveHash(network)}  ${packageName}.zip\n`;

/** Returns the size of a data file in bytes. */
export const sizeOf = (network: Network, path: string): number =>
	path === `${packageName}.zip`
		? archive(network).length
		: Buffer.byteLength(archivedFiles(network).get(path) ?? jsonFiles(network).get(path)?.() ?? '');
