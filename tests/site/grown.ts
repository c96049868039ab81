/** Extends the real record with one record of each kind, as an editor would write it. */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { loadContent } from '../../src/checks/load-content.ts';
import { boundsOf } from '../../src/schema/edtf.ts';
import { kinds, type Kind } from '../../src/schema/kinds.ts';
import { least } from '../unit/network/content.ts';

/** The current and the former id of each added record and agenda item. */
export const added = { id: 'addition', alias: 'addition-once', language: 'mt' } as const;

/** The id of a deleted meeting and a deleted agenda item, and the reason that readers see. */
export const withdrawn = { id: 'subtraction', why: 'The report spoke of another network.' } as const;

/** Words in the added theme and its agenda item that appear nowhere else. */
export const addedTheme = 'Zeppelin smuggling';
export const addedItem = `The fight against ${addedTheme.toLowerCase()}`;

// Countries outside the region, which are not members.
const strangers = { NZ: 'New Zealand', CL: 'Chile', JP: 'Japan' };

/**
 * Adds one record of each kind to a content directory, all in the year after the last date. The next meeting of the conference has a source
 * and a host. At this meeting, the host joins with its office and takes the chair, so the last term ends. Removes the publisher and all
 * ways to reach the editors.
 *
 * @returns the last day of that year, `YYYY-MM-DD`
 */
export function grow(directory: string): string {
	const { records, network } = loadContent(directory);
	const dates = [
		...records.meetings.map(({ data }) => data.dates),
		...records.members.map(({ data }) => data.joined.date),
		...records.secretariat.flatMap(({ data }) => [data.from, data.until ?? data.from]),
		...records.board.map(({ data }) => data.period),
		...records.offices.flatMap(({ data }) => [data.since ?? [], data.until ?? []].flat()),
	];
	const year = Math.max(...dates.map((date) => Number(boundsOf(date).latest.slice(0, 4)))) + 1;
	const numbers = records.meetings.flatMap(({ data }) =>
		data.body === 'conference' ? (data.number ?? []) : [],
	);
	const number = Math.max(0, ...numbers) + 1;
	const codes = new Set(records.members.map(({ data }) => data.code));
	const [code, name] = Object.entries(strangers).find(([stranger]) => !codes.has(stranger)) ?? [];
	const others = records.members.slice(0, network.boardRule.size - 1).map(({ id }) => id);

	for (const { id, data } of records.secretariat) {
		if (data.until !== undefined) continue;
		const file = join(directory, `secretariat/${id}.yaml`);
		// If all sources of the term list their fields, the new source must list the end.
		const entry = data.sources.every(({ states }) => states)
			? `  - { id: ${added.id}, states: [until] }\n`
			: '';
		writeFileSync(
			file,
			readFileSync(file, 'utf8').replace(/^sources:\n?/m, (line) => `until: ${year}-03\n${line}${entry}`),
		);
	}
	// All other kinds get a minimal record.
	const texts: Readonly<Partial<Record<Kind, string>>> = {
		sources: `
title: Report on meeting ${number}
url: https://www.example.org/${added.id}
publisher: Secretariat
type: network
language: en
published: ${year}-04-01
copyRead: whole
`,
		members: `
name: ${name}
code: ${code}
joined:
  date: ${year}-02
  how: Signed the Declaration of Intent.
  meeting: ${added.id}
`,
		offices: `
country: ${added.id}
name: Prosecutor's Office
membership: stated
membershipNote: Named in the report.
since: ${year}-02
`,
		meetings: `
body: conference
number: ${number}
title: Meeting ${number}
dates: ${year}-02-10/${year}-02-11
place: { city: Wellington, country: ${added.id} }
host: { country: ${added.id}, office: ${added.id} }
agenda:
  - id: ${added.id}
    title: ${addedItem}
    wording: published
    themes: [${added.id}]
    aliases: [${added.alias}]
participants: { countries: [${added.id}] }
`,
		board: `
period: ${year}-05
members:
${[added.id, ...others].map((country) => `  - country: ${country}`).join('\n')}
`,
		secretariat: `
country: ${added.id}
office: ${added.id}
from: ${year}-03
began: { how: Elected at the meeting., meeting: ${added.id} }
statedLength: four years
`,
		milestones: `
date: ${year}-06-30
title: The network has one member more
text: The report said so.
about: [members/${added.id}]
`,
		documents: `
title: Plan of ${year}
type: plan
date: ${year}-02-11
meeting: ${added.id}
signatories:
  - { country: ${added.id}, date: ${year}-02-11 }
`,
		themes: `
name: ${addedTheme}
description: What airships carry.
`,
		glossary: `
term: ZEP
expansion: Zeppelin
meaning: An airship.
see: [themes/${added.id}]
`,
		disputes: `
question: When and where did the network meet for the last time?
about:
  - { record: meetings/${added.id}, field: dates }
  - { record: meetings/${added.id}, field: place }
  - { record: meetings/${added.id}, field: agenda.${added.id} }
  - { record: members/${added.id}, field: joined.date }
  - { record: offices/${added.id}, field: name }
versions:
  - { id: february, claim: In February., sources: [${added.id}] }
  - { id: march, claim: In March., sources: [${added.id}] }
follows: february
why: The report is older.
`,
	};
	const withdrawals = [`/meetings/${withdrawn.id}/`, `/meetings/${added.id}/#${withdrawn.id}`].map(
		(address) =>
			`  - address: ${address}\n    withdrawn: ${withdrawn.why}\n    instead: meetings/${added.id}\n`,
	);
	const site = join(directory, 'site.yaml');
	writeFileSync(site, readFileSync(site, 'utf8').replace(/^(?:repository|contact|publisher):.*\n/gm, ''));
	appendFileSync(join(directory, 'addresses.yaml'), withdrawals.join(''));
	for (const kind of kinds) {
		const sources = ['sources', 'disputes', 'languages'].includes(kind) ? '' : `sources: [${added.id}]\n`;
		// The name of a language file is a language tag.
		const id = kind === 'languages' ? added.language : added.id;
		const own = texts[kind] ?? dump({ ...least[kind](added.id), sources: undefined });
		const text = `${own.trimStart()}${sources}aliases: [${added.alias}]\n`;
		mkdirSync(join(directory, kind), { recursive: true });
		writeFileSync(join(directory, kind, `${id}.yaml`), text);
	}
	return `${year}-12-31`;
}
