/** The names of all rules, which appear in reports and are used by programs. */
export const rules = [
	// Files
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
	// YAML
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
	'block-sign',
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
	// Values
	'unknown-key',
	'missing-key',
	'empty-value',
	'empty-text',
	'markup',
	'mixed-alphabets',
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
	'letters',
	'untranslated',
	'reading',
	'disputed-field',
	'reads-elsewhere',
	'circle',
	'published-address',
	'alias-of-itself',
	'alias-taken',
	'alias-used-twice',
	'followed-version',
	'same-version',
	'code-used-twice',
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
	'no-source',
	'needless-source',
	'states-unknown',
	'quote-unread',
	// Likely mistakes
	'long-title',
	'emoji',
	'city',
	'script',
	'titled-person',
	'quote-date',
	'quote-number',
	'quote-name',
	'early-source',
	'late-document',
	'chair-without-end',
	'version-not-held',
] as const;

export type Rule = (typeof rules)[number];

/** The rules that only cause warnings, because a record that breaks them can still be correct. */
export const warningRules: ReadonlySet<Rule> = new Set<Rule>([
	// A source may publish a very long title.
	'long-title',
	// An emoji may be part of a published title.
	'emoji',
	// The English name of a place may contain a comma.
	'city',
	// A published title may have no English version.
	'script',
	// The name of an institution may contain a title, as in "President's foundation".
	'titled-person',
	// A quote may mention other dates and numbers besides those that it supports.
	'quote-date',
	'quote-number',
	// A source may use a different form of a name.
	'quote-name',
	// A source may be an announcement of the event.
	'early-source',
	// A meeting may present a document that is adopted later.
	'late-document',
	// It is possible that no source says when a term ended.
	'chair-without-end',
	// A version may express the same value in other words.
	'version-not-held',
	// A new meeting can be published before its name is translated.
	'untranslated',
	'reading',
]);

export interface Explanation {
	readonly message: string;
	readonly hint: string;
}

export interface Mistake extends Explanation {
	readonly rule: Rule;
}
