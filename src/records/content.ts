import type * as z from 'zod';
import { kindOf, singles, singleSchemas } from '../schema/index.ts';
import type { RecordData, Single, SingleData } from '../schema/index.ts';
import { kinds, type Kind } from '../schema/kinds.ts';
import type { Fate } from './history.ts';
import type { Problem } from './problem.ts';
import type { Path } from './yaml.ts';

/** The data of a record's file, with its id. */
export interface ContentRecord<K extends Kind = Kind> {
	/** The file name without its extension. */
	readonly id: string;
	readonly data: RecordData<K>;
}

/** The valid content from which the network is built. Records are sorted by id. */
export interface Content {
	readonly site: SingleData<'site'>;
	readonly network: SingleData<'network'>;
	/** All published addresses; `undefined` if there is no file of them. */
	readonly addresses: SingleData<'addresses'> | undefined;
	readonly records: { readonly [K in Kind]: readonly ContentRecord<K>[] };
}

/** A file with the places of its values, for problems. */
export interface Located {
	/** The path from the working directory: `content/members/greece.yaml`. */
	readonly file: string;
	/** Returns line and column of the value at a path, or of its key. */
	positionOf(path: Path, part?: 'value' | 'key'): Pick<Problem, 'line' | 'column'>;
}

export type LocatedRecord<K extends Kind = Kind> = ContentRecord<K> & Located;

export interface LocatedSingle<S extends Single = Single> extends Located {
	readonly data: SingleData<S>;
}

/** A file of valid YAML that does not match its schema. */
export interface BrokenFile extends Located {
	readonly value: unknown;
	readonly schema: z.ZodObject;
}

/** All readable files of the content, for the checks between records. */
export interface Draft {
	readonly site: LocatedSingle<'site'> | undefined;
	readonly network: LocatedSingle<'network'> | undefined;
	readonly addresses: LocatedSingle<'addresses'> | undefined;
	readonly records: { readonly [K in Kind]: readonly LocatedRecord<K>[] };
	/** Files that do not match their schema. Their references can still be checked. */
	readonly broken: readonly BrokenFile[];
	/** Records with unreadable files, as `kind/id`. References to them are valid. */
	readonly unreadable: ReadonlySet<string>;
	/** Every file could be read. In an incomplete draft, a missing record proves nothing. */
	readonly isComplete: boolean;
	/** Returns the fate of former records, by `kind/id`, if the Git history is available. */
	gone?(): ReadonlyMap<string, Fate>;
}

/** Returns every valid file of a draft with its address in the content: `site`, `members/greece`. */
export const filesIn = ({ records, ...draft }: Draft) => [
	...singles.flatMap((address) => {
		const file = draft[address];
		return file ? [{ address, file, schema: singleSchemas[address] }] : [];
	}),
	...kinds.flatMap((kind) =>
		records[kind].map((file) => ({ address: `${kind}/${file.id}`, file, schema: kindOf(kind).schema })),
	),
];
