/** The date in use. */
import type { IsoDate } from "../domain/model";
import { currentSettings } from "./settings";

/** Returns today's date in the local time zone. */
export function today(): IsoDate {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Returns the date chosen in the settings, else today's: what is overdue is overdue on this date. */
export function currentDate(): IsoDate {
  return currentSettings().currentDate ?? today();
}
