import { expect, test } from 'vitest';
import { withoutQuestionWords } from '../../../src/components/search/question-words.js';

test.each([
	['When did Greece join?', 'Greece join?'],
	['who  chaired in 2020', 'chaired 2020'],
	['"the fight against" terrorism', '"the fight against" terrorism'],
	['who was it?', 'who was it?'],
	['', ''],
])('of %j, %j is searched', (query, searched) => {
	expect(withoutQuestionWords(query)).toBe(searched);
});
