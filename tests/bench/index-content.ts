/** The search index alone, without the pages: prints the CPU seconds that it took beyond reading the content. */
import { setTimeout } from 'node:timers/promises';
import { contentDirectory, loadContent } from '../../src/checks/load-content.ts';
import { buildSearchIndex } from '../../src/integrations/search-index.ts';
import { buildNetwork } from '../../src/network/network.ts';
import { searchRecords } from '../../src/outputs/search/records.ts';
import { today } from '../../src/records/history.ts';
import { cpuOfEnded } from './measure.ts';

const network = buildNetwork(loadContent(contentDirectory()), today());
const before = process.cpuUsage();
const endedBefore = cpuOfEnded();
const records = searchRecords(network);
await buildSearchIndex(records);
// Pagefind runs beside this program and is counted once it has ended, which it is told to but not waited for.
await setTimeout(500);
const { user, system } = process.cpuUsage(before);
console.log(
	JSON.stringify({
		records: records.length,
		own: (user + system) / 1e6,
		pagefind: cpuOfEnded() - endedBefore,
	}),
);
