import type { Network } from '../../network/network.ts';
import { packageName } from './data-package.ts';
import { dataPath } from './paths.ts';

/** Returns the example programs for the data page. The tests run the examples in JavaScript, Python and the shell. */
export function examplesOf(
	network: Network,
): Record<'shell' | 'javaScript' | 'python' | 'r' | 'sql' | 'spreadsheet' | 'embedding', string> {
	const api = network.address(dataPath);
	const { name } = network.site;
	const licence = network.site.licence?.name;
	return {
		shell: `curl -O ${api}${packageName}.zip
curl -O ${api}${packageName}.zip.sha256
sha256sum -c ${packageName}.zip.sha256`,

		javaScript: `const answer = await fetch('${api}meetings.json');
const { records } = await answer.json();
for (const { title, dates, derived } of records)
  if (derived.host) console.log(dates.edtf, derived.host.id, title);`,

		python: `import csv, io, urllib.request
answer = urllib.request.urlopen('${api}csv/meetings.csv')
for row in csv.DictReader(io.TextIOWrapper(answer, 'utf-8', newline='')):
    if row['derived_host']: print(row['dates'], row['derived_host'], row['title'])`,

		r: `meetings <- read.csv("${api}csv/meetings.csv",
  na.strings = "", encoding = "UTF-8")
hosted <- subset(meetings, !is.na(derived_host))
print(hosted[c("dates", "derived_host", "title")])`,

		sql: `SELECT dates, derived_host, title
FROM '${api}csv/meetings.csv'
WHERE derived_host IS NOT NULL
ORDER BY dates_earliest;`,

		spreadsheet: `=IMPORTDATA("${api}csv/meetings.csv")`,

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
