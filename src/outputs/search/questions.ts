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
	'chair chairman chairwoman chairperson chairmanship president presides presidency head led leads leader leadership charge responsible secretariat';
const seat = 'country member sit sits seat belong current composition executive management';

const patterns: readonly Question[] = [
	{
		topic: 'report',
		has: ['mistake error typo wrong incorrect correction contact feedback'],
		may: 'report found send tell editors email record page site website',
	},
	{
		topic: 'edit',
		has: [
			'correct edit change add update contribute fix suggest propose',
			'record page site website date fact meeting source member office entry',
		],
		may: 'want need like get new help',
	},
	{
		topic: 'licence',
		has: ['licence license licensing copyright reuse reproduce quote republish'],
		may: 'data record text texts site website map picture free use',
	},
	{ topic: 'rule', has: ['board', 'seat seats many number rule rules'], may: `get have has ${seat}` },
	{ topic: 'working', has: ['do role task tasks purpose function job'], may: 'main' },
	{
		topic: 'working',
		has: ['often frequent frequently regularly long length duration rule rules basis'],
		may: 'does last work works',
	},
	{
		topic: 'founded',
		has: [
			'found founded founding foundation establish established old age begin began start started create created',
		],
		may: 'year',
	},
	{
		topic: 'offices',
		has: ['office offices', 'many number count'],
		may: 'prosecution prosecutor member belong',
	},
	{
		topic: 'funding',
		has: [
			'fund funded funding funder pay paid pays finance financed money donor donated give gave given sponsor',
		],
		may: 'much many amount project support supported euro',
	},
	{
		topic: 'official',
		has: ['official independent run runs publish publishes publisher behind', 'site website page history'],
		may: 'own the',
	},
	{
		topic: 'participants',
		has: [
			'prosecutor participant delegate people person attend attended attendee participate part',
			'many number count',
		],
		may: 'meeting conference take took there',
	},
	{
		topic: 'next',
		has: ['meeting conference date', 'next upcoming coming future'],
		may: 'annual held take place',
	},
	{
		topic: 'last',
		has: ['meeting conference date', 'last latest newest recent'],
		may: 'most annual held took place agenda topic discussed decided decision outcome result',
	},
	{
		topic: 'meetings',
		has: ['meeting conference met', 'many number count total'],
		may: 'annual held taken took place far online',
	},
	{
		topic: 'theme',
		has: ['theme themes topic subject agenda', 'frequent common popular often discussed main most'],
		may: 'meeting most more which come came up item number count',
	},
	{
		topic: 'host',
		has: ['host hosted hosting organize organized organise organised'],
		may: 'meeting conference annual held place country office',
	},
	{
		topic: 'attended',
		has: ['meeting conference', 'attend attended participate took part'],
		may: 'annual take took part member country',
	},
	{
		topic: 'meeting',
		has: ['meeting conference met meet session held'],
		may: 'annual place take took date city country number many time times',
	},
	{ topic: 'meeting', has: ['happen happened happens event'], may: 'meeting day month year' },
	{
		topic: 'chair',
		has: [chair],
		may: 'hold held host hosts run runs office country current still based located',
	},
	{ topic: 'working', has: ['first'], may: 'ever' },
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
		may: 'mean meaning stand short abbreviation acronym definition full name form',
	},
];

/** All questions that the search can answer. If a query matches several questions, the first question with an answer is used. */
export const questions: readonly Question[] = patterns.map((pattern) => ({
	...pattern,
	may: `${pattern.may} network pcocp conference permanent do`,
}));

/**
 * Ordinary words, which are dropped first if no record has all words of a query. They are never corrected, because many resemble names:
 * "charge" is not "change", and "memory" is not Albanian for "members".
 */
export const fillers =
	'active anybody anyone anything apply asked attendee become believe carry chance charge church come country dinner direction do especially ' +
	'everybody everyone everything explain find found generation get give gave given go got happen help important information interested ' +
	'know like list location look looking lot make many meeting member memory million much need network new newspaper night nobody number ' +
	'office original outside people person please policy power protect question reach reason record remember role see short situation ' +
	'somebody someone something sometimes sport spring stage take taken teach tell thing threat time took understand use want way while ' +
	'whole work write wrote year yes';
