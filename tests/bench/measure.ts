import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** What a program took. */
export interface Cost {
	/** CPU seconds, of the program and of all that it started. */
	readonly cpu: number;
	/** The most memory that it and all that it started held at a time, in MiB. */
	readonly memory: number;
	readonly output: string;
}

// Linux counts a program's time in hundredths of a second for everyone who asks (`man proc_pid_stat`).
const ticksPerSecond = 100;

/** The fields of `/proc/…/stat` after the program's name, which may hold spaces; the first is field 3. */
function statOf(process: string): string[] | undefined {
	try {
		const stat = readFileSync(`/proc/${process}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	} catch {
		return undefined;
	}
}

/** CPU seconds of all programs that this one has started and that have ended. */
export function cpuOfEnded(): number {
	const [user = '0', system = '0'] = statOf('self')?.slice(13, 15) ?? [];
	return (Number(user) + Number(system)) / ticksPerSecond;
}

/** Waits until all programs that this one has started have ended, however busy the machine is: Linux lists those that have not. */
export async function allEnded(): Promise<void> {
	while (readFileSync(`/proc/self/task/${String(process.pid)}/children`, 'utf8') !== '') await setTimeout(20);
}

/** The memory that a program and all that it started hold now, in MiB. */
function memoryOf(root: number): number {
	const parents = new Map<number, number>();
	const pages = new Map<number, number>();
	for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
		const stat = statOf(name);
		if (!stat) continue;
		parents.set(Number(name), Number(stat[1]));
		pages.set(Number(name), Number(stat[21]));
	}
	const isWithin = (id: number | undefined): boolean =>
		id !== undefined && (id === root || isWithin(parents.get(id)));
	const held = [...pages].reduce((sum, [id, count]) => sum + (isWithin(id) ? count : 0), 0);
	return (held * 4096) / 2 ** 20;
}

/**
 * Runs a Node program and measures it, on Linux alone: elsewhere nothing tells of the programs that it starts itself, such as
 * Pagefind.
 *
 * @throws {Error} with what it printed, when it fails
 */
export async function measure(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Cost> {
	const before = cpuOfEnded();
	const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (text: Buffer) => (output += text.toString()));
	}
	let memory = 0;
	const watch = setInterval(() => (memory = Math.max(memory, memoryOf(child.pid ?? 0))), 50);
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	clearInterval(watch);
	if (code !== 0) throw new Error(`${args.join(' ')} failed.\n${output}`);
	return { cpu: cpuOfEnded() - before, memory, output };
}

export const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The same several times; the median of CPU and memory, and all else of the last. */
export async function measureOften<T extends Cost>(times: number, run: () => Promise<T>): Promise<T> {
	const costs: T[] = [];
	let last: T;
	do costs.push((last = await run()));
	while (costs.length < times);
	return {
		...last,
		cpu: median(costs.map(({ cpu }) => cpu)),
		memory: median(costs.map(({ memory }) => memory)),
	};
}
