import { disputesAbout, type Entry, type Network } from '../../network/network.ts';
import { packageName } from './data-package.ts';
import { dataPath } from './paths.ts';

/* Example programs for the data page. Each program uses only its language's standard library. The tests run all examples. */

const meetingInDoubt = (network: Network): Entry<'meetings'> | undefined => {
	const doubts = (meeting: Entry): number => disputesAbout(network, meeting).length;
	return network.entries.meetings.toSorted((a, b) => doubts(b) - doubts(a))[0];
};

export function examplesOf(
	network: Network,
): Record<'shell' | 'javaScript' | 'python' | 'embedding', string> {
	const api = network.address(dataPath);
	const meeting = meetingInDoubt(network);
	const { name } = network.site;
	const licence = network.site.licence?.name;
	return {
		shell: `curl -O ${api}${packageName}.zip
curl -O ${api}${packageName}.zip.sha256
sha256sum -c ${packageName}.zip.sha256`,

		javaScript: `const answer = await fetch('${api}meetings.json');
const { records } = await answer.json();
for (const { title, dates, derived } of records) {
  // If no source names the host, the country of the place counts as host.
  if (derived.host) console.log(dates.edtf, derived.host.title, title);
}`,

		python: `import csv, io, json
from urllib.request import urlopen

api = '${api}'

# JSON: the disagreements about a meeting, with all versions and the one followed.
with urlopen(api + 'disputes.json') as answer:
    disputes = json.load(answer)['records']
for dispute in disputes:
    for about in dispute['about']:
        if about['record']['kind'] == 'meetings' and about['record']['id'] == '${meeting?.id ?? ''}':
            print(about['field'], '–', dispute['question'])
            for version in dispute['versions']:
                print('  followed:' if version['id'] == dispute['follows'] else '  or:', version['claim'])

# CSV: the members that hosted meetings.
with urlopen(api + 'csv/meetings.csv') as answer:
    for meeting in csv.DictReader(io.TextIOWrapper(answer, 'utf-8', newline='')):
        if meeting['derived_host']:
            print(meeting['dates'], meeting['derived_host'], meeting['title'])`,

		embedding: `<table id="meetings">
  <caption>
    Meetings, from <a href="${network.address('/meetings/')}">${name}</a>${licence === undefined ? '' : `, ${licence}`}
  </caption>
  <thead><tr><th>Meeting</th><th>Date</th><th>Place</th></tr></thead>
</table>
<script type="module">
  const answer = await fetch('${api}meetings.json');
  const { records } = await answer.json();
  const body = document.getElementById('meetings').createTBody();
  for (const { title, address, dates, place } of records) {
    const row = body.insertRow();
    const link = document.createElement('a');
    link.href = address;
    link.textContent = title;
    row.insertCell().append(link);
    row.insertCell().textContent = dates.words;
    row.insertCell().textContent = place ? \`\${place.city}, \${place.country.title}\` : '';
  }
</script>`,
	};
}
