/**
 * Makes a function of one object compute its result when it is first asked for, and remember it as long as the object is there:
 * what is worked out from a whole draft or network is worked out once for all checks or pages.
 *
 * @param compute a function that depends on nothing else, but on what follows from the object, and whose result nobody changes
 * @param most how many results are kept, where all of them would take more memory than it takes time to compute one anew
 */
export function memoize<K extends object, R extends readonly unknown[], T>(
	compute: (of: K, ...by: R) => T,
	most = Infinity,
): (of: K, ...by: R) => T {
	let results = new WeakMap<K, { readonly value: T }>();
	let kept = 0;
	return (of, ...by) => {
		let result = results.get(of);
		if (!result) {
			result = { value: compute(of, ...by) };
			if (kept++ === most) [results, kept] = [new WeakMap(), 1];
			results.set(of, result);
		}
		return result.value;
	};
}
