import type { Entry } from '../network/network.ts';
import type { Kind } from '../schema/kinds.ts';

export interface PartProps {
	level?: 2 | 3 | 4 | 5;
	/** A prefix, such as `meetings/fifth-meeting/`, that keeps ids unique on pages with many records. */
	prefix?: string | undefined;
}

export interface RecordProps<K extends Kind> extends PartProps {
	entry: Entry<K>;
}

export const headingOf = (level: number) => `h${String(level)}` as 'h2';
