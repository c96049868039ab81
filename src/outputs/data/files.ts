import { strToU8, zipSync } from 'fflate';
import type { Network } from '../../network/network.ts';
import { memoize } from '../../records/memoize.ts';
import { csvOf, tables } from './csv.ts';
import { csvPath, dataPackageOf, packageName, sha256 } from './data-package.ts';
import { routes } from './json.ts';
import { openApiOf } from './openapi.ts';

const json = (value: object): string => `${JSON.stringify(value)}\n`;

/** Returns the JSON files of the data, by their paths below its folder. Each file is made on request. */
export const jsonFiles = memoize(
	(network: Network): ReadonlyMap<string, () => string> =>
		new Map([
			...routes.flatMap(({ files }) => files(network)),
			['openapi.json', () => json(openApiOf(network))],
			['datapackage.json', () => json(dataPackageOf(network, csvFiles(network)))],
		]),
);

/** Returns the tables of the data, by their paths below its folder. */
export const csvFiles = memoize(
	(network: Network): ReadonlyMap<string, string> =>
		new Map(tables.map((table) => [csvPath(table), csvOf(table, network)])),
);

// Every file in the archive has the first date that ZIP allows, so that the same files give the same bytes.
const mtime = new Date(1980, 0, 1);

/** The files in the archive: the tables and their description, and the whole record as JSON and its description. */
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

/** Returns the line that `sha256sum -c` checks the archive with. */
export const archiveChecksum = (network: Network): string => `${archiveHash(network)}  ${packageName}.zip\n`;

/** Returns the size of a file of the data in bytes. */
export const sizeOf = (network: Network, path: string): number =>
	path === `${packageName}.zip`
		? archive(network).length
		: Buffer.byteLength(archivedFiles(network).get(path) ?? jsonFiles(network).get(path)?.() ?? '');
