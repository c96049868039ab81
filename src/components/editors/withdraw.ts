/* Runs the form that withdraws a record (see `pages/contribute/withdraw.astro`). */
import type { Choice, Referrer, Withdrawal } from '../../outputs/editors/withdraw.ts';
import type { Names } from '../../outputs/editors/workbench.ts';
import { changePath } from '../../site/repository.ts';
import { isKind } from '../../schema/kinds.ts';
import { inSeries } from '../../schema/words.ts';
import { element, part } from '../element.ts';
import { href } from '../href.ts';
import { form } from './checking.ts';
import { idNamed, startJob } from './job.ts';

const record = new URLSearchParams(location.search).get('record') ?? '';
const heading = part('h1', HTMLElement);
const reason = part('#reason', HTMLTextAreaElement);
const instead = part('#instead', HTMLInputElement);
const count = part('[data-count]', HTMLElement);
const list = part('[data-referrers]', HTMLElement);
const notice = part('[data-notice]', HTMLElement);

const choices: Record<string, Choice> = {};

const ready = (): HTMLInputElement[] => [...form.querySelectorAll<HTMLInputElement>('[name=why]')];

form.addEventListener('change', ({ target }) => {
	if (target instanceof HTMLSelectElement) choices[target.name] = target.value as Choice;
	if (!(target instanceof HTMLInputElement) || target.name !== 'why') return;
	if (ready().some(({ value }) => value === reason.value)) reason.value = target.value;
});

/** Shows a record that refers to the withdrawn record, so that the editor can choose what happens to the references. */
function entryOf({ path, title, kind, fields, lost, choices: possible }: Referrer, other = ''): HTMLElement {
	const words: Record<Choice, string> = {
		replace: `Link to ${other} instead`,
		remove: lost.length === 0 ? 'Remove the link' : `Remove ${inSeries(lost.map((each) => `“${each}”`))}`,
	};
	const id = path.replace('.yaml', '').split('/')[1] ?? '';
	const about = element(
		'p',
		{},
		kind ? element('a', { href: href(changePath({ kind, id })) }, title) : title,
		element('br'),
		element('small', {}, `In ${inSeries(fields.map((each) => `“${each}”`))}`),
	);
	if (possible.length === 0)
		return element(
			'li',
			{},
			about,
			element(
				'p',
				{ className: 'error' },
				'Change this record first. It needs the record that you withdraw.',
			),
		);
	const select = element(
		'select',
		{ name: path, ariaLabel: `${title}: what happens to its links` },
		...possible.map((choice) => element('option', { value: choice }, words[choice])),
	);
	select.value = possible.includes(choices[path] ?? 'replace') ? (choices[path] ?? 'replace') : 'remove';
	return element('li', {}, about, select);
}

const wholeName = (names: Names, address: string): string =>
	names.any.find(([, each]) => each === address)?.[0] ?? address;

const titleOf = (names: Names, address: string): string =>
	wholeName(names, address).replace(/ \([^()]*\)$/, '');

const nameOf = (names: Names, address: string): string => `“${titleOf(names, address)}”`;

const [kind = ''] = record.split('/');

if (isKind(kind)) {
	const read = (names: Names): { job: Withdrawal; missing: Record<string, string> } => {
		heading.textContent = `Withdraw ${nameOf(names, record)}`;
		// In the prepared sentences, readers see the kind of record: "This glossary entry was wrong."
		const [, one = 'record'] = /\(([^(),]+)[^()]*\)$/.exec(wholeName(names, record)) ?? [];
		for (const each of ready()) each.value = each.value.replace('This record', `This ${one}`);
		const other = idNamed(names, 'any', instead.value);
		const isKnown = names.any.some(([, each]) => each === other) && other !== record;
		const job: Withdrawal = {
			record,
			reason: reason.value.replace(/\s+/g, ' ').trim() || '…',
			...(isKnown && { instead: other }),
			choices,
		};
		return {
			job,
			missing: {
				...(job.reason === '…' && { reason: 'Say in one sentence why this record is withdrawn.' }),
				...(instead.value.trim() !== '' &&
					!isKnown && {
						instead:
							other === record
								? 'This is the record that you withdraw. Choose another one.'
								: `Unknown record “${instead.value.trim()}”. Choose one from the list.`,
					}),
			},
		};
	};
	startJob({
		key: record,
		address: `/contribute/withdraw/?record=${record}`,
		read,
		show: ({ job }, names) => {
			const referrers = job?.referrers ?? [];
			count.textContent =
				referrers.length === 0
					? 'No other record refers to it.'
					: 'Choose what happens to the links in each record.';
			const also = Object.entries(job?.files ?? {}).flatMap(([path, { text }]) =>
				text === null && path !== `${record}.yaml` ? [nameOf(names, path.replace('.yaml', ''))] : [],
			);
			if (also.length > 0)
				count.append(
					` ${inSeries(also)} goes too, because nothing else uses it. To keep it, first add it to another record in your proposal.`,
				);
			const { instead: other } = read(names).job;
			const focused = list.contains(document.activeElement) && document.activeElement?.getAttribute('name');
			list.replaceChildren(...referrers.map((each) => entryOf(each, other && nameOf(names, other))));
			if (focused) list.querySelector<HTMLElement>(`[name="${CSS.escape(focused)}"]`)?.focus();
			notice.textContent = `${reason.value.trim() || '…'}${other === undefined ? '' : ` See ${titleOf(names, other)}.`}`;
		},
		fieldOf: ({ file }) => (file === 'content/addresses.yaml' ? 'reason' : undefined),
	});
} else part('[data-choice]', HTMLElement).hidden = false;
