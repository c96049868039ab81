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

form.addEventListener('change', ({ target }) => {
	if (target instanceof HTMLSelectElement) choices[target.name] = target.value as Choice;
	if (!(target instanceof HTMLInputElement) || target.name !== 'why') return;
	const ready = [...form.querySelectorAll<HTMLInputElement>('[name=why]')].map(({ value }) => value);
	if (ready.includes(reason.value)) reason.value = target.value;
});

/** Shows a record that refers to the withdrawn record, so that the editor can choose what happens to the references. */
function entryOf({ path, title, kind, fields, lost, choices: possible }: Referrer): HTMLElement {
	const words: Record<Choice, string> = {
		replace: `Link to “${instead.value}” instead`,
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

const nameOf = (names: Names, address: string): string =>
	`“${(names.any.find(([, each]) => each === address)?.[0] ?? address).replace(/ \([^()]*\)$/, '')}”`;

const [kind = ''] = record.split('/');

if (isKind(kind)) {
	startJob({
		key: record,
		address: `/contribute/withdraw/?record=${record}`,
		read: (names) => {
			heading.textContent = `Withdraw ${nameOf(names, record)}`;
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
		},
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
			// Does not replace a list while an editor is using it.
			if (!list.contains(document.activeElement)) list.replaceChildren(...referrers.map(entryOf));
			notice.textContent = `${reason.value.trim() || '…'}${instead.value.trim() === '' ? '' : ` See ${instead.value.trim().replace(/ \([^()]*\)$/, '')}.`}`;
		},
		fieldOf: ({ file }) => (file === 'content/addresses.yaml' ? 'reason' : undefined),
	});
} else part('[data-choice]', HTMLElement).hidden = false;
