/** Edits of the annexes' rows: a status is the item's status; everything else stands in that sheet only. */
import type { RowDifference } from "./diff";
import { rowInWords, type EditPlanBuilder } from "./edit-plan-builder";
import { editItem } from "./item-edits";
import { itemKeyIn, type GuardedTable } from "./edit-plan";
import type { GuardSentence } from "./message";
import { nothingElse } from "./notice";
import { nameOfRow, noteDeletion, putRowBack, typed, typedCells } from "./row-edits";
import { isLoose } from "./table-snapshot";

/** One row of an annex. */
export function editAnnex(draft: EditPlanBuilder, table: GuardedTable, difference: RowDifference): void {
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
        tried: [],
        text: { code: "unknownAnnexRow", values: { table: table.name } },
      });
      return;
    case "removed":
      noteDeletion(draft, table, difference);
      return;
  }
}

function editAnnexRow(
  draft: EditPlanBuilder,
  table: GuardedTable,
  difference: Extract<RowDifference, { kind: "changed" }>,
): void {
  const { row, position } = difference;
  const values = table.shadow.values(row) ?? [];
  const key = itemKeyIn(table, values);
  const cells = typedCells(table, row, position, difference.cells);
  const say = (text: GuardSentence, outcome: "noted" | "marked", cause: string): void => {
    draft.say({
      ...nothingElse(),
      outcome,
      cause,
      item: nameOfRow(draft, table, values),
      key,
      at: { table: table.name, position, column: difference.cells[0]?.column ?? 0 },
      tried: [{ cells: rowInWords(difference.cells.map((cell) => cell.after)) }],
      text,
    });
  };
  if (cells.length < difference.cells.length && !isLoose(row)) {
    say({ code: "annexCell", values: { table: table.name } }, "noted", `annex cell ${table.name}`);
  }
  if (cells.length === 0 || isLoose(row)) return;
  if (key === null || draft.working.item(key) === undefined) {
    for (const cell of cells) draft.mark(cell, true);
    say({ code: "noItem", values: { table: table.name } }, "marked", `no item ${table.name}`);
    return;
  }
  editItem(draft, { ...typed(draft, cells), key, cells });
}
