/**
 * The names of all mistakes that a report can tell of. Programs that read a report, and the test that every mistake has
 * a fixture, rely on them.
 */
export const rules = [
	// Of a file
	'missing-file',
	'file-place',
	'unknown-folder',
	'not-a-file',
	'file-ending',
	'file-name',
	'file-size',
	'encoding',
	'empty-file',
	'unsafe-character',
	'conflict-mark',
	'code-fence',
	// Of its YAML
	'tab-indentation',
	'indentation',
	'unquoted-colon',
	'unquoted-text',
	'unclosed-quote',
	'text-after-quote',
	'escape',
	'unclosed-bracket',
	'bracket-list',
	'missing-colon',
	'missing-space',
	'comment-in-text',
	'swallowed-line',
	'curly-quotes',
	'number-form',
	'duplicate-key',
	'key',
	'anchor',
	'alias',
	'merge-key',
	'tag',
	'directive',
	'several-documents',
	'nesting',
	// Of a value
	'unknown-key',
	'missing-key',
	'empty-value',
	'empty-text',
	'markup',
	'person',
	'type',
	'value',
	'size',
	'id',
	'date',
	'web-address',
	'country-code',
	'language',
	'record-address',
	// Between records
	'reference',
	'disputed-field',
	'reads-elsewhere',
	'circle',
	'published-address',
	'alias-of-itself',
	'alias-taken',
	'alias-used-twice',
	'followed-version',
	'code-used-twice',
	'tile-used-twice',
	'order-used-twice',
	'source-used-twice',
	'name-used-twice',
	'term-used-twice',
	'listed-twice',
	'number-used-twice',
	'number-order',
	'online-place',
	'part-dates',
	'ends-before-begin',
	'terms-overlap',
	'signature-date',
	'before-joining',
	'far-ahead',
	'office-country',
	'board-rule',
	'unused-source',
	'rests-on-nothing',
	'stands-for-nothing',
	'states-unknown',
	'quote-unread',
] as const;

export type Rule = (typeof rules)[number];

/** What is told of a mistake to the person who can mend it. */
export interface Explanation {
	/** What is wrong, with the value quoted, and what is expected. */
	readonly message: string;
	/** What to do about it. */
	readonly hint: string;
}

/** What is told of a mistake, and which of all it is. */
export interface Mistake extends Explanation {
	readonly rule: Rule;
}
