/** Edits of the annexes' rows: a typed status is the item's status; everything else changes that sheet only. */
import type { RowDifference } from "./diff";
import { rowInWords, type EditPlanBuilder } from "./edit-plan-builder";
import { editItem } from "./item-edits";
import { itemKeyIn, type GuardedTable } from "./edit-plan";
import type { GuardSentence } from "./message";
import { emptyDetails } from "./edit-plan";
import { nameOfRow, noteDeletion, revertRow, proposedEdit, editedCells } from "./row-edits";
import { isKeyless } from "./table-snapshot";

/** Plans what follows from an edited row of an annex. */
export function editAnnex(builder: EditPlanBuilder, table: GuardedTable, difference: RowDifference): void {
  switch (difference.kind) {
    case "replaced":
      if (isKeyless(difference.row)) return;
      revertRow(builder, table, difference);
      return;
    case "changed":
      editAnnexRow(builder, table, difference);
      return;
    case "added":
      builder.addMessage({
        ...emptyDetails(),
        outcome: "noted",
        cause: `annex row ${table.name}`,
        item: rowInWords(difference.values),
        key: null,
        at: { table: table.name, position: difference.position, column: 0 },
        tried: [],
        text: { code: "unknownAnnexRow", values: { table: table.name } },
      });
      return;
    case "removed":
      noteDeletion(builder, table, difference);
      return;
  }
}

function editAnnexRow(
  builder: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "changed" }>,
): void {
  const { row, position } = difference;
  const values = table.snapshot.values(row) ?? [];
  const key = itemKeyIn(table, values);
  const cells = editedCells(table, row, position, difference.cells);
  const report = (text: GuardSentence, outcome: "noted" | "marked", cause: string): void => {
    builder.addMessage({
      ...emptyDetails(),
      outcome,
      cause,
      item: nameOfRow(builder, table, values),
      key,
      at: { table: table.name, position, column: difference.cells[0]?.column ?? 0 },
      tried: [{ cells: rowInWords(difference.cells.map((cell) => cell.after)) }],
      text,
    });
  };
  const shown = difference.cells.filter(({ column }) => !table.ownColumns.has(column));
  if (cells.length < shown.length && !isKeyless(row)) {
    report({ code: "annexCell", values: { table: table.name } }, "noted", `annex cell ${table.name}`);
  }
  if (cells.length === 0 || isKeyless(row)) return;
  if (key === null || builder.overlay.item(key) === undefined) {
    for (const cell of cells) builder.mark(cell, true);
    report({ code: "noItem", values: { table: table.name } }, "marked", `no item ${table.name}`);
    return;
  }
  editItem(builder, { ...proposedEdit(builder, cells), key, cells });
}
