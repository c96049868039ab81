import { remembered } from '../../records/remembered.ts';
import { archiveOf } from './archive.ts';
import { csvFiles, dataPackageOf, packageName, sha256 } from './data-package.ts';
import { routes } from './json.ts';
import { openApiOf } from './openapi.ts';
import type { Published } from './shape.ts';

type Content = string | Uint8Array<ArrayBuffer>;

/** What a file holds, made when it is asked for: all of them together are several times the record. */
type MakeFile = () => Content;

const json = (value: object): string => `${JSON.stringify(value)}\n`;

/** Every file of the data, by its path below the folder of the data. */
export const dataFiles = remembered(
	(published: Published): ReadonlyMap<string, MakeFile> =>
		new Map<string, MakeFile>([
			...routes.flatMap(({ files }) =>
				files(published).map(([path, make]): [string, MakeFile] => [path, () => json(make())]),
			),
			['openapi.json', () => json(openApiOf(published))],
			...[...csvFiles(published)].map(([path, content]): [string, MakeFile] => [path, () => content]),
			['datapackage.json', () => json(dataPackageOf(published))],
			[archivePath, () => archive(published).content],
			[`${archivePath}.sha256`, () => `${archive(published).hash}  ${archivePath}\n`],
		]),
);

const contentOf = (published: Published, path: string): Content => {
	const make = dataFiles(published).get(path);
	if (!make) throw new RangeError(`The data has no ${path}.`);
	return make();
};

/** How many bytes a file has. */
export const sizeOf = (published: Published, path: string): number =>
	Buffer.byteLength(contentOf(published, path));

const archivePath = `${packageName}.zip`;

/** The tables with their description, and the whole record as JSON with its own. */
const archive = remembered((published: Published): { content: Uint8Array<ArrayBuffer>; hash: string } => {
	const whole = ['network.json', 'openapi.json', 'datapackage.json'].map(
		(path) => [path, String(contentOf(published, path))] as const,
	);
	const content = archiveOf([...whole, ...csvFiles(published)]);
	return { content, hash: sha256(content) };
});

/** The hash of the archive. */
export const archiveHash = (published: Published): string => archive(published).hash;
