import { dateInWords } from '../schema/dates.ts';
import type { Network } from '../network/network.ts';

export const shortCommit = (commit: string): string => commit.slice(0, 7);

/** Names the version of the record or, if it is unknown, today's date. */
export const versionInWords = ({ edition, today }: Network): string =>
	edition === undefined
		? `as of ${dateInWords(today)}`
		: `version of ${dateInWords(edition.day)} (${shortCommit(edition.commit)})`;
