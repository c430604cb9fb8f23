/** Differences between workbook and documents, and damaged tables: in pane and ribbon. In English; other languages have the same shape. */
import { plural } from "./grammar";

export const differences = {
  comparing: "Comparing with the documents",
  nothingDiffers: "Compared with the documents: no differences.",
  differ: (count: number) =>
    `Compared with the documents: ${plural(count, "difference", "differences")}. Nothing was changed.`,
  applyingDocuments: "Writing the values of the documents",
  appliedDocuments: (count: number) => `${plural(count, "cell now has", "cells now have")} the value of the documents.`,
  repairing: "Repairing",
  repaired: (tables: readonly string[]) =>
    tables.length === 0 ? "There was nothing to repair." : `Repaired: ${tables.join(", ")}.`,
  notRepaired: (tables: readonly string[]) =>
    `${tables.join(", ")} could not be repaired from the remaining data. Load the documents again, or use Replace.`,
  replaced: "The sheets were created again from the documents.",
  unreadable: (sheets: readonly string[]) =>
    `nothing was written, because parts of ${sheets.join(", ")} are missing. Choose Repair below first.`,
  differences: {
    title: "Differences from the documents",
    help: "Your cells differ from the documents here. Your values are kept unless you choose those of the documents.",
    count: (count: number) => plural(count, "difference", "differences"),
    none: "There are no more differences in this list.",
    here: "Here",
    documents: "Documents",
    history: "History",
    empty: "(empty)",
    rowRemoved: "This row was deleted here.",
    location: (sheet: string, column: string) => (column === "" ? sheet : `${sheet}: ${column}`),
    useDocument: "Use document value",
    restoreRow: "Restore row",
    goTo: "Go to the cell",
    useDocumentForItem: (count: number) => `Use all ${String(count)} document values of this item`,
    useDocumentForAll: (count: number) =>
      count === 1 ? "Use document value" : `Use all ${String(count)} document values`,
    confirmAll: (count: number) =>
      `The values of the documents will be written to ${plural(count, "cell or row", "cells and rows")}; the values entered there will be overwritten.`,
    overwriteAll: (count: number) => `Overwrite ${String(count)}`,
    cancel: "Cancel",
    column: "Column",
    allColumns: (count: number) => `All columns (${String(count)})`,
    oneColumn: (column: string, count: number) => `${column} (${String(count)})`,
    wholeRows: "Deleted rows",
    more: (count: number) => `Show ${String(count)} more`,
    usedDocumentValue: (item: string, column: string) => `${item}, ${column}: the document value was used.`,
    restoredRow: (item: string) => `${item}: the row was restored.`,
    close: "Close the list",
    compare: "Compare with the documents",
  },
  tableProblems: {
    title: "Tables to repair",
    help: "Repair restores missing columns and tables from the remaining data and changes no other cell. Values that are only in the documents are restored by the next load.",
    repair: "Repair",

    found: (count: number) => (count === 1 ? "A table needs repair." : `${String(count)} tables need repair.`),
    show: "Show",
    whole: "All tables are complete.",
    tables: "Tables",
  },
  replace: {
    start: "Replace…",
    confirmation:
      "Replace creates the sheets again from the documents only. Nothing is deleted: the present sheets are kept, with today’s date in their names. Values that users entered, such as statuses and remarks, are then in those sheets only. Undo in Excel does not reverse this.",
    confirm: "Replace the sheets",
    cancel: "Cancel",
  },
};
