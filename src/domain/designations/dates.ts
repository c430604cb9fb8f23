/** Calendar arithmetic on ISO dates, without time zones. */
import type { IsoDate } from "../model";

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Number of days in a month (1 to 12) of a year of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Days since 1970-01-01; the calendar is shifted to begin in March, so that the leap day comes last. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function fromDayNumber(days: number): IsoDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return isoDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The ISO spelling of a year, month (1 to 12) and day; the parts are not checked. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Returns year, month and day of an ISO date; null where the text is not an existing day. */
export function datePartsOf(text: string): { year: number; month: number; day: number } | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
}

/** Whether a text is an existing day in the form YYYY-MM-DD. */
export function isIsoDate(text: unknown): text is IsoDate {
  return typeof text === "string" && datePartsOf(text) !== null;
}

function daysOf(date: IsoDate): number {
  const parts = datePartsOf(date);
  if (!parts) throw new RangeError(`“${date}” is not a date in the form YYYY-MM-DD.`);
  return dayNumber(parts.year, parts.month, parts.day);
}

/** The date a number of days later (earlier where negative). Throws RangeError where `date` is no ISO date, as all functions here. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(daysOf(date) + days);
}

/** The date a number of weeks later. */
export function addWeeks(date: IsoDate, weeks: number): IsoDate {
  return addDays(date, weeks * 7);
}

/** The same day a number of months later; where that month is shorter, its last day (31 January + 1 month is 28 or 29 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const parts = datePartsOf(date);
  if (!parts) throw new RangeError(`“${date}” is not a date in the form YYYY-MM-DD.`);
  const count = parts.year * 12 + parts.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return isoDate(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/** Whole days from one date to another; negative where the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return daysOf(to) - daysOf(from);
}

/** Day of the week, 1 Monday to 7 Sunday. */
export function weekday(date: IsoDate): number {
  return ((((daysOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** Whether a day is a Monday to Friday. */
export function isWorkingDay(date: IsoDate): boolean {
  return weekday(date) <= 5;
}

/** The date a number of working days later (earlier where negative); the day itself is not counted. */
export function addWorkingDays(date: IsoDate, days: number): IsoDate {
  const direction = Math.sign(days);
  let current = date;
  for (let remaining = Math.abs(days); remaining > 0;) {
    current = addDays(current, direction);
    if (isWorkingDay(current)) remaining -= 1;
  }
  return current;
}
