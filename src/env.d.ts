declare namespace App {
	interface Locals {
		/** The sources that the page has named so far (see `components/sources/page-notes.ts`). */
		notes?: import('./components/sources/page-notes.ts').PageNotes;
	}
}
