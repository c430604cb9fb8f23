import type { RegionalSettings } from "../settings";
import { fullYear, serialOf } from "./serial-date";

export interface TypedNumber {
  readonly value: number;
  /** The number format that the entry gives to a cell of General format. */
  readonly format?: string;
}

const SHORT_DATE = "m/d/yyyy";
const DAY_AND_MONTH = "d-mmm";
const MONTH_AND_YEAR = "mmm-yy";
const DAY_MONTH_YEAR = "d-mmm-yy";

/** How dates are read: in the order and with the names of a region, and which day it is. */
export interface DateReading {
  readonly region: RegionalSettings;
  readonly date1904: boolean;
  readonly thisYear: number;
}

/**
 * A date, a time, or both, as Excel reads what is typed. A day and a month are of this year; a number that cannot be the
 * day of its month is a year (Microsoft, Q214327).
 */
export function typedDate(text: string, reading: DateReading): TypedNumber | undefined {
  const whole = dateOf(text, reading) ?? typedTime(text);
  if (whole) return whole;
  for (const space of text.matchAll(/ +/g)) {
    const parts = [text.slice(0, space.index), text.slice(space.index + space[0].length)] as const;
    for (const [day, time] of [parts, [parts[1], parts[0]] as const]) {
      const [date, clock] = [dateOf(day, reading), typedTime(time)];
      if (date && clock && clock.value < 1) return { value: date.value + clock.value, format: "m/d/yyyy h:mm" };
    }
  }
  return undefined;
}

function dateOf(text: string, reading: DateReading): TypedNumber | undefined {
  return numericDate(text, reading) ?? namedDate(text, reading);
}

function at(reading: DateReading, year: number, month: number, day: number, format: string): TypedNumber | undefined {
  const value = serialOf(year, month, day, reading.date1904);
  return value === undefined ? undefined : { value, format };
}

function numericDate(text: string, reading: DateReading): TypedNumber | undefined {
  const { dateOrder, dateSeparator } = reading.region;
  const separators = dateSeparator === "." ? "[./-]" : "[/-]";
  const parts = new RegExp(`^(\\d{1,4})${separators}(\\d{1,4})(?:${separators}(\\d{1,4}))?$`).exec(text);
  if (!parts) return undefined;
  const [, first = "", second = "", third] = parts;
  if (third !== undefined) {
    if (isYear(first)) return at(reading, Number(first), Number(second), Number(third), SHORT_DATE);
    if (first.length > 2 || second.length > 2 || third.length === 3) return undefined;
    const [day, month, year] =
      dateOrder === "dmy"
        ? [first, second, third]
        : dateOrder === "ymd"
          ? [third, second, first]
          : [second, first, third];
    return at(reading, fullYear(year), Number(month), Number(day), SHORT_DATE);
  }
  if (isYear(first))
    return second.length <= 2 ? at(reading, Number(first), Number(second), 1, MONTH_AND_YEAR) : undefined;
  if (first.length > 2) return undefined;
  const [day, month] = dateOrder === "dmy" ? [first, second] : [second, first];
  return (
    (second.length <= 2 ? at(reading, reading.thisYear, Number(month), Number(day), DAY_AND_MONTH) : undefined) ??
    (second.length === 3 ? undefined : at(reading, fullYear(second), Number(first), 1, MONTH_AND_YEAR))
  );
}

const isYear = (digits: string): boolean => digits.length === 4;

function namedDate(text: string, reading: DateReading): TypedNumber | undefined {
  const words = /^(?:(\d{1,2})(\.?))?[-/ ]*(\p{L}+)\.?(?:[-/ ,]*(\d{1,4}))?(?:(?:, *|[-/ ]+)(\d{4}|\d{2}))?$/u.exec(
    text,
  );
  if (!words) return undefined;
  const [, before, point, name = "", after, last] = words;
  if (point === "." && reading.region.dateSeparator !== ".") return undefined;
  const month = monthNamed(name, reading.region);
  if (month === undefined) return undefined;
  if (before !== undefined) {
    if (last !== undefined || after?.length === 3) return undefined;
    return after === undefined
      ? dayOrYear(before, month, reading)
      : at(reading, fullYear(after), month, Number(before), DAY_MONTH_YEAR);
  }
  if (after === undefined || after.length === 3) return undefined;
  if (last !== undefined)
    return after.length > 2 ? undefined : at(reading, fullYear(last), month, Number(after), DAY_MONTH_YEAR);
  return after.length > 2 ? at(reading, Number(after), month, 1, MONTH_AND_YEAR) : dayOrYear(after, month, reading);
}

function dayOrYear(digits: string, month: number, reading: DateReading): TypedNumber | undefined {
  return (
    at(reading, reading.thisYear, month, Number(digits), DAY_AND_MONTH) ??
    at(reading, fullYear(digits), month, 1, MONTH_AND_YEAR)
  );
}

/** Whether the first word is a month in the region's language. */
export function beginsWithMonth(text: string, region: RegionalSettings): boolean {
  return monthNamed(/^\p{L}*/u.exec(text)?.[0] ?? "", region) !== undefined;
}

const monthNames = new Map<string, ReadonlyMap<string, number>>();

/** The month that a word names in the region's language, in full or as it is abbreviated. */
function monthNamed(word: string, { locale }: RegionalSettings): number | undefined {
  let names = monthNames.get(locale);
  if (!names) {
    const all = Array.from({ length: 12 }, (_, index) =>
      (["long", "short"] as const).map((month) => {
        const format = new Intl.DateTimeFormat(locale, { month, timeZone: "UTC" });
        return [
          format
            .format(Date.UTC(2024, index, 1))
            .toLowerCase()
            .replace(/\.$/, ""),
          index + 1,
        ] as const;
      }),
    ).flat();
    names = new Map([...all, ["sept", 9]]);
    monthNames.set(locale, names);
  }
  return names.get(word.toLowerCase());
}

/** A time of day or a duration: "12:30", "1:30 PM", "25:00:10". */
export function typedTime(text: string): TypedNumber | undefined {
  const clock = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2})(\.\d+)?)?(?: +([ap])m?)?$/i.exec(text);
  const [, hours = "", minutes = "0", seconds, fraction = "", half] = clock ?? hoursOnly(text) ?? [];
  if (hours === "" || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  if (half !== undefined && (Number(hours) > 12 || Number(hours) < 1)) return undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const value = (hour * 3600 + Number(minutes) * 60 + Number(`${seconds ?? "0"}${fraction}`)) / 86_400;
  if (fraction !== "") return { value, format: "mm:ss.0" };
  if (hour > 23) return { value, format: "[h]:mm:ss" };
  const shown = seconds === undefined ? "h:mm" : "h:mm:ss";
  return { value, format: half === undefined ? shown : `${shown} AM/PM` };
}

function hoursOnly(text: string): (string | undefined)[] | undefined {
  const found = /^(\d{1,2}) +([ap])m?$/i.exec(text);
  return found ? [text, found[1], "0", undefined, undefined, found[2]] : undefined;
}
