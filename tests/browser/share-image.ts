/**
 * Draws `public/share.png`, which other sites show next to links, and `public/apple-touch-icon.png`, which phones look for without a link:
 * `npm run share-image`. Run it again only after changing the fonts, the colours, the icon or the network's name.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadContent } from '../../src/checks/load-content.ts';
import { launchBrowser } from './chromium.ts';

const { network } = loadContent('content');
const typeface = createRequire(import.meta.url).resolve(
	'@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
);

// A time line like those in the site's pictures: solid for stated facts, dashed for derived facts, and dotted if nothing is known.
const page = `<!doctype html>
<style>
	${readFileSync('src/styles/tokens.css', 'utf8')}
	@font-face {
		font-family: 'Source Serif 4';
		src: url(data:font/woff2;base64,${readFileSync(typeface, 'base64')});
		font-weight: 200 900;
	}
	:root { color-scheme: light; }
	body { position: relative; box-sizing: border-box; height: 630px; margin: 0; padding: 76px 84px; border-top: 14px solid var(--accent);
		background: var(--paper); color: var(--ink); font-family: var(--serif); }
	p { margin: 0 0 22px; font-size: 38px; color: var(--accent); }
	h1 { max-width: 980px; margin: 0; font-size: 86px; font-weight: 600; line-height: 1.08; letter-spacing: -0.015em; }
	svg { position: absolute; left: 0; bottom: 68px; }
	line, circle { stroke: var(--accent); stroke-width: 5; }
	circle { fill: var(--paper); }
	.stated { fill: var(--accent); }
</style>
<p>The public history of the</p>
<h1>${network.name}</h1>
<svg width="1200" height="48">
	<line x1="0" x2="622" y1="24" y2="24" />
	<line x1="651" x2="853" y1="24" y2="24" stroke-dasharray="22 14" />
	<line x1="917" x2="1200" y1="24" y2="24" stroke-dasharray="0 18" stroke-linecap="round" />
	<circle class="stated" cx="98" cy="24" r="14" />
	<circle class="stated" cx="272" cy="24" r="14" />
	<circle cx="404" cy="24" r="14" />
	<circle class="stated" cx="622" cy="24" r="14" />
	<circle cx="884" cy="24" r="14" stroke-dasharray="7 6.66" />
</svg>`;

await using browser = await launchBrowser();
const tab = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await tab.setContent(page);
await tab.evaluate(() => document.fonts.ready);
await tab.screenshot({ path: 'public/share.png' });

await tab.setViewportSize({ width: 180, height: 180 });
await tab.setContent(
	`<style>body { margin: 0 } svg { display: block }</style>${readFileSync('public/favicon.svg', 'utf8')}`,
);
await tab.screenshot({ path: 'public/apple-touch-icon.png' });
