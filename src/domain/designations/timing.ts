/** Parses target dates in the notations of documents as ranges of days. */
import { monthNumber } from "./months";
import type { IsoDate } from "../model";
import { daysInMonth, isIsoDate, isoDate } from "./dates";

/** The days of a timing, both ends included. */
export interface TimingRange {
  from: IsoDate;
  to: IsoDate;
  precision: "day" | "month" | "months" | "quarter" | "year";
}

/** A priority, which the database adds to a timing: "2027-01 (Medium priority)". */
const PRIORITY = /\s*\([^()]*\bpriority\)\s*$/i;
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const NOTATIONS: { pattern: RegExp; read: (match: RegExpExecArray) => TimingRange | null }[] = [
  { pattern: /^(\d{4}-\d{2}-\d{2})$/, read: (m) => day(m[1] ?? "") },
  { pattern: /^(\d{4})[-/ ]?(?:q([1-4])|([1-4])q)$/, read: (m) => quarter(Number(m[1]), Number(m[2] ?? m[3])) },
  { pattern: /^(?:q([1-4])|([1-4])q)[-/ ]?(\d{4})$/, read: (m) => quarter(Number(m[3]), Number(m[1] ?? m[2])) },
  { pattern: /^(\d{4})[-/.](\d{1,2})$/, read: (m) => months(Number(m[1]), Number(m[2]), Number(m[2])) },
  { pattern: /^(\d{1,2})[/.](\d{4})$/, read: (m) => months(Number(m[2]), Number(m[1]), Number(m[1])) },
  { pattern: new RegExp(`^(${MONTH})[ -]?(\\d{4})$`), read: (m) => named(m[1], m[1], m[2]) },
  { pattern: new RegExp(`^(\\d{4})[ -]?(${MONTH})$`), read: (m) => named(m[2], m[2], m[1]) },
  {
    pattern: new RegExp(`^(${MONTH})(?:\\s*[-/ ]\\s*${MONTH})*\\s*[-/ ]\\s*(${MONTH})[ -]?(\\d{4})$`),
    read: (m) => named(m[1], m[2], m[3]),
  },
  {
    pattern: new RegExp(`^(\\d{1,2}) (${MONTH}),? (\\d{4})$`),
    read: (m) => day(isoDate(Number(m[3]), monthOf(m[2]), Number(m[1]))),
  },
  { pattern: /^(\d{4})$/, read: (m) => months(Number(m[1]), 1, 12, "year") },
];

function monthOf(name: string | undefined): number {
  return monthNumber(name ?? "");
}

function day(date: string): TimingRange | null {
  return isIsoDate(date) ? { from: date, to: date, precision: "day" } : null;
}

function months(year: number, first: number, last: number, precision?: TimingRange["precision"]): TimingRange | null {
  if (first < 1 || first > 12 || last < first || last > 12) return null;
  return {
    from: isoDate(year, first, 1),
    to: isoDate(year, last, daysInMonth(year, last)),
    precision: precision ?? (first === last ? "month" : "months"),
  };
}

function quarter(year: number, number: number): TimingRange | null {
  return months(year, number * 3 - 2, number * 3, "quarter");
}

function named(first: string | undefined, last: string | undefined, year: string | undefined): TimingRange | null {
  return months(Number(year), monthOf(first), monthOf(last));
}

/**
 * Returns the range of days of a timing: 2025-3Q, 2025-Q3, 2025-9, 2025-09, "1Q 2009", "Sept. 2008", "Feb/Mar 2023",
 * ISO dates and bare years. Null where the text is none of these.
 */
export function parseTiming(text: string): TimingRange | null {
  const folded = text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s*-\s*/g, "-")
    .replace(PRIORITY, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  for (const { pattern, read } of NOTATIONS) {
    const match = pattern.exec(folded);
    if (match) return read(match);
  }
  return null;
}

/** Compares two timings by last day, then first day; texts that are not timings come last. */
export function compareTimings(a: string, b: string): number {
  const [rangeA, rangeB] = [parseTiming(a), parseTiming(b)];
  if (rangeA && rangeB) return order(rangeA.to, rangeB.to) || order(rangeA.from, rangeB.from);
  return rangeA ? -1 : rangeB ? 1 : order(a, b);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
