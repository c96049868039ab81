/**
 * Makes a function of one object compute its result when it is first asked for, and remember it as long as the object is there:
 * what is worked out from a whole draft or network is worked out once for all checks or pages.
 *
 * @param compute a function that depends on nothing else, but on what follows from the object, and whose result nobody changes
 */
export function remembered<K extends object, R extends readonly unknown[], T>(
	compute: (of: K, ...by: R) => T,
): (of: K, ...by: R) => T {
	const results = new WeakMap<K, { readonly value: T }>();
	return (of, ...by) => {
		let result = results.get(of);
		if (!result) results.set(of, (result = { value: compute(of, ...by) }));
		return result.value;
	};
}
