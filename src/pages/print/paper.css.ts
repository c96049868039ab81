import { loadNetwork } from '../../network/load.ts';
import { versionInWords } from '../../site/cite.ts';
import { chaptersOf } from '../../site/print.ts';

const quoted = (text: string): string =>
	`"${text.replace(/["\\\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;

/** Serves the styles for the margins of printed pages, which show the version, page numbers and chapter titles. */
export function GET(): Response {
	const network = loadNetwork();
	const chapters = [
		{ chapter: 'network', title: 'The network' },
		...chaptersOf(network),
		{ chapter: 'sources', title: 'Endnotes' },
	];
	return new Response(
		[
			`@page { size: A4; margin: 20mm 20mm 23mm;`,
			`@bottom-left { content: ${quoted(`${network.site.name}, ${versionInWords(network)}`)}; font: 7.6pt "Source Sans 3", sans-serif; color: #555; }`,
			`@bottom-right { content: counter(page); font: 9pt "Source Serif 4", serif; } }`,
			`@page cover { @bottom-left { content: none; } @bottom-right { content: none; } }`,
			...chapters.flatMap(({ chapter, title }) => [
				`@page ${chapter} { @top-right { content: ${quoted(title)}; font: 7.6pt "Source Sans 3", sans-serif; color: #555; } }`,
				`.of-${chapter} { page: ${chapter}; }`,
			]),
			'',
		].join('\n'),
		{ headers: { 'Content-Type': 'text/css; charset=utf-8' } },
	);
}
