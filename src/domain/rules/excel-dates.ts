/**
 * Excel converts a Question or a timing typed into a cell without text format to a date, stored as its serial number.
 * "2/17" becomes 17 February of the year (month before day), or 1 February 2017 (day before month: there is no month 17);
 * "2024-03" becomes 1 March 2024.
 */
import { datePartsOf } from "../designations/dates";
import { serialToIso } from "../designations/serial-dates";
import type { IsoDate } from "../model";

const WHOLE = /^\d{4,6}$/;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/** Whether a text is a number, as stored in a cell. */
export function isNumber(text: string): boolean {
  return /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(text);
}

/** The day of a plausible serial number, from 2000 to 2099; null for other numbers. */
export function dayOfSerial(text: string): IsoDate | null {
  const day = WHOLE.test(text) ? serialToIso(Number(text)) : null;
  const year = Number(day?.slice(0, 4) ?? 0);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? day : null;
}

/**
 * Returns the Question that Excel converted to a date, with either order of day and month; null where no Question gives that date.
 * @param group number of the study group, 17
 */
export function questionOfDate(date: IsoDate, group: number): string | null {
  const parts = datePartsOf(date);
  if (!parts) return null;
  const { year, month, day } = parts;
  const of = (question: number): string => `${String(question)}/${String(group)}`;
  if (day === group) return of(month);
  // A group number that is also a valid month: with the day first, the Question is the day.
  if (month === group) return of(day);
  return group > 12 && day === 1 && year === FIRST_YEAR + group ? of(month) : null;
}

/** Returns the month that Excel converted to a date, "2024-03"; null for any day other than the first of a month. */
export function timingOfDate(date: IsoDate): string | null {
  return date.endsWith("-01") ? date.slice(0, 7) : null;
}
