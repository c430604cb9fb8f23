import { numfmt } from "@univerjs/core";

import type { RegionalSettings } from "../settings";
import { shownValue } from "./shown-value";
import type { EntrySettings } from "./typed-value";

const SHORT_DATE = "m/d/yyyy";
/** As many digits as Excel keeps. */
const DIGITS = 15;

/**
 * A number as the editor of a cell shows it: with all its digits, and a date with its year whatever the cell's format
 * hides. Typed again in the same settings it is the same number.
 */
export function editedNumber(value: number, format: string, settings: EntrySettings): string {
  const { region } = settings;
  const { type, isDate } = numfmt.getFormatInfo(format);
  if (type === "percent") return `${digits(value * 100, region)}%`;
  if (isDate !== true || value < 0) return digits(value, region);
  const date = shownValue(Math.floor(value), SHORT_DATE, settings);
  const time = shownValue(value % 1, longTime(region), settings);
  if (value < 1 && !settings.date1904) return time;
  return value % 1 === 0 ? date : `${date} ${time}`;
}

function digits(value: number, { decimalSeparator }: RegionalSettings): string {
  return String(Number(value.toPrecision(DIGITS)))
    .replace("e", "E")
    .replace(".", decimalSeparator);
}

const longTime = ({ longTimePattern }: RegionalSettings): string =>
  longTimePattern.replace("tt", "AM/PM").toLowerCase();
