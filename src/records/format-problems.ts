import { showUnsafe } from '../schema/quote.ts';
import { counted } from '../schema/words.ts';
import { indexLines } from './lines.ts';
import { type Problem, problemsInWords } from './problem.ts';

export const reportFormats = ['text', 'json', 'github'] as const;

export interface ReportContext {
	readonly texts: ReadonlyMap<string, string>;
	readonly fileCount: number;
	readonly omitted?: number;
}

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

/** Returns a problem in machine-readable form, without the parts that only forms need. */
const asData = ({ level = 'error', ...problem }: Problem): Problem => ({
	...problem,
	path: undefined,
	or: undefined,
	level,
});

function countLine(problems: readonly Problem[], { fileCount, omitted = 0 }: ReportContext): string {
	if (problems.length === 0) return `No problems in ${counted(fileCount, 'file')}.`;
	if (omitted > 0)
		return `${String(problems.length + omitted)} problems. The first ${String(problems.length)} are shown; fix them and check again.`;
	const files = new Set(problems.map(({ file }) => file)).size;
	return `${problemsInWords(problems)} in ${counted(files, 'file')}.`;
}

/** Escapes workflow commands, which GitHub runners recognize anywhere in a line. */
const inert = (report: string): string => report.replaceAll('##[', '##<U+005B>');

const paragraphs = (problems: readonly Problem[], { texts }: ReportContext): string[] =>
	[...Map.groupBy(problems, ({ file }) => file)].flatMap(([file, ofFile]) => {
		const text = texts.get(file);
		const lines = text === undefined ? undefined : indexLines(text);
		return ofFile.flatMap(({ line, column, level, rule, message, hint }) => [
			`${onOneLine(file)}:${line}:${column}${level === 'warning' ? ' warning' : ''} (${rule})`,
			...(lines ? excerpt(lines.textOf(line), line, column) : []),
			`  ${onOneLine(message)}`,
			`  ${onOneLine(hint)}`,
			'',
		]);
	});

/** Makes control characters and line breaks visible, so that a value cannot look like another line of the report. */
const onOneLine = (text: string): string => showUnsafe(text).replaceAll('\n', '<U+000A>');

// The width of an excerpt, so that a line with its number fits in a terminal with 80 columns.
const excerptWidth = 70;

function excerpt(source: string, line: number, column: number): string[] {
	// Only splits the part of a line that an excerpt can contain. A visible character rarely has more than 16 code units.
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

/** Splits a string into visible characters. Replaces tabs and control characters. */
const clusters = (text: string): string[] =>
	Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) =>
		segment === '\t' ? '→' : showUnsafe(segment),
	);

// Characters that are two columns wide in a terminal (Unicode TR 11, wide and fullwidth).
const wide =
	/^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}/u;

const widthOfCluster = (cluster: string): number =>
	// Unsafe characters are shown as code points, such as <U+202E>.
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
 * Formats a problem as a GitHub Actions workflow command.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
function annotation({ file, line, column, level, rule, message, hint }: Problem): string {
	const properties = { file, line: String(line), col: String(column), title: rule };
	const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
	return `::${level ?? 'error'} ${written.join(',')}::${escapeData(`${message}\n${hint}`)}`;
}

const escapeData = (value: string): string =>
	value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (value: string): string =>
	escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
