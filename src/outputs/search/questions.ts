/** A pattern that recognizes a common question by the words in a query. */
export interface Question {
	topic: string;
	/** Groups of words. The query must contain one word from each group. The search itself only uses the words in the first group. */
	has: string[];
	/** Other words that the query can contain. All remaining words are the subject of the question. */
	may: string;
	/** Whether the question compares two days. If so, only the first and the last answer are shown. */
	isComparison?: true;
}

const chair =
	'chair chairman chairwoman chairperson chairmanship president presides presidency head led leads leader leadership secretariat';
const seat = 'country member sit sits seat belong current composition executive management';

const patterns: readonly Question[] = [
	{
		topic: 'report',
		has: ['mistake error typo wrong incorrect correction contact feedback'],
		may: 'report found send tell editors email record page site website',
	},
	{
		topic: 'official',
		has: ['official independent', 'site website page history'],
		may: 'own the',
	},
	{
		topic: 'participants',
		has: ['prosecutor participant delegate', 'many number count'],
		may: 'meeting conference take took part attend participate there',
	},
	{
		topic: 'next',
		has: ['meeting conference date', 'next upcoming coming future'],
		may: 'annual held take place',
	},
	{
		topic: 'last',
		has: ['meeting conference date', 'last latest newest recent'],
		may: 'most annual held took place',
	},
	{
		topic: 'meetings',
		has: ['meeting conference met', 'many number count total'],
		may: 'annual held taken took place far',
	},
	{
		topic: 'theme',
		has: ['theme themes topic subject agenda', 'frequent common popular often discussed main most'],
		may: 'meeting most more which come came up item number count',
	},
	{
		topic: 'attended',
		has: ['meeting conference', 'attend participate took part'],
		may: 'annual take took part member country',
	},
	{
		topic: 'meeting',
		has: ['meeting conference met meet session held'],
		may: 'annual place take took date city country number many',
	},
	{ topic: 'chair', has: [chair], may: 'hold held host hosts run runs office country current' },
	{ topic: 'board', has: ['board'], may: `countries ${seat}` },
	{
		topic: 'joined',
		has: ['join accession accede enter became become member membership belong part sign'],
		may: 'since country state declaration intent',
	},
	{
		topic: 'members',
		has: ['member membership countries states state'],
		may: 'many number count total list current participating belong',
	},
	{
		topic: 'day',
		has: [
			'change changes difference differences different differ compare compares comparison versus vs happen happens',
		],
		may: 'day date state between from to until till through and development',
		isComparison: true,
	},
	{ topic: 'day', has: [], may: 'day date state' },
	{
		topic: 'glossary',
		has: [],
		may: 'mean meaning stand abbreviation acronym definition full name form',
	},
];

/** All questions that the search can answer. If a query matches several questions, the first question with an answer is used. */
export const questions: readonly Question[] = patterns.map((pattern) => ({
	...pattern,
	may: `${pattern.may} network pcocp conference permanent`,
}));
