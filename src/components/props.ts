import type { Entry } from '../network/network.ts';
import type { Kind } from '../schema/kinds.ts';

/** How a part of a page fits into the document around it. */
export interface PartProps {
	/** The level of its first headings. */
	level?: 2 | 3 | 4 | 5;
	/** The start of every id, to keep ids unique where one page shows many records: `meetings/fifth-meeting/`. */
	prefix?: string | undefined;
}

/** The props of a component that shows a record, or a part of one. */
export interface RecordProps<K extends Kind> extends PartProps {
	entry: Entry<K>;
}

export const headingOf = (level: number) => `h${String(level)}` as 'h2';
