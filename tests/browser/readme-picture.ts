/** Takes the picture of the front page for `README.md`. To update it, run `npm run build`, then `npm run readme-picture`. */
import { published } from '../site/published.ts';
import { serve } from '../site/server.ts';
import { launchBrowser } from './chromium.ts';

const { origin, close } = await serve('dist', published.path);
await using browser = await launchBrowser();
const tab = await browser.newPage({ viewport: { width: 1280, height: 860 } });
await tab.goto(origin);
await tab.evaluate(() => document.fonts.ready);
await tab.screenshot({ path: '.github/front-page.png' });
await close();
