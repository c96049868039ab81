declare namespace App {
	interface Locals {
		/** The network that the page is about. */
		network: import('./network/network.ts').Network;
		/** The sources that the page has named so far. */
		notes: import('./components/sources/page-notes.ts').PageNotes;
		/** Returns the link to a path of the site. On the print page, it leads to the same record within that page. */
		linkTo: (path: string) => string;
	}
}
