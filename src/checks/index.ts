import { firstProblems, sortProblems, type Problem } from '../records/problem.ts';
import type { Reading } from '../records/read-texts.ts';
import { ensurePublishedAddressesLead } from './addresses.ts';
import { ensureAliasesLeadToOneThing } from './aliases.ts';
import { ensureBoardKeepsItsRule } from './board.ts';
import { collect, type Check } from './check.ts';
import { ensureCitationsStandForSomething, ensureQuotesWereRead, ensureSourcesAreUsed } from './citations.ts';
import {
	ensureDatesAreNotFarAhead,
	ensureMembersHadJoined,
	ensureNothingEndsBeforeItBegins,
	ensureSignaturesFollowTheDocument,
	ensureTermsDoNotOverlap,
} from './dates.ts';
import {
	ensureDisputedFieldsExist,
	ensureFollowedVersionsExist,
	ensureReadingsAreOfWhatIsDisputed,
} from './disputes.ts';
import {
	ensureMeetingNumbersFollowDates,
	ensureOnlineMeetingsHaveNoPlace,
	ensurePartsLieWithinTheirWhole,
} from './meetings.ts';
import { ensureOfficesBelongToTheirCountry } from './offices.ts';
import { ensureListsNameThingsOnce, ensureValuesAreUsedOnce } from './once.ts';
import { ensureNothingFollowsItself, ensureReferencesExist } from './references.ts';

/** What must hold between records. */
const checks: readonly Check[] = [
	ensureReferencesExist,
	ensureNothingFollowsItself,
	ensureAliasesLeadToOneThing,
	ensurePublishedAddressesLead,
	ensureDisputedFieldsExist,
	ensureReadingsAreOfWhatIsDisputed,
	ensureFollowedVersionsExist,
	ensureValuesAreUsedOnce,
	ensureListsNameThingsOnce,
	ensureMeetingNumbersFollowDates,
	ensureOnlineMeetingsHaveNoPlace,
	ensurePartsLieWithinTheirWhole,
	ensureNothingEndsBeforeItBegins,
	ensureTermsDoNotOverlap,
	ensureSignaturesFollowTheDocument,
	ensureMembersHadJoined,
	ensureDatesAreNotFarAhead,
	ensureOfficesBelongToTheirCountry,
	ensureBoardKeepsItsRule,
	ensureSourcesAreUsed,
	ensureCitationsStandForSomething,
	ensureQuotesWereRead,
];

/** A reading whose problems are those of single files and those between records: the first, in the order of a report. */
export type CheckedReading = Reading & { readonly problems: readonly Problem[] };

/** Checks the records of a reading against each other. */
export function checkReading(reading: Reading): CheckedReading {
	const { problems, untold } = firstProblems(
		sortProblems([...reading.problems, ...collect(checks, reading.draft)]),
	);
	return { ...reading, problems, untold: reading.untold + untold };
}
