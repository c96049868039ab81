import { showUnsafe } from '../schema/quote.ts';
import { counted } from '../schema/words.ts';
import { indexLines } from './lines.ts';
import type { Problem } from './problem.ts';

/** The forms in which problems can be told. */
export const reportFormats = ['text', 'json', 'github'] as const;

/** What a report tells besides the problems themselves. */
export interface ReportContext {
	/** The text of every file that was read, by file. */
	readonly texts: ReadonlyMap<string, string>;
	readonly fileCount: number;
	/** How many more problems there are than those that are told. */
	readonly omitted?: number;
}

/**
 * Writes problems for the one who asked for them: `text` for people, `json` for programs, `github` as annotations of a
 * pull request.
 *
 * @param problems sorted (see `sortProblems`)
 */
export function formatProblems(
	problems: readonly Problem[],
	context: ReportContext,
	format: (typeof reportFormats)[number],
): string {
	switch (format) {
		case 'json':
			return `${JSON.stringify({ problems: problems.map(asData), omitted: context.omitted ?? 0 }, null, '\t')}\n`;
		case 'github':
			return `${[...problems.map(annotation), countLine(problems, context)].join('\n')}\n`;
		case 'text':
			return inert(`${[...paragraphs(problems, context), countLine(problems, context)].join('\n')}\n`);
	}
}

/** A problem for programs, which find the place by line and column. */
const asData = (problem: Problem): Problem => ({ ...problem, path: undefined });

function countLine(problems: readonly Problem[], { fileCount, omitted = 0 }: ReportContext): string {
	if (problems.length === 0) return `No problems in ${counted(fileCount, 'file')}.`;
	if (omitted > 0)
		return `${String(problems.length + omitted)} problems. The first ${String(problems.length)} are shown; fix them and check again.`;
	const files = new Set(problems.map(({ file }) => file)).size;
	return `${counted(problems.length, 'problem')} in ${counted(files, 'file')}.`;
}

/** Takes the meaning from what a runner of GitHub would take for a command of its own, wherever in a line it stands. */
const inert = (report: string): string => report.replaceAll('##[', '##<U+005B>');

const paragraphs = (problems: readonly Problem[], { texts }: ReportContext): string[] =>
	[...Map.groupBy(problems, ({ file }) => file)].flatMap(([file, ofFile]) => {
		const text = texts.get(file);
		const lines = text === undefined ? undefined : indexLines(text);
		return ofFile.flatMap(({ line, column, rule, message, hint }) => [
			`${onOneLine(file)}:${line}:${column} (${rule})`,
			...(lines ? excerpt(lines.textOf(line), line, column) : []),
			`  ${onOneLine(message)}`,
			`  ${onOneLine(hint)}`,
			'',
		]);
	});

/** A text in which nothing, a line break neither, can make a line of its own or change how the rest is shown. */
const onOneLine = (text: string): string => showUnsafe(text).replaceAll('\n', '<U+000A>');

// A line of this many columns fits a terminal of 80 beside its number.
const excerptWidth = 70;

/** The line with a caret under the column; a long line is cut to what stands around it. */
function excerpt(source: string, line: number, column: number): string[] {
	// No character that is shown is this many code units long, so what is left out would not be shown.
	const reach = excerptWidth * 16;
	const before = clusters(source.slice(Math.max(0, column - 1 - reach), column - 1));
	const after = clusters(source.slice(column - 1, column - 1 + reach));
	const kept = lastWithin(before, Math.max(excerptWidth / 2, excerptWidth - widthOf(after)));
	const rest = firstWithin(after, excerptWidth - widthOf(kept));
	const left = (kept.length < before.length ? '…' : '') + kept.join('');
	const right = rest.join('') + (rest.length < after.length ? '…' : '');
	const number = String(line);
	return [
		`  ${number} | ${left}${right}`.trimEnd(),
		`  ${' '.repeat(number.length)} | ${' '.repeat(widthOf(clusters(left)))}^`,
	];
}

/** What a reader sees as single characters, tabs made visible and nothing left that moves the rest about. */
const clusters = (text: string): string[] =>
	Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) =>
		segment === '\t' ? '→' : showUnsafe(segment),
	);

// Scripts and signs that terminals set in two columns (Unicode TR 11, wide and fullwidth).
const wide =
	/^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}/u;

const widthOfCluster = (cluster: string): number =>
	// What stands for an unsafe character is as wide as it is written.
	cluster.startsWith('<U+') ? cluster.length : wide.test(cluster) ? 2 : 1;

const widthOf = (shown: readonly string[]): number =>
	shown.reduce((sum, cluster) => sum + widthOfCluster(cluster), 0);

const firstWithin = (shown: readonly string[], width: number): string[] => {
	let used = 0;
	const end = shown.findIndex((cluster) => (used += widthOfCluster(cluster)) > width);
	return shown.slice(0, end === -1 ? undefined : end);
};

const lastWithin = (shown: readonly string[], width: number): string[] =>
	firstWithin([...shown].reverse(), width).reverse();

/**
 * A problem as a workflow command of GitHub Actions.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
function annotation({ file, line, column, rule, message, hint }: Problem): string {
	const properties = { file, line: String(line), col: String(column), title: rule };
	const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
	return `::error ${written.join(',')}::${escapeData(`${message}\n${hint}`)}`;
}

const escapeData = (value: string): string =>
	value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (value: string): string =>
	escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
