/** Counts, lists and dates in a language. */

/** Returns the helpers of one language. */
export function grammarOf(locale: string) {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const all = new Intl.ListFormat(locale, { type: "conjunction" });
  const any = new Intl.ListFormat(locale, { type: "disjunction" });
  const days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const is = (count: number, singular: string, plural: string): string =>
    rules.select(count) === "one" ? singular : plural;
  return {
    /** One of two forms, by the count. */
    is,
    /** "1 row", "1,500 rows". */
    plural: (count: number, singular: string, plural: string): string =>
      `${numbers.format(count)} ${is(count, singular, plural)}`,
    /** "a, b and c". */
    and: (items: readonly string[]): string => all.format(items),
    /** "a, b or c". */
    or: (items: readonly string[]): string => any.format(items),
    /** An ISO date in full, "8 September 2023"; the text itself where it is no ISO date. */
    day: (iso: string): string => {
      const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
      return Number.isNaN(time) ? iso : days.format(time);
    },
  };
}
