import type * as z from 'zod';
import { kindOf, singles, singleSchemas } from '../schema/index.ts';
import type { RecordData, Single, SingleData } from '../schema/index.ts';
import { kinds, type Kind } from '../schema/kinds.ts';
import type { Fate } from './history.ts';
import type { Problem } from './problem.ts';
import type { Path } from './yaml.ts';

/** A record as its file holds it. */
export interface ContentRecord<K extends Kind = Kind> {
	/** The file's name without its ending. */
	readonly id: string;
	readonly data: RecordData<K>;
}

/** The whole record, read and checked: what the network is built from. Records stand in the order of their ids. */
export interface Content {
	readonly site: SingleData<'site'>;
	readonly network: SingleData<'network'>;
	/** The addresses that were published; none where no list of them is kept. */
	readonly addresses: SingleData<'addresses'> | undefined;
	readonly records: { readonly [K in Kind]: readonly ContentRecord<K>[] };
}

/** What a file was read with, so that a check can point into it. */
export interface Located {
	/** From the directory the command was started in: `content/members/greece.yaml`. */
	readonly file: string;
	/** Line and column of the value at a path, or of its key where the key is at fault. */
	positionOf(path: Path, part?: 'value' | 'key'): Pick<Problem, 'line' | 'column'>;
}

export type LocatedRecord<K extends Kind = Kind> = ContentRecord<K> & Located;

export interface LocatedSingle<S extends Single = Single> extends Located {
	readonly data: SingleData<S>;
}

/** A file that its schema refuses, with what it holds. */
export interface BrokenFile extends Located {
	readonly value: unknown;
	readonly schema: z.ZodObject;
}

/** The content as far as its files could be read, for the checks between records. */
export interface Draft {
	readonly site: LocatedSingle<'site'> | undefined;
	readonly network: LocatedSingle<'network'> | undefined;
	readonly addresses: LocatedSingle<'addresses'> | undefined;
	readonly records: { readonly [K in Kind]: readonly LocatedRecord<K>[] };
	/** Files that are YAML but not what their schema asks for: their references can be followed all the same. */
	readonly broken: readonly BrokenFile[];
	/** Records, as `kind/id`, whose files are there but could not be read: a reference to them is no mistake. */
	readonly unreadable: ReadonlySet<string>;
	/** Whether every file could be read; what is absent from an incomplete draft proves nothing. */
	readonly isComplete: boolean;
	/** What became of the records that are not there any more, as `kind/id`, as far as there is a history to ask. */
	gone?(): ReadonlyMap<string, Fate>;
}

/** Every file of a draft that holds what it must, and its address in the content: `site`, `members/greece`. */
export const filesIn = ({ records, ...draft }: Draft) => [
	...singles.flatMap((address) => {
		const file = draft[address];
		return file ? [{ address, file, schema: singleSchemas[address] }] : [];
	}),
	...kinds.flatMap((kind) =>
		records[kind].map((file) => ({ address: `${kind}/${file.id}`, file, schema: kindOf(kind).schema })),
	),
];
