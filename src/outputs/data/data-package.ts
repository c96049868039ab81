import { createHash } from 'node:crypto';
import type { Network } from '../../network/network.ts';
import { dataPage } from './paths.ts';
import { tables } from './csv.ts';
import type { Column, Table } from './table.ts';

export const sha256 = (content: string | Uint8Array): string =>
	createHash('sha256').update(content).digest('hex');

export const packageName = 'pcocp-public-history';

export const csvPath = ({ name }: Pick<Table, 'name'>): string => `csv/${name}.csv`;

// Without an explicit dialect, some CSV parsers guess the dialect from the first lines of a file.
const dialect = {
	header: true,
	delimiter: ',',
	lineTerminator: '\r\n',
	quoteChar: '"',
	doubleQuote: true,
	skipInitialSpace: false,
};

/** Returns the version of the data as a semantic version, which consists of the format's version and the edition's day. */
const versionOf = (day: string): string => `1.${day.replaceAll('-', '')}.0`;

/**
 * Returns the Data Package descriptor for the tables.
 *
 * @see https://datapackage.org/standard/data-package/
 */
export function dataPackageOf(network: Network, csv: ReadonlyMap<string, string>): object {
	const { site, entries, edition } = network;
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: packageName,
		title: site.name,
		description: site.description,
		...(edition && { version: versionOf(edition.day), created: `${edition.day}T00:00:00Z`, edition }),
		homepage: network.address(dataPage),
		...(site.publisher !== undefined && { contributors: [{ title: site.publisher, roles: ['publisher'] }] }),
		...(site.licence && {
			licenses: [{ name: site.licence.identifier, title: site.licence.name, path: site.licence.url }],
		}),
		sources: entries.sources.map(({ title, url }) => ({ title, path: url })),
		resources: tables.map((table) => {
			const path = csvPath(table);
			const foreignKeys = table.columns.flatMap(({ name, refersTo }) =>
				refersTo === undefined ? [] : [{ fields: [name], reference: { resource: refersTo, fields: ['id'] } }],
			);
			const text = csv.get(path) ?? '';
			return {
				name: table.name,
				type: 'table',
				title: table.title,
				description: table.description,
				path,
				format: 'csv',
				mediatype: 'text/csv',
				encoding: 'utf-8',
				dialect,
				bytes: Buffer.byteLength(text),
				hash: `sha256:${sha256(text)}`,
				schema: {
					fields: table.columns.map(fieldOf),
					missingValues: [''],
					...(table.key.length > 0 && { primaryKey: table.key }),
					...(foreignKeys.length > 0 && { foreignKeys }),
				},
			};
		}),
	};
}

const fieldOf = ({ name, type, title, description, isRequired, choices }: Column): object => ({
	name,
	type,
	...(title !== undefined && { title }),
	...(description !== undefined && description !== '' && { description }),
	constraints: { required: isRequired, ...(choices && { enum: choices }) },
});
