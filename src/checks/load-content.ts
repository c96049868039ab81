import type { Content, Draft } from '../records/content.ts';
import { formatProblems } from '../records/format-problems.ts';
import { buildInputs } from '../records/inputs.ts';
import { isError } from '../records/problem.ts';
import { readContent } from '../records/read-content.ts';
import { UserError } from '../records/user-error.ts';
import { ofEachKind } from '../schema/kinds.ts';
import { type CheckedContent, checkRead } from './index.ts';

/**
 * Reads a content directory, validates each file, and checks the records against each other.
 *
 * @throws {UserError} if the directory does not exist
 */
export const checkContent = (directory: string): CheckedContent => checkRead(readContent(directory));

/**
 * Reads and checks a content directory for publication.
 *
 * @throws {UserError} with a report if there are errors, or if the directory does not exist
 */
export function loadContent(directory: string): Content {
	const { draft, problems, ...context } = checkContent(directory);
	const content = contentOf(draft);
	if (problems.some(isError) || !content)
		throw new UserError(formatProblems(problems, context, 'text').trimEnd());
	return content;
}

/** Returns the content of a draft without the data for checks, which would stay in memory during the whole build. */
function contentOf({ site, network, addresses, records }: Draft): Content | undefined {
	if (!site || !network) return undefined;
	return {
		site: site.data,
		network: network.data,
		addresses: addresses?.data,
		// The cast is necessary because TypeScript cannot infer the type for each kind.
		records: ofEachKind((kind) => records[kind].map(({ id, data }) => ({ id, data }))) as Content['records'],
	};
}

/** Returns the path of the content directory: `CONTENT_DIR`, or `content` by default. */
export const contentDirectory = (): string => buildInputs().contentDirectory;
