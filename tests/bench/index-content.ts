/** The search index alone, without the pages: prints the CPU seconds that it took beyond reading the content. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentDirectory, loadContent } from '../../src/checks/load-content.ts';
import { buildSearchIndex } from '../../src/integrations/search-index.ts';
import { buildNetwork } from '../../src/network/network.ts';
import { searchRecords, type SearchRecord } from '../../src/outputs/search/records.ts';
import { today } from '../../src/records/history.ts';
import { allEnded, cpuOfEnded } from './measure.ts';

const network = buildNetwork(loadContent(contentDirectory()), today());
const before = process.cpuUsage();
const endedBefore = cpuOfEnded();
let records = 0;
function* countedRecords(): Generator<SearchRecord> {
	for (const record of searchRecords(network)) {
		records += 1;
		yield record;
	}
}
const folder = mkdtempSync(join(tmpdir(), 'bench-index-'));
await buildSearchIndex(countedRecords(), folder);
rmSync(folder, { recursive: true });
// Pagefind runs in its own process, and its time only counts once that process has ended.
await allEnded();
const { user, system } = process.cpuUsage(before);
console.log(
	JSON.stringify({
		records,
		own: (user + system) / 1e6,
		pagefind: cpuOfEnded() - endedBefore,
	}),
);
