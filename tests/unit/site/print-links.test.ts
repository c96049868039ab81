import { expect, test } from 'vitest';
import { anchorOf, printLinks } from '../../../src/site/print.ts';
import { everyEntry, find } from '../../../src/network/network.ts';
import { networkOf } from '../network/content.ts';

const network = {
	...networkOf({
		members: { greece: {} },
		offices: { office: { country: 'greece' } },
		meetings: { fifth: { agenda: [{ id: 'money', title: 'Money', wording: 'published', themes: [] }] } },
		documents: { declaration: {} },
		milestones: { closure: {} },
	}),
	address: (path: string) => `https://pcocp.example.org${path}`,
};

test.each([
	['/members/greece/', '#members/greece'],
	['/members/greece/#office', '#members/greece/office'],
	['/meetings/fifth/#money', '#meetings/fifth/money'],
	['/documents/#declaration', '#documents/declaration'],
	['/timeline/#closure', '#milestones/closure'],
	['/sources/account/', '#source-account'],
	['/members/', '#members'],
	['/timeline/', '#milestones'],
	['/gaps/', '#gaps'],
	['/as-of/2019-06-04/', 'https://pcocp.example.org/as-of/2019-06-04/'],
])('a print link for %s is %s', (path, link) => {
	expect(printLinks(network)(path)).toBe(link);
});

test('every record has its own anchor in the print document', () => {
	const anchors = everyEntry(network).map(anchorOf);
	expect(new Set(anchors).size).toBe(anchors.length);
	expect(anchorOf(find(network, 'offices', 'office'))).toBe('members/greece/office');
});
