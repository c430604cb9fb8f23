/** Undoes a load that only made sheets (the first load of a workbook, Replace): wholly, or not at all where they were changed since. */
import { workbookTexts } from "../../i18n/workbook";
import { resume, suspend } from "../change-events";
import { WorkbookError } from "../excel-errors";
import { runExcel } from "../excel-run";
import { refreshStore } from "../programme-store";
import { requireWritable } from "../writability";
import { columnOf, type ManagedTable } from "../tables";
import { SETTINGS } from "../table-specs/tables";
import type { DesiredTable } from "./desired-tables";
import { RUN } from "./execute-load";
import type { Keep } from "./marker";
import { readState, type WorkbookState } from "./state";
import type { MadeByLoad } from "./types";

/**
 * Deletes the sheets that a load has made, and gives the sheets that it put aside their names back.
 * @throws WorkbookError, before anything is changed, where a table was changed since the load or sheets cannot be deleted
 */
export async function undoLoad(made: MadeByLoad): Promise<void> {
  suspend();
  try {
    await runExcel(async (context) => {
      const state = await readState(
        context,
        made.tables.map(({ spec }) => spec.name),
      );
      requireUnchanged(made, state);
      const { worksheets, tables } = context.workbook;
      const names = new Set(made.sheets.map(({ sheet }) => sheet));
      // Excel refuses to delete the last visible sheet.
      if (made.keeps.length === 0 && state.sheets.every(({ name, hidden }) => hidden || names.has(name)))
        worksheets.add();
      for (const { keptSheet } of made.keeps) worksheets.getItem(keptSheet).load("name");
      for (const sheet of names) worksheets.getItem(sheet).delete();
      for (const { sheet, keptSheet } of uniqueSheets(made.keeps)) worksheets.getItem(keptSheet).name = sheet;
      for (const { table, keptTable } of made.keeps) tables.getItem(keptTable).name = table;
      await context.sync();
    }, RUN);
    await refreshStore();
  } finally {
    resume(true);
  }
}

function uniqueSheets(keeps: readonly Keep[]): Keep[] {
  return [...new Map(keeps.map((keep) => [keep.keptSheet, keep])).values()];
}

function requireUnchanged({ sheets, tables, keeps }: MadeByLoad, state: WorkbookState): void {
  const texts = workbookTexts();
  const keptSheets = new Set(keeps.map(({ keptSheet }) => keptSheet));
  const renamed = state.sheets.filter(({ name }) => keptSheets.has(name));
  requireWritable({
    sheets: renamed.map(({ name, isProtected }) => ({ worksheetName: name, isProtected })),
    isStructureProtected: state.isStructureProtected,
  });
  const present = new Set(state.sheets.map(({ name }) => name));
  const lost = [...sheets.map(({ sheet }) => sheet), ...keeps.map(({ keptSheet }) => keptSheet)].find(
    (name) => !present.has(name),
  );
  if (lost !== undefined) throw new WorkbookError("Changed", texts.changedSince(lost));
  // The settings are no content of the documents.
  const contents = tables.filter(({ spec }) => spec !== SETTINGS);
  const changed = contents.find((target) => !isAsWritten(target, state.tables.get(target.spec.name)));
  if (!changed) return;
  const table = state.tables.get(changed.spec.name);
  throw new WorkbookError("Changed", texts.changedSince(table?.worksheetName ?? changed.spec.sheet));
}

/** Whether a table holds what was written into it, in any order of rows and columns, and nothing else. */
function isAsWritten({ spec, rows }: DesiredTable, table: ManagedTable | undefined): boolean {
  if (!table) return false;
  const columns = spec.columns.map(({ header }) => columnOf(table, header));
  if (columns.includes(-1) || columns.length !== table.headers.length) return false;
  const contents = (all: readonly (readonly unknown[])[]): string[] =>
    all.map((cells) => JSON.stringify(cells.map(String))).filter((row) => /[^",[\]]/.test(row));
  const written = contents(rows.map(({ cells }) => spec.columns.map((_, at) => cells[at] ?? ""))).sort();
  const found = contents(table.rows.map((row) => columns.map((at) => row[at] ?? ""))).sort();
  return written.length === found.length && written.every((row, at) => row === found[at]);
}
