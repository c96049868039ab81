import type * as z from 'zod/mini';
import { kindOf, singles, singleSchemas } from '../schema/index.ts';
import type { RecordData, Single, SingleData } from '../schema/index.ts';
import { kinds, type Kind } from '../schema/kinds.ts';
import type { Fate } from './history.ts';
import type { Problem } from './problem.ts';
import type { Path } from './yaml.ts';

export interface ContentRecord<K extends Kind = Kind> {
	readonly id: string;
	readonly data: RecordData<K>;
}

/** The valid content that the network is built from. Records are sorted by id. */
export interface Content {
	readonly site: SingleData<'site'>;
	readonly network: SingleData<'network'>;
	/** All published addresses, or `undefined` if `addresses.yaml` does not exist. */
	readonly addresses: SingleData<'addresses'> | undefined;
	readonly records: { readonly [K in Kind]: readonly ContentRecord<K>[] };
}

/** A file with the position of each value, for reporting problems. */
export interface Located {
	/** The path relative to the working directory, such as `content/members/greece.yaml`. */
	readonly file: string;
	/** Returns the line and column of the value at a path, or of the value's key. */
	positionOf(path: Path, part?: 'value' | 'key'): Pick<Problem, 'line' | 'column'>;
}

export type LocatedRecord<K extends Kind = Kind> = ContentRecord<K> & Located;

export type LocatedSingle<S extends Single> = Located & { readonly data: SingleData<S> };

/** A file that is valid YAML but does not match the schema. */
export interface BrokenFile extends Located {
	readonly value: unknown;
	readonly schema: z.ZodMiniObject;
}

/** All readable content files, for the checks that compare records. */
export interface Draft {
	readonly site: LocatedSingle<'site'> | undefined;
	readonly network: LocatedSingle<'network'> | undefined;
	readonly addresses: LocatedSingle<'addresses'> | undefined;
	readonly records: { readonly [K in Kind]: readonly LocatedRecord<K>[] };
	/** Files that do not match the schema. The references in these files can still be checked. */
	readonly broken: readonly BrokenFile[];
	/** The records in unreadable files, as `kind/id`. References to these records are valid. */
	readonly unreadable: ReadonlySet<string>;
	/** Whether all files could be read. A record that seems to be missing may be in an unreadable file. */
	readonly isComplete: boolean;
	/** Returns what happened to former records, by `kind/id`. Requires the Git history. */
	gone?(): ReadonlyMap<string, Fate>;
}

/** Returns all valid files of a draft, each with its address in the content, such as `site` or `members/greece`. */
export const filesIn = ({ records, ...draft }: Draft) => [
	...singles.flatMap((address) => {
		const file = draft[address];
		return file ? [{ address, file, schema: singleSchemas[address] }] : [];
	}),
	...kinds.flatMap((kind) =>
		records[kind].map((file) => ({ address: `${kind}/${file.id}`, file, schema: kindOf(kind).schema })),
	),
];
