/** What the site of the tests is built for: the address and the path below it. */
export const published = { site: 'https://pcocp.example.org', path: '/' } as const;
export const publishedBased = { site: 'https://history.example.org', path: '/pcocp/' } as const;

declare module 'vitest' {
	interface ProvidedContext {
		/** The folder that the site was built into, for the root of a host. */
		site: string;
		/** Where that build is served: `http://127.0.0.1:` and a port, without a slash at the end. */
		origin: string;
		/** The folder of a build for the path `/pcocp/`, of the record with one more of each kind. */
		grownSite: string;
		/** Where that build is served, without the path. */
		grownOrigin: string;
		/** The content of that build, and its day. */
		grownContent: string;
		grownToday: string;
		/** The folder of a build at the root of a host, from a small record that does not depend on the real one. */
		smallSite: string;
		/** Where that build is served. */
		smallOrigin: string;
		/** The content of that build. */
		smallContent: string;
		/** The folder of a second build of `site`, made on another day and in another place. */
		repeatedSite: string;
		/** Whether the tests were asked to update what they compare with: `vitest -u`. */
		isUpdating: boolean;
	}
}
