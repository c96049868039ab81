/**
 * Measures how the check, the pages and the search index grow with the record, on generated content: `npm run bench`, with `--all` up
 * to ten thousand meetings, or with the numbers of meetings that are asked for. What a page costs is compared with what it costs in
 * a stock Astro site of the same content (`stock/`), such as Astro's guides lead to: content collections, a page for each meeting with
 * its sources in one list at its end, a page for each theme, and lists of all else. There the page of a meeting is about three quarters as long.
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
const checkOnly = ['--import', './src/cli/compile-cache.mjs', 'src/cli/check.ts'];
const inherited: NodeJS.ProcessEnv = {
	...process.env,
	SOURCE_DATE_EPOCH: secondsOfToday,
	SITE_URL: 'https://example.org',
	ASTRO_TELEMETRY_DISABLED: '1',
};

/** What a build took, and how many pages it made. */
interface Build extends Cost {
	readonly count: number;
}

interface Measured {
	readonly meetings: number;
	readonly check: Cost;
	readonly pages: Build;
	readonly index: Cost & { readonly records: number };
	readonly whole: Cost;
	readonly stock: Build;
}

/** Each build has its own folders, which are removed at the end: after large deletions, writing to ext4 takes several times as long. */
async function build(content: string, args: string[], without = ''): Promise<Build> {
	const out = mkdtempSync(join(folder, 'site-'));
	const cost = await measure([astro, 'build', '--outDir', out, ...args], {
		...inherited,
		CONTENT_DIR: content,
		CACHE_DIR: mkdtempSync(join(folder, 'cache-')),
		BENCH_PAGES_ONLY: without,
	});
	const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
	return { ...cost, count: files.filter((file) => file.endsWith('.html')).length };
}

async function measureSize(meetings: number): Promise<Measured> {
	const content = join(contents, String(meetings));
	writeContent(content, generateContent(meetings));
	const times = meetings > 3000 ? 1 : runs;
	const environment = { ...inherited, CONTENT_DIR: content };
	const ours = ['--config', 'tests/bench/astro.config.mjs'];
	const check = await measureOften(times, () => measure(checkOnly, environment));
	const whole = await build(content, ours);
	const pages = await measureOften(times, () => build(content, ours, '1'));
	const stock = await measureOften(times, () => build(content, ['--root', 'tests/bench/stock']));
	const index = await measureOften(times, async () => {
		const cost = await measure(['tests/bench/index-content.ts'], environment);
		const { own, pagefind, records } = JSON.parse(cost.output) as Record<
			'own' | 'pagefind' | 'records',
			number
		>;
		return { ...cost, cpu: own + pagefind, records };
	});
	return { meetings, check, pages, whole, stock, index };
}

const seconds = ({ cpu }: Cost): string => cpu.toFixed(2);
const withMemory = (cost: Cost): string => `${seconds(cost)} (${cost.memory.toFixed(0)} MiB)`;
const perPage = ({ cpu, count }: Build): number => (cpu / count) * 1000;

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
	row('pages made', ({ pages }) => String(pages.count)),
	row('pages made, stock Astro', ({ stock }) => String(stock.count)),
	row('CPU per page', ({ pages }) => `${perPage(pages).toFixed(2)} ms`),
	row('CPU per page, stock Astro', ({ stock }) => `${perPage(stock).toFixed(2)} ms`),
	row('ratio', ({ pages, stock }) => (perPage(pages) / perPage(stock)).toFixed(2)),
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
const real = await measureOften(9, () => measure(checkOnly, inherited));
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
