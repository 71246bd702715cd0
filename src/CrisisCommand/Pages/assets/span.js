// @ts-check
// How long a span of time is said to be, in whole units that have passed. BoardModel.Span says it on the server; tests/spans.json holds both
// to the same words.

/**
 * @param {number} whole
 * @param {string} unit
 * @param {number} rest
 * @param {string} lesser
 */
const both = (whole, unit, rest, lesser) => (rest ? `${whole} ${unit} ${rest} ${lesser}` : `${whole} ${unit}`);

/** @param {number} seconds */
export const span = (seconds) => {
  const s = Math.max(0, Math.trunc(seconds));
  const [minutes, hours, days] = [60, 3_600, 86_400].map((size) => Math.trunc(s / size));
  if (days) return both(days, 'd', hours % 24, 'h');
  if (hours) return both(hours, 'h', minutes % 60, 'min');
  return minutes ? `${minutes} min` : `${s} s`;
};
