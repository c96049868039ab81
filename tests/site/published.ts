/** The hosts and base paths of the test builds. */
export const published = { site: 'https://pcocp.example.org', path: '/' } as const;
export const publishedBased = { site: 'https://history.example.org', path: '/pcocp/' } as const;

declare module 'vitest' {
	interface ProvidedContext {
		/** The folder of the build at the root of a host. */
		site: string;
		/** The address of its server, without a slash at the end. */
		origin: string;
		/** The folder of a build of the extended record, with the base path `/pcocp/`. */
		grownSite: string;
		/** The address of its server, without the base path. */
		grownOrigin: string;
		/** The content of this build. */
		grownContent: string;
		grownToday: string;
		/** The folder of a build at the root of a host, from a small record that does not depend on the real one. */
		smallSite: string;
		/** The address of its server. */
		smallOrigin: string;
		/** The content of this build. */
		smallContent: string;
		/** The folder of a build of the small record with very long words, a contact and a publisher. */
		longSite: string;
		/** The address of its server. */
		longOrigin: string;
		/** The folder of a second build of `site`, made with another clock and in another folder. */
		repeatedSite: string;
		/** Whether the tests update their expected files: `vitest -u`. */
		isUpdating: boolean;
	}
}
