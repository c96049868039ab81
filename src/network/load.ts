import { contentDirectory, theContent } from '../checks/load-content.ts';
import type { Content } from '../records/content.ts';
import { editionOf, lastChanges, today } from '../records/history.ts';
import { addressIn, buildInputs } from '../records/inputs.ts';
import { buildNetwork, type Network } from './network.ts';
import { repositoryOf } from './repository.ts';

/** As the content, the network made of it is shared between the pages and the integrations (see `theContent`). */
const shared = globalThis as { networkOfThisProcess?: { readonly of: Content; readonly network: Network } };

/**
 * The network as of the day that counts as today, with the history of its files: what every page gathers before it composes. It is
 * made anew only when the content has changed.
 *
 * @throws {Refusal} when the content has problems, or the day that counts as today is not known (see `today`)
 */
export function loadNetwork(): Network {
	const content = theContent();
	if (shared.networkOfThisProcess?.of !== content)
		shared.networkOfThisProcess = { of: content, network: networkOf(content) };
	return shared.networkOfThisProcess.network;
}

function networkOf(content: Content): Network {
	const directory = contentDirectory();
	const changes = lastChanges(directory);
	const repository = repositoryOf(content.site.repository, process.env);
	return buildNetwork({ ...content, site: { ...content.site, repository } }, today(), {
		changedOn: ({ kind, id }) => changes.get(`${directory}/${kind}/${id}.yaml`),
		edition: editionOf(directory),
		address: addressIn(buildInputs()),
	});
}
