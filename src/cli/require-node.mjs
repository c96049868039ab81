// Run after the installation, by whichever Node then comes first, so written for an old one.
const oldest = '22.18';
const isOlder = process.versions.node.localeCompare(oldest, 'en', { numeric: true }) < 0;
if (isOlder) {
	console.error(
		`This is Node.js ${process.version}, and for this machine none comes with the project; install Node.js ${oldest} or newer.`,
	);
	process.exit(1);
}
