import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { address } from '../../components/href.ts';
import { loadNetwork } from '../../network/load.ts';
import { calendarsOf, icalendarOf } from '../../outputs/data/calendar.ts';

export const getStaticPaths = () =>
	calendarsOf(loadNetwork()).map((calendar) => ({ params: { name: calendar.name }, props: { calendar } }));

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
	new Response(icalendarOf(loadNetwork(), props.calendar, address), {
		headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
	});
