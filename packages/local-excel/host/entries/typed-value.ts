import { regionalSettings } from "../settings";
import type { RegionalSettings } from "../settings";
import { beginsWithMonth, typedDate } from "./typed-date";
import type { TypedNumber } from "./typed-date";
import { typedNumber } from "./typed-number";

/** In whose settings, and in which date system, something is entered. */
export interface EntrySettings {
  readonly region: RegionalSettings;
  readonly date1904: boolean;
}

/** What the API takes: English, whatever the user's settings are. */
export const ENGLISH_ENTRY: EntrySettings = { region: regionalSettings(), date1904: false };

/** Longer texts are no numbers. */
const LONGEST = 60;

/** The number, date, time or amount that Excel makes of an entry; undefined for text. */
export function typedValue(text: string, { region, date1904 }: EntrySettings = ENGLISH_ENTRY): TypedNumber | undefined {
  const entry = text.trim();
  if (entry.length > LONGEST || !/\d/.test(entry)) return undefined;
  const reading = { region, date1904, thisYear: new Date().getFullYear() };
  if (/^\p{L}/u.test(entry) && !entry.startsWith(region.currencySymbol)) {
    return beginsWithMonth(entry, region) ? typedDate(entry, reading) : undefined;
  }
  return typedNumber(entry, region) ?? typedDate(entry, reading);
}
