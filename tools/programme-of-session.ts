/** The programme as a session's workbook holds it: read back from its tables, cell by cell, and from nothing else. */
import { formatArea, type HeadlessExcel } from "local-excel";
import type { RapporteurMeeting } from "../src/domain/document";
import type { Programme } from "../src/domain/model";
import type { Cell } from "../src/excel/table-specs/spec";
import { interimSpec } from "../src/excel/table-specs/annex-tables";
import { programmeOfTables } from "../src/excel/programme-tables";
import { interimOfRow } from "../src/excel/row-mapping/meeting-rows";
import { kindOfTable, rowCursor, type ManagedTable } from "../src/excel/tables";

/** Every managed table of the workbook. */
export function managedTables(session: HeadlessExcel): ManagedTable[] {
  return session.tables().flatMap((table) => {
    const kind = kindOfTable(table.name);
    if (kind === null) return [];
    const sheet = session.excel.host.engine.sheet(table.sheetId)?.getName() ?? "";
    const { area, columns, showTotals } = table;
    const body = { ...area, startRow: area.startRow + 1, endRow: area.endRow - (showTotals ? 1 : 0) };
    const values = session.values(`'${sheet.replaceAll("'", "''")}'!${formatArea(body)}`);
    return [
      {
        name: table.name,
        kind,
        id: table.id,
        worksheetId: table.sheetId,
        worksheetName: sheet,
        top: area.startRow,
        left: area.startColumn,
        headers: columns.map(({ name }) => name),
        rows: values.map((row) => row.map((value): Cell => (typeof value === "object" ? "" : value))),
        showTotals,
        isProtected: false,
        showHeaders: true,
        filter: null,
        contentBelow: false,
      },
    ];
  });
}

/**
 * The programme that the tables hold.
 * @throws Error where the workbook has neither a work programme nor a History
 */
export function programmeOf(session: HeadlessExcel): Programme {
  const programme = programmeOfTables(managedTables(session));
  if (!programme) throw new Error("The workbook holds no work programme.");
  return programme;
}

/** The interim meetings that a meeting planned, as the workbook lists them. */
export function interimMeetings(session: HeadlessExcel, meeting: string): RapporteurMeeting[] {
  const table = managedTables(session).find(({ name }) => name === interimSpec(meeting).name);
  if (!table) return [];
  const cursor = rowCursor(table);
  return table.rows.filter((row) => row.some((cell) => cell !== "")).map((row) => interimOfRow(cursor.at(row)));
}
