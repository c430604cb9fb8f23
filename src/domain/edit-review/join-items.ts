/** Joins two items that are one text under two names: one row and one history remain. One action, which can be undone. */
import { EVENT_FIELDS } from "../event-fields";
import { headerOfField } from "../item-fields";
import { itemName } from "../item-name";
import { joinedItem } from "../merge/joined-item";
import type { ProgrammeEvent, WorkItem } from "../model";
import { changesBetween } from "../rules/drafts";
import { meetingOn } from "../rules/meetings";
import type { CellValue } from "../cells";
import { EditPlanBuilder } from "./edit-plan-builder";
import { headerOf, type EditPlan, type GuardedTable, type JoinedItems } from "./edit-plan";
import type { GuardSentence } from "./message";
import { propagate } from "./propagate";
import type { ReviewContext } from "./review-context";
import { eventsOf } from "./user-events";

type MadePlan = { plan: EditPlan } | { refused: GuardSentence };

/** Plans to join two items. The one that was reported first keeps its key, and gets the names and the events of the other one. */
export function joinItems(context: ReviewContext, first: string, second: string): MadePlan {
  const builder = new EditPlanBuilder(context, []);
  const [one, other] = [builder.overlay.item(first), builder.overlay.item(second)];
  if (!one || !other) return { refused: { code: "undoUnrecorded", values: { item: one ? second : first } } };
  const eventsOfItem = (item: WorkItem): readonly ProgrammeEvent[] => builder.overlay.eventsOf(item.key);
  const { kept, dropped, item: after, events } = joinedItem(one, other, eventsOfItem);
  const moved = eventsOfItem(dropped);
  const { date } = context.ruleContext;
  const draft = {
    date,
    meeting: meetingOn(date, context.ruleContext)?.id ?? null,
    kind: "Changed" as const,
    from: kept.status,
    to: null,
    process: after.process,
    step: after.step,
    changes: changesBetween(kept, after),
    facts: {},
    reason: null,
    transitions: [],
    corrects: null,
  };
  const edit = { key: kept.key, changes: {}, reason: null, date: null, cells: [], origin: "requested" as const };
  const [event] = eventsOf(builder, after, [draft], edit);
  if (!event) return { refused: { code: "undoUnrecorded", values: { item: itemName(kept) } } };
  const rows = rowsOfAnnexes(builder, dropped.key);
  builder.acceptItem(after, [event], true);
  propagate(builder, kept, after, [], true);
  moveRows(builder, rows, after);
  moveEvents(builder, moved, events, after);
  for (const table of builder.context.tables)
    if (table.role === "programme") for (const row of table.snapshot.rowsOf(dropped.key)) builder.removeRow(table, row);
  builder.plan.deletedKeys.push(dropped.key);
  builder.plan.action = { code: "joined", values: { item: itemName(after), other: itemName(dropped) } };
  const all = [...eventsOfItem(kept).map(({ id }) => id), ...moved.map(({ id }) => id), event.id];
  builder.plan.joined = { before: kept, after, dropped, events: moved, rows, event, all };
  return { plan: builder.build() };
}

/** Plans the undo of a join: both items are again as they were. */
export function separateItems(
  context: ReviewContext,
  { before, after, dropped, events, rows, event, all }: JoinedItems,
): MadePlan {
  const builder = new EditPlanBuilder(context, []);
  const present = builder.overlay.eventsOf(after.key);
  const later = present.find(({ id }) => !all.includes(id));
  const shown = builder.overlay.item(after.key);
  const [changed] = shown ? changesBetween(after, shown) : [];
  if (!shown || later || changed) {
    const field = changed?.field ?? later?.changes[0]?.field ?? "status";
    return { refused: { code: "undoDependency", values: { item: itemName(after), column: headerOfField(field) } } };
  }
  const history = context.tables.find(({ role }) => role === "history");
  builder.plan.revertedEvents.push({ event, position: history ? builder.position(history, event.id) : -1 });
  builder.acceptItem(before, [], true);
  propagate(builder, after, before, [], true);
  moveRows(builder, rows, dropped);
  moveEvents(builder, events, events, dropped);
  builder.plan.items.set(dropped.key, dropped);
  builder.plan.addedKeys.push(dropped.key);
  return { plan: { ...builder.build(), messages: [] } };
}

function rowsOfAnnexes({ context }: EditPlanBuilder, key: string): JoinedItems["rows"] {
  return context.tables.flatMap(({ name, role, snapshot, itemKeyColumn }) =>
    role === "annex" ? snapshot.rowsWith(itemKeyColumn, key).map((row) => ({ table: name, row })) : [],
  );
}

/** Plans that rows of annexes show an item. */
function moveRows(builder: EditPlanBuilder, rows: JoinedItems["rows"], item: WorkItem): void {
  for (const { table: name, row } of rows) {
    const table = builder.context.tables.find((each) => each.name === name);
    if (!table) continue;
    write(builder, table, row, table.itemKeyColumn, item.key);
    const shown = builder.shownCells(item);
    for (const column of table.derivedColumns) write(builder, table, row, column, shown[headerOf(table, column)] ?? "");
  }
}

/** Plans that the rows of events in History belong to an item, with the statuses before and after as they then are. */
function moveEvents(
  builder: EditPlanBuilder,
  moved: readonly ProgrammeEvent[],
  events: readonly ProgrammeEvent[],
  item: WorkItem,
): void {
  const history = builder.context.tables.find(({ role }) => role === "history");
  const ids = new Set(moved.map(({ id }) => id));
  for (const event of events) {
    if (!ids.has(event.id)) continue;
    builder.plan.movedEvents.push({ ...event, item: item.key });
    if (!history) continue;
    write(builder, history, event.id, history.itemKeyColumn, item.key);
    for (const { header, type, value } of EVENT_FIELDS) {
      const column = history.snapshot.headers.indexOf(header);
      if (type === "text" && column >= 0) write(builder, history, event.id, column, value(event, itemName(item)) ?? "");
    }
  }
}

function write(builder: EditPlanBuilder, table: GuardedTable, row: string, column: number, value: CellValue): void {
  const position = builder.position(table, row);
  if (position >= 0 && column >= 0) builder.write(table, { row, position, column }, value, "propagate");
}
