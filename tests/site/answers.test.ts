import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import type { SearchWords } from '../../src/outputs/search/words.ts';
import { parse, readPages, textOf } from './pages.ts';

const sites = { 'the record': 'site', 'a small record': 'smallSite' } as const;

/** Returns the words of a text without punctuation, because pages use layout instead of some punctuation. */
const wordsOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

test.each(Object.entries(sites))(
	'every answer has the same words as the page that it links to: %s',
	(_, name) => {
		const site = inject(name);
		const { answers } = JSON.parse(readFileSync(join(site, 'pagefind/words.json'), 'utf8')) as SearchWords;
		const pages = new Map(
			readPages(site).map(({ path, html }) => {
				const [, main = ''] = /<main.*?>(.*)<\/main>/s.exec(html) ?? [];
				const withoutMarks = main
					.replace(/<span class="card".*?Close<\/button><\/span>/gs, ' ')
					.replace(/<(sup|script|style|button)\b.*?<\/\1>/gs, ' ')
					// Next to a fact, the page shows other versions instead of the question.
					.replace(/<a class="doubt"[^>]* title="([^"]*)"/g, '$1 $&')
					.replaceAll('<', ' <');
				return [`/${path}`, wordsOf(textOf(parse(withoutMarks)))];
			}),
		);
		expect(new Set(answers.map(({ topic }) => topic)).size).toBeGreaterThan(7);
		const others = answers.flatMap(({ text, url }) => {
			const page = pages.get(url.replace(/#.*/, ''));
			// On the page, a label before a colon can be a heading, values of a list stand apart, and disputes can have other words.
			const parts = text
				.split(/(?<=\.) |: |; |Sources (?:differ|disagree on this question)(?: on \d+ points\.)?/)
				.map(wordsOf);
			return parts.filter((part) => !page?.includes(part)).map((part) => ({ url, part }));
		});
		expect(others).toEqual([]);
	},
);
