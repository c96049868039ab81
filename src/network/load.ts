import { contentDirectory, loadContent } from '../checks/load-content.ts';
import { editionOf, lastChanges, today } from '../records/history.ts';
import { addressIn, buildInputs, repositoryOf } from '../records/inputs.ts';
import { addressOf, buildNetwork, type Network } from './network.ts';

// Stored in a global variable, because Astro loads a separate copy of each module for the pages.
const shared = globalThis as { networkOfThisProcess?: Network };

/**
 * Returns the network as of today, including the change history of the content. The content is read and checked once per process.
 *
 * @throws {UserError} if the content has errors, or if today's date is unknown
 */
export const loadNetwork = (): Network => (shared.networkOfThisProcess ??= readNetwork());

/**
 * Reloads the network after a change to the files. If loading fails, keeps the previous network.
 *
 * @throws {UserError} for the same reasons as `loadNetwork`
 */
export const loadNetworkAgain = (): Network => (shared.networkOfThisProcess = readNetwork());

function readNetwork(): Network {
	const directory = contentDirectory();
	const content = loadContent(directory);
	const changes = lastChanges(directory);
	const repository = repositoryOf(content.site.repository, process.env);
	return buildNetwork({ ...content, site: { ...content.site, repository } }, today(), {
		changedOn: (entry) => changes.get(addressOf(entry)),
		edition: editionOf(directory),
		address: addressIn(buildInputs()),
	});
}
