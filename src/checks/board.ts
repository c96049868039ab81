import type { Draft, LocatedRecord } from '../records/content.ts';
import { boundsOf, compareText, isSurelyBefore } from '../schema/edtf.ts';
import { quote } from '../schema/quote.ts';
import { counted } from '../schema/words.ts';
import { hostTurn } from '../schema/meeting.ts';
import type { Report } from './check.ts';

/**
 * Ensures that each list of Executive Board members follows the rule or explains the exception. According to the rule in `network.yaml`,
 * the members are the previous, current and future hosts and the country that chairs the Secretariat. A list that follows the rule must not
 * have an explanation.
 */
function ensureBoardKeepsItsRule(draft: Draft, report: Report): void {
	// If a meeting could not be read, the wrong country might count as the last host.
	if (!draft.network || !draft.isComplete) return;
	const { size } = draft.network.data.boardRule;
	const turns = turnsIn(draft);
	for (const board of draft.records.board) {
		const { breaches, isCertain } = breachesOf(board, draft, turns, size);
		const { departsFromRule } = board.data;
		if (breaches.length > 0 && departsFromRule === undefined) {
			report(board, ['members'], 'board-rule', {
				part: 'key',
				message: `This list of members breaks the Board's rule: ${breaches.join(', and ')}.`,
				hint: 'Correct the members or the period. If a source confirms the exception, explain it under "departsFromRule".',
			});
		} else if (breaches.length === 0 && isCertain && departsFromRule !== undefined) {
			report(board, ['departsFromRule'], 'board-rule', {
				part: 'key',
				message: "This list of members follows the Board's rule, so it needs no explanation.",
				hint: 'Delete "departsFromRule", or move its text to "notes".',
			});
		}
	}
}

function breachesOf(
	{ data }: LocatedRecord<'board'>,
	draft: Draft,
	turns: ReturnType<typeof turnsIn>,
	size: number,
): { breaches: string[]; isCertain: boolean } {
	const countries = new Set(data.members.map(({ country }) => country));
	const chairs = chairsDuring(data.period, draft);
	const lastHost = turns.findLast(({ day }) => day < boundsOf(data.period).earliest)?.country;
	// Another check reports hosts that are not members.
	const host = draft.records.members.some(({ id }) => id === lastHost) ? lastHost : undefined;
	const breaches: string[] = [];
	if (countries.size !== size)
		breaches.push(`it has ${counted(countries.size, 'member')} instead of ${String(size)}`);
	if (chairs.length > 0 && !chairs.some((country) => countries.has(country))) {
		breaches.push(`the chair of the Secretariat (${chairs.map(quote).join(' or ')}) is not a member`);
	}
	if (host !== undefined && !countries.has(host))
		breaches.push(`the last host (${quote(host)}) is not a member`);
	return { breaches, isCertain: chairs.length > 0 && host !== undefined };
}

/** Returns the countries that may have chaired the Secretariat during a period. A term without an end date may still be running. */
const chairsDuring = (period: string, { records }: Draft): string[] => [
	...new Set(
		records.secretariat
			.filter(
				({ data: { from, until } }) =>
					boundsOf(from).earliest <= boundsOf(period).latest &&
					(until === undefined || !isSurelyBefore(until, period)),
			)
			.map(({ data }) => data.country),
	),
];

const turnsIn = ({ records }: Draft) =>
	records.meetings
		.flatMap(({ data }) => {
			const country = hostTurn(data);
			return country === undefined ? [] : [{ country, day: boundsOf(data.dates).latest }];
		})
		.sort((a, b) => compareText(a.day, b.day));

export default [ensureBoardKeepsItsRule];
