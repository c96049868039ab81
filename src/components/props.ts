import type { Entry, Network } from '../network/network.ts';
import type { Kind } from '../schema/kinds.ts';

/** What a component needs that marks the sources of what it shows. */
export interface Sourced {
	network: Network;
	/** The ids of all sources of the page, in the order that numbers the marks (see SourceNotes). */
	all: readonly string[];
}

/** What a component needs that shows a record, or a part of one. */
export interface RecordProps<K extends Kind> extends Sourced {
	entry: Entry<K>;
}
