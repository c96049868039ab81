/**
 * Memoizes a pure function of an object that is never mutated. The result is kept as long as the object. All checks share the results for a
 * draft, and all pages share the results for a network.
 *
 * @param compute a pure function; callers must not mutate its result
 */
// The comment below lets the bundler drop unused functions, which keeps the forms small.
/* @__NO_SIDE_EFFECTS__ */
export function memoize<K extends object, T>(compute: (of: K) => T): (of: K) => T {
	const results = new WeakMap<K, { readonly value: T }>();
	return (of) => {
		let result = results.get(of);
		if (!result) results.set(of, (result = { value: compute(of) }));
		return result.value;
	};
}
