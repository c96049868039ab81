import { contentDirectory, theContent } from '../checks/load-content.ts';
import type { Content } from '../records/content.ts';
import { editionOf, lastChanges, today } from '../records/history.ts';
import { buildNetwork, type Network } from './network.ts';
import { remembered } from '../records/remembered.ts';
import { repositoryOf } from './repository.ts';

/**
 * The network as of the day that counts as today, with the history of its files: what every page gathers before it composes.
 *
 * @throws {ContentError} when the content has problems
 * @throws {Refusal} when the day that counts as today is not known (see `today`)
 */
export const loadNetwork = (): Network => networkOf(theContent());

const networkOf = remembered((content: Content): Network => {
	const directory = contentDirectory();
	const changes = lastChanges(directory);
	const repository = repositoryOf(content.site.repository, process.env);
	return buildNetwork(
		{ ...content, site: { ...content.site, repository } },
		today(),
		({ kind, id }) => changes.get(`${directory}/${kind}/${id}.yaml`),
		editionOf(directory),
	);
});
