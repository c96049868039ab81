/* Runs a form that changes several records together: checks the answers as the editor types, and adds the files to the proposal. */
import type { Job } from '../../outputs/editors/workbench.ts';
import { isError, type Problem } from '../../records/problem.ts';
import { element, part } from '../element.ts';
import { form, loadDraft, type ProposedFile, requestCheck, saveDraft, showResult } from './drafts.ts';
import { proposal, showFiles } from './proposal.ts';
import type { CheckResult } from './worker.ts';

const summary = part('[data-summary]', HTMLElement);
const changes = part('[data-changes]', HTMLElement);

export type Names = NonNullable<CheckResult['names']>;

interface JobForm {
	/** Returns the job, and a message for each field without a required answer, by the id of the field. */
	readonly read: (names: Names) => { readonly job: Job; readonly missing: Readonly<Record<string, string>> };
	readonly show: (result: CheckResult, names: Names) => void;
	/** Returns the id of the field with a problem. */
	readonly fieldOf: (problem: Problem, result: CheckResult) => string | undefined;
}

/** Returns the id of a record by its name on the screen, or the name itself if no record has that name. */
export const idNamed = (names: Names, kind: keyof Names, name: string): string =>
	names[kind].find(([each]) => each.toLowerCase() === name.trim().toLowerCase())?.[1] ?? name.trim();

/** Starts to check the answers in the form of a job. */
export function startJob({ read, show, fieldOf }: JobForm): void {
	const touched = new Set<string>();
	let names: Names | undefined;
	let isSubmitted = false;

	const ask = (): void => {
		requestCheck(() => {
			const files = Object.entries(loadDraft().files).map(([path, { text }]) => [path, text] as const);
			return { forms: [], files: Object.fromEntries(files), job: names && read(names).job };
		}, receive);
	};

	function receive(result: CheckResult): void {
		if (result.names) showNames((names = result.names));
		if (!names) return;
		if (!result.job) ask();
		if (!result.job || !result.isWhole) return;
		const { missing } = read(names);
		const found = new Map(Object.entries(missing));
		const elsewhere: string[] = [];
		for (const problem of result.problems.filter(isError)) {
			const id = fieldOf(problem, result);
			const words = `${problem.message} ${problem.hint}`;
			if (id === undefined) elsewhere.push(words);
			else if (!found.has(id)) found.set(id, words);
		}
		show(result, names);
		showErrors(found, elsewhere);
		changes.replaceChildren(...result.changes.map((each) => element('li', {}, each)));
		const isReady = showResult(result) && found.size === 0;
		const made = Object.entries(result.job.files).map(([path, { base, text }]): [string, ProposedFile] => [
			path,
			{ text, isNew: base === null },
		]);
		const files = { ...loadDraft().files, ...Object.fromEntries(made) };
		showFiles(new Map(Object.entries(files)), isReady, ask);
		if (!isSubmitted) return;
		isSubmitted = false;
		if (isReady) saveDraft({ files });
		(isReady ? proposal : summary).focus();
	}

	/** Shows the errors beside their fields, and all of them in the summary after the form was submitted. */
	function showErrors(found: ReadonlyMap<string, string>, elsewhere: readonly string[]): void {
		if (isSubmitted) for (const id of found.keys()) touched.add(id);
		form.querySelectorAll('.error').forEach((each) => {
			each.remove();
		});
		form.querySelectorAll('[aria-invalid]').forEach((each) => {
			each.removeAttribute('aria-invalid');
		});
		for (const [id, words] of found) {
			const control = document.getElementById(id);
			if (!control || !touched.has(id)) continue;
			control.setAttribute('aria-invalid', 'true');
			const error = element('p', { className: 'error', id: `${id}-error` }, words);
			control.before(error);
			control.setAttribute('aria-errormessage', error.id);
		}
		summary.hidden = !(isSubmitted || !summary.hidden) || found.size + elsewhere.length === 0;
		summary
			.querySelector('ul')
			?.replaceChildren(
				...[...found].map(([id, words]) => element('li', {}, element('a', { href: `#${id}` }, words))),
				...elsewhere.map((words) => element('li', {}, words)),
			);
	}

	form.addEventListener('input', ask);
	form.addEventListener('focusout', ({ target }) => {
		if (target instanceof HTMLElement && target.id !== '') touched.add(target.id);
		ask();
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		isSubmitted = true;
		ask();
	});
	form.hidden = false;
	ask();
}

/** Fills the lists of names that editors choose from. */
function showNames(names: Names): void {
	for (const [kind, all] of Object.entries(names)) {
		const id = `names-${kind}`;
		if (!form.querySelector(`[list="${id}"]`)) continue;
		const list = document.getElementById(id) ?? document.body.appendChild(element('datalist', { id }));
		list.replaceChildren(...all.map(([name]) => element('option', { value: name })));
	}
}
