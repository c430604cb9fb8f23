/** From what was edited to what is to be done about it: one plan for a whole pass, over all managed tables. */
import { guardTexts } from "../messages/guard";
import type { WorkItem } from "../model";
import type { ItemField } from "../rules/types";
import type { CellChange, RowDifference } from "./diff";
import { Drafting, rowInWords, type TypedCell } from "./drafting";
import { editItem, enterItem, isByHand, takeAgain, takeBack, type Changes } from "./item-edits";
import { headerOf, itemKeyIn, type AskedEdit, type GuardedTable, type GuardWorld, type Plan, type TableEdits } from "./plan";
import { isCopy, isLoose, keyOf, type RowValues } from "./table-shadow";
import { designation } from "./working";

/**
 * Plans a pass. The record first (an undo shows there), then the work programme, then the annexes, then what was asked for in the pane.
 * Nothing in the world or in a shadow changes.
 */
export function plan(world: GuardWorld, edits: readonly TableEdits[], asked: readonly AskedEdit[] = []): Plan {
  const draft = new Drafting(world, edits);
  for (const role of ["history", "programme", "annex"] as const) {
    for (const { table, differences } of edits) {
      if (table.role !== role) continue;
      for (const difference of inOrder(differences)) EDITORS[role](draft, table, difference);
    }
  }
  for (const each of asked) editItem(draft, { ...each, cells: [], origin: "asked" });
  return draft.finish();
}

/** Rows that went before rows that came: a row cut here and pasted there is one row. The latest of the rows that went first, as undo does. */
function inOrder(differences: readonly RowDifference[]): RowDifference[] {
  const first = differences.filter((each) => each.kind === "removed").reverse();
  return first.length === 0 ? [...differences] : [...first, ...differences.filter((each) => each.kind !== "removed")];
}

type RowEditor = (draft: Drafting, table: GuardedTable, difference: RowDifference) => void;

const EDITORS: Record<"history" | "programme" | "annex", RowEditor> = {
  history: editHistory,
  programme: editProgramme,
  annex: editAnnex,
};

/** The cells of a changed row that a rule speaks of. */
function typedCells(table: GuardedTable, row: string | null, position: number, cells: readonly CellChange[]): TypedCell[] {
  return cells.flatMap((cell) => {
    const field = table.fields[cell.column];
    return field ? [{ table, row, position, column: cell.column, field, before: cell.before, after: cell.after }] : [];
  });
}

function changesOf(draft: Drafting, cells: readonly TypedCell[]): Changes {
  const changes: Changes = {};
  for (const cell of cells) changes[cell.field] = draft.world.codec.text(cell.field, cell.after);
  return changes;
}

/** What a row is called in messages. */
function nameOfRow(draft: Drafting, table: GuardedTable, values: RowValues): string {
  const key = itemKeyIn(table, values);
  const item = key === null ? undefined : (draft.working.item(key) ?? draft.world.departed(key));
  return item ? designation(item) : rowInWords(values);
}

/** Puts a whole row back whose machinery (Key and the like) was written over. */
function putRowBack(draft: Drafting, table: GuardedTable, difference: Extract<RowDifference, { kind: "overwritten" }>): void {
  const { row, position, cells } = difference;
  const name = nameOfRow(draft, table, table.shadow.values(row) ?? []);
  const blown = cells.some((cell) => draft.world.fuseBlown({ table: table.name, row, column: cell.column }));
  const text = guardTexts().key(name);
  for (const cell of cells) {
    if (blown) draft.plan.marks.push({ table: table.name, row, position, column: cell.column, on: true });
    else draft.write(table, { row, position, column: cell.column }, cell.before, "put back");
  }
  draft.say({
    ...nothingElse(),
    outcome: blown ? "marked" : "put back",
    cause: `key ${table.name} ${String(blown)}`,
    item: name,
    key: itemKeyIn(table, table.shadow.values(row) ?? []),
    at: { table: table.name, position, column: cells[0]?.column ?? 0 },
    tried: headerOf(table, table.shadow.keyColumn),
    text: blown ? guardTexts().fuse(text) : text,
  });
}

const nothingElse = () => ({ clause: "", possible: [], redo: [], deleted: [] });

function editProgramme(draft: Drafting, table: GuardedTable, difference: RowDifference): void {
  switch (difference.kind) {
    case "overwritten":
      if (isLoose(difference.row)) addItem(draft, table, difference.position, difference.row, wholeRow(table, difference));
      else putRowBack(draft, table, difference);
      return;
    case "changed": {
      const { row, position } = difference;
      if (isLoose(row)) {
        addItem(draft, table, position, row, wholeRow(table, difference));
        return;
      }
      const cells = typedCells(table, row, position, difference.cells);
      if (cells.length === 0) return;
      editItem(draft, { ...typed(draft, cells), key: keyOf(row), cells });
      return;
    }
    case "added":
      addItem(draft, table, difference.position, null, difference.values);
      return;
    case "removed":
      noteDeletion(draft, table, difference);
      return;
  }
}

const typed = (draft: Drafting, cells: readonly TypedCell[]) => ({
  changes: changesOf(draft, cells),
  origin: "typed" as const,
  reason: null,
  date: null,
});

/** A row's values with what was just typed into it. */
function wholeRow(table: GuardedTable, difference: { row: string; cells: readonly CellChange[] }): RowValues {
  const values = [...(table.shadow.values(difference.row) ?? [])];
  for (const cell of difference.cells) values[cell.column] = cell.after;
  return values;
}

/** A row typed or pasted below or between the others: a new work item, one that came back, or nothing yet. */
function addItem(draft: Drafting, table: GuardedTable, position: number, row: string | null, values: RowValues): void {
  const { world } = draft;
  const key = table.shadow.keyIn(values);
  const departed = key === "" ? undefined : world.departed(key);
  if (departed && draft.position(table, key) < 0) {
    bringBack(draft, table, position, values, key);
    return;
  }
  const cells: TypedCell[] = values.flatMap((after, column) => {
    const field = table.fields[column];
    if (!field || field === "key" || String(after).trim() === "") return [];
    return [{ table, row, position, column, field, before: "", after }];
  });
  const clearKey = (): void => {
    if (key !== "") draft.write(table, { row, position, column: table.shadow.keyColumn }, "", "put back");
  };
  const named = cells.some((cell) => cell.field === "item" || cell.field === "name");
  if (!named) {
    clearKey();
    if (cells.length > 0) notYet(draft, table, position, row, cells, guardTexts().nameless);
    return;
  }
  const edit = typed(draft, cells);
  const name = edit.changes.item ?? edit.changes.name ?? "";
  const entered = enterItem(draft, { ...edit, key: null, cells });
  if ("refused" in entered) {
    clearKey();
    notYet(draft, table, position, row, cells, entered.refused, name);
    return;
  }
  showNewRow(draft, table, position, row, entered.item.key);
}

/** Writes what an item newly entered shows in its row, its key among it. */
function showNewRow(draft: Drafting, table: GuardedTable, position: number, row: string | null, key: string): void {
  const item = draft.working.item(key);
  if (!item) return;
  const shown = draft.world.codec.render(item);
  for (const column of table.follows) {
    const value = shown[headerOf(table, column)];
    if (value === undefined || draft.isPlanned(table, position, column)) continue;
    draft.write(table, { row, position, column }, value, "taken");
  }
  draft.write(table, { row, position, column: table.shadow.keyColumn }, key, "taken");
}

function notYet(
  draft: Drafting,
  table: GuardedTable,
  position: number,
  row: string | null,
  cells: readonly TypedCell[],
  why: string,
  name = "",
): void {
  const [cell] = cells;
  if (cell) draft.mark(cell, true);
  draft.say({
    ...nothingElse(),
    outcome: "marked",
    cause: `not yet ${why} ${row ?? String(position)}`,
    item: name,
    key: null,
    at: { table: table.name, position, column: cell?.column ?? 0 },
    tried: rowInWords(cells.map((each) => each.after)),
    text: guardTexts().notYet(why),
  });
}

/** A row deleted a while ago stands again (undo, or pasted back): its item is known, its other cells count as typed. */
function bringBack(draft: Drafting, table: GuardedTable, position: number, values: RowValues, key: string): void {
  const item = draft.world.departed(key);
  if (!item) return;
  draft.take(item, []);
  const shown = draft.world.codec.render(item);
  const cells = typedCells(
    table,
    null,
    position,
    values.flatMap((after, column) => {
      const before = shown[headerOf(table, column)];
      return before === undefined || String(before) === String(after) ? [] : [{ column, before, after }];
    }),
  ).filter((cell) => cell.field !== "key");
  draft.say({
    ...nothingElse(),
    outcome: "restored",
    cause: "restored",
    item: designation(item),
    key,
    at: { table: table.name, position, column: 0 },
    tried: "",
    text: guardTexts().restored(designation(item)),
  });
  if (cells.length > 0) editItem(draft, { ...typed(draft, cells), key, cells });
}

/** A deleted row is not fought: it can be had back. */
function noteDeletion(draft: Drafting, table: GuardedTable, difference: Extract<RowDifference, { kind: "removed" }>): void {
  const { row, values } = difference;
  if (isLoose(row)) return;
  const name = nameOfRow(draft, table, values);
  const key = itemKeyIn(table, values);
  if (table.role === "programme" && key !== null && !isCopy(row)) draft.plan.gone.push(key);
  draft.say({
    ...nothingElse(),
    outcome: "noted",
    cause: `deleted ${table.name}`,
    item: name,
    key,
    at: null,
    tried: "",
    text: guardTexts().deleted(name, table.name),
    deleted: [{ table: table.name, row, values }],
  });
}

function editAnnex(draft: Drafting, table: GuardedTable, difference: RowDifference): void {
  switch (difference.kind) {
    case "overwritten":
      if (isLoose(difference.row)) return;
      putRowBack(draft, table, difference);
      return;
    case "changed":
      editAnnexRow(draft, table, difference);
      return;
    case "added":
      draft.say({
        ...nothingElse(),
        outcome: "noted",
        cause: `annex row ${table.name}`,
        item: rowInWords(difference.values),
        key: null,
        at: { table: table.name, position: difference.position, column: 0 },
        tried: "",
        text: guardTexts().unknownAnnexRow(table.name),
      });
      return;
    case "removed":
      noteDeletion(draft, table, difference);
      return;
  }
}

function editAnnexRow(draft: Drafting, table: GuardedTable, difference: Extract<RowDifference, { kind: "changed" }>): void {
  const { row, position } = difference;
  const values = table.shadow.values(row) ?? [];
  const key = itemKeyIn(table, values);
  const cells = typedCells(table, row, position, difference.cells);
  const say = (text: string, outcome: "noted" | "marked", cause: string): void => {
    draft.say({
      ...nothingElse(),
      outcome,
      cause,
      item: nameOfRow(draft, table, values),
      key,
      at: { table: table.name, position, column: difference.cells[0]?.column ?? 0 },
      tried: rowInWords(difference.cells.map((cell) => cell.after)),
      text,
    });
  };
  if (cells.length < difference.cells.length && !isLoose(row)) {
    say(guardTexts().annexCell(table.name), "noted", `annex cell ${table.name}`);
  }
  if (cells.length === 0 || isLoose(row)) return;
  if (key === null || draft.working.item(key) === undefined) {
    for (const cell of cells) draft.mark(cell, true);
    say(guardTexts().noItem(table.name), "marked", `no item ${table.name}`);
    return;
  }
  editItem(draft, { ...typed(draft, cells), key, cells });
}

function editHistory(draft: Drafting, table: GuardedTable, difference: RowDifference): void {
  switch (difference.kind) {
    case "changed":
    case "overwritten":
      putRecordBack(draft, table, difference);
      return;
    case "added":
      addRecord(draft, table, difference.position, difference.values);
      return;
    case "removed":
      removeRecord(draft, table, difference);
      return;
  }
}

function putRecordBack(
  draft: Drafting,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "changed" | "overwritten" }>,
): void {
  const { row, position } = difference;
  if (isLoose(row)) return;
  const cells = difference.cells.filter((cell) => !table.free.includes(cell.column));
  if (cells.length === 0) return;
  const reference = (cell: CellChange) => ({ table: table.name, row, column: cell.column });
  const blown = cells.some((cell) => draft.world.fuseBlown(reference(cell)));
  const name = nameOfRow(draft, table, table.shadow.values(row) ?? []);
  for (const cell of cells) {
    if (blown) draft.plan.marks.push({ table: table.name, row, position, column: cell.column, on: true });
    else draft.write(table, { row, position, column: cell.column }, cell.before, "put back");
  }
  const text = guardTexts().history(name);
  draft.say({
    ...nothingElse(),
    outcome: blown ? "marked" : "put back",
    cause: `history ${String(blown)}`,
    item: name,
    key: itemKeyIn(table, table.shadow.values(row) ?? []),
    at: { table: table.name, position, column: cells[0]?.column ?? 0 },
    tried: cells.map((cell) => headerOf(table, cell.column)).join(", "),
    text: blown ? guardTexts().fuse(text) : text,
  });
}

/** A row of the record that came: one that was taken back before (redo), or one typed by hand, which counts for nothing. */
function addRecord(draft: Drafting, table: GuardedTable, position: number, values: RowValues): void {
  const id = table.shadow.keyIn(values);
  const event = id === "" ? undefined : draft.world.departedEvent(id);
  const item = event && draft.working.item(event.item);
  if (event && item) {
    takeAgain(draft, item, event);
    draft.say({
      ...nothingElse(),
      outcome: "restored",
      cause: "redone",
      item: designation(item),
      key: item.key,
      at: { table: table.name, position, column: 0 },
      tried: "",
      text: guardTexts().redone(designation(item), draft.working.item(item.key)?.status ?? item.status),
    });
    return;
  }
  draft.plan.marks.push({ table: table.name, row: null, position, column: 0, on: true });
  draft.say({
    ...nothingElse(),
    outcome: "marked",
    cause: `history row ${String(position)}`,
    item: rowInWords(values),
    key: null,
    at: { table: table.name, position, column: 0 },
    tried: "",
    text: guardTexts().historyRow,
  });
}

/** A row of the record that went: if it is the last event of its item and entered by hand, the event is taken back (undo); else it can be had back. */
function removeRecord(draft: Drafting, table: GuardedTable, difference: Extract<RowDifference, { kind: "removed" }>): void {
  const { row, values } = difference;
  if (isLoose(row)) return;
  const key = itemKeyIn(table, values);
  const item = key === null ? undefined : draft.working.item(key);
  const events = item ? draft.working.eventsOf(item.key) : [];
  // Taken back along with the event it came with.
  if (draft.plan.takenBack.some(({ event }) => event.id === keyOf(row))) return;
  const last = events.findLast((event) => event.to !== null);
  if (item && last?.id === keyOf(row) && isByHand(last) && takeBack(draft, item, last, [])) return;
  const name = item ? designation(item) : rowInWords(values);
  draft.say({
    ...nothingElse(),
    outcome: "noted",
    cause: "deleted History",
    item: name,
    key,
    at: null,
    tried: "",
    text: guardTexts().deletedEvent(name),
    deleted: [{ table: table.name, row, values }],
  });
}

/**
 * Plans what a sweep finds: statuses in the work programme that History does not explain (typed while nobody watched) are judged as edits
 * from what History says, taken if they may be, marked if not; annexes that say something else than the work programme follow it.
 * @param statusOf the status, its date and step as the item's record has it; null where there is no record
 */
export function sweep(
  world: GuardWorld,
  statusOf: (key: string) => Pick<WorkItem, "status" | "since" | "step"> | null,
): Plan {
  const draft = new Drafting(world, []);
  for (const table of world.tables) if (table.role === "programme") sweepProgramme(draft, table, statusOf);
  for (const table of world.tables) if (table.role === "annex") sweepAnnex(draft, table);
  return draft.finish();
}

function sweepProgramme(draft: Drafting, table: GuardedTable, statusOf: Parameters<typeof sweep>[1]): void {
  const column = table.fields.indexOf("status" satisfies ItemField);
  for (const { id, position, values } of table.shadow.all()) {
    if (column < 0 || isCopy(id)) continue;
    if (isLoose(id)) {
      addItem(draft, table, position, id, values);
      continue;
    }
    const item = draft.working.item(id);
    const recorded = statusOf(id);
    const said = values[column] ?? "";
    if (!item || !recorded || said === recorded.status) continue;
    const legal = { ...item, ...recorded };
    draft.working.take(legal, []);
    const cell: TypedCell = { table, row: id, position, column, field: "status", before: recorded.status, after: said };
    editItem(draft, { key: id, cells: [cell], changes: changesOf(draft, [cell]), origin: "found", reason: null, date: null });
  }
}

function sweepAnnex(draft: Drafting, table: GuardedTable): void {
  const column = table.fields.indexOf("status" satisfies ItemField);
  if (column < 0) return;
  for (const { id, position, values } of table.shadow.all()) {
    const key = itemKeyIn(table, values);
    const item = key === null ? undefined : draft.working.item(key);
    const said = values[column] ?? "";
    if (!item || said === item.status || draft.isPlanned(table, position, column)) continue;
    draft.write(table, { row: id, position, column }, item.status, "follows");
    if (said === "") continue;
    draft.say({
      ...nothingElse(),
      outcome: "noted",
      cause: `annex follows ${table.name}`,
      item: designation(item),
      key: item.key,
      at: { table: table.name, position, column },
      tried: "",
      text: guardTexts().foundFollow(table.name, designation(item), String(said), item.status),
    });
  }
}
