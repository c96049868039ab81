// This script runs after the installation, perhaps in an old version of Node.js, so it must not use new syntax.
const oldest = '22.18';
const isOlder = process.versions.node.localeCompare(oldest, 'en', { numeric: true }) < 0;
if (isOlder) {
	console.error(
		`Node.js ${process.version} is too old, and the project brings none for this system. Install Node.js ${oldest} or newer.`,
	);
	process.exit(1);
}
