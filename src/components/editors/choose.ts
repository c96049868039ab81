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
	const written = input.value.trim().toLowerCase();
	if (written === '') input.focus();
	else
		void loadNames().then((all) => {
			const matching = all.filter(([name]) => name.toLowerCase().includes(written));
			const exact = matching.find(([name]) => name.toLowerCase() === written);
			const meant = nearest(
				input.value,
				all.map(([name]) => name),
			);
			const near = exact ?? matching[0] ?? all.find(([name]) => name === meant);
			if (near && (exact ?? matching.length === 1)) location.assign(pathTo(near[1]));
			else if (near) {
				const button = element('button', { type: 'button' }, `Did you mean “${near[0]}”?`);
				button.addEventListener('click', () => {
					location.assign(pathTo(near[1]));
				});
				status.replaceChildren(button);
			} else status.textContent = `No record has the name “${input.value.trim()}”. Choose one from the list.`;
		});
});

function pathTo(record: string): string {
	const [kind, id] = record.split('/') as [never, string];
	return href(action === 'edit' ? changePath({ kind, id }) : `/contribute/withdraw/?record=${record}`);
}
