import { numfmt } from "@univerjs/core";

import { DAYS_1904 } from "./serial-date";
import { ENGLISH_ENTRY } from "./typed-value";
import type { EntrySettings } from "./typed-value";

/** The format that follows the short date of the user's settings. */
const SHORT_DATE = /^m\/d\/yyyy(?=$| )/;

/** A value as the cell shows it in the user's settings. */
export function shownValue(
  value: string | number | boolean,
  format: string,
  { region, date1904 }: EntrySettings = ENGLISH_ENTRY,
): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const pattern = format.replace(SHORT_DATE, region.shortDatePattern.toLowerCase());
  const days = date1904 && numfmt.isDateFormat(pattern) ? value + DAYS_1904 : value;
  try {
    return String(numfmt.format(pattern, days, { throws: false, locale: region.locale }));
  } catch {
    return String(value);
  }
}

/** Whether Excel takes a number format. */
export function isNumberFormat(format: string): boolean {
  return numfmt.isValidFormat(format);
}
