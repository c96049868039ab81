/** Why something could not be done at all, in sentences for whoever asked for it: where in the program it was found helps no one. */
export class Refusal extends Error {
	override name = 'Refusal';
}
