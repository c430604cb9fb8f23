/** Cards, histories, tables and searches. In a chunk of their own, so that the add-in starts without them. */
import { itemName } from "../domain/item-name";
import { functionTexts } from "../i18n/functions";
import { remarkOf } from "../domain/event-texts";
import { plainValue, type ItemFieldSpec } from "../domain/item-fields";
import { stateAsOf } from "../domain/item-index";
import { searchItems } from "../domain/item-index/search";
import type { DatedState } from "../domain/merge/item-state";
import type { IsoDate, ProgrammeEvent, WorkItem } from "../domain/model";
import { currentDate } from "../excel/current-date";
import { column, dateCell, matching } from "./answers";
import { NO_ARGUMENTS, type ParsedArguments } from "./arguments";
import { entityCard, itemLine } from "./cards";
import { HISTORY_HEADER, type TableFunctionId } from "./catalogue";
import { notAvailable, type Answer, type Failure } from "./cells";
import type { Evaluator } from "./evaluate";
import type { EvaluationContext } from "./evaluation-context";

function historyRow(event: ProgrammeEvent, context: EvaluationContext): Answer[] {
  const source = event.source;
  return [
    dateCell(event.date, context),
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
function history(items: WorkItem[], context: EvaluationContext): Answer[][] {
  const several = items.length > 1;
  const rows = items.flatMap((item) =>
    context.index.eventsOf(item.key).map((event) => {
      const row = historyRow(event, context);
      return several ? [itemName(item), ...row] : row;
    }),
  );
  return [several ? ["Item", ...HISTORY_HEADER] : [...HISTORY_HEADER], ...rows];
}

/** What a cell shows of a field; with a date, status, process, step and since are those of that day. */
function fieldCell(field: ItemFieldSpec, item: WorkItem, date: IsoDate | null, context: EvaluationContext): Answer {
  if (field.id === "item") return itemName(item);
  const standing = date === null ? null : stateAsOf(context.index, item.key, date);
  const value = plainValue(
    standing && field.id in standing ? standing[field.id as keyof DatedState] : field.value(item),
  );
  return field.type === "date" && value !== null ? dateCell(value, context) : (value ?? "");
}

/** The items that match, with the columns named, under a header. */
function table(given: readonly ParsedArguments[], context: EvaluationContext): Answer[][] | Failure {
  const [{ columns, date } = NO_ARGUMENTS] = given;
  if (columns === null) return [[""]];
  const items = matching(context.index, given);
  if (items.length === 0) return notAvailable(functionTexts().noMatch);
  const rows = items.map((item) => columns.map((field) => fieldCell(field, item, date, context)));
  return [columns.map(({ header }) => header), ...rows];
}

/** The items that texts find, each once, those of the first text first. */
function found(given: readonly ParsedArguments[], { index }: EvaluationContext): Answer[][] | Failure {
  const texts = given.flatMap(({ text }) => text ?? []);
  if (texts.length === 0) return [[""]];
  return column([
    ...new Set(texts.flatMap((text) => searchItems(index, text, { everyGroup: false, today: currentDate() }))),
  ]);
}

/** What answers them. */
export const TABLE_ANSWERS: Record<TableFunctionId, Evaluator<EvaluationContext>> = {
  ITEM: {
    shape: "cell by cell",
    answer: (item, _given, { cards, dateFormat }) => (cards ? entityCard(item, dateFormat) : itemLine(item)),
  },
  HISTORY: { shape: "table of items", rows: history },
  TABLE: { shape: "table", rows: table },
  FIND: { shape: "table", rows: found },
};
