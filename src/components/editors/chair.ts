/* Runs the form for a change of the chair (see `pages/contribute/chair.astro`). */
import type { ChairAnswers } from '../../outputs/editors/chair.ts';
import { textIn } from '../../outputs/editors/form-answers.ts';
import type { Problem } from '../../records/problem.ts';
import { part } from '../element.ts';
import { form } from './checking.ts';
import { startJob } from './job.ts';
import { showOfficesOf } from './offers.ts';

const country = part('#country', HTMLSelectElement);
const office = part('#office', HTMLSelectElement);
const readAs = part('output[for=from]', HTMLOutputElement);
const added = part('[data-new]', HTMLElement);

/** The fields of a new source, each with its control. */
const sourceControls = [...added.querySelectorAll<HTMLElement>('[data-key]')].flatMap((field) => {
	const control = field.querySelector<HTMLInputElement>('[data-control]');
	const { key = '' } = field.dataset;
	if (!control) return [];
	control.id = control.name = `new-${key}`;
	field.querySelector('label')?.setAttribute('for', control.id);
	return [[key, control] as const];
});

const given = (name: string): string => {
	const value = new FormData(form).get(name);
	return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
};

function answersNow(): ChairAnswers {
	const end = given('end');
	return {
		country: given('country'),
		office: given('office'),
		from: given('from'),
		how: given('how'),
		meeting: given('meeting'),
		end: end === 'date' || end === 'unknown' ? end : 'same',
		until: given('until'),
		source: {
			name: given('source'),
			quote: given('quote'),
			...(given('kind') === 'new' && {
				added: Object.fromEntries(sourceControls.map(([key, { value }]) => [key, value])),
			}),
		},
		...(given('says') === 'other' && { endSource: { name: given('endSource'), quote: given('endQuote') } }),
	};
}

/** Hides the offices of other countries, and the fields that the chosen answers make irrelevant. */
function showChoices(): void {
	showOfficesOf(country.value, office);
	if (office.selectedOptions[0]?.disabled) office.value = '';
	const chosen = new Set(['end', 'kind', 'says'].map(given));
	form.querySelectorAll<HTMLElement>('[data-if]').forEach((each) => {
		each.hidden = !chosen.has(each.dataset.if ?? '');
	});
	const end = form.querySelector<HTMLElement>('[data-end]');
	if (end) end.hidden = given('end') === 'unknown';
}

function fieldOf({ file, path = [] }: Problem): string | undefined {
	const isOfEnd = given('says') === 'other' && !path.includes('until') && !isOfNew(file);
	if (file.startsWith('content/sources/') && given('kind') === 'new')
		return `new-${String(path[0] ?? 'title')}`;
	if (!file.startsWith('content/secretariat/')) return undefined;
	if (path.includes('quote')) return isOfEnd ? 'end-quote' : 'quote';
	if (path[0] === 'sources' || path.includes('sources'))
		return isOfEnd ? 'end-source' : given('kind') === 'new' ? 'new-title' : 'source';
	if (path[0] === 'began') return path[1] === 'meeting' ? 'meeting' : 'how';
	return ['country', 'office', 'from', 'until'].find((id) => id === path[0]);
}

/** The path of the file with the new term. */
let own = '';
const isOfNew = (file: string): boolean => file === `content/${own}`;

showChoices();
form.addEventListener('change', showChoices);
startJob({
	key: 'secretariat/~chair',
	address: '/contribute/chair/',
	read: ({ sources }) => {
		const job = answersNow();
		const isListed = (name: string): boolean =>
			sources.some(([each]) => each.toLowerCase() === name.toLowerCase());
		const unlisted = (name: string): string =>
			`${name && `“${name}” is not in the list of sources. `}Choose a source from the list`;
		return {
			job,
			missing: {
				...(job.country === '' && { country: 'Choose the country that takes over.' }),
				...(job.office === '' && { office: 'Choose the office that takes over.' }),
				...(job.from === '' && { from: 'Say when the new term starts.' }),
				...(job.how === '' && { how: 'Say in a few words how the new term started.' }),
				...(job.end === 'date' && job.until === '' && { until: 'Say when the last term ended.' }),
				...(!job.source.added &&
					!isListed(job.source.name) && {
						source: `${unlisted(job.source.name)}. If it is missing, choose “A new source”.`,
					}),
				...(job.end !== 'unknown' &&
					job.endSource &&
					!isListed(job.endSource.name) && { 'end-source': `${unlisted(job.endSource.name)}.` }),
			},
		};
	},
	show: ({ job }) => {
		[own = ''] = Object.keys(job?.files ?? {});
		const from = textIn(job?.from);
		readAs.textContent = from === given('from') ? '' : from;
	},
	fieldOf,
});
