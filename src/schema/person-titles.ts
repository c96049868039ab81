// Titles that often come before a person's name, in English and in other languages of the network. "General" and "Justice" are missing
// because names of institutions often begin with them.
const titles =
	'Ambasador|Ambasciatore|Ambasciatrice|Ambassador|Attorney General|Avv.|Botschafter|Captain|Colonel|Director|Dott.|Dott.ssa|Excellency|Frau|Gospodin|Gospođa|Herr|Inspector|Judge|Lady|Lord|Madame|Minister|Ministar|Ministro|Ministru|Monsieur|President|Professor|Prosecutor|Prosecutor General|Secretary|Secretary General|Signor|Signora|Sir|Sudija|Tužilac|Tužilja|г-жа|г-н|господин|госпожа|министър|κ.|κα';

// Words after a title that is part of an institution's name, as in "Prosecutor General's Office".
const institutions =
	'Affairs|Anti|Board|Chamber|Committee|Conference|Council|Deputy|Directorate|Forum|General|Group|Justice|Meeting|Ministry|Network|Offices?|Republic|Service|State';

/** Matches a title and a capitalized word after it, which is probably a person's name. */
export const titledPerson = new RegExp(
	String.raw`(?<!\p{L})(?:${titles.replaceAll('.', String.raw`\.`)})(?: (?!(?:${institutions})(?!\p{L}))\p{Lu}[\p{L}’'-]+)+`,
	'u',
);
