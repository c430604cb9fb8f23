/** A short number for a text, the same everywhere and at any time. */

/** Looked up once: it is called for every character of a workbook. */
const imul: (first: number, second: number) => number = Math.imul;

/** FNV-1a with its bits mixed, 32 bits without a sign. Another seed makes another number of the same text. */
export function hash(text: string, seed = 0x811c9dc5): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  value = imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
