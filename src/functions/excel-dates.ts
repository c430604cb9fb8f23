/** Dates as Excel keeps them: days since 30 December 1899 (the 1900 system, from 1 March 1900 on). */
import type { IsoDate } from "../domain/model";

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** 1 March 1900: before it Excel counts a 29 February that never was. */
const FIRST_SERIAL = 61;
/** 31 December 9999, Excel's last day. */
const LAST_SERIAL = 2_958_465;

/** "2023-09-08" as Excel's number 45177; null where the text is no day of the calendar. */
export function toSerial(iso: IsoDate): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) return null;
  return Math.round((time - EPOCH) / DAY);
}

/** Excel's number as an ISO date, its time of day dropped; null outside 1 March 1900 to 31 December 9999. */
export function fromSerial(serial: number): IsoDate | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(day) || day < FIRST_SERIAL || day > LAST_SERIAL) return null;
  return new Date(EPOCH + day * DAY).toISOString().slice(0, 10);
}
