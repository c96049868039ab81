declare namespace App {
	interface Locals {
		network: import('./network/network.ts').Network;
		/** The sources that the page has cited so far. */
		notes: ReturnType<typeof import('./components/sources/page-notes.ts').pageNotes>;
		/** Returns the link to a path on the site or, on the print page, to the same record within the page. */
		linkTo: (path: string) => string;
	}
}
