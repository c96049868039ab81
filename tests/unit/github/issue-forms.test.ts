import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { reportAddress } from '../../../src/site/repository.ts';
import { fieldAt, fieldTree } from '../../../src/schema/field-tree.ts';
import { recordKinds } from '../../../src/schema/index.ts';

const folder = join(import.meta.dirname, '../../../.github/ISSUE_TEMPLATE');

/** The format of GitHub's forms. GitHub does not show forms with unknown keys. */
const formSchema = z.strictObject({
	name: z.string().min(4),
	description: z.string().min(4),
	title: z.string(),
	body: z.array(
		z.strictObject({
			type: z.enum(['markdown', 'input', 'textarea', 'dropdown']),
			id: z
				.string()
				.regex(/^[A-Za-z0-9_-]+$/)
				.optional(),
			attributes: z.strictObject({
				value: z.string().optional(),
				label: z.string().optional(),
				description: z.string().optional(),
				placeholder: z.string().optional(),
				options: z.array(z.string()).min(1).optional(),
			}),
			validations: z.strictObject({ required: z.boolean() }).optional(),
		}),
	),
});

const read = (name: string) => formSchema.parse(load(readFileSync(join(folder, name), 'utf8')));

/** Returns the fields of a form by id. An id is the key of a field, with an underscore between the keys of a group. */
const fieldsOf = (name: string) =>
	new Map(read(name).body.flatMap(({ id, ...field }) => (id === undefined ? [] : [[id, field]])));

const files = readdirSync(folder).filter((name) => name !== 'config.yml');

test('the folder has exactly the forms that links and texts mention', () => {
	expect(files).toEqual(['add-a-meeting.yml', 'add-a-source.yml', 'report-a-mistake.yml']);
});

test.each(files)('%s is a valid form with unique ids and labels', (name) => {
	const { body } = read(name);
	const ids = body.flatMap(({ id }) => id ?? []);
	const labels = body.flatMap(({ attributes }) => attributes.label ?? []);
	expect(new Set(ids).size).toBe(ids.length);
	expect(new Set(labels).size).toBe(labels.length);
	expect(labels.length).toBe(ids.length);
});

describe.each([
	// The editor who reads the source fills in how much of it was read.
	['add-a-source.yml', recordKinds.sources.schema, { besides: ['states'], without: ['copyRead'] }],
	['add-a-meeting.yml', recordKinds.meetings.schema, { besides: [], without: [] }],
] as const)('%s', (name, schema, { besides, without }) => {
	const fields = fieldsOf(name);
	const tree = fieldTree(schema);
	const ofSchema = [...fields].filter(([id]) => !(besides as readonly string[]).includes(id));

	test.each(ofSchema)(
		'%s has the label, choices and requirement of the schema',
		(id, { attributes, validations }) => {
			const path = id.split('_');
			const field = fieldAt(tree, path);
			if (!field) throw new Error(`The schema has no ${path.join('.')}.`);
			const { title, description, choices, examples, isRequired } = field;
			const group = path.length > 1 ? fieldAt(tree, path.slice(0, -1))?.title : undefined;
			expect(attributes.label).toBe(group === undefined ? title : `${group}: ${title}`);
			expect(attributes.description?.startsWith(description), attributes.description).toBe(true);
			expect(attributes.options ?? []).toEqual(choices);
			if (attributes.placeholder !== undefined)
				expect(examples.map(String)).toContain(attributes.placeholder);
			expect(validations?.required ?? false).toBe(path.length === 1 && isRequired);
		},
	);

	test('asks for everything that a record requires', () => {
		const needed = tree.fields.filter(({ isRequired }) => isRequired);
		const missing = needed.map(({ key }) => key).filter((key) => !fields.has(key));
		expect(missing).toEqual(without);
	});
});

test('the form for mistakes has the fields that the link on a page fills in', () => {
	const site = {
		name: 'The record',
		description: 'A record.',
		repository: 'https://github.com/example/history',
	};
	const address = new URL(reportAddress(site, 'https://history.example.org/board/') ?? '');
	const { template, title, ...filled } = Object.fromEntries(address.searchParams);
	expect(files).toContain(template);
	expect(title).toMatch(new RegExp(`^${read(template ?? '').title}`));
	const fields = fieldsOf(template ?? '');
	expect(Object.keys(filled).filter((id) => !fields.has(id))).toEqual([]);
});
