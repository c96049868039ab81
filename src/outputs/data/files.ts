import { remembered } from '../../records/remembered.ts';
import { archiveOf } from './archive.ts';
import { csvFiles, dataPackageOf, packageName, sha256 } from './data-package.ts';
import { routes } from './json.ts';
import { openApiOf } from './openapi.ts';
import type { Published } from './shape.ts';

/** What a file holds, made when it is asked for: all of them together are several times the record. */
export type MakeFile = () => string | Uint8Array<ArrayBuffer>;

const json = (value: object): string => `${JSON.stringify(value)}\n`;

/** Every file of the data, by its path below the folder of the data. */
export const dataFiles = remembered(
	(published: Published): ReadonlyMap<string, MakeFile> =>
		new Map<string, MakeFile>([
			...routes.flatMap(({ files }) =>
				files(published).map(([path, make]): [string, MakeFile] => [path, () => json(make())]),
			),
			['openapi.json', () => json(openApiOf(published))],
			...[...csvFiles(published).keys()].map((path): [string, MakeFile] => [
				path,
				() => csvFiles(published).get(path) ?? '',
			]),
			['datapackage.json', () => json(dataPackageOf(published))],
			[archivePath, () => archive(published)],
			[`${archivePath}.sha256`, () => `${sha256(archive(published))}  ${archivePath}\n`],
		]),
);

const archivePath = `${packageName}.zip`;

/** The tables with their description, and the whole record as JSON with its own. */
const archive = remembered((published: Published): Uint8Array<ArrayBuffer> => {
	const whole = ['network.json', 'openapi.json', 'datapackage.json'].map(
		(path) => [path, String(dataFiles(published).get(path)?.())] as const,
	);
	return archiveOf([...whole, ...csvFiles(published)]);
});
