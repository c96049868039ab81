import type * as z from 'zod';
import { boardSchema } from './board.ts';
import { disputeSchema } from './dispute.ts';
import { documentSchema } from './document.ts';
import { glossarySchema } from './glossary.ts';
import type { Kind } from './kinds.ts';
import { meetingSchema } from './meeting.ts';
import { memberSchema } from './member.ts';
import { milestoneSchema } from './milestone.ts';
import { officeSchema } from './office.ts';
import { projectSchema } from './project.ts';
import { secretariatSchema } from './secretariat.ts';
import { networkSchema, siteSchema } from './site.ts';
import { sourceSchema } from './source.ts';
import { themeSchema } from './theme.ts';

/** What one record of each kind is. */
export const recordSchemas = {
	members: memberSchema,
	offices: officeSchema,
	meetings: meetingSchema,
	board: boardSchema,
	secretariat: secretariatSchema,
	milestones: milestoneSchema,
	documents: documentSchema,
	projects: projectSchema,
	themes: themeSchema,
	glossary: glossarySchema,
	disputes: disputeSchema,
	sources: sourceSchema,
} as const satisfies Record<Kind, z.ZodType>;

/** The two single files beside the folders of records. */
export const singleSchemas = { site: siteSchema, network: networkSchema } as const;

export type Single = keyof typeof singleSchemas;

/** The checked data of a record of kind `K`, as its file holds it. */
export type RecordData<K extends Kind> = z.output<(typeof recordSchemas)[K]>;

/** The checked data of a single file. */
export type SingleData<S extends Single> = z.output<(typeof singleSchemas)[S]>;
