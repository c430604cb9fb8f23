import type { Worksheet } from "@univerjs/core";

import type { Area } from "../a1";
import type { CellValue, Cells } from "../engine/cells";
import { invalidArgument } from "../errors";

/** `Excel.FilterCriteria`, as the client runtime sends it. */
export type Criteria = Readonly<Record<string, unknown>>;

type RowTest = (row: number) => boolean;

const DAY = 1;
const serialOf = (date: Date): number => Math.floor(date.getTime() / 86_400_000) + 25_569;

/**
 * Returns which rows of a column meet the criteria.
 * @param area the filtered range with its header
 * @throws InvalidArgument for a kind of filter that does not exist or cannot be told from the cells
 */
export function rowTest(cells: Cells, sheet: Worksheet, area: Area, column: number, criteria: Criteria): RowTest {
  const at = area.startColumn + column;
  const value = (row: number): CellValue => cells.value(sheet, row, at);
  const text = (row: number): string => cells.text(sheet, row, at);
  switch (criteria["filterOn"] ?? (Array.isArray(criteria["values"]) ? "Values" : "Custom")) {
    case "Values":
      return valuesTest(criteria, value, text);
    case "Custom":
      return customTest(criteria, value, text);
    case "TopItems":
    case "TopPercent":
    case "BottomItems":
    case "BottomPercent":
      return extremesTest(criteria, area, value);
    case "CellColor":
    case "FontColor":
      return colorTest(criteria, (row) => cells.style(sheet, row, at));
    case "Dynamic":
      return dynamicTest(criteria, area, value);
    default:
      throw invalidArgument(`filter on ${String(criteria["filterOn"])}`);
  }
}

/** Texts as the cells show them, or periods: a day, month or year. */
function valuesTest({ values }: Criteria, value: (row: number) => CellValue, text: (row: number) => string): RowTest {
  if (!Array.isArray(values)) throw invalidArgument("a filter by values needs values");
  const texts = new Set<string>();
  const periods: { from: number; to: number }[] = [];
  for (const wanted of values as unknown[]) {
    if (typeof wanted === "object" && wanted !== null) periods.push(periodOf(wanted as { date: string }));
    else texts.add(String(wanted).toLowerCase());
  }
  return (row) => {
    const number = value(row);
    if (typeof number === "number" && periods.some(({ from, to }) => number >= from && number < to)) return true;
    return texts.has(text(row).toLowerCase()) || texts.has(String(number).toLowerCase());
  };
}

function periodOf({ date, specificity }: { date: string; specificity?: string }): { from: number; to: number } {
  const start = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(start.getTime())) throw invalidArgument(`date ${date}`);
  const [year, month, day] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  const at = (y: number, m: number, d: number): number => serialOf(new Date(Date.UTC(y, m, d)));
  switch (specificity) {
    case "Year":
      return { from: at(year, 0, 1), to: at(year + 1, 0, 1) };
    case "Month":
      return { from: at(year, month, 1), to: at(year, month + 1, 1) };
    default:
      return { from: at(year, month, day), to: at(year, month, day) + DAY };
  }
}

/** One or two comparisons such as ">10", "<>x", "=*text*". */
function customTest(criteria: Criteria, value: (row: number) => CellValue, text: (row: number) => string): RowTest {
  const { criterion1, criterion2, operator } = criteria;
  if (typeof criterion1 !== "string" && typeof criterion1 !== "number") throw invalidArgument("criterion1 is missing");
  const tests = [criterion1, criterion2]
    .filter((one) => typeof one === "string" || typeof one === "number")
    .map((one) => comparison(String(one)));
  const matches = (row: number): boolean[] => tests.map((test) => test(value(row), text(row)));
  return (row) => (operator === "Or" ? matches(row).includes(true) : !matches(row).includes(false));
}

function comparison(criterion: string): (value: CellValue, text: string) => boolean {
  const [, sign = "=", operand = ""] = /^(<=|>=|<>|<|>|=)?([^]*)$/.exec(criterion) ?? [];
  const number = operand.trim() === "" ? Number.NaN : Number(operand);
  if (sign === "=" || sign === "<>") {
    const pattern = wildcards(operand);
    return (value, text) => ((typeof value === "number" && value === number) || pattern.test(text)) === (sign === "=");
  }
  return (value) => {
    if (value === "" || (typeof value === "number") === Number.isNaN(number)) return false;
    const order = typeof value === "number" ? value - number : String(value).localeCompare(operand, "en");
    if (sign === "<") return order < 0;
    if (sign === ">") return order > 0;
    return sign === "<=" ? order <= 0 : order >= 0;
  };
}

/** "*" is any text and "?" any character; "~" takes that meaning away. */
export function wildcards(pattern: string, whole = true, matchCase = false): RegExp {
  const source = pattern.replace(/~([*?~])|([*?])|[.+^${}()|[\]\\/]/g, (found, escaped?: string, wild?: string) => {
    if (escaped !== undefined) return `\\${escaped}`;
    if (wild !== undefined) return wild === "*" ? "[^]*" : "[^]";
    return `\\${found}`;
  });
  return new RegExp(whole ? `^${source}$` : source, matchCase ? "" : "i");
}

function extremesTest(criteria: Criteria, area: Area, value: (row: number) => CellValue): RowTest {
  const kind = String(criteria["filterOn"]);
  const wanted = Number(criteria["criterion1"]);
  if (!Number.isFinite(wanted) || wanted <= 0) throw invalidArgument(`criterion1 ${String(criteria["criterion1"])}`);
  const numbers: number[] = [];
  for (let row = area.startRow + 1; row <= area.endRow; row++) {
    const number = value(row);
    if (typeof number === "number") numbers.push(number);
  }
  numbers.sort((a, b) => (kind.startsWith("Top") ? b - a : a - b));
  const count = kind.endsWith("Percent") ? Math.max(1, Math.floor((numbers.length * wanted) / 100)) : wanted;
  const limit = numbers[Math.min(count, numbers.length) - 1];
  if (limit === undefined) return () => false;
  return (row) => {
    const number = value(row);
    return typeof number === "number" && (kind.startsWith("Top") ? number >= limit : number <= limit);
  };
}

interface Colors {
  readonly bg?: { rgb?: string | null } | null;
  readonly cl?: { rgb?: string | null } | null;
}

function colorTest({ filterOn, color }: Criteria, style: (row: number) => unknown): RowTest {
  const wanted = String(color ?? "").toUpperCase();
  return (row) => {
    const { bg, cl } = style(row) as Colors;
    const shown = filterOn === "CellColor" ? (bg?.rgb ?? "#FFFFFF") : (cl?.rgb ?? "#000000");
    return shown.toUpperCase() === wanted;
  };
}

/** Comparisons with the average and with today. */
function dynamicTest({ dynamicCriteria }: Criteria, area: Area, value: (row: number) => CellValue): RowTest {
  const numbers: number[] = [];
  for (let row = area.startRow + 1; row <= area.endRow; row++) {
    const number = value(row);
    if (typeof number === "number") numbers.push(number);
  }
  const average = numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
  const period = dynamicPeriod(String(dynamicCriteria), average);
  if (!period) throw invalidArgument(`dynamic filter ${String(dynamicCriteria)}`);
  return (row) => {
    const number = value(row);
    return typeof number === "number" && period(number);
  };
}

function dynamicPeriod(criteria: string, average: number): ((number: number) => boolean) | undefined {
  const now = new Date();
  const [year, month] = [now.getFullYear(), now.getMonth()];
  const at = (y: number, m: number, d = 1): number => serialOf(new Date(Date.UTC(y, m, d)));
  const today = at(year, month, now.getDate());
  const week = today - now.getDay();
  const quarter = Math.floor(month / 3) * 3;
  const between =
    (from: number, to: number) =>
    (number: number): boolean =>
      number >= from && number < to;
  const inMonth = /^AllDatesInPeriod(\w+)$/.exec(criteria)?.[1];
  if (inMonth !== undefined) return inPeriod(inMonth);
  const periods: Readonly<Record<string, (number: number) => boolean>> = {
    AboveAverage: (number) => number > average,
    BelowAverage: (number) => number < average,
    Today: between(today, today + DAY),
    Yesterday: between(today - DAY, today),
    Tomorrow: between(today + DAY, today + 2 * DAY),
    ThisWeek: between(week, week + 7),
    LastWeek: between(week - 7, week),
    NextWeek: between(week + 7, week + 14),
    ThisMonth: between(at(year, month), at(year, month + 1)),
    LastMonth: between(at(year, month - 1), at(year, month)),
    NextMonth: between(at(year, month + 1), at(year, month + 2)),
    ThisQuarter: between(at(year, quarter), at(year, quarter + 3)),
    LastQuarter: between(at(year, quarter - 3), at(year, quarter)),
    NextQuarter: between(at(year, quarter + 3), at(year, quarter + 6)),
    ThisYear: between(at(year, 0), at(year + 1, 0)),
    LastYear: between(at(year - 1, 0), at(year, 0)),
    NextYear: between(at(year + 1, 0), at(year + 2, 0)),
    YearToDate: between(at(year, 0), today + DAY),
  };
  return periods[criteria];
}

/** The months in English, January first. */
export const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

function inPeriod(name: string): ((number: number) => boolean) | undefined {
  const quarter = /^Quarter([1-4])$/.exec(name)?.[1];
  const month = MONTHS.indexOf(name);
  if (quarter === undefined && month < 0) return undefined;
  return (number) => {
    const of = new Date((number - 25_569) * 86_400_000).getUTCMonth();
    return quarter === undefined ? of === month : Math.floor(of / 3) === Number(quarter) - 1;
  };
}
