import type { Content, Draft } from '../records/content.ts';
import { formatProblems } from '../records/format-problems.ts';
import { buildInputs } from '../records/inputs.ts';
import { readContent } from '../records/read-content.ts';
import type { KnownFiles } from '../records/read-texts.ts';
import { UserError } from '../records/user-error.ts';
import { ofEachKind } from '../schema/kinds.ts';
import { type CheckedContent, checkRead } from './index.ts';

/**
 * Reads a content directory and checks it whole, each file by itself and the records against each other.
 *
 * @throws {UserError} when there is no such directory
 */
export const checkContent = (directory: string, known?: KnownFiles): CheckedContent =>
	checkRead(readContent(directory, known));

/**
 * Reads and checks a content directory for publication.
 *
 * @throws {UserError} with the report for people when anything is wrong with it, or when there is no such directory
 */
export function loadContent(directory: string, known?: KnownFiles): Content {
	const { draft, problems, ...context } = checkContent(directory, known);
	const content = contentOf(draft);
	if (problems.length > 0 || !content)
		throw new UserError(formatProblems(problems, context, 'text').trimEnd());
	return content;
}

/** The content alone, without what else a check needs of its files: it is kept as long as the site is built or served. */
function contentOf({ site, network, addresses, records }: Draft): Content | undefined {
	if (!site || !network) return undefined;
	return {
		site: site.data,
		network: network.data,
		addresses: addresses?.data,
		// Each kind keeps its own records, which the compiler cannot follow through the list.
		records: ofEachKind((kind) => records[kind].map(({ id, data }) => ({ id, data }))) as Content['records'],
	};
}

/** The directory the content is read from: `CONTENT_DIR`, or `content`. */
export const contentDirectory = (): string => buildInputs().contentDirectory;

/**
 * What this process has read. The development server gives the pages copies of their own of every module, and of what stands in it:
 * only this do they share with the integrations.
 */
const shared = globalThis as { contentOfThisProcess?: Content };

/**
 * The content of `contentDirectory`, read and checked when it is first asked for, and once for the whole process.
 *
 * @throws {UserError} with the report for people when anything is wrong with it, or when there is no such directory
 */
export const theContent = (): Content => (shared.contentOfThisProcess ??= loadContent(contentDirectory()));

/**
 * Reads it anew, because files have changed: those that have, for what came of the others is kept in memory. Where this throws, the
 * content remains what it was.
 *
 * @throws as `theContent`
 */
export const readContentAgain = (): Content =>
	(shared.contentOfThisProcess = loadContent(contentDirectory(), knownFiles));

const knownFiles: KnownFiles = new Map();
