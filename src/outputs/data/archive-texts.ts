import type { Network } from '../../network/network.ts';
import { versionInWords } from '../../site/cite.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { dataPage } from './paths.ts';

/** Returns the README and the licence of the archive. `text` is the full text of the licence. */
export const archiveTexts = (network: Network, text: string): readonly (readonly [string, string])[] => [
	[
		'README.md',
		`# ${escapeMarkdown(network.site.name)}: data

${escapeMarkdown(network.site.description)}

This is the ${versionInWords(network)}. Please name it when you use the data.

- \`network.json\`: the whole record, as described by \`schema.json\` and \`openapi.json\`
- \`csv/\`: the same record as tables, as described by \`datapackage.json\`
- \`network.nt\`: the stated facts as linked data (N-Triples with the vocabulary of schema.org)
- \`LICENSE.txt\`: the licence, which does not cover quotations

How to read the files: <${network.address(dataPage)}>
`,
	],
	[
		'LICENSE.txt',
		`Quotations belong to the publishers of the sources. They are not under this licence.\n\n${network.site.licence ? `${network.site.licence.name}\n${network.site.licence.url}\n\n` : ''}${text}`,
	],
];
