/** Days between the two date systems: 1 January 1904 is day 1462 of the one that begins in 1900. */
export const DAYS_1904 = 1462;

const DAY_MS = 86_400_000;
const LAST_YEAR = 9999;

/** The number of a day in a workbook; undefined for a day that is none, or that the date system does not have. */
export function serialOf(year: number, month: number, day: number, date1904 = false): number | undefined {
  if (year < 1900 || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return undefined;
  // Excel counts a 29 February 1900, as Lotus 1-2-3 did.
  const isLeapDay1900 = year === 1900 && month === 2 && day === 29;
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY_MS);
  const serial = isLeapDay1900 ? 60 : days > 60 ? days : days - 1;
  if (!date1904) return serial;
  return serial >= DAYS_1904 ? serial - DAYS_1904 : undefined;
}

export function daysIn(year: number, month: number): number {
  if (year === 1900 && month === 2) return 29;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A year typed with one or two digits: up to 29 in this century. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}
