/** Where the workbook and the documents part, and what is missing of its tables: in pane and ribbon. In English; other languages follow its shape. */
import { plural } from "./grammar";

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(", ");

export const differences = {
  comparing: "Comparing with the documents",
  nothingDiffers: "Compared with the documents: nothing differs.",
  differ: (count: number) =>
    `Compared with the documents: ${plural(count, "difference", "differences")}. Nothing was changed.`,
  applyingDocuments: "Taking what the documents say",
  appliedDocuments: (count: number) => `${plural(count, "cell now says", "cells now say")} what the documents say.`,
  repairing: "Repairing",
  repaired: (tables: readonly string[]) =>
    tables.length === 0 ? "There was nothing to repair." : `Repaired: ${tables.join(", ")}.`,
  notRepaired: (tables: readonly string[]) =>
    `${tables.join(", ")} could not be repaired from what is left. Load the documents again, or use Replace.`,
  replaced: "The sheets were laid out anew from the documents.",
  damaged: (tables: readonly string[]) =>
    `nothing was written, since something is missing in ${tables.join(", ")}. Repair it first; the button is below.`,
  differences: {
    title: "Differences from the documents",
    help: "These cells were changed here, and the documents say otherwise. Yours stay unless you take the documents’.",
    count: (count: number) => plural(count, "difference", "differences"),
    none: "Nothing in this list differs any more.",
    here: "Here",
    documents: "Documents",
    history: "History",
    empty: "(empty)",
    rowRemoved: "This row was taken out here.",
    location: (sheet: string, column: string) => (column === "" ? sheet : `${sheet}: ${column}`),
    useDocument: "Take the document’s",
    restoreRow: "Put the row back",
    goTo: "Go to the cell",
    useDocumentForItem: (count: number) => `Take all ${String(count)} of this item`,
    useDocumentForAll: (count: number) =>
      count === 1 ? "Take the document’s" : `Take the documents’ for all ${String(count)}`,
    confirmAll: (count: number) =>
      `The documents’ values are written into ${plural(count, "place", "places")}; what people entered there is overwritten.`,
    overwriteAll: (count: number) => `Overwrite ${String(count)}`,
    cancel: "Keep mine",
    column: "Column",
    allColumns: (count: number) => `All columns (${String(count)})`,
    oneColumn: (column: string, count: number) => `${column} (${String(count)})`,
    wholeRows: "Rows taken out",
    more: (count: number) => `Show ${String(count)} more`,
    usedDocumentValue: (item: string, column: string) => `${item}, ${column}: the document’s value was taken.`,
    restoredRow: (item: string) => `${item}: the row stands again.`,
    close: "Close the list",
    compare: "Compare with the documents",
  },
  damage: {
    title: "Tables to repair",
    help: "Repair brings missing columns and tables back from what is left, and changes no other cell. What only the documents know comes back with the next load.",
    repair: "Repair",
    columns: (table: string, columns: readonly string[]) =>
      `${table}: the ${columns.length > 1 ? "columns" : "column"} ${quoted(columns)} ${columns.length > 1 ? "are" : "is"} missing or renamed.`,
    missing: (table: string) => `${table}: the table is missing.`,
    headerRowOff: (table: string) => `${table}: the header row of the table is switched off.`,
    unfinished: (table: string) => `${table}: a load was cut off before this table was finished.`,
    found: (count: number) => (count === 1 ? "A table needs repair." : `${String(count)} tables need repair.`),
    show: "Show",
    whole: "All tables are as they should be.",
    tables: "Tables",
  },
  replace: {
    start: "Replace…",
    confirmation:
      "Replace lays the sheets out anew from the documents alone. Nothing is deleted: the sheets that are here now stay beside them with today’s date in their names. What people entered, such as statuses and remarks, is then in those only. Undo in Excel does not reach back behind this.",
    confirm: "Replace the sheets",
    cancel: "Leave them as they are",
  },
};
