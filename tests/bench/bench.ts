/**
 * Measures how the check, the pages and the search index grow with the record, on generated content, and compares the pages with
 * those of a stock Astro site (`stock/`) made of the same content: `npm run bench`, with `--all` up to ten thousand meetings, or with the numbers of meetings that are asked for.
 *
 * CPU seconds of all programs that take part, medians of several runs: time on the clock says more of what else the machine does.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateContent, secondsOfToday, writeContent } from './content.ts';
import { timeOfSave } from './dev.ts';
import { measure, measureOften, type Cost } from './measure.ts';

const isWhole = process.argv.includes('--all');
// The first is what everything costs without content: the start of Node, of Astro and of its bundler.
const asked = process.argv.slice(2).map(Number).filter(Number.isInteger);
const sizes = asked.length > 0 ? asked : isWhole ? [1, 30, 300, 1000, 3000, 10_000] : [1, 30, 300, 1000];
const runs = 3;

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
const caches = join(root, 'node_modules/.cache');
mkdirSync(caches, { recursive: true });
// What is built is below the project, where Astro keeps it apart from other builds; the content is not, since nothing within
// node_modules is watched.
const folder = mkdtempSync(join(caches, 'bench-'));
const contents = mkdtempSync(join(tmpdir(), 'bench-content-'));
process.on('exit', () => {
	for (const directory of [folder, contents]) rmSync(directory, { recursive: true, force: true });
});
process.on('SIGINT', () => process.exit(130));

const astro = join(root, 'node_modules/astro/bin/astro.mjs');
const inherited: NodeJS.ProcessEnv = {
	...process.env,
	SOURCE_DATE_EPOCH: secondsOfToday,
	SITE_URL: 'https://example.org',
	ASTRO_TELEMETRY_DISABLED: '1',
};

interface Measured {
	readonly meetings: number;
	readonly check: Cost;
	readonly pages: Cost;
	readonly index: Cost & { readonly records: number };
	readonly whole: Cost;
	readonly stock: Cost;
	readonly pageCount: number;
	readonly stockCount: number;
}

const countPages = (directory: string): number =>
	readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
		.length;

async function build(content: string, out: string, args: string[], without = ''): Promise<Cost> {
	rmSync(out, { recursive: true, force: true });
	const cache = mkdtempSync(join(folder, 'cache-'));
	const cost = await measure([astro, 'build', '--outDir', out, ...args], {
		...inherited,
		CONTENT_DIR: content,
		CACHE_DIR: cache,
		BENCH_WITHOUT: without,
	});
	rmSync(cache, { recursive: true, force: true });
	return cost;
}

async function measureSize(meetings: number): Promise<Measured> {
	const content = join(contents, String(meetings));
	const [out, stockOut] = [join(folder, 'site'), join(folder, 'stock')];
	writeContent(content, generateContent(meetings));
	const times = meetings > 3000 ? 1 : runs;
	const environment = { ...inherited, CONTENT_DIR: content };
	const own = ['--config', 'tests/bench/astro.config.mjs'];
	const check = await measureOften(times, () => measure(['src/cli/check.ts'], environment));
	const pages = await measureOften(times, () => build(content, out, own, 'search'));
	const whole = await measureOften(1, () => build(content, out, own));
	const stock = await measureOften(times, () => build(content, stockOut, ['--root', 'tests/bench/stock']));
	const index = await measureOften(times, async () => {
		const { memory, output } = await measure(['tests/bench/index-content.ts'], environment);
		const { own: script, pagefind } = JSON.parse(output) as { own: number; pagefind: number };
		return { cpu: script + pagefind, memory, output };
	});
	const { records } = JSON.parse(index.output) as { records: number };
	const counts = { pageCount: countPages(out), stockCount: countPages(stockOut) };
	rmSync(out, { recursive: true, force: true });
	return { meetings, check, pages, whole, stock, index: { ...index, records }, ...counts };
}

const seconds = ({ cpu }: Cost): string => cpu.toFixed(2);
const withMemory = (cost: Cost): string => `${seconds(cost)} (${cost.memory.toFixed(0)} MiB)`;
const perPage = ({ cpu }: Cost, pages: number): string => `${((cpu / pages) * 1000).toFixed(2)} ms`;

function print(rows: readonly (readonly string[])[]): void {
	const [head = [], ...body] = rows;
	for (const row of [head, head.map(() => '---'), ...body]) console.log(`| ${row.join(' | ')} |`);
	console.log();
}

/** How much longer ten times the meetings take, beyond what no meetings take: ten is linear. */
function growth(measured: readonly Measured[], costOf: (row: Measured) => Cost): string {
	const at = (meetings: number): number | undefined => {
		const row = measured.find((one) => one.meetings === meetings);
		return row && costOf(row).cpu;
	};
	const [start, few, many] = [at(1), at(300), at(3000)];
	if (start === undefined || few === undefined || many === undefined) return 'only with `--all`';
	const times = (many - start) / (few - start);
	return `${times.toFixed(1)} times, ${(times / 10).toFixed(2)} of linear (${(many / few).toFixed(1)} times with the start)`;
}

const measured: Measured[] = [];
for (const meetings of sizes) {
	console.error(`${meetings} meetings …`);
	measured.push(await measureSize(meetings));
}

console.log('CPU seconds and peak memory:\n');
const row = (name: string, cell: (one: Measured) => string): string[] => [name, ...measured.map(cell)];
print([
	row('Meetings', ({ meetings }) => String(meetings)),
	row('check', ({ check }) => withMemory(check)),
	row('pages', ({ pages }) => withMemory(pages)),
	row('index', ({ index }) => withMemory(index)),
	row('pages and index in one go', ({ whole }) => `${whole.memory.toFixed(0)} MiB`),
	row('stock Astro, pages', ({ stock }) => withMemory(stock)),
	row('pages made', ({ pageCount }) => String(pageCount)),
	row('pages made, stock Astro', ({ stockCount }) => String(stockCount)),
	row('CPU per page', ({ pages, pageCount }) => perPage(pages, pageCount)),
	row('CPU per page, stock Astro', ({ stock, stockCount }) => perPage(stock, stockCount)),
	row('ratio', ({ pages, pageCount, stock, stockCount }) =>
		(pages.cpu / pageCount / (stock.cpu / stockCount)).toFixed(2),
	),
	row('records in the index', ({ index }) => String(index.records)),
]);
console.log('From 300 to 3,000 meetings:\n');
print([
	['Part', 'Growth'],
	['check', growth(measured, ({ check }) => check)],
	['pages', growth(measured, ({ pages }) => pages)],
	['index', growth(measured, ({ index }) => index)],
]);

const start = await measureOften(9, () => measure(['-e', '0'], inherited));
const real = await measureOften(9, () => measure(['src/cli/check.ts'], inherited));
const content = join(contents, 'dev');
writeContent(content, generateContent(1000));
const saved = await timeOfSave(
	content,
	`meetings/${readdirSync(join(content, 'meetings'))[0] ?? ''}`,
	[astro, 'dev', '--port', '0', '--config', 'tests/bench/astro.config.mjs'],
	{ ...inherited, CACHE_DIR: mkdtempSync(join(folder, 'cache-')) },
);
const clock = performance.now();
await measure([astro, 'build', '--outDir', join(folder, 'real')], inherited);
print([
	['Besides', ''],
	['check of the real content, beyond the start of Node', `${(real.cpu - start.cpu).toFixed(2)} CPU seconds`],
	['build of the real content', `${((performance.now() - clock) / 1000).toFixed(1)} s on the clock`],
	['from saving a file until the browser shows it, at 1,000 meetings', `${saved.toFixed(0)} ms`],
]);
