import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Content } from '../records/content.ts';
import { ContentError, contentDirectory, loadContent } from '../checks/load-content.ts';
import { recordKinds, singleSchemas, type Single } from '../schema/index.ts';
import type { Kind } from '../schema/kinds.ts';

/** The name that all loaders here share, by which a change of the content asks for all of them (see `content-watcher.ts`). */
export const loaderName = 'content-record';

/** Set in the context of a refresh when a loader here has been asked: Astro refreshes nothing while it loads its own configuration. */
export const wasLoaded = 'wasLoaded';

/** The records of a kind as an Astro collection. */
export const records = (kind: Kind) => ({
	loader: loader((content) => content.records[kind]),
	schema: recordKinds[kind].schema,
});

/** A single file as an Astro collection of one entry. */
export const single = <S extends Single>(name: S) => ({
	loader: loader((content) => [
		{ id: name, data: content[name], file: `${contentDirectory()}/${name}.yaml` },
	]),
	schema: singleSchemas[name],
});

interface Entry {
	readonly id: string;
	readonly file: string;
	readonly data: object;
}

/**
 * A loader that puts into its collection what one reading of the whole content gives. It keeps nothing from the time
 * before: neither a record that is gone nor, when the content has problems, any record at all.
 */
const loader = (entriesOf: (content: Content) => readonly Entry[]): Loader => ({
	name: loaderName,
	load: (context) =>
		new Promise((done) => {
			fill(context, entriesOf);
			done();
		}),
});

function fill(
	{ collection, store, watcher, config, refreshContextData }: LoaderContext,
	entriesOf: (content: Content) => readonly Entry[],
): void {
	if (refreshContextData) refreshContextData[wasLoaded] = true;
	store.clear();
	let content;
	try {
		content = readOnce(collection);
	} catch (error) {
		// The development server stays up, and `content-watcher.ts` shows the report; a build ends here.
		if (watcher && error instanceof ContentError) return;
		throw error;
	}
	for (const { id, data, file } of entriesOf(content)) {
		store.set({ id, data: { ...data }, filePath: fromRoot(config.root, file) });
	}
}

/** Astro takes no path but one from the project's root, with slashes. */
const fromRoot = (root: URL, file: string): string =>
	relative(fileURLToPath(root), resolve(file)).replaceAll(sep, '/');

let reading: (() => Content) | undefined;
const served = new Set<string>();

/** One reading serves every collection of a synchronization; the next begins when a collection asks again. */
function readOnce(collection: string): Content {
	if (served.has(collection)) {
		served.clear();
		reading = undefined;
	}
	served.add(collection);
	reading ??= remember(() => loadContent(contentDirectory()));
	return reading();
}

/** Runs a function once and gives its result, or throws its error, each time. */
function remember<T>(compute: () => T): () => T {
	let outcome: { value: T } | { error: unknown } | undefined;
	return () => {
		if (!outcome) {
			try {
				outcome = { value: compute() };
			} catch (error) {
				outcome = { error };
			}
		}
		if ('error' in outcome) throw outcome.error;
		return outcome.value;
	};
}
