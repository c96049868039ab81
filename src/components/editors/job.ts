/* Runs a form that changes several records at once. Checks the answers as the editor types, and adds the files to the proposal. */
import type { Answers } from '../../outputs/editors/answers.ts';
import type { Job, Names } from '../../outputs/editors/workbench.ts';
import { isError, type Problem } from '../../records/problem.ts';
import { element, part } from '../element.ts';
import { describe, form, requestCheck, showResult, showStatus } from './checking.ts';
import { drafts, followOtherTab, otherFiles, saveDraft, showProposal } from './drafts.ts';
import { suggestionsFor, suggestNames } from './offers.ts';
import type { CheckResult } from './worker.ts';

const summary = part('[data-summary]', HTMLElement);
const changes = part('[data-changes]', HTMLElement);

interface JobForm {
	readonly key: string;
	/** The address of the form, without the site's base path. */
	readonly address: string;
	/** Returns the job, and a message for each required field that is empty, by the id of the field. */
	readonly read: (names: Names) => { readonly job: Job; readonly missing: Readonly<Record<string, string>> };
	readonly show: (result: CheckResult, names: Names) => void;
	/** Returns the id of the field with a problem. */
	readonly fieldOf: (problem: Problem, result: CheckResult) => string | undefined;
}

/** Finds the id of a record by its name, with or without its kind, as in "TOK (glossary entry)". Otherwise returns the name itself. */
export function idNamed(names: Names, kind: keyof Names, name: string): string {
	const written = name.trim().toLowerCase();
	const named = (ending: string | RegExp) =>
		names[kind].filter(([each]) => each.toLowerCase().replace(ending, '') === written);
	const [exact] = named('');
	// Without its kind, a name can mean several records.
	const [near, ...others] = named(/ \([^()]*\)$/);
	return (exact ?? (others.length === 0 ? near : undefined))?.[1] ?? name.trim();
}

/** Starts a form that changes several records. */
export function startJob({ key, address, read, show, fieldOf }: JobForm): void {
	const touched = new Set<string>();
	let names: Names | undefined;
	let isSubmitted = false;
	let isChanged = false;
	const kept = drafts.load(key);
	let files = kept?.files ?? {};
	let isProposed = kept?.isProposed ?? false;
	if (kept?.answers) fillIn(kept.answers);

	const ask = (): void => {
		requestCheck(() => {
			if (isChanged) keep(true);
			return { forms: [], files: otherFiles(key), job: names && read(names).job };
		}, receive);
	};

	const keep = (isUnchecked: boolean): void => {
		saveDraft({
			key,
			title: part('h1', HTMLElement).textContent,
			address,
			answers: Object.fromEntries(new FormData(form)) as Record<string, string>,
			files,
			isProposed,
			...(isUnchecked && { isUnchecked }),
		});
	};

	function receive(result: CheckResult): void {
		if (result.names) {
			names = result.names;
			suggestNames(names);
		}
		if (!names) return;
		if (!result.job) ask();
		if (!result.job || !result.isWhole) return;
		const { missing } = read(names);
		const found = new Map(Object.entries(missing));
		const elsewhere: string[] = [];
		for (const problem of result.problems.filter(isError)) {
			const id = fieldOf(problem, result);
			if (id === undefined) elsewhere.push(describe(problem));
			else if (!found.has(id)) found.set(id, problem.words?.message ?? '');
		}
		show(result, names);
		showErrors(found, elsewhere);
		// Without the required answers, the sentences would show ids instead of names.
		const sentences = Object.keys(missing).length > 0 ? [] : result.changes;
		changes.replaceChildren(...sentences.map((each) => element('li', {}, each)));
		const isReady = showResult(result, () => isSubmitted) && found.size === 0;
		if (Object.keys(missing).length > 0) showStatus('Not complete yet.');
		showProposal();
		const isAdded = isSubmitted && isReady;
		files = result.job.files;
		isProposed ||= isAdded;
		if (isChanged || isAdded) keep(false);
		if (isAdded) location.href = '../proposal/';
		else if (isSubmitted) summary.focus();
		isSubmitted = false;
	}

	/** Shows errors next to their fields and, after the form has been submitted, also in the summary. */
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
			error.append(...suggestionsFor(control as HTMLInputElement, words));
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

	form.addEventListener('input', () => {
		isChanged = true;
		ask();
	});
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
	followOtherTab(key);
	ask();
}

/** Fills in a form. The answers are named after the controls. */
function fillIn(answers: Answers): void {
	for (const [name, answer] of Object.entries(answers as Record<string, string>)) {
		const control = form.elements.namedItem(name);
		if (control && 'value' in control) control.value = answer;
	}
}
