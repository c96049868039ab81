/* The rules for web servers. The `_headers` file, the nginx configuration and the test server all use these rules. */

/** The Content-Security-Policy of every page, which blocks all other hosts. Pagefind needs WebAssembly and images in its style sheet. */
export const contentPolicy = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"connect-src 'self'",
	"form-action 'self'",
	"base-uri 'none'",
].join('; ');

/** The HTTP headers for all files below a path on the site, in addition to the headers for shorter paths. */
const headers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'/': {
		'Content-Security-Policy': `${contentPolicy}; frame-ancestors 'none'`,
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
		'Referrer-Policy': 'no-referrer',
		'X-Content-Type-Options': 'nosniff',
	},
	// Allows other sites to read the data.
	'/api/': { 'Access-Control-Allow-Origin': '*' },
	// Browsers can cache these files forever, because their names contain a hash of their contents.
	'/_astro/': { 'Cache-Control': 'public, max-age=31536000, immutable' },
};

export const headersAt = (path: string): Readonly<Record<string, string>> =>
	Object.fromEntries(
		Object.entries(headers).flatMap(([start, each]) => (path.startsWith(start) ? Object.entries(each) : [])),
	);

/** The media types of files by extension, without the character encoding. */
const mediaTypes: Readonly<Record<string, string>> = {
	atom: 'application/atom+xml',
	bib: 'application/x-bibtex',
	css: 'text/css',
	csv: 'text/csv',
	html: 'text/html',
	ics: 'text/calendar',
	js: 'text/javascript',
	json: 'application/json',
	md: 'text/markdown',
	nt: 'application/n-triples',
	pdf: 'application/pdf',
	png: 'image/png',
	ris: 'application/x-research-info-systems',
	sha256: 'text/plain',
	svg: 'image/svg+xml',
	txt: 'text/plain',
	woff2: 'font/woff2',
	xml: 'application/xml',
	zip: 'application/zip',
};

const isText = (mediaType: string): boolean =>
	/^text\/|(?:json|xml|bibtex|info-systems|triples)$/.test(mediaType);

/** Returns the media type for a file extension, including the character encoding for text files. */
export function mediaTypeOf(ending: string): string {
	const mediaType = mediaTypes[ending] ?? 'application/octet-stream';
	return isText(mediaType) ? `${mediaType}; charset=utf-8` : mediaType;
}

interface Address {
	readonly site: string;
	readonly base: string;
}

const below = ({ base }: Address, path: string): string => base + path.slice(1);

/** Returns the rules as a `_headers` file for Netlify and Cloudflare Pages. */
export function headersFile(address: Address): string {
	const types = Object.keys(mediaTypes).map(
		(ending) => [`/*.${ending}`, { 'Content-Type': mediaTypeOf(ending) }] as const,
	);
	const paths = Object.entries(headers).map(([path, each]) => [`${path}*`, each] as const);
	return [...paths, ...types]
		.map(([path, each]) =>
			[below(address, path), ...Object.entries(each).map(([name, value]) => `  ${name}: ${value}`), ''].join(
				'\n',
			),
		)
		.join('\n');
}

/**
 * Returns a configuration for nginx.
 *
 * @param folder the absolute path of the built site
 */
export function nginxConfig(address: Address, folder: string): string {
	const files = folder.replaceAll('\\', '/');
	const texts = [...new Set(Object.values(mediaTypes))].filter(
		(each) => isText(each) && each !== 'text/html',
	);
	const locations = Object.keys(headers).map(
		(path) => `
	location ${below(address, path)} {
		alias "${files}${path}";
${Object.entries(headersAt(path))
	.map(([name, value]) => `\t\tadd_header ${name} "${value}" always;`)
	.join('\n')}
	}
`,
	);
	const root = below(address, '/');
	const outside = `
	location / { return 404; }
	location = ${root.slice(0, -1)} { return 301 ${root}; }
`;
	return `# nginx configuration of this build. Over HTTPS, add certificates and Strict-Transport-Security.

server {
	listen 80;
	server_name ${new URL(address.site).hostname};

	# Behind a proxy, a full address would have the wrong protocol and port.
	absolute_redirect off;
	error_page 404 ${root}404.html;

	charset utf-8;
	charset_types ${texts.join(' ')};
	gzip on;
	gzip_proxied any;
	gzip_vary on;
	gzip_types ${texts.join(' ')};
	default_type application/octet-stream;
	types {
${Object.entries(mediaTypes)
	.map(([ending, mediaType]) => `\t\t${mediaType} ${ending};`)
	.join('\n')}
	}
${locations.join('')}${root === '/' ? '' : outside}
	# This file configures other hosts.
	location = ${root}_headers { return 404; }
}
`;
}
