/** French typography: adds non-breaking spaces to all texts of a catalogue. */

/** Before : ; ? ! » and %, and after «. */
const SPACES: readonly (readonly [RegExp, string])[] = [
  [/ (?=[:;?!»%](?!\w))/g, "\u00a0"],
  [/« /g, "«\u00a0"],
];

/** Returns a text with the non-breaking spaces of French. */
export function typeset(text: string): string {
  return SPACES.reduce((typed, [space, by]) => typed.replace(space, by), text);
}

/** Returns the catalogue with typeset texts, including the results of its functions. */
export function withTypography<Texts>(texts: Texts): Texts {
  return typesetValue(texts) as Texts;
}

function typesetValue(value: unknown): unknown {
  if (typeof value === "string") return typeset(value);
  if (typeof value === "function") {
    return (...given: unknown[]): unknown => typesetValue((value as (...given: unknown[]) => unknown)(...given));
  }
  if (Array.isArray(value)) return value.map(typesetValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, typesetValue(part)]));
}
