/**
 * Measures the check and the build: `npm run bench`, or `npm run bench -- 300` for one number of meetings. The pages are compared with a
 * plain Astro site of the same generated content (`stock/`): content collections, half-length meeting pages, and lists.
 *
 * CPU seconds and memory are medians and include every process that a command starts. Linux only, because they come from /proc.
 */
import { spawn } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secondsOfToday, writeContent } from './content.ts';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 300, 1000];
const check = ['--import', './src/cli/compile-cache.mjs', 'src/cli/check.ts'];
const build = ['node_modules/astro/bin/astro.mjs', 'build', '--config', 'tests/bench/astro.config.mjs'];
const stock = ['node_modules/astro/bin/astro.mjs', 'build', '--root', 'tests/bench/stock'];

// The output folders are inside the project. Otherwise, Astro would put the code of all builds into the same folder.
mkdirSync('node_modules/.cache', { recursive: true });
const outputs = mkdtempSync('node_modules/.cache/bench-');
const contents = mkdtempSync(join(tmpdir(), 'bench-'));
process.on('exit', () => {
	for (const folder of [outputs, contents]) rmSync(folder, { recursive: true });
});

/** Returns the fields of `/proc/<id>/stat` after the program's name, which may contain spaces. */
function statOf(id: string): number[] {
	try {
		return readFileSync(`/proc/${id}/stat`, 'utf8').replace(/.*\) /s, '').split(' ').map(Number);
	} catch {
		return [];
	}
}

/** Returns the CPU seconds of all child processes that have ended. Linux counts hundredths of a second. */
function cpuOfEnded(): number {
	const { 13: user = 0, 14: system = 0 } = statOf('self');
	return (user + system) / 100;
}

/** Returns the memory of a process and of all processes that it started, in MiB. */
function memoryOf(root = 0): number {
	const stats = new Map(readdirSync('/proc').map((id) => [Number(id), statOf(id)]));
	const isWithin = (id = 0): boolean => id === root || (id > 1 && isWithin(stats.get(id)?.[1]));
	return [...stats].reduce((sum, [id, { 21: pages = 0 }]) => sum + (isWithin(id) ? pages / 256 : 0), 0);
}

/** Runs Node.js several times and returns the results of the run with the median CPU time. */
async function measure(args: string[], environment: NodeJS.ProcessEnv = {}, runs = 3) {
	const costs = [];
	while (costs.length < runs) {
		const folder = mkdtempSync(join(outputs, 'run-'));
		const [before, start] = [cpuOfEnded(), performance.now()];
		let memory = 0;
		const output = args.includes('build') ? ['--outDir', join(process.cwd(), folder, 'site')] : [];
		const child = spawn(process.execPath, [...args, ...output], {
			env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CACHE_DIR: `${folder}/cache`, ...environment },
			stdio: ['ignore', 'ignore', 'inherit'],
		});
		const watch = setInterval(() => (memory = Math.max(memory, memoryOf(child.pid))), 50);
		const code = await new Promise((resolve) => child.on('close', resolve));
		clearInterval(watch);
		if (code !== 0) throw new Error(`${args.join(' ')} failed.`);
		const seconds = (performance.now() - start) / 1000;
		const pages = globSync(`${folder}/site/**/*.html`).length;
		const cpu = cpuOfEnded() - before;
		costs.push({ cpu, memory, seconds, pages, perPage: (cpu / pages) * 1000 });
	}
	costs.sort((a, b) => a.cpu - b.cpu);
	return costs[Math.floor(runs / 2)] as (typeof costs)[number];
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

const rows = [];
for (const meetings of sizes) {
	const content = join(contents, String(meetings));
	writeContent(content, meetings);
	const environment = { CONTENT_DIR: content, SOURCE_DATE_EPOCH: secondsOfToday };
	const checked = await measure(check, environment);
	const pages = await measure(build, { ...environment, BENCH_PAGES_ONLY: '1' });
	const plain = await measure(stock, environment);
	// Simulates a machine with 1 GiB, because V8 delays garbage collection while memory is free.
	const limited = { ...environment, NODE_OPTIONS: '--max-old-space-size=400' };
	const { memory } = await measure(build, limited, 1);
	const ratio = pages.perPage / plain.perPage;
	rows.push({
		meetings,
		'check (CPU s)': rounded(checked.cpu),
		pages: pages.pages,
		'per page (CPU ms)': rounded(pages.perPage),
		'stock Astro (CPU ms)': rounded(plain.perPage),
		ratio: rounded(ratio),
		'whole build (MiB)': Math.round(memory),
	});
	if (ratio > 1 || memory > 1024) process.exitCode = 1;
}
console.table(rows);
const [empty, real] = [await measure(['-e', '0'], {}, 9), await measure(check, {}, 9)];
console.log(`Check of the real content, beyond Node's start: ${rounded(real.cpu - empty.cpu)} CPU seconds.`);
console.log(`Build of the real content: ${rounded((await measure(build)).seconds)} seconds.`);
