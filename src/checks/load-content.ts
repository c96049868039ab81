import type { Content, Draft } from '../records/content.ts';
import { formatProblems } from '../records/format-problems.ts';
import { buildInputs } from '../records/inputs.ts';
import { readContent } from '../records/read-content.ts';
import { UserError } from '../records/user-error.ts';
import { ofEachKind } from '../schema/kinds.ts';
import { type CheckedContent, checkRead } from './index.ts';

/**
 * Reads a content directory, and checks each file on its own and the records against each other.
 *
 * @throws {UserError} if the directory does not exist
 */
export const checkContent = (directory: string): CheckedContent => checkRead(readContent(directory));

/**
 * Reads and checks a content directory for publication.
 *
 * @throws {UserError} with a report if there are problems, or if the directory does not exist
 */
export function loadContent(directory: string): Content {
	const { draft, problems, ...context } = checkContent(directory);
	const content = contentOf(draft);
	if (problems.length > 0 || !content)
		throw new UserError(formatProblems(problems, context, 'text').trimEnd());
	return content;
}

/** Returns the content without what only checks need, because it stays in memory for the whole build. */
function contentOf({ site, network, addresses, records }: Draft): Content | undefined {
	if (!site || !network) return undefined;
	return {
		site: site.data,
		network: network.data,
		addresses: addresses?.data,
		// TypeScript cannot follow the kinds through the list.
		records: ofEachKind((kind) => records[kind].map(({ id, data }) => ({ id, data }))) as Content['records'],
	};
}

/** Returns the content directory: `CONTENT_DIR`, or `content`. */
export const contentDirectory = (): string => buildInputs().contentDirectory;

// Global, because the development server gives the pages their own copies of every module.
// Only global objects are shared between pages and integrations.
const shared = globalThis as { contentOfThisProcess?: Content };

/**
 * Returns the content of `contentDirectory`, which is read and checked once per process.
 *
 * @throws {UserError} as `loadContent`
 */
export const theContent = (): Content => (shared.contentOfThisProcess ??= loadContent(contentDirectory()));

/**
 * Reads the changed files again. If this throws, the content stays as it was.
 *
 * @throws {UserError} as `loadContent`
 */
export const readContentAgain = (): Content =>
	(shared.contentOfThisProcess = loadContent(contentDirectory()));
