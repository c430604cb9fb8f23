/** The date system of the workbook and the date order of this Excel, read once with the first request. */
import { capabilities } from "./capabilities";
import { runExcel } from "./excel-run";

export interface Calendar {
  /** Days are counted from 1 January 1904: serial numbers are 1,462 lower. */
  is1904: boolean;
  /** Number format of a date in the order of the region, "dd.mm.yyyy". */
  dateFormat: string;
}

export const DEFAULT_CALENDAR: Calendar = { is1904: false, dateFormat: "yyyy-mm-dd" };

let cached: Calendar | null = null;

/** Returns the calendar; null before it is read. */
export function cachedCalendar(): Calendar | null {
  return cached;
}

/**
 * Queues reading the calendar as part of another request; call `result` after its sync. No API reports the date system, so a calculation is
 * evaluated.
 */
export function queueCalendar(context: Excel.RequestContext): { result(): void } {
  if (cached) return { result: () => undefined };
  const firstDay = context.workbook.functions.date(1904, 1, 1);
  firstDay.load("value");
  const region = capabilities().culture ? context.workbook.application.cultureInfo.datetimeFormat : null;
  region?.load("shortDatePattern");
  return {
    result() {
      cached = { is1904: Number(firstDay.value) === 0, dateFormat: numberFormatOf(region?.shortDatePattern) };
    },
  };
}

/** Returns the calendar; reads it if necessary. */
export async function calendar(): Promise<Calendar> {
  if (!cached)
    await runExcel(async (context) => {
      const queued = queueCalendar(context);
      await context.sync();
      queued.result();
    });
  return cached ?? DEFAULT_CALENDAR;
}

/** Returns a region's pattern, "dd.MM.yyyy", as a number format; ISO where it has parts that number formats lack. */
export function numberFormatOf(pattern: string | undefined): string {
  const format = (pattern ?? "").toLowerCase().replace(/'([^']*)'/g, '"$1"');
  return /^(?=.*d)(?=.*m)(?=.*y)[dmy\s./,"\p{L}-]+$/u.test(format) ? format : DEFAULT_CALENDAR.dateFormat;
}
