// Intl knows figures and their endings ("12th"), not words.
const words =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
		' ',
	);
const tens = 'twent thirt fort fift sixt sevent eight ninet'.split(' ');

/** The word for a place in an order, as titles write it: `twelfth`, `twenty-first`; from 100 on, figures: `100th`. */
export function ordinal(number: number): string {
	if (number < 20) return words[number - 1] ?? `${number}th`;
	const ten = tens[Math.floor(number / 10) - 2];
	if (ten === undefined) return `${number}th`;
	const unit = words[(number % 10) - 1];
	return unit === undefined ? `${ten}ieth` : `${ten}y-${unit}`;
}
