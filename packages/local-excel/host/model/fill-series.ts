import type { CellValue } from "../engine/cells";
import { MONTHS } from "./filter-criteria";

/** How an automatic fill goes on from the cells that it starts with. */
export type SeriesKind = "Default" | "Series" | "Days" | "Weekdays" | "Months" | "Years" | "Linear" | "Growth";

/** The value that follows after `steps` cells beyond the source; a negative number counts before it. */
export type Continuation = (steps: number) => CellValue;

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const abbreviated = (names: readonly string[]): string[] => names.map((name) => name.slice(0, 3));
const LISTS = [abbreviated(DAYS), DAYS, abbreviated(MONTHS), MONTHS];

/**
 * How a line of cells goes on, or undefined where it is only repeated.
 * @param dates whether the numbers are shown as dates
 */
export function continuation(values: readonly CellValue[], kind: SeriesKind, dates: boolean): Continuation | undefined {
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length === values.length && numbers.length > 0) return ofNumbers(numbers, kind, dates);
  if (kind !== "Default" && kind !== "Series") return undefined;
  return ofList(values) ?? ofNumberedTexts(values);
}

function ofNumbers(values: readonly number[], kind: SeriesKind, dates: boolean): Continuation | undefined {
  const [first = 0] = values;
  const last = values.at(-1) ?? first;
  const from = (steps: number): number => (steps > 0 ? last : first);
  switch (kind) {
    case "Days":
      return (steps) => from(steps) + steps;
    case "Weekdays":
      return (steps) => weekdays(from(steps), steps);
    case "Months":
      return (steps) => months(from(steps), steps);
    case "Years":
      return (steps) => months(from(steps), steps * 12);
    case "Growth":
      return growth(values);
    case "Default":
      if (values.length === 1 && !dates) return undefined;
      break;
    default:
      break;
  }
  return values.length === 1 ? (steps) => first + steps : linear(values);
}

/** The line that lies nearest to the values, as Excel's trend. */
function linear(values: readonly number[]): (steps: number) => number {
  const count = values.length;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const spread = values.reduce((sum, _value, index) => sum + (index - middle) ** 2, 0);
  const slope = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0) / spread;
  const at = (index: number): number => Number((mean + slope * (index - middle)).toPrecision(14));
  return (steps) => at(steps > 0 ? count - 1 + steps : steps);
}

function growth(values: readonly number[]): Continuation | undefined {
  if (values.some((value) => value <= 0)) return undefined;
  if (values.length === 1) return () => values[0] ?? 0;
  const trend = linear(values.map(Math.log));
  return (steps) => Number(Math.exp(trend(steps)).toPrecision(12));
}

function weekdays(serial: number, steps: number): number {
  let day = serial;
  const step = Math.sign(steps);
  for (let left = Math.abs(steps); left > 0; left -= 1) {
    do day += step;
    while ([0, 6].includes(new Date(EPOCH + day * DAY_MS).getUTCDay()));
  }
  return day;
}

/** The same day of another month; the last one where the month is too short. */
function months(serial: number, count: number): number {
  const date = new Date(EPOCH + Math.floor(serial) * DAY_MS);
  const month = date.getUTCMonth() + count;
  const days = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const moved = Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), days));
  return Math.round((moved - EPOCH) / DAY_MS) + (serial % 1);
}

/** Names of days and months go on in their order. */
function ofList(values: readonly CellValue[]): Continuation | undefined {
  for (const list of LISTS) {
    const places = values.map((value) => list.findIndex((name) => name.toLowerCase() === String(value).toLowerCase()));
    if (places.length === 0 || places.includes(-1)) continue;
    const step = stepOf(places, list.length);
    if (step === undefined) continue;
    return (steps) => {
      const from = steps > 0 ? (places.at(-1) ?? 0) : (places[0] ?? 0);
      const at = (((from + steps * step) % list.length) + list.length) % list.length;
      return inCaseOf(String(values[0]), list[at] ?? "");
    };
  }
  return undefined;
}

function inCaseOf(model: string, name: string): string {
  if (model === model.toUpperCase()) return name.toUpperCase();
  return model === model.toLowerCase() ? name.toLowerCase() : name;
}

/** The step between neighbours, the same everywhere; 1 for a single one. */
function stepOf(places: readonly number[], size: number): number | undefined {
  if (places.length === 1) return 1;
  const steps = places.slice(1).map((place, index) => (((place - (places[index] ?? 0)) % size) + size) % size);
  return steps.every((step) => step === steps[0] && step !== 0) ? steps[0] : undefined;
}

const NUMBERED = /^(.*?)(\d+)$/s;

/** "Item 1" is followed by "Item 2". */
function ofNumberedTexts(values: readonly CellValue[]): Continuation | undefined {
  const parts = values.map((value) => (typeof value === "string" ? NUMBERED.exec(value) : null));
  const [first] = parts;
  if (!first || parts.some((part) => part?.[1] !== first[1])) return undefined;
  const numbers = parts.map((part) => Number(part?.[2]));
  const at = numbers.length === 1 ? (steps: number) => (numbers[0] ?? 0) + steps : linear(numbers);
  const width = first[2]?.startsWith("0") ? first[2].length : 0;
  return (steps) => `${first[1] ?? ""}${String(Math.abs(Math.round(at(steps)))).padStart(width, "0")}`;
}
