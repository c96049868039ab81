/* Runs the page where editors change a record by editing its file. */
import type { Problem } from '../../records/problem.ts';
import { isKind } from '../../schema/kinds.ts';
import { element, part } from '../element.ts';
import {
	requestCheck,
	reloadPage,
	form,
	saveDraft,
	loadDraft,
	showResult,
	showStatus,
	without,
} from './drafts.ts';
import { showFiles } from './proposal.ts';
import type { CheckResult } from './worker.ts';

const text = part('#text', HTMLTextAreaElement);
const lines = part('[data-lines]', HTMLElement);
const problems = part('#problems', HTMLElement);
const changes = part('[data-changes]', HTMLElement);

const address = new URLSearchParams(location.search).get('record') ?? '';
const path = `${address}.yaml`;
const [kind = ''] = address.split('/');
let published: string | undefined;

/** Returns all files in the proposal, including the current text in the editor. */
const filesNow = () => {
	const others = without(loadDraft().files, path);
	return published === undefined || text.value === published
		? others
		: { ...others, [path]: { text: text.value, isNew: false } };
};

function checkNow(): void {
	const files = Object.fromEntries(Object.entries(filesNow()).map(([each, file]) => [each, file.text]));
	requestCheck(() => ({ forms: [], files, open: path }), show);
}

function show(result: CheckResult): void {
	if (published === undefined) {
		published = result.opened;
		if (published === undefined) {
			showStatus(
				`${address === '' ? '' : `There is no file ${path}. `}To change a record, use “Edit this record” on its page.`,
			);
			text.disabled = true;
			return;
		}
		text.value = loadDraft().files[path]?.text ?? published;
		part('[data-path]', HTMLLabelElement).textContent = `content/${path}`;
		checkNow();
	}
	const isHere = ({ file }: Problem): boolean => file === `content/${path}`;
	showLines(new Set(result.problems.filter(isHere).map(({ line }) => line)));
	problems.replaceChildren(
		...result.problems.map((problem) => {
			const { file, line, column, message, hint } = problem;
			if (!isHere(problem)) return element('li', {}, `${file}, line ${String(line)}: ${message} ${hint}`);
			const go = element('button', { type: 'button' }, `Line ${String(line)}`);
			go.addEventListener('click', () => {
				const before = text.value.split('\n', line);
				const own = before.pop() ?? '';
				const start = before.reduce((sum, each) => sum + each.length + 1, 0);
				text.focus();
				text.setSelectionRange(start + column - 1, start + own.length);
			});
			return element('li', {}, go, ` ${message} ${hint}`);
		}),
	);
	const isReady = showResult(result);
	if (!result.isWhole) return;
	changes.hidden = result.changes.length === 0;
	changes
		.querySelector('ul')
		?.replaceChildren(...result.changes.map((sentence) => element('li', {}, sentence)));
	const files = filesNow();
	saveDraft({ files });
	showFiles(new Map(Object.entries(files)), isReady, (removed) => {
		if (removed === path) reloadPage();
		else checkNow();
	});
}

/** Shows line numbers in the text editor and marks lines with errors. */
function showLines(wrong: ReadonlySet<number>): void {
	const count = text.value.split('\n').length;
	text.rows = count;
	lines.replaceChildren(
		...Array.from({ length: count }, (_, index) =>
			wrong.has(index + 1) ? element('mark', {}, `▸ ${String(index + 1)}\n`) : `${String(index + 1)}\n`,
		),
	);
}

text.addEventListener('input', checkNow);

part('[data-again]', HTMLButtonElement).addEventListener('click', () => {
	text.value = published ?? '';
	checkNow();
});

if (isKind(kind)) part('[data-fields]', HTMLAnchorElement).href += `${kind}/`;
form.hidden = false;
checkNow();
