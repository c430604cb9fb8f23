/**
 * Days as Excel's numbers, in either date system. Numbers of cells are those of the workbook's system, which is set once, before any cell
 * is read; numbers in a file that is imported are those of the file's.
 */
import type { IsoDate } from "../model";
import { addDays, daysBetween, isIsoDate } from "./dates";

export interface DateSystem {
  /** The day of number 0. */
  readonly dayZero: IsoDate;
  /** The lowest number that is a day. */
  readonly first: number;
  /** The number of 9999-12-31, the last day in Excel. */
  readonly last: number;
}

function dateSystem(dayZero: IsoDate, first: number): DateSystem {
  return { dayZero, first, last: daysBetween(dayZero, "9999-12-31") };
}

/** The usual system. Before 1 March 1900 Excel counts a 29 February that did not exist; no date of a programme is as old. */
export const FROM_1900 = dateSystem("1899-12-30", 61);
/** The system of the option "Use 1904 date system". */
export const FROM_1904 = dateSystem("1904-01-01", 0);

let ofWorkbook = FROM_1900;

/** Sets the date system of the workbook. */
export function setDateSystem(system: DateSystem): void {
  ofWorkbook = system;
}

/** Returns the day of Excel's number, its time of day dropped; null where it is no day. */
export function serialToIso(serial: number, { dayZero, first, last }: DateSystem = ofWorkbook): IsoDate | null {
  const days = Math.floor(serial);
  return days >= first && days <= last ? addDays(dayZero, days) : null;
}

/** Returns Excel's number of a day; null where the text is no existing day, or Excel has no number for it. */
export function isoToSerial(date: string, { dayZero, first }: DateSystem = ofWorkbook): number | null {
  const days = isIsoDate(date) ? daysBetween(dayZero, date) : null;
  return days === null || days < first ? null : days;
}
