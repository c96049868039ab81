import { cpSync, globSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDirectory } from '../checks/load-content.ts';
import { loadNetwork } from '../network/load.ts';
import type { Network } from '../network/network.ts';
import { describeChanges } from '../outputs/changes/summary.ts';
import { packageName, sha256 } from '../outputs/data/data-package.ts';
import { zipped } from '../outputs/data/files.ts';
import { dataPath } from '../outputs/data/paths.ts';
import { writeDatabase } from '../outputs/data/sqlite.ts';
import { escapeMarkdown } from '../outputs/escape-markdown.ts';
import { buildInputs } from '../records/inputs.ts';
import { changeBetween, editionsByCommit, pastTexts } from '../records/past-commits.ts';
import { UserError } from '../records/user-error.ts';
import { dateInWords } from '../schema/dates.ts';
import { opensFromDisk, pageFromDisk, withoutFonts } from '../site/from-disk.ts';
import { command } from './command.ts';

const usage = `Usage: npm run edition

Builds the site and makes an edition in dist.edition/: the data as an archive and as an SQLite file, the PDF, the site for reading from disk,
the changes since the last edition, a citation file and checksums. The version of an edition is the day of the last change to the record.
Earlier editions are Git tags such as edition-2026-12-02.

  --help   print this help

Environment: as for npm run build and npm run pdf. Set SITE_URL, because all files contain the address of the site.
Exit status: 0 success, 1 errors in the content or the environment, 2 the edition could not be made.
`;

const folder = 'dist.edition';

await command(usage, {}, () => {
	const network = loadNetwork();
	const { edition } = network;
	if (!edition)
		throw new UserError('An edition needs the full Git history. Commit all changes to the content first.');
	rmSync(folder, { recursive: true, force: true });
	const at = (path: string): string => join(folder, path);

	const built = globSync('**/*', { cwd: 'dist' }).map((path) => path.replaceAll('\\', '/'));
	const paths = built.filter((path) => opensFromDisk(path) && statSync(join('dist', path)).isFile()).sort();
	const site = { base: buildInputs().base, files: new Set(paths), address: network.address };
	for (const path of paths) {
		cpSync(join('dist', path), at(`site/${path}`));
		const text = (): string => readFileSync(join('dist', path), 'utf8');
		if (path.endsWith('.html')) writeFileSync(at(`site/${path}`), pageFromDisk(text(), path, site));
		if (path.endsWith('.css')) writeFileSync(at(`site/${path}`), withoutFonts(text()));
	}
	const files = paths.map((path) => [path, readFileSync(at(`site/${path}`))] as const);
	writeFileSync(at(`${packageName}-site.zip`), zipped(`${packageName}-site`, files));
	cpSync(`dist/print/${packageName}.pdf`, at(`${packageName}.pdf`));
	cpSync(`dist${dataPath}${packageName}.zip`, at(`${packageName}.zip`));
	writeDatabase(network, at(`${packageName}.sqlite`));
	writeFileSync(at('CITATION.cff'), citationOf(network, edition));
	writeFileSync(at('CHANGES.md'), changesOf(network, edition.day));
	const sums = readdirSync(folder)
		.filter((name) => name !== 'site')
		.sort()
		.map((name) => `${sha256(readFileSync(at(name)))}  ${name}\n`);
	writeFileSync(at('SHA256SUMS'), sums.join(''));
	return `The edition of ${dateInWords(edition.day)} is in ${folder}/.\n`;
});

function citationOf({ site, address }: Network, { day, commit }: NonNullable<Network['edition']>): string {
	return `${readFileSync('CITATION.cff', 'utf8').replace(/^#.*\n/, '')}version: '${day}'
date-released: '${day}'
commit: ${commit}
url: ${address('/')}
${site.repository === undefined ? '' : `repository-code: ${site.repository}\n`}`;
}

/** Returns the changes since the last edition, in Markdown. */
function changesOf(network: Network, day: string): string {
	const directory = contentDirectory();
	const days = [...editionsByCommit(directory).values()].filter((each) => each < day).sort();
	const last = days.at(-1);
	const stateAt = (ref: string) => pastTexts(directory, ref);
	const changes =
		last === undefined
			? []
			: describeChanges(network, changeBetween(stateAt(`edition-${last}`), stateAt('HEAD')));
	const lines = changes.flatMap(({ sentences }) => sentences.map((each) => `- ${escapeMarkdown(each)}\n`));
	const since =
		last === undefined ? 'This is the first edition.' : `Changes since the edition of ${dateInWords(last)}:`;
	return `# ${escapeMarkdown(network.site.name)}: edition of ${dateInWords(day)}\n\n${since}\n\n${lines.join('')}`;
}
