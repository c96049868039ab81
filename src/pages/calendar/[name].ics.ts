import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { publishedOf } from '../../components/published.ts';
import { loadNetwork } from '../../network/load.ts';
import { calendarsOf, icalendarOf } from '../../outputs/data/calendar.ts';

export const getStaticPaths = () =>
	calendarsOf(loadNetwork()).map((calendar) => ({ params: { name: calendar.name }, props: { calendar } }));

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
	new Response(icalendarOf(publishedOf(loadNetwork()), props.calendar), {
		headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
	});
