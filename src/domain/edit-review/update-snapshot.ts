/** After a pass: the shadow of a table as the table now is, edits, put-backs and all. */
import type { Plan, TableEdits } from "./edit-plan";
import { isLoose, keyOf } from "./table-snapshot";

/** Takes into a table's shadow what was read and what was written. */
export function commit(edits: TableEdits | null, table: TableEdits["table"], plan: Plan): void {
  const { shadow } = table;
  if (edits) takeSeen(edits);
  for (const write of plan.writes) {
    if (write.table !== table.name) continue;
    const id = shadow.idAt(write.position);
    if (id === undefined) continue;
    if (write.column === shadow.keyColumn && shadow.keyIn(shadow.values(id) ?? []) !== String(write.value)) {
      shadow.giveKey(id, String(write.value));
    } else {
      shadow.set(id, write.column, write.value);
    }
  }
  if (edits) nameRows(edits);
}

/** Rows that got a key of their own by somebody's hand (redo), or lost it (undo), are known by what they have now. */
function nameRows({ table, differences, elsewhere }: TableEdits): void {
  const { shadow } = table;
  for (const difference of [...elsewhere, ...differences]) {
    if (difference.kind !== "overwritten" || shadow.values(difference.row) === undefined) continue;
    const key = shadow.keyIn(shadow.values(difference.row) ?? []);
    if (key !== keyOf(difference.row) && (key === "" || isLoose(difference.row))) shadow.giveKey(difference.row, key);
  }
}

function takeSeen({ table, differences, elsewhere, order }: TableEdits): void {
  const { shadow } = table;
  for (const difference of [...elsewhere, ...differences]) {
    if (difference.kind !== "changed" && difference.kind !== "overwritten") continue;
    for (const cell of difference.cells) shadow.set(difference.row, cell.column, cell.after);
  }
  if (order) {
    shadow.arrange(
      order.map(({ id, values }) => ({
        id,
        values: id === null ? values : (shadow.values(id) ?? values),
      })),
    );
    return;
  }
  for (const difference of [...elsewhere, ...differences]) {
    if (difference.kind === "added") shadow.append(difference.values);
  }
}
