/** Caches results that depend on a text only, so that a check of thousands of rows computes each of them once. */

/** Size of a cache; a full cache is cleared. */
const LIMIT = 20_000;

/** Returns the same function with a cache of its results. */
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
