/** Sets the clock of a build more than a year ahead, so that all times are different. Loaded before the build. */
const ahead = 400.123 * 86_400_000;
const RealDate = Date;
const now = (): number => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
	construct: (target, parts: unknown[], newTarget: DateConstructor): Date =>
		Reflect.construct(target, parts.length === 0 ? [now()] : parts, newTarget) as Date,
	apply: (): string => new RealDate(now()).toString(),
	get: (target, key): unknown => (key === 'now' ? now : Reflect.get(target, key)),
});
