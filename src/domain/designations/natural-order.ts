/** Natural order of names: X.509 before X.1058, and letters without regard to case. */

const FIGURES = /\d+/g;
/** Longer than any number in a designation, so that keys compare figures by value. */
const WIDTH = 12;

/** Returns a key that sorts in natural order: numbers by value, letters without case. */
export function naturalKey(text: string): string {
  if (!/\d/.test(text)) return text.toLowerCase();
  return text.toLowerCase().replace(FIGURES, (figures) => figures.replace(/^0+(?=\d)/, "").padStart(WIDTH, "0"));
}

/** Compares two names in natural order; equal only for identical texts. */
export function compareNatural(a: string, b: string): number {
  if (a === b) return 0;
  const [keyA, keyB] = [naturalKey(a), naturalKey(b)];
  return keyA < keyB || (keyA === keyB && a < b) ? -1 : 1;
}
