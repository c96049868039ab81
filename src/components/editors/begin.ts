/* Links to the drafts in this browser (see `pages/contribute/index.astro`). */
import { DraftStore } from '../../outputs/editors/drafts.ts';
import { part } from '../element.ts';

const link = part('[data-kept]', HTMLAnchorElement);
const { drafts, damaged } = new DraftStore(link.dataset.kept ?? '', () => localStorage).list();
const count = drafts.filter(({ deleted }) => deleted === undefined).length + damaged.size;
link.hidden = count === 0;
link.textContent = `Your drafts and proposal (${String(count)})`;
