import { UserError } from './user-error.ts';

const localSite = 'http://localhost:4321';

type Environment = Readonly<Record<string, string | undefined>>;

/** The valid values for each environment variable. Empty variables are ignored. */
const rules: readonly { name: string; expected: string; isValid: (value: string) => boolean }[] = [
	{
		name: 'SITE_URL',
		expected:
			'the address of a server without a path, such as https://history.example.org (BASE_PATH is the path)',
		isValid: (value) =>
			/^https?:/i.test(value) &&
			URL.canParse(value) &&
			new URL(value).origin === value.toLowerCase().replace(/\/$/, ''),
	},
	{
		name: 'BASE_PATH',
		expected: 'a path such as /pcocp/ of letters, digits and the characters - . _ ~',
		isValid: (value) => /^\/?(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?$/.test(value),
	},
	{
		name: 'SOURCE_DATE_EPOCH',
		expected: 'a number of seconds since 1970, before the year 2100',
		isValid: (value) => /^\d+$/.test(value) && Number(value) < Date.UTC(2100) / 1000,
	},
];

/**
 * Reads all inputs of a build except for the content. The same inputs always produce identical files.
 *
 * @throws {UserError} with a message for each invalid variable
 */
export function buildInputs(environment: Environment = process.env) {
	const given = (name: string): string | undefined =>
		environment[name] === '' ? undefined : environment[name];
	const errors = rules.flatMap(({ name, expected, isValid }) => {
		const value = given(name);
		return value === undefined || isValid(value)
			? []
			: [`Invalid ${name} ${JSON.stringify(value.slice(0, 80))}. Set it to ${expected}.`];
	});
	if (errors.length > 0) throw new UserError(errors.join('\n'));
	const path = (given('BASE_PATH') ?? '').replace(/^\/|\/$/g, '');
	const now = given('SOURCE_DATE_EPOCH');
	return {
		contentDirectory: given('CONTENT_DIR') ?? 'content',
		/** The origin of the site, without a path. */
		site: new URL(given('SITE_URL') ?? localSite).origin,
		/** The base path of the site on the server, with a leading and a trailing slash. */
		base: path === '' ? '/' : `/${path}/`,
		/** The time to use as the current time, in seconds since 1970. */
		now: now === undefined ? undefined : Number(now),
	};
}

export const addressIn =
	({ site, base }: { site: string; base: string }): ((path: string) => string) =>
	(path) =>
		`${site}${base.slice(0, -1)}${path}`;

/** Returns the repository's address from the content or, by default, from the environment of GitHub Actions. */
export function repositoryOf(
	stated: string | undefined,
	{ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name }: Environment,
): string | undefined {
	const address = stated ?? (server && name ? `${server}/${name}` : undefined);
	return address?.replace(/(\.git)?\/*$/, '');
}

/** Returns a note about each missing input of a build. If Git refuses to read the content's history, `refusal` is its message. */
export function missingInputs(
	environment: Environment,
	{
		isShallow,
		hasEdition,
		refusal,
	}: { isShallow: boolean; hasEdition: boolean; refusal?: string | undefined },
): string[] {
	return [
		!environment.SITE_URL &&
			`SITE_URL is not set. Addresses in the sitemap, citations and shared links begin with ${localSite}.`,
		refusal !== undefined &&
			`Git cannot read the history of the content, so the site shows neither its edition nor the dates of changes.\n${refusal}`,
		refusal === undefined &&
			isShallow &&
			'The full Git history is missing, as in a shallow clone. Pages do not show when their records last changed.',
		refusal === undefined &&
			!hasEdition &&
			'The content differs from the last commit, or its history is missing. The site does not name its edition.',
	].filter((note) => note !== false);
}
