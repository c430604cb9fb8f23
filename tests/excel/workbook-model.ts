/** A workbook's tables as plain data, for tests of the planning: plans are carried out on copies. */
import { finish } from "../../src/domain/steps";
import type { ReadDocument } from "../../src/domain/document";
import type { Cell } from "../../src/excel/table-specs/spec";
import { STATUS } from "../../src/excel/table-specs/spec";
import { mergedProgramme } from "../../src/excel/load/merge";
import { annexStatusUpdates, planLoad, type LoadPlan } from "../../src/excel/load/plan";
import { desiredTables, type DesiredTable } from "../../src/excel/load/desired-tables";
import { withoutUnnamed } from "../../src/excel/load/keyless-rows";
import { programmeOfTables } from "../../src/excel/programme-tables";
import { inTableOrder, type CellWrite } from "../../src/excel/table-writer";
import { columnOf, type ManagedTable } from "../../src/excel/tables";

export type Tables = Map<string, ManagedTable>;

export function tableOf(target: DesiredTable): ManagedTable {
  return {
    name: target.spec.name,
    kind: target.spec.kind,
    id: target.spec.name,
    worksheetId: target.spec.sheet,
    worksheetName: target.spec.sheet,
    top: 3,
    left: 0,
    headers: target.spec.columns.map((column) => column.header),
    rows: target.rows.map((row) => [...row.cells]),
    showTotals: false,
    isProtected: false,
    showHeaders: true,
    filter: null,
    contentBelow: false,
  };
}

export function plan(
  tables: Tables,
  documents: readonly ReadDocument[],
  decisions: ReadonlySet<string> = new Set(),
): LoadPlan {
  const existing = programmeOfTables(
    [...tables.values()].map((each) => (each.kind === "WorkProgramme" ? withoutUnnamed(each) : each)),
  );
  const programme = finish(mergedProgramme(existing, documents));
  const texts = { source: (document: string) => `Source: ${document}`, statistics: "Statistics" };
  return finish(
    planLoad({
      desired: finish(desiredTables(programme, documents, texts, existing)),
      existing: tables,
      loadedDocuments: new Set(existing?.documents.map((document) => document.id)),
      decisions,
    }),
  );
}

function carryOutWrites(table: ManagedTable, writes: readonly CellWrite[]): void {
  for (const { row, header, value } of writes) {
    const cells = table.rows[row];
    if (cells) cells[columnOf(table, header)] = value;
  }
}

export function applyEdits(tables: Tables, done: LoadPlan): void {
  for (const target of done.create) tables.set(target.spec.name, tableOf(target));
  for (const { table, updates, append, remove } of done.change) {
    carryOutWrites(table, updates);
    for (const index of [...remove].reverse()) table.rows.splice(index, 1);
    table.rows.push(...append.map((row) => inTableOrder(table, row)));
  }
}

/** A whole load; annexes that it is not about follow the work programme. */
export function load(tables: Tables, documents: readonly ReadDocument[], decisions?: ReadonlySet<string>): LoadPlan {
  const done = plan(tables, documents, decisions);
  const others = [...tables.values()].filter((each) => each.kind === "Annex" && !done.desired.has(each.name));
  for (const { table, writes } of annexStatusUpdates(done, tables, others)) carryOutWrites(table, writes);
  applyEdits(tables, done);
  return done;
}

export function table(tables: Tables, name: string): ManagedTable {
  const found = tables.get(name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
}

export function rowOf(tables: Tables, name: string, item: string): Cell[] {
  const found = table(tables, name);
  const row = found.rows.find((cells) => cells[columnOf(found, "Item")] === item);
  if (!row) throw new Error(`no ${item} in ${name}`);
  return row;
}

export function cell(tables: Tables, name: string, item: string, header: string): Cell {
  return rowOf(tables, name, item)[columnOf(table(tables, name), header)] ?? "";
}

export function edit(tables: Tables, name: string, item: string, header: string, value: Cell): void {
  rowOf(tables, name, item)[columnOf(table(tables, name), header)] = value;
}

export { STATUS };
