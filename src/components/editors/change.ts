/* The page on which the file of a record is changed as text. */
import type { Problem } from '../../records/problem.ts';
import { isKind } from '../../schema/kinds.ts';
import { counted } from '../../schema/words.ts';
import { element, part } from '../element.ts';
import { ask, beginAnew, form, keep, kept, say, without } from './drafts.ts';
import { beside, showFiles } from './proposal.ts';
import type { Told } from './worker.ts';

const text = part('#text', HTMLTextAreaElement);
const lines = part('[data-lines]', HTMLElement);
const problems = part('#problems', HTMLElement);
const changes = part('[data-changes]', HTMLElement);

const address = new URLSearchParams(location.search).get('record') ?? '';
const path = `${address}.yaml`;
const [kind = ''] = address.split('/');
let published: string | undefined;

/** The files of the proposal with this one as it is now. */
const filesNow = () => {
	const others = without(kept().files, path);
	return published === undefined || text.value === published
		? others
		: { ...others, [path]: { text: text.value, isNew: false } };
};

function askNow(): void {
	const files = Object.fromEntries(Object.entries(filesNow()).map(([each, file]) => [each, file.text]));
	ask(() => ({ forms: [], files, open: path }), show);
}

function show(told: Told): void {
	if (published === undefined) {
		published = told.opened;
		if (published === undefined) {
			say(
				`${address === '' ? '' : `The record has no ${path}. `}Begin from “Edit this record” on the page of a record.`,
			);
			text.disabled = true;
			return;
		}
		text.value = kept().files[path]?.text ?? published;
		part('[data-path]', HTMLLabelElement).textContent = `content/${path}`;
		askNow();
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
	const isReady = told.isWhole && told.problems.length === 0;
	if (isReady) say('Nothing is left to mend.');
	else if (told.problems.length > 0) say(`${counted(told.problems.length, 'thing')} to mend.`);
	if (!told.isWhole) return;
	changes.hidden = told.changes.length === 0;
	changes
		.querySelector('ul')
		?.replaceChildren(...told.changes.map((sentence) => element('li', {}, sentence)));
	const files = filesNow();
	keep({ files });
	showFiles(new Map(Object.entries(files)), isReady, (taken) => {
		if (taken === path) beginAnew();
		else askNow();
	});
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

text.addEventListener('input', askNow);

part('[data-again]', HTMLButtonElement).addEventListener('click', () => {
	text.value = published ?? '';
	askNow();
});

if (isKind(kind)) part('[data-fields]', HTMLAnchorElement).href += `${kind}/`;
form.hidden = false;
beside.hidden = false;
askNow();
