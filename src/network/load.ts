import { contentDirectory, theContent } from '../checks/load-content.ts';
import type { Content } from '../records/content.ts';
import { editionOf, lastChanges, today } from '../records/history.ts';
import { addressIn, buildInputs, repositoryOf } from '../records/inputs.ts';
import { memoize } from '../records/memoize.ts';
import { addressOf, buildNetwork, type Network } from './network.ts';

/**
 * Returns the network as of today, including the change history of its files. The network is rebuilt only when the content changes.
 *
 * @throws {UserError} if the content has errors, or if today's date is unknown (see `today`)
 */
export const loadNetwork = (): Network => networkOf(theContent());

const networkOf = memoize((content: Content): Network => {
	const directory = contentDirectory();
	const changes = lastChanges(directory);
	const repository = repositoryOf(content.site.repository, process.env);
	return buildNetwork({ ...content, site: { ...content.site, repository } }, today(), {
		changedOn: (entry) => changes.get(addressOf(entry)),
		edition: editionOf(directory),
		address: addressIn(buildInputs()),
	});
});
