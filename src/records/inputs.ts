import { UserError } from './user-error.ts';

/** What shapes a build besides the content itself. The same inputs give the same bytes. */
export interface Inputs {
	/** Where the content is read: a folder, from the current one. */
	readonly contentDirectory: string;
	/** The address of the server that the site is published on, without a path. */
	readonly site: string;
	/** The path below it, with a slash at both ends. */
	readonly base: string;
	/** The second since 1970 that counts as now, where one is given. */
	readonly now: number | undefined;
}

const localSite = 'http://localhost:4321';

type Environment = Readonly<Record<string, string | undefined>>;

/** Each variable with what it takes, in words and as a rule. An empty one counts as not set, as shells and pipelines have it. */
const rules: readonly { name: string; takes: string; isRight: (value: string) => boolean }[] = [
	{
		name: 'SITE_URL',
		takes: 'the address of a server such as https://history.example.org, without a path (that is BASE_PATH)',
		isRight: (value) =>
			/^https?:/i.test(value) &&
			URL.canParse(value) &&
			new URL(value).origin === value.toLowerCase().replace(/\/$/, ''),
	},
	{
		name: 'BASE_PATH',
		takes: 'a path such as /pcocp/, of letters, digits, hyphens and the like',
		isRight: (value) => /^\/?(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?$/.test(value),
	},
	{
		name: 'SOURCE_DATE_EPOCH',
		takes: 'a number of seconds since 1970, before the year 2100',
		isRight: (value) => /^\d+$/.test(value) && Number(value) < Date.UTC(2100) / 1000,
	},
];

/**
 * Reads the build's inputs from the environment.
 *
 * @throws {UserError} when one holds what it does not take, with a sentence for each that does
 */
export function buildInputs(environment: Environment = process.env): Inputs {
	const given = (name: string): string | undefined =>
		environment[name] === '' ? undefined : environment[name];
	const refusals = rules.flatMap(({ name, takes, isRight }) => {
		const value = given(name);
		return value === undefined || isRight(value)
			? []
			: [`${name} is ${JSON.stringify(value.slice(0, 80))}; it takes ${takes}.`];
	});
	if (refusals.length > 0) throw new UserError(refusals.join('\n'));
	const path = (given('BASE_PATH') ?? '').replace(/^\/|\/$/g, '');
	const now = given('SOURCE_DATE_EPOCH');
	return {
		contentDirectory: given('CONTENT_DIR') ?? 'content',
		site: new URL(given('SITE_URL') ?? localSite).origin,
		base: path === '' ? '/' : `/${path}/`,
		now: now === undefined ? undefined : Number(now),
	};
}

/** Gives the whole address of what is at a path of the site. */
export const addressIn =
	({ site, base }: Pick<Inputs, 'site' | 'base'>): ((path: string) => string) =>
	(path) =>
		`${site}${base.slice(0, -1)}${path}`;

/**
 * Returns the address of the repository without a final slash: the one in the content or, without it, the one that GitHub Actions
 * set in the environment.
 *
 * @param stated `repository` of `content/site.yaml`
 */
export function repositoryOf(
	stated: string | undefined,
	{ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name }: Environment,
): string | undefined {
	const address = stated ?? (server && name ? `${server}/${name}` : undefined);
	return address?.replace(/(\.git)?\/*$/, '');
}

/**
 * What a build goes without, each in a sentence that says what follows.
 *
 * @param isShallow whether the history of the files is cut short, or not there
 * @param hasEdition whether a commit has the content as it is
 */
export const missingInputs = (
	environment: Environment,
	isShallow: boolean,
	hasEdition: boolean,
): string[] => [
	...(environment.SITE_URL
		? []
		: [
				`SITE_URL is not set: the site's own addresses, in its sitemap, in citations and where a link is shared, say ${localSite}.`,
			]),
	...(isShallow
		? ['There is no whole history here, as in a shallow clone: no page says when its record last changed.']
		: []),
	...(hasEdition
		? []
		: ['No commit that is known here has the content as it is: nothing says which edition it is.']),
];
