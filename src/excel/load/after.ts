/** Computes the programme that the tables hold after a load plan was applied, without reading it back. Pure. */
import type { Programme } from "../../domain/model";
import { HISTORY, WORK_PROGRAMME } from "../table-specs/tables";
import { programmeOfTables } from "../programme-tables";
import { filledRows, inTableOrder } from "../table-writer";
import { columnOf, type ManagedTable } from "../tables";
import type { LoadPlan } from "./plan";

/**
 * @param programme the merged programme, which the tables hold if all of them are new
 * @param tables the tables before the load
 */
export function programmeAfter(
  programme: Programme,
  plan: LoadPlan,
  tables: ReadonlyMap<string, ManagedTable>,
): Programme | null {
  if (!tables.has(WORK_PROGRAMME.name) && !tables.has(HISTORY.name)) return programme;
  const after = new Map(
    [...tables].map(([name, table]) => [name, { ...table, rows: table.rows.map((row) => [...row]) }]),
  );
  for (const changes of plan.change) {
    const table = after.get(changes.table.name);
    if (!table) continue;
    for (const update of changes.updates) {
      const [row, column] = [table.rows[update.row], columnOf(table, update.header)];
      if (row && column >= 0) row[column] = update.value;
    }
    const removed = new Set(changes.remove);
    const rows = table.rows.slice(0, filledRows(table)).filter((_, index) => !removed.has(index));
    rows.push(...changes.append.map((row) => inTableOrder(table, row)));
    table.rows.splice(0, table.rows.length, ...rows);
  }
  for (const target of plan.create) {
    const headers = target.spec.columns.map((column) => column.header);
    after.set(target.spec.name, {
      name: target.spec.name,
      kind: target.spec.kind,
      id: "",
      worksheetId: "",
      worksheetName: "",
      top: 0,
      left: 0,
      headers,
      showHeaders: true,
      isProtected: false,
      filter: null,
      rows: target.rows.map((row) => row.cells),
      showTotals: false,
      contentBelow: false,
    });
  }
  const programmeHeld = programmeOfTables([...after.values()]);
  return programmeHeld ? { ...programmeHeld, findings: programme.findings } : null;
}
