import type { Linked } from './things.ts';

const vocabulary = 'https://schema.org/';
const integer = 'http://www.w3.org/2001/XMLSchema#integer';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** Properties whose values are addresses. */
const links: readonly string[] = ['url', 'sameAs', 'archivedAt', 'eventAttendanceMode'];

/** Returns linked data in the schema.org vocabulary as N-Triples (https://www.w3.org/TR/n-triples/). */
export function triplesOf(things: readonly Linked[]): string {
	const lines = new Set<string>();
	let blanks = 0;
	const say = (thing: object): string => {
		const { '@id': id, ...properties } = thing as Record<string, unknown>;
		const node = typeof id === 'string' ? iri(id) : `_:b${String((blanks += 1))}`;
		for (const [key, value] of Object.entries(properties))
			for (const each of [value].flat())
				lines.add(
					key === '@type'
						? `${node} <${type}> <${vocabulary}${String(each)}> .\n`
						: `${node} <${vocabulary}${key}> ${links.includes(key) ? iri(String(each)) : objectOf(each)} .\n`,
				);
		return node;
	};
	const objectOf = (value: unknown): string => {
		if (typeof value === 'number') return `"${String(value)}"^^<${integer}>`;
		if (typeof value !== 'object' || value === null) return JSON.stringify(value);
		if ('@value' in value && '@language' in value)
			return `${JSON.stringify(value['@value'])}@${String(value['@language'])}`;
		return say(value);
	};
	for (const thing of things) say(thing);
	return [...lines].join('');
}

const iri = (address: string): string => `<${encodeURI(decodeURI(address))}>`;
