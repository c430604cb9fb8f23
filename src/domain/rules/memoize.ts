/** Answers that depend on a text alone, kept so that a check of thousands of rows does not work them out again and again. */

/** Texts kept at most; beyond, everything is forgotten and begins anew. */
const LIMIT = 20_000;

/** The same function, answering a text it has met before from memory. */
export function memoize<T>(compute: (text: string) => T): (text: string) => T {
  const cache = new Map<string, { value: T }>();
  return (text) => {
    const cached = cache.get(text);
    if (cached) return cached.value;
    const value = compute(text);
    if (cache.size >= LIMIT) cache.clear();
    cache.set(text, { value });
    return value;
  };
}
