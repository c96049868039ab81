import type { Entry } from '../network/network.ts';
import type { Kind } from '../schema/kinds.ts';

/** What a component needs that shows a record, or a part of one. */
export interface RecordProps<K extends Kind> {
	entry: Entry<K>;
}
