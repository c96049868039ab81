/* Lets an editor choose a record by name, and opens its form (see `ChooseRecord.astro`). */
import type { Names } from '../../outputs/editors/workbench.ts';
import { nearest } from '../../schema/nearest.ts';
import { changePath } from '../../site/repository.ts';
import { element, part } from '../element.ts';
import { href } from '../href.ts';
import type { CheckRequest, CheckResult } from './worker.ts';

const form = part('form[data-choose]', HTMLFormElement);
const input = part('form[data-choose] input', HTMLInputElement);
const status = part('form[data-choose] [role=status]', HTMLElement);
const { choose: action = '', names: address = '' } = form.dataset;

let names: Promise<Names['any']> | undefined;

/** Loads the names of all records and fills the list of suggestions. */
const loadNames = () =>
	(names ??= new Promise((resolve) => {
		const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<CheckResult>) => {
			const all = data.names?.any ?? [];
			part('#records', HTMLDataListElement).replaceChildren(
				...all.map(([name]) => element('option', { value: name })),
			);
			worker.terminate();
			resolve(all);
		});
		const request: CheckRequest & { address: string } = { number: 1, forms: [], files: {}, address };
		worker.postMessage(request);
	}));

input.addEventListener('focus', () => void loadNames(), { once: true });

form.addEventListener('submit', (event) => {
	event.preventDefault();
	const written = input.value.trim();
	if (written === '') input.focus();
	else
		void loadNames().then((all) => {
			const exact = all.find(([name]) => name.toLowerCase() === written.toLowerCase());
			if (exact) location.assign(pathTo(exact[1]));
			else suggest(written, all);
		});
});

// Words that do not identify a record.
const unspecific = new Set(['of', 'the', 'in', 'for']);

// More suggestions would be slower to read than a more exact name is to type.
const most = 8;

/** Offers the records whose names have all the written words or, if there are none, the record with the most similar name. */
function suggest(written: string, all: Names['any']): void {
	const words = written
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => !unspecific.has(word));
	const titled = (name: string): boolean => name.toLowerCase().startsWith(`${written.toLowerCase()} (`);
	const matching = all
		.filter(([name]) => words.every((word) => name.toLowerCase().includes(word)))
		.toSorted(([a], [b]) => Number(titled(b)) - Number(titled(a)));
	const meant = nearest(
		written,
		all.map(([name]) => name),
	);
	const near = matching.length > 0 ? matching : all.filter(([name]) => name === meant);
	if (near.length === 0)
		status.textContent = `No record has the name “${written}”. Choose one from the list.`;
	else
		status.replaceChildren(
			'Did you mean ',
			...near.slice(0, most).flatMap(([name, record]) => {
				const button = element('button', { type: 'button' }, name);
				button.addEventListener('click', () => {
					location.assign(pathTo(record));
				});
				return [button, ' '];
			}),
		);
	if (near.length > most) status.append(`or ${String(near.length - most)} others?`);
}

function pathTo(record: string): string {
	const [kind, id] = record.split('/') as [never, string];
	return href(action === 'edit' ? changePath({ kind, id }) : `/contribute/withdraw/?record=${record}`);
}
