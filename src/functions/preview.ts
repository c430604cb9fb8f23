/** The answer to a formula before it is entered, for the pane: the functions' own code, without Excel. */
import { serialToIso } from "../domain/designations/serial-dates";
import type { ProgrammeIndex } from "../domain/item-index";
import { formatDate } from "../i18n/language";
import { ISO_FORMAT } from "../excel/date-settings";
import { resolveItem } from "./answers";
import { FUNCTIONS, type FunctionId } from "./catalogue";
import { Failure, type Answer } from "./cells";
import { Combination } from "./combine";
import { evaluate } from "./evaluate";
import { evaluatorOf } from "./evaluators";

/** Rows of texts as cells would show them, or why there is no answer. */
export type Preview = { rows: string[][] } | { problem: string };

/** What a function answers for some arguments, omitted ones as null; dates as in sentences. */
export async function preview(index: ProgrammeIndex, id: FunctionId, values: readonly unknown[]): Promise<Preview> {
  const entry = FUNCTIONS.find((each) => each.id === id);
  const evaluator = await evaluatorOf(id);
  const call = Combination.of(entry?.arguments ?? [], values);
  if (call instanceof Failure) return { problem: call.message };
  const context = { index, cards: true, dateFormat: ISO_FORMAT };
  const { cells } = evaluate(evaluator, call, context, (given) => resolveItem(index, given));
  return cells instanceof Failure ? { problem: cells.message } : { rows: cells.map((row) => row.map(shown)) };
}

function shown(cell: Answer): string {
  if (cell instanceof Failure) return cell.code;
  if (typeof cell !== "object") return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
  if (cell.type !== "FormattedNumber") return cell.text ?? "";
  return formatDate(serialToIso(cell.basicValue) ?? String(cell.basicValue));
}
