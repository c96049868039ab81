import { element } from '../element.ts';

/** Downloads a file. */
export function download(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
	const address = URL.createObjectURL(new Blob([content], { type }));
	element('a', { href: address, download: name }).click();
	URL.revokeObjectURL(address);
}

/** Downloads files of the content folder as one ZIP archive, without deleted files. */
export async function downloadZip(
	name: string,
	files: Iterable<readonly [path: string, text: string | null]>,
): Promise<void> {
	const { strToU8, zipSync } = await import('fflate');
	const texts = [...files].flatMap(([path, text]) =>
		text === null ? [] : [[`content/${path}`, strToU8(text)] as const],
	);
	download(`${name}.zip`, zipSync(Object.fromEntries(texts)), 'application/zip');
}
