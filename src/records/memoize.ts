/**
 * Memoizes a pure function of an object that is never mutated. Each result is kept as long as its object, so all checks or pages
 * share what is computed from a whole draft or network.
 *
 * @param compute a pure function; further arguments must follow from the object, and the result must not be mutated
 */
export function memoize<K extends object, R extends readonly unknown[], T>(
	compute: (of: K, ...by: R) => T,
): (of: K, ...by: R) => T {
	const results = new WeakMap<K, { readonly value: T }>();
	return (of, ...by) => {
		let result = results.get(of);
		if (!result) {
			result = { value: compute(of, ...by) };
			results.set(of, result);
		}
		return result.value;
	};
}
