/** What a look at the whole workbook finds, without knowing what was typed when. */
import type { WorkItem } from "../model";
import { normaliseName } from "../designations";
import { EditPlanBuilder, rowInWords, type TypedCell } from "./edit-plan-builder";
import { editItem } from "./item-edits";
import { itemKeyIn, type GuardedTable, type ReviewContext, type Plan } from "./edit-plan";
import { addItem, addUnrecorded } from "./programme-rows";
import { nothingElse } from "./notice";
import { changesOf } from "./row-edits";
import { isBlankRow, isCopy, isLoose, keyOf, sameValue, type CellValue, type RowValues } from "./table-snapshot";
import { designation } from "./programme-overlay";

/**
 * Gives rows whose Key was cleared while nobody watched their Key back: History tells which item of that name has no row any more.
 * Returns whether any row got one.
 */
function giveKeysBack(draft: EditPlanBuilder, table: GuardedTable, rests: Rests): boolean {
  const { shadow } = table;
  const loose = [...shadow.all()].filter(({ id, values }) => isLoose(id) && !isBlankRow(values));
  if (loose.length === 0) return false;
  const orphans = orphansByName(draft.world.tables, table);
  let given = false;
  for (const { id, position, values } of loose) {
    const names = ["item", "name"].map((field) => String(values[table.fields.indexOf(field as "item")] ?? ""));
    const key = names.map((name) => orphans.get(normaliseName(name))).find((each) => each !== undefined);
    if (key === undefined || shadow.rowsOf(key).length > 0 || !rests(`key ${key}`, values.join("\n"))) continue;
    for (const [name, each] of orphans) if (each === key) orphans.delete(name);
    draft.write(table, { row: id, position, column: shadow.keyColumn }, key, "taken");
    given = true;
    const name = names.find((each) => each !== "") ?? "";
    draft.say({
      ...nothingElse(),
      outcome: "restored",
      cause: "key given back",
      item: name,
      key,
      at: { table: table.name, position, column: 0 },
      tried: [],
      text: { code: "keyGivenBack", values: { item: name } },
    });
  }
  return given;
}

/** Keys that History speaks of and no row has, by the names under which it does. */
function orphansByName(tables: readonly GuardedTable[], programme: GuardedTable): Map<string, string> {
  const orphans = new Map<string, string>();
  for (const history of tables) {
    if (history.role !== "history") continue;
    const named = history.shadow.headers.indexOf("Item");
    for (const { values } of history.shadow.all()) {
      const key = itemKeyIn(history, values);
      if (key === null || programme.shadow.rowsOf(key).length > 0) continue;
      for (const name of [key, String(values[named] ?? "")]) orphans.set(normaliseName(name), key);
      orphans.delete("");
    }
  }
  return orphans;
}

/** What a sweep came upon, by place, with what the cell says: looked at twice, it tells what rests from what somebody is at work on. */
export type Observations = ReadonlyMap<string, CellValue>;

/** Whether a sighting is to be acted upon now; it is noted in any case. */
type Rests = (place: string, said: CellValue) => boolean;

/**
 * Plans what a sweep finds: statuses in the work programme that History does not explain (typed while nobody watched) are judged as edits
 * from what History says, taken if they may be, marked if not; annexes that say something else than the work programme follow it.
 * @param statusOf the status, its date and step as the item's record has it; null where there is no record
 * @param before what an earlier look saw: only what is still the same is acted upon. All is, where there was none.
 */
export function sweep(
  world: ReviewContext,
  statusOf: (key: string) => Pick<WorkItem, "status" | "since" | "step" | "process"> | null,
  before: Observations | null = null,
): { plan: Plan; seen: Observations; unsteady: boolean } {
  const draft = new EditPlanBuilder(world, []);
  const seen = new Map<string, CellValue>();
  let unsteady = false;
  const rests: Rests = (place, said) => {
    seen.set(place, said);
    const same = before === null || before.get(place) === said;
    unsteady ||= !same;
    return same;
  };
  for (const table of world.tables) {
    if (table.role !== "programme") continue;
    // Rows that have their Key again are judged at the next look.
    unsteady = giveKeysBack(draft, table, rests) || unsteady;
    sweepProgramme(draft, table, statusOf, rests);
  }
  for (const table of world.tables) if (table.role === "annex") sweepAnnex(draft, table, rests);
  return { plan: draft.finish(), seen, unsteady };
}

function sweepProgramme(
  draft: EditPlanBuilder,
  table: GuardedTable,
  statusOf: Parameters<typeof sweep>[1],
  rests: Rests,
): void {
  const column = table.fields.indexOf("status");
  for (const { id, position, values } of table.shadow.all()) {
    if (column < 0) continue;
    if (isLoose(id) || isCopy(id)) {
      if (draft.isPlanned(table, position, table.shadow.keyColumn)) continue;
      if (!isBlankRow(values) && rests(`${table.name} row ${String(position)}`, values.join("\n")))
        addItem(draft, table, position, id, values);
      continue;
    }
    const item = draft.working.item(id);
    const recorded = statusOf(id);
    const said = values[column] ?? "";
    if (!recorded) {
      if (rests(`${table.name} ${id}`, values.join("\n"))) withoutRecord(draft, table, { id, position, values }, item);
      continue;
    }
    if (!item) continue;
    const cell: TypedCell = { table, row: id, position, column, field: "status", before: recorded.status, after: said };
    if (said === recorded.status) {
      settle(draft, cell, id);
      continue;
    }
    const legal = { ...item, ...recorded, process: recorded.process ?? item.process };
    // Whatever is typed before the next look is judged from what History says, not from a word that nobody has judged.
    draft.plan.standing.set(id, legal);
    if (!rests(`${table.name} ${id}`, said)) continue;
    draft.working.take(legal, []);
    const cells = [...processTyped(table, { id, position, values }, recorded.process), cell];
    editItem(draft, {
      key: id,
      cells,
      changes: changesOf(draft, cells),
      origin: "found",
      reason: null,
      date: null,
    });
  }
}

/** The Process of a row whose status History does not explain, where it is not the one in the record either: both were typed unseen. */
function processTyped(
  table: GuardedTable,
  { id, position, values }: { id: string; position: number; values: RowValues },
  recorded: WorkItem["process"],
): TypedCell[] {
  const column = table.fields.indexOf("process");
  const said = values[column] ?? "";
  if (column < 0 || recorded === null || sameValue(said, recorded)) return [];
  return [{ table, row: id, position, column, field: "process", before: recorded, after: said }];
}

/**
 * A row with a key whose status History does not tell: typed while nobody watched and given its key by a load, then it is entered under that
 * key; or rows of it in History were deleted, then it stays as it is, with a word.
 */
function withoutRecord(
  draft: EditPlanBuilder,
  table: GuardedTable,
  { id, position, values }: { id: string; position: number; values: RowValues },
  item: WorkItem | undefined,
): void {
  if (draft.working.eventsOf(id).length === 0) {
    draft.working.forget(id);
    if (addUnrecorded(draft, table, { row: id, position, values }, keyOf(id))) return;
    if (item) draft.working.take(item, []);
  }
  if (item) draft.plan.standing.set(item.key, item);
  const name = item ? designation(item) : rowInWords(values);
  const column = table.fields.indexOf("status");
  const status = values[column] ?? "";
  draft.mark({ table, row: id, position, column, field: "status", before: status, after: status }, true);
  draft.say({
    ...nothingElse(),
    outcome: "marked",
    cause: `no record ${id}`,
    item: name,
    key: keyOf(id),
    at: { table: table.name, position, column },
    tried: [],
    text: { code: "noRecord", values: { item: name, status: status === "" ? (item?.status ?? "") : String(status) } },
  });
}

/** What stood against the record does no longer: somebody else put it right, or recorded it. */
function settle(draft: EditPlanBuilder, cell: TypedCell, key: string): void {
  if (!draft.world.stands(key)) return;
  draft.plan.standing.set(key, null);
  draft.mark(cell, false);
}

function sweepAnnex(draft: EditPlanBuilder, table: GuardedTable, rests: Rests): void {
  const column = table.fields.indexOf("status");
  if (column < 0) return;
  for (const { id, position, values } of table.shadow.all()) {
    const key = itemKeyIn(table, values);
    const item = key === null ? undefined : draft.working.item(key);
    const said = values[column] ?? "";
    if (!item || said === item.status || draft.isPlanned(table, position, column)) continue;
    if (!rests(`${table.name} ${id}`, said)) continue;
    draft.write(table, { row: id, position, column }, item.status, "follows");
    if (said === "") continue;
    draft.say({
      ...nothingElse(),
      outcome: "noted",
      cause: `annex follows ${table.name}`,
      item: designation(item),
      key: item.key,
      at: { table: table.name, position, column },
      tried: [],
      text: {
        code: "foundFollow",
        values: { table: table.name, item: designation(item), said: String(said), is: item.status },
      },
    });
  }
}
