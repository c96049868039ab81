import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Gives what the work so far has left behind back to the machine, before other work takes much: V8 does so only when it is idle. */
export function letMemoryGo(): void {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as NonNullable<typeof globalThis.gc>;
	collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
