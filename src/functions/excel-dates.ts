/** Dates as Excel keeps them: days since 30 December 1899 (from 1 March 1900 on), or since 1 January 1904. */
import { isIsoDate, isoToSerial, serialToIso } from "../domain/designations/dates";
import type { IsoDate } from "../domain/model";

/** Days between the two date systems. */
const DAYS_1904 = 1462;
/** 1 March 1900: before it Excel counts a 29 February that never was. */
const FIRST_SERIAL = 61;

/** "2023-09-08" as Excel's number, 45177 or 43715; null where the text is no day of the calendar, or Excel has no number for it. */
export function toSerial(iso: IsoDate, is1904 = false): number | null {
  const serial = isIsoDate(iso) ? isoToSerial(iso) : null;
  if (serial === null || serial < (is1904 ? DAYS_1904 : FIRST_SERIAL)) return null;
  return is1904 ? serial - DAYS_1904 : serial;
}

/** Excel's number as an ISO date, its time of day dropped; null for what is no day. */
export function fromSerial(serial: number, is1904 = false): IsoDate | null {
  const day = Math.floor(serial) + (is1904 ? DAYS_1904 : 0);
  return day < (is1904 ? DAYS_1904 : FIRST_SERIAL) ? null : serialToIso(day);
}
