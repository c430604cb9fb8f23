/** Updates a table's snapshot after a pass, with its edits and the guard's writes. */
import type { EditPlan, TableEdits } from "./edit-plan";
import { isKeyless, keyOf } from "./table-snapshot";

/** Updates a snapshot with what was read and what was written. */
export function updateSnapshot(edits: TableEdits | null, table: TableEdits["table"], plan: EditPlan): void {
  const { snapshot } = table;
  if (edits) applyDifferences(edits);
  for (const write of plan.writes) {
    if (write.table !== table.name) continue;
    const id = snapshot.idAt(write.position);
    if (id === undefined) continue;
    if (write.column === snapshot.keyColumn && snapshot.keyIn(snapshot.values(id) ?? []) !== String(write.value)) {
      snapshot.assignKey(id, String(write.value));
    } else {
      snapshot.set(id, write.column, write.value);
    }
  }
  if (edits) updateKeys(edits);
}

/** Updates the identity of rows whose key was restored by a redo, cleared by an undo, or replaced by a co-author's row. */
function updateKeys({ table, differences, external }: TableEdits): void {
  const { snapshot } = table;
  const byOthers = new Set(external);
  for (const difference of [...external, ...differences]) {
    if (difference.kind !== "replaced" || snapshot.values(difference.row) === undefined) continue;
    const key = snapshot.keyIn(snapshot.values(difference.row) ?? []);
    const isReplaced = byOthers.has(difference) || key === "" || isKeyless(difference.row);
    if (key !== keyOf(difference.row) && isReplaced) snapshot.assignKey(difference.row, key);
  }
}

function applyDifferences({ table, differences, external, order }: TableEdits): void {
  const { snapshot } = table;
  for (const difference of [...external, ...differences]) {
    if (difference.kind !== "changed" && difference.kind !== "replaced") continue;
    for (const cell of difference.cells) snapshot.set(difference.row, cell.column, cell.after);
  }
  if (order) {
    snapshot.reorder(
      order.map(({ id, values }) => ({
        id,
        values: id === null ? values : (snapshot.values(id) ?? values),
      })),
    );
    return;
  }
  for (const difference of [...external, ...differences]) {
    if (difference.kind === "added") snapshot.append(difference.values);
  }
}
