import type { APIRoute } from 'astro';
import { loadNetwork } from '../../network/load.ts';
import { type Calendar, calendarsOf, icalendarOf } from '../../outputs/data/calendar.ts';

export const getStaticPaths = () =>
	calendarsOf(loadNetwork()).map((calendar) => ({ params: { name: calendar.name }, props: { calendar } }));

export const GET: APIRoute<{ calendar: Calendar }> = ({ locals, props }) =>
	new Response(icalendarOf(locals.network, props.calendar), {
		headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
	});
