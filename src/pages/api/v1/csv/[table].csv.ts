import type { APIRoute } from 'astro';
import { tables } from '../../../../outputs/data/csv.ts';
import { csvPath } from '../../../../outputs/data/data-package.ts';
import { csvFiles } from '../../../../outputs/data/files.ts';

export const getStaticPaths = () =>
	tables.map((table) => ({ params: { table: table.name }, props: { path: csvPath(table) } }));

export const GET: APIRoute<{ path: string }> = ({ locals, props }) =>
	new Response(csvFiles(locals.network).get(props.path), {
		headers: { 'Content-Type': 'text/csv; charset=utf-8' },
	});
