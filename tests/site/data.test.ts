import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { hostCountry } from '../../src/network/meetings.ts';
import { addressOf, type Entry, verbatimNetwork } from '../../src/network/network.ts';
import { pathOf } from '../../src/site/paths.ts';
import { kinds } from '../../src/schema/kinds.ts';
import { all, attribute, grownRecord, linksIn } from './pages.ts';
import { publishedBased } from './published.ts';

/* Runs the examples on the data page exactly as shown, and compares their results with the network. */

const run = promisify(execFile);
const { network: printed, pages } = grownRecord();
const network = verbatimNetwork(printed);
const { meetings } = network.entries;
const root = `${publishedBased.site}${publishedBased.path}`;
const served = `${inject('grownOrigin')}${publishedBased.path}`;

/** Returns an example from the page, with the address of the test server. */
function example(name: string): string {
	const blocks = pages.get('/data/')?.document;
	const block = blocks && all(blocks, `pre[data-example="${name}"]`)[0];
	if (!block) throw new Error(`The page of the data has no example ${name}.`);
	const text = block.textContent
		.replace(/&#39;|&apos;/g, "'")
		.replace(/&quot;|&#34;/g, '"')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&');
	expect(text).toContain(root);
	return text.replaceAll(root, served);
}

/** Runs a program without proxies and returns its output by line, or `undefined` if it is not installed. */
async function linesOf(program: string, ...args: string[]): Promise<string[] | undefined> {
	const folder = await mkdtemp(join(tmpdir(), 'data-'));
	try {
		const { stdout } = await run(program, args, {
			cwd: folder,
			env: { ...process.env, NO_PROXY: '*', no_proxy: '*' },
		});
		return stdout.trimEnd().split('\n');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		console.info(`This machine has no ${program}, so that example was not run.`);
		return undefined;
	} finally {
		await rm(folder, { recursive: true });
	}
}

const hosted = meetings.flatMap((meeting) => {
	const host = hostCountry(network, meeting)?.country;
	return host ? [{ meeting, host }] : [];
});

const fileAt = async (path: string): Promise<string> => (await fetch(served + path)).text();

const listed = hosted.map(({ meeting: { dates, title }, host }) => `${dates} ${host.id} ${title}`);

test('the JavaScript example lists the hosts of meetings', async () => {
	expect(await linesOf(process.execPath, '--input-type=module', '--eval', example('javaScript'))).toEqual(
		listed,
	);
});

test('the Python example lists the same', async () => {
	const lines = await linesOf('python3', '-c', example('python'));
	if (lines) expect(lines).toEqual(listed);
});

test('the R and SQL examples use columns of the table', async () => {
	const [header = ''] = (await fileAt('api/v1/csv/meetings.csv')).split('\r\n');
	for (const column of ['dates', 'dates_earliest', 'derived_host', 'title'])
		expect(header.split(',')).toContain(column);
	for (const name of ['r', 'sql', 'spreadsheet'])
		expect(example(name)).toContain(`${served}api/v1/csv/meetings.csv`);
});

test('each example for a language has at most four lines', () => {
	for (const name of ['javaScript', 'python', 'r', 'sql', 'spreadsheet'])
		expect(example(name).split('\n').length, name).toBeLessThanOrEqual(4);
});

test('the shell example downloads and verifies the archive', async () => {
	const lines = await linesOf(
		'sh',
		'-c',
		`command -v curl sha256sum >/dev/null || exit 0; ${example('shell')}`,
	);
	if (lines?.[0] !== '') expect(lines).toEqual(['pcocp-public-history.zip: OK']);
});

test('the page of every record links to its data', async () => {
	for (const entry of kinds.flatMap((kind): readonly Entry[] => network.entries[kind])) {
		const page = pages.get(pathOf(entry));
		if (!page) continue;
		const path = `/api/v1/${addressOf(entry)}.json`;
		// The data of a language are its texts, so there is only a link in the head of the page.
		const links = linksIn(page.document, entry.kind === 'languages' ? 'link[href]' : 'a[href]');
		expect(links.has(path), addressOf(entry)).toBe(true);
		const { record } = JSON.parse(await readFile(join(inject('grownSite'), path), 'utf8')) as {
			record: { address: string };
		};
		expect(record.address).toBe(root + pathOf(entry).slice(1));
	}
});

test('the data page links to all single files and to the table of each kind', async () => {
	const page = pages.get('/data/');
	const links = page ? all(page.document, 'main a[href]').map((link) => attribute(link, 'href') ?? '') : [];
	const index = JSON.parse(await fileAt('api/v1/index.json')) as {
		files: { address: string }[];
		kinds: { csv: string }[];
	};
	const addresses = [...index.files.map(({ address }) => address), ...index.kinds.map(({ csv }) => csv)];
	const expected = addresses.filter((address) => !address.includes('{'));
	expect(links).toEqual(
		expect.arrayContaining(expected.map((address) => publishedBased.path + address.slice(root.length))),
	);
});

test('other sites may read the data, if the server sends the header', async () => {
	expect(await readFile(join(inject('grownSite'), '_headers'), 'utf8')).toContain(
		'/pcocp/api/*\n  Access-Control-Allow-Origin: *\n',
	);
});
