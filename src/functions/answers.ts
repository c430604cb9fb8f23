/** What each function answers for one item, or for the programme: the pure queries, put into cells. The rules' answers stand apart. */
import { functionTexts } from "../i18n/functions";
import { remarkOf } from "../domain/event-texts";
import type { IsoDate, ProgrammeEvent, WorkItem } from "../domain/model";
import {
  countItems,
  findItem,
  listItems,
  searchItems,
  sinceOf,
  statusAsOf,
  type ItemFilter,
  type ProgrammeIndex,
} from "../domain/item-index";
import type { ParsedArguments } from "./arguments";
import { designation, itemCard, itemLine } from "./cards";
import { HISTORY_HEADER, type FunctionId, type RuleFunctionId } from "./catalogue";
import type { Ask } from "./ask";
import { notAvailable, type Answer, type Failure } from "./cells";
import { toSerial } from "./excel-dates";
import type { Evaluator } from "./evaluate";

/** Names that help somebody who mistyped: few enough to read on an error's flag. */
const SUGGESTIONS = 3;

/** Finds the item a cell names; a Failure (#N/A) for an unknown name, with the nearest known ones, and for an ambiguous one. */
export function resolveItem(index: ProgrammeIndex, asked: string): WorkItem | Failure {
  const result = findItem(index, asked);
  if ("found" in result) return result.found;
  const texts = functionTexts();
  const shown = asked.trim();
  if ("ambiguous" in result) return notAvailable(texts.ambiguousItem(shown, result.ambiguous.map(designation)));
  return notAvailable(texts.unknownItem(shown, result.unknown.slice(0, SUGGESTIONS)));
}

/** A date that shows as one where Excel has data types; elsewhere Excel's bare number, for the cell to format. */
function dateCell(date: IsoDate, { cards }: Ask): Answer {
  const serial = toSerial(date);
  if (serial === null) return date;
  return cards ? { type: "FormattedNumber", basicValue: serial, numberFormat: "yyyy-mm-dd" } : serial;
}

function statusOf(item: WorkItem, date: IsoDate | null, index: ProgrammeIndex): Answer {
  if (date === null) return item.status;
  return statusAsOf(index, item.key, date) ?? notAvailable(functionTexts().notYetRecorded(designation(item), date));
}

/** The last day on which the item took a status, as far as its history tells. */
function since(item: WorkItem, { status }: ParsedArguments, asked: Ask): Answer {
  const texts = functionTexts();
  const date = sinceOf(asked.index, item.key, status ?? undefined);
  if (date !== null) return dateCell(date, asked);
  const wanted = status ?? item.status;
  const why = wanted === item.status ? texts.noDate : texts.neverHad;
  return notAvailable(why(designation(item), wanted));
}

/** Blank where nothing is known: a blank is easier to work with in formulas than an error. */
const field = (read: (item: WorkItem) => string | null): Evaluator<Ask> => ({
  shape: "cell by cell",
  answer: (item) => read(item) ?? "",
});

function historyRow(event: ProgrammeEvent, asked: Ask): Answer[] {
  const source = event.source;
  return [
    dateCell(event.date, asked),
    event.meeting ?? "",
    event.kind,
    event.from ?? "",
    event.to ?? "",
    event.process ?? "",
    event.step ?? "",
    source?.document ?? "",
    source?.annex ?? "",
    source?.section ?? "",
    remarkOf(event) ?? "",
  ];
}

/** One item: its events under a header. Several: the item in front of each row. */
function history(items: WorkItem[], _given: ParsedArguments, asked: Ask): Answer[][] {
  const several = items.length > 1;
  const rows = items.flatMap((item) =>
    asked.index.eventsOf(item.key).map((event) => {
      const row = historyRow(event, asked);
      return several ? [designation(item), ...row] : row;
    }),
  );
  return [several ? ["Item", ...HISTORY_HEADER] : [...HISTORY_HEADER], ...rows];
}

function filterOf(given: ParsedArguments): ItemFilter {
  const { statuses, question, process, editor, date } = given;
  return { statuses, question, process, editor, date };
}

const column = (items: readonly WorkItem[]): Answer[][] | Failure =>
  items.length === 0 ? notAvailable(functionTexts().noMatch) : items.map((item) => [designation(item)]);

/** Every function's answer but those of the rules; the compiler sees to it that none is missing. */
export const ANSWERS: Record<Exclude<FunctionId, RuleFunctionId | "ANNEX">, Evaluator<Ask>> = {
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
  ITEM: { shape: "cell by cell", answer: (item, _given, { cards }) => (cards ? itemCard(item) : itemLine(item)) },
  HISTORY: { shape: "table of items", rows: history },
  LIST: { shape: "table", rows: (given, { index }) => column(listItems(index, filterOf(given))) },
  COUNT: { shape: "table", rows: (given, { index }) => [[countItems(index, filterOf(given))]] },
  FIND: {
    shape: "table",
    rows: (given, { index }) => (given.text === null ? [[""]] : column(searchItems(index, given.text))),
  },
};
