/** An element with properties and contents. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	properties: Partial<HTMLElementTagNameMap[Tag]> = {},
	...contents: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
	const made = Object.assign(document.createElement(tag), properties);
	made.append(...contents);
	return made;
}

/** A part of the page; the page is written with all of them. */
export function part<T extends Element>(selector: string, type: new () => T): T {
	const found = document.querySelector(selector);
	if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
	return found;
}
