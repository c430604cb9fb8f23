/** Timings that Excel turned into dates when it opened an export: "Dec-25", "déc-25", "01/12/2025" for "2025-12". */
import { monthNumber } from "../domain/designations/months";

function printed(year: string, month: number): string {
  return `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, "0")}`;
}

/** The timing as the database prints it, where a spreadsheet shows it as a date; else as it is. */
export function readTiming(cell: string): string {
  const text = cell.slice(0, 40);
  const named = /^(?:\d{1,2}[-./ ])?(\p{L}{3,10})\.?[-./ ](?:de )?(\d{4}|\d{2})$/u.exec(text);
  const month = named ? monthNumber(named[1] ?? "") : 0;
  if (named && month > 0) return printed(named[2] ?? "", month);
  const iso = /^(\d{4})-(\d{2})-01(?:[T ]00:00(?::00)?)?$/.exec(text);
  if (iso) return `${iso[1] ?? ""}-${iso[2] ?? ""}`;
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (!numbers) return cell;
  // A month that was turned into a date is its first day: one of the two numbers is 1, the other the month.
  const [first, second] = [Number(numbers[1]), Number(numbers[2])];
  const number = first === 1 ? second : second === 1 ? first : 0;
  return number >= 1 && number <= 12 ? printed(numbers[3] ?? "", number) : cell;
}
