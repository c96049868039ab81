/* The page on which the file of a record is changed as text. */
import type { Problem } from '../../records/problem.ts';
import { isKind } from '../../schema/kinds.ts';
import { counted } from '../../schema/words.ts';
import { element, part } from '../element.ts';
import { Desk } from './desk.ts';
import { Store, without } from './kept.ts';
import { Proposal } from './proposal.ts';
import type { Told } from './worker.ts';

const form = part('[data-change]', HTMLFormElement);
const text = part('#text', HTMLTextAreaElement);
const lines = part('[data-lines]', HTMLElement);
const said = part('form [role=status]', HTMLElement);
const problems = part('#problems', HTMLElement);
const changes = part('[data-changes]', HTMLElement);
const beside = part('[data-proposal]', HTMLElement);

const { record = '' } = form.dataset;
const address = new URLSearchParams(location.search).get('record') ?? '';
const path = `${address}.yaml`;
const [kind = ''] = address.split('/');
let published: string | undefined;

const store = new Store(record);
const proposal = new Proposal(beside, (taken) => {
	store.set({ files: without(store.get().files, taken) });
	if (taken === path) location.reload();
	else ask();
});
const desk = new Desk(record, show, () => {
	said.textContent = 'The record could not be loaded. Reload the page to try again; what you wrote is kept.';
});

/** The files of the proposal with this one as it is now. */
const filesNow = () => {
	const others = without(store.get().files, path);
	return published === undefined || text.value === published
		? others
		: { ...others, [path]: { text: text.value, isNew: false } };
};

function ask(): void {
	desk.ask(() => ({
		forms: [],
		files: Object.fromEntries(Object.entries(filesNow()).map(([each, file]) => [each, file.text])),
		open: path,
	}));
}

function show(told: Told): void {
	if (published === undefined) {
		published = told.opened;
		if (published === undefined) {
			said.textContent = `${address === '' ? '' : `The record has no ${path}. `}Begin from “Edit this record” on the page of a record.`;
			text.disabled = true;
			return;
		}
		text.value = store.get().files[path]?.text ?? published;
		part('[data-path]', HTMLLabelElement).textContent = `content/${path}`;
		ask();
	}
	const isHere = ({ file }: Problem): boolean => file === `content/${path}`;
	showLines(new Set(told.problems.filter(isHere).map(({ line }) => line)));
	problems.replaceChildren(
		...told.problems.map((problem) => {
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
	if (!told.isWhole) return;
	const isReady = told.problems.length === 0;
	const status = isReady ? 'Nothing is left to mend.' : `${counted(told.problems.length, 'thing')} to mend.`;
	if (said.textContent !== status) said.textContent = status;
	changes.hidden = told.changes.length === 0;
	changes
		.querySelector('ul')
		?.replaceChildren(...told.changes.map((sentence) => element('li', {}, sentence)));
	const files = filesNow();
	store.set({ files });
	proposal.show(new Map(Object.entries(files)), new Set(Object.keys(files)), isReady);
}

/** Numbers the lines beside the text, with a mark at each on which something is wrong. */
function showLines(wrong: ReadonlySet<number>): void {
	const count = text.value.split('\n').length;
	text.rows = count;
	lines.replaceChildren(
		...Array.from({ length: count }, (_, index) =>
			wrong.has(index + 1) ? element('mark', {}, `▸ ${String(index + 1)}\n`) : `${String(index + 1)}\n`,
		),
	);
}

text.addEventListener('input', ask);

part('[data-again]', HTMLButtonElement).addEventListener('click', () => {
	text.value = published ?? '';
	ask();
});

part('[data-forget]', HTMLButtonElement).addEventListener('click', () => {
	desk.close();
	store.forget();
	location.reload();
});

if (isKind(kind)) part('[data-fields]', HTMLAnchorElement).href += `${kind}/`;
form.hidden = false;
beside.hidden = false;
ask();
