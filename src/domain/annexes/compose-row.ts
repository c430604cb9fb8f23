/** Composes the row of an item for a report that has not been published yet. */
import type { Row } from "../document";
import type { ProgrammeEvent, WorkItem } from "../model";
import { emptyRow, REPORTED_FIELDS } from "../row-fields";
import type { TableLayout } from "./layouts";
import { PROCESS_MARKS } from "./layouts";

type Family = keyof typeof PROCESS_MARKS;

const EMPTY = emptyRow();

/** Tables in which an asterisk marks the process. */
const MARKED_TABLES = new Set(["New work items", "Under development", "Recommendations approved"]);

function markOf(item: WorkItem, layout: TableLayout, family: Family): string | null {
  if (layout.table === "Planned for determination") return item.status === "Not approved" ? "*" : null;
  if (!MARKED_TABLES.has(layout.table) || !item.process) return null;
  return PROCESS_MARKS[family][item.process];
}

/** "X.1817 (X.5Gsec-message)", "X.sup39 (ex X.rdda)"; agreed texts and the lead study group report print the former name as "ex". */
function namesOf(item: WorkItem, layout: TableLayout, family: Family): Pick<Row, "number" | "acronym" | "formerly"> {
  const { number, name } = item;
  if (!number) return { number: null, acronym: name, formerly: null };
  const asFormer = family === "lead-study-group-report" || layout.table === "Agreed";
  return { number, acronym: asFormer ? null : name, formerly: asFormer ? name : null };
}

function printed(
  { number, acronym, formerly }: Pick<Row, "number" | "acronym" | "formerly">,
  mark: string | null,
): string {
  const parenthesis = formerly ? ` (ex ${formerly})` : number && acronym ? ` (${acronym})` : "";
  return `${number ?? acronym ?? ""}${parenthesis}${mark ?? ""}`;
}

/** The fields of an item that reports print. */
function printedFields(item: WorkItem): Partial<Row> {
  return Object.fromEntries(
    REPORTED_FIELDS.map(({ field, printed: id }) => {
      const value = field.value(item);
      return [id, Array.isArray(value) && value.length === 0 ? null : value];
    }),
  );
}

const month = (date: string | undefined) => date?.slice(0, 7) ?? null;

/** The start of work and the determination, from the item's events before the decision. */
function milestonesOf(
  events: readonly ProgrammeEvent[],
  decision: ProgrammeEvent | null,
): Pick<Row, "startOfWork" | "determined"> {
  const before = decision ? events.filter(({ date }) => date < decision.date) : events;
  return {
    startOfWork: month(before.find(({ kind }) => kind === "New work item")?.date ?? before[0]?.date),
    determined: month(before.filter(({ kind }) => kind === "Determined").at(-1)?.date),
  };
}

/**
 * Returns the row of an item in a table, with values only in the fields that the table prints.
 * @param event the decision that the row reports; null in tables of plans and of texts under study.
 * @param events all events of the item, by date.
 */
export function composeRow(
  item: WorkItem,
  event: ProgrammeEvent | null,
  events: readonly ProgrammeEvent[],
  layout: TableLayout,
  family: Family,
): Row {
  const prints = new Set(layout.columns.map(({ field }) => field));
  const names = namesOf(item, layout, family);
  const mark = markOf(item, layout, family);
  const fullRow: Row = {
    ...EMPTY,
    ...printedFields(item),
    ...names,
    mark,
    printedName: printed(names, mark),
    sg: item.studyGroup,
    kind: item.kind,
    ...milestonesOf(events, event),
    decision: event?.note ?? event?.reason ?? null,
    contribution: event?.facts.contribution ?? null,
  };
  const alwaysFilled = new Set<keyof Row>(["number", "acronym", "formerly", "mark", "lines", "jointQuestions"]);
  const row = Object.fromEntries(
    Object.entries(fullRow).map(([field, value]) => {
      const key = field as keyof Row;
      return [key, prints.has(key) || alwaysFilled.has(key) ? value : EMPTY[key]];
    }),
  ) as unknown as Row;
  return { ...row, jointQuestions: prints.has("question") ? item.jointQuestions : [] };
}
