/**
 * Memoizes a pure function of an object that is never mutated. Each result is kept as long as its object, so all checks or pages
 * share what is computed from a whole draft or network.
 *
 * @param compute a pure function; its result must not be mutated
 */
export function memoize<K extends object, T>(compute: (of: K) => T): (of: K) => T {
	const results = new WeakMap<K, { readonly value: T }>();
	return (of) => {
		let result = results.get(of);
		if (!result) results.set(of, (result = { value: compute(of) }));
		return result.value;
	};
}
