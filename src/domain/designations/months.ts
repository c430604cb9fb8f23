/** The names of the months. */

/** As documents in English print them. */
export const MONTH_NAMES = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** Beginnings of their names in English, French, Spanish, German, Italian, Portuguese and Russian, as patterns. */
const BEGINNINGS = [
  ...["j[aä]n|ene|gen|янв", "feb|f[eé]v|фев", "m[aä]r|m[rz][zo]|мар", "apr|a[vb]r|апр"],
  ...["ma[iyg]|ма[йя]", "jun|juin|giu|июн", "jul|juil|lug|июл", "aug|ao[uû]|ago|авг"],
  ...["sep|set|сен", "o[ck]t|out|ott|окт", "nov|ноя", "d[eé][cz]|dic|дек"],
];
const MONTHS = BEGINNINGS.map((beginning) => new RegExp(`^(?:${beginning})`, "iu"));

/** Source of a pattern for the name of a month or its abbreviation. */
export const MONTH = String.raw`(?:${BEGINNINGS.join("|")})\p{L}{0,8}\.?`;

/** The number of a month, 1 to 12, by its name or its beginning; 0 where it is none. */
export function monthNumber(name: string): number {
  return MONTHS.findIndex((pattern) => pattern.test(name)) + 1;
}
