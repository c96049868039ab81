// Titles that often come before a person's name, in English and in other languages of the network. The list does not include "General"
// and "Justice", because both words often begin the name of an institution.
const titles =
	'Ambassador|Attorney General|Avv.|Captain|Colonel|Director|Dott.|Dott.ssa|Excellency|Frau|Gospodin|Gospođa|Herr|Inspector|Judge|Lady|Lord|Madame|Minister|Monsieur|President|Professor|Prosecutor|Prosecutor General|Secretary|Secretary General|Signor|Signora|Sir|Tužilac|Tužilja|г-жа|г-н|господин|госпожа|министър|κ.|κα';

// Words that follow such a title in the name of an institution or of another office, as in "Prosecutor General's Office".
const institutions =
	'Affairs|Anti|Board|Chamber|Committee|Conference|Council|Deputy|Directorate|Forum|General|Group|Justice|Meeting|Ministry|Network|Offices?|Republic|Service|State';

/** Matches a title followed by a capitalized word, which together are probably the name of a person. */
export const titledPerson = new RegExp(
	String.raw`(?<!\p{L})(?:${titles.replaceAll('.', String.raw`\.`)})(?: (?!(?:${institutions})(?!\p{L}))\p{Lu}[\p{L}’'-]+)+`,
	'u',
);
