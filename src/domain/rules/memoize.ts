/** Answers that depend on a text alone, kept so that a check of thousands of rows does not work them out again and again. */

/** Texts kept at most; beyond, everything is forgotten and begins anew. */
const LIMIT = 20_000;

/** The same function, answering a text it has met before from memory. */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const memory = new Map<string, { value: T }>();
  return (text) => {
    const known = memory.get(text);
    if (known) return known.value;
    const value = answer(text);
    if (memory.size >= LIMIT) memory.clear();
    memory.set(text, { value });
    return value;
  };
}
