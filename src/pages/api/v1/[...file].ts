import type { APIRoute, GetStaticPaths } from 'astro';
import { address } from '../../../components/href.ts';
import { loadNetwork } from '../../../network/load.ts';
import type { Network } from '../../../network/network.ts';
import { dataFiles, type MakeFile } from '../../../outputs/data/files.ts';
import { remembered } from '../../../records/remembered.ts';

/*
 * The data is a file for each form of it and each record, none of them a page: they are not listed for search engines, and their
 * addresses need not be listed either, for each follows from that of its record, whose former ids lead on.
 */

const filesOf = remembered((network: Network) => dataFiles({ network, address }));

export const getStaticPaths = (() =>
	[...filesOf(loadNetwork())].map(([file, make]) => ({
		params: { file },
		props: { make },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute<{ make: MakeFile }> = ({ props }) => new Response(props.make());
