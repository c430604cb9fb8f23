/** Dates in the prose of documents: "8 September 2023", "29 August – 8 September 2023", "Tuesday 20 February – Friday 1 March 2024", "20 février – 1er mars 2024". */
import { MONTH, monthNumber } from "../domain/designations/months";

const WEEKDAY = String.raw`(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s*)?`;
const OTHER_WEEKDAY = String.raw`(?:(?:lun|mar|mi[eé]r?|mer|jeu|jue|ven|vie|sam|s[aá]b|dim|dom)\p{L}*,?\s+)?`;
const TO = String.raw`\s*(?:[-–—]|to|until|aux?|al)\s*`;
const DATE = String.raw`(\d{1,2})(?:er|\.|º)?`;
const OF = String.raw`\s+(?:del?\s+)?`;
const DAY = String.raw`${WEEKDAY}${DATE}${OF}(${MONTH})${OF}(\d{4})`;

export interface DateRange {
  /** ISO dates, first and last day. */
  from: string;
  to: string;
  /** Position of the range in the text. */
  start: number;
  end: number;
}

function iso(day: string | undefined, month: string | undefined, year: string | undefined): string | null {
  const number = monthNumber(month ?? "");
  const date = Number(day);
  if (number === 0 || !(date >= 1 && date <= 31)) return null;
  return `${year ?? ""}-${String(number).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

const RANGE = new RegExp(
  `${WEEKDAY}${DATE}(?:${OF}(${MONTH}))?(?:${OF}(\\d{4}))?${TO}${WEEKDAY}${OTHER_WEEKDAY}${DATE}${OF}(${MONTH})${OF}(\\d{4})`,
  "iu",
);

/** The first range of days in a text, as ISO dates; null where there is none. */
export function findDateRange(text: string): DateRange | null {
  const match = RANGE.exec(text);
  if (!match) return null;
  const [whole, day, month, year, lastDay, lastMonth, lastYear] = match;
  const to = iso(lastDay, lastMonth, lastYear);
  let from = iso(day, month ?? lastMonth, year ?? lastYear);
  // A range over New Year prints the year once.
  if (from !== null && to !== null && from > to && year === undefined)
    from = iso(day, month, String(Number(lastYear) - 1));
  return from === null || to === null ? null : { from, to, start: match.index, end: match.index + whole.length };
}

/** The first single day in a text, with where it is; null where there is none. */
export function findDay(text: string): DateRange | null {
  const match = new RegExp(DAY, "iu").exec(text);
  const day = match ? iso(match[1], match[2], match[3]) : null;
  if (!match || day === null) return null;
  return { from: day, to: day, start: match.index, end: match.index + match[0].length };
}

/** The first single day in a text, as an ISO date; null where there is none. */
export function findDate(text: string): string | null {
  return findDay(text)?.from ?? null;
}
