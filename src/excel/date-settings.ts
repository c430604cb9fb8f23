/** The date system of the workbook and the date order of this Excel, read once, with the first reading of the programme. */
import { FROM_1900, FROM_1904, setDateSystem } from "../domain/designations/serial-dates";
import { capabilities } from "./capabilities";
import { runExcel } from "./excel-run";

/** Number format of a date where that of the region cannot be used. */
export const ISO_FORMAT = "yyyy-mm-dd";

let cached: string | null = null;

/** Returns the number format of a date in the order of the region, "dd.mm.yyyy"; null before it is read. */
export function cachedDateFormat(): string | null {
  return cached;
}

/**
 * Queues reading the date settings as part of another request; call `result` after its sync, before cells are read as dates. No API reports
 * the date system, so a calculation is evaluated.
 */
export function queueDateSettings(context: Excel.RequestContext): { result(): void } {
  if (cached !== null) return { result: () => undefined };
  const firstDay = context.workbook.functions.date(1904, 1, 1);
  firstDay.load("value");
  const region = capabilities().culture ? context.workbook.application.cultureInfo.datetimeFormat : null;
  region?.load("shortDatePattern");
  return {
    result() {
      setDateSystem(Number(firstDay.value) === 0 ? FROM_1904 : FROM_1900);
      cached = numberFormatOf(region?.shortDatePattern);
    },
  };
}

/** Returns that number format; reads the date settings if necessary. */
export async function dateFormat(): Promise<string> {
  if (cached === null)
    await runExcel(async (context) => {
      const queued = queueDateSettings(context);
      await context.sync();
      queued.result();
    });
  return cached ?? ISO_FORMAT;
}

/** Returns a region's pattern, "dd.MM.yyyy", as a number format; ISO where it has parts that number formats lack. */
export function numberFormatOf(pattern: string | undefined): string {
  const format = (pattern ?? "").toLowerCase().replace(/'([^']*)'/g, '"$1"');
  return /^(?=.*d)(?=.*m)(?=.*y)[dmy\s./,"\p{L}-]+$/u.test(format) ? format : ISO_FORMAT;
}
