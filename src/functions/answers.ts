/** What each function answers for one item, or for the programme: the pure queries, put into cells. The rules' answers stand apart. */
import { isoToSerial } from "../domain/designations/serial-dates";
import { itemName } from "../domain/item-name";
import { functionTexts } from "../i18n/functions";
import type { IsoDate, WorkItem } from "../domain/model";
import {
  countItems,
  findItem,
  listItems,
  sinceOf,
  statusOnDate,
  type ItemFilter,
  type ProgrammeIndex,
} from "../domain/item-index";
import type { ParsedArguments } from "./arguments";
import type { FunctionId, RuleFunctionId, TableFunctionId } from "./catalogue";
import type { EvaluationContext } from "./evaluation-context";
import { notAvailable, type Answer, type Failure } from "./cells";
import type { Evaluator } from "./evaluate";

/** Names that help somebody who mistyped: few enough to read on an error's flag. */
const SUGGESTIONS = 3;

/** Finds the item a cell names; a Failure (#N/A) for an unknown name, with the nearest known ones, and for an ambiguous one. */
export function resolveItem(index: ProgrammeIndex, asked: string): WorkItem | Failure {
  const result = findItem(index, asked);
  if ("found" in result) return result.found;
  const texts = functionTexts();
  const shown = asked.trim();
  if ("ambiguous" in result) return notAvailable(texts.ambiguousItem(shown, result.ambiguous.map(itemName)));
  return notAvailable(texts.unknownItem(shown, result.unknown.slice(0, SUGGESTIONS)));
}

/** A date that shows as one where Excel has data types; elsewhere Excel's bare number, for the cell to format. */
export function dateCell(date: IsoDate, { cards, dateFormat }: EvaluationContext): Answer {
  const serial = isoToSerial(date);
  if (serial === null) return date;
  return cards ? { type: "FormattedNumber", basicValue: serial, numberFormat: dateFormat } : serial;
}

function statusOf(item: WorkItem, date: IsoDate | null, index: ProgrammeIndex): Answer {
  if (date === null) return item.status;
  return statusOnDate(index, item.key, date) ?? notAvailable(functionTexts().notYetRecorded(itemName(item), date));
}

/** The last day on which the item took a status, as far as its history tells. */
function since(item: WorkItem, { status }: ParsedArguments, context: EvaluationContext): Answer {
  const texts = functionTexts();
  const date = sinceOf(context.index, item.key, status ?? undefined);
  if (date !== null) return dateCell(date, context);
  const wanted = status ?? item.status;
  const why = wanted === item.status ? texts.noDate : texts.neverHad;
  return notAvailable(why(itemName(item), wanted));
}

/** Blank where nothing is known: a blank is easier to work with in formulas than an error. */
const field = (read: (item: WorkItem) => string | null): Evaluator<EvaluationContext> => ({
  shape: "cell by cell",
  answer: (item) => read(item) ?? "",
});

function filterOf(given: ParsedArguments): ItemFilter {
  const { statuses, question, process, editor, date } = given;
  return { statuses, question, process, editor, date };
}

/** The items that match any of the filters, in the order of their names. */
export function matching(index: ProgrammeIndex, given: readonly ParsedArguments[]): WorkItem[] {
  const [only] = given;
  if (only && given.length === 1) return listItems(index, filterOf(only));
  const found = new Set(given.flatMap((each) => listItems(index, filterOf(each))));
  return index.ordered.filter((item) => found.has(item));
}

/** Names of items, one below the other; #N/A for none. */
export const column = (items: readonly WorkItem[]): Answer[][] | Failure =>
  items.length === 0 ? notAvailable(functionTexts().noMatch) : items.map((item) => [itemName(item)]);

/** Every function's answer but those of the rules; the compiler sees to it that none is missing. */
export const ANSWERS: Record<
  Exclude<FunctionId, RuleFunctionId | TableFunctionId | "ANNEX">,
  Evaluator<EvaluationContext>
> = {
  STATUS: { shape: "cell by cell", answer: (item, { date }, { index }) => statusOf(item, date, index) },
  SINCE: { shape: "cell by cell", answer: since },
  TITLE: field((item) => item.title),
  NUMBER: field((item) => item.number),
  NAME: field((item) => item.name),
  QUESTION: field((item) => item.question),
  KIND: field((item) => item.kind),
  PROCESS: field((item) => item.process),
  STEP: field((item) => item.step),
  TIMING: field((item) => item.timing),
  EDITORS: field((item) => item.editors.join(", ")),
  TEXT: field((item) => item.text),
  EQUIVALENT: field((item) => item.equivalent),
  LIST: { shape: "table", rows: (given, { index }) => column(matching(index, given)) },
  COUNT: { shape: "value", answer: (given, { index }) => countItems(index, filterOf(given)) },
};
