import type * as z from 'zod/mini';
import { addressesSchema } from './addresses.ts';
import { boardKind } from './board.ts';
import { disputeKind } from './dispute.ts';
import { documentKind } from './document.ts';
import { glossaryKind } from './glossary.ts';
import { type Field, fieldTree } from './field-tree.ts';
import type { RecordKind } from './kind.ts';
import { type Kind, ofEachKind } from './kinds.ts';
import { languageKind } from './language.ts';
import { meetingKind } from './meeting.ts';
import { memberKind } from './member.ts';
import { milestoneKind } from './milestone.ts';
import { officeKind } from './office.ts';
import { projectKind } from './project.ts';
import { secretariatKind } from './secretariat.ts';
import { networkSchema, siteSchema } from './site.ts';
import { sourceKind } from './source.ts';
import { themeKind } from './theme.ts';

export const recordKinds = {
	members: memberKind,
	offices: officeKind,
	meetings: meetingKind,
	board: boardKind,
	secretariat: secretariatKind,
	milestones: milestoneKind,
	documents: documentKind,
	projects: projectKind,
	themes: themeKind,
	glossary: glossaryKind,
	disputes: disputeKind,
	languages: languageKind,
	sources: sourceKind,
} as const satisfies Record<Kind, RecordKind>;

/** Returns the definition of a kind of record. */
export const kindOf = (kind: Kind): RecordKind => recordKinds[kind];

export const recordFields = ofEachKind((kind): readonly Field[] => fieldTree(kindOf(kind).schema).fields);

/**
 * Returns the path of a record's own page, or of the record's anchor on a shared page. The path begins at the site's root.
 *
 * @param record the record's data with the current id or a former id
 */
export function publishedPath(name: Kind, record: RecordData<Kind> & { readonly id: string }): string {
	const kind = kindOf(name);
	return kind.hasOwnPage
		? `${kind.folder ?? kind.list}${record.id}/`
		: `${kind.page?.(record) ?? kind.list}#${record.id}`;
}

export const singleSchemas = {
	site: siteSchema,
	network: networkSchema,
	addresses: addressesSchema,
} as const;

export type Single = keyof typeof singleSchemas;

export const singles = Object.keys(singleSchemas) as Single[];

export type RecordData<K extends Kind> = z.output<(typeof recordKinds)[K]['schema']>;

export type SingleData<S extends Single> = z.output<(typeof singleSchemas)[S]>;
