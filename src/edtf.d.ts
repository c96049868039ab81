// The package ships no types; this is the part of its interface that src/schema/edtf.ts uses.
declare module 'edtf' {
	interface ParsedDate {
		/** The date written back as EDTF. */
		readonly edtf: string;
		/** First and last millisecond that the date can mean. */
		readonly min: number;
		readonly max: number;
	}
	/** @throws {SyntaxError} when the text is not of one of these types and level */
	export default function edtf(text: string, constraints: { types: ['Date']; level: 0 }): ParsedDate;
}
