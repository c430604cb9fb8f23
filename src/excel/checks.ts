/** The Checks sheet: the findings of the last check, each with a link to its cell. */
import { cellAddress } from "../domain/edit-review/areas";
import { headerOfField } from "../domain/item-fields";
import { WORKBOOK_LANGUAGE } from "../i18n/language";
import { wordFinding } from "../i18n/rules";
import { workbookTexts } from "../i18n/workbook";
import type { Finding } from "../domain/rules/types";
import { WorkbookError } from "./excel-errors";
import { KEY } from "./table-specs/spec";
import { CHECKS, WORK_PROGRAMME } from "./table-specs/tables";
import type { RowCells } from "../domain/cells";
import { runExcel } from "./excel-run";
import { unfiltered } from "./filters";
import { queueReplacement } from "./table-writer";
import { readTables } from "./read-tables";
import { bodyRange, columnOf, sheetOf, type ManagedTable } from "./tables";
import { requireWritable } from "./writability";

/** Each link is a request of its own; beyond this many the address alone must do. */
const LINKS_AT_MOST = 1_000;

/** "'Work programme'!G12", the cell a finding is about; null where its item has no row. */
function rowLocator(workProgramme: ManagedTable): (line: CheckLine) => string | null {
  const keyColumn = columnOf(workProgramme, KEY);
  const rowOf = new Map(workProgramme.rows.map((row, at) => [String(row[keyColumn] ?? ""), at]));
  const sheet = `'${workProgramme.worksheetName.replaceAll("'", "''")}'`;
  return ({ key, field }) => {
    const row = key === null ? undefined : rowOf.get(key);
    if (row === undefined) return null;
    const column = Math.max(0, columnOf(workProgramme, field === "key" ? KEY : headerOfField(field ?? "item")));
    return `${sheet}!${cellAddress(workProgramme.top + 1 + row, workProgramme.left + column)}`;
  };
}

const SEVERITIES = { error: "Error", warning: "Warning", info: "Remark" } as const;

/** A line of the Checks sheet. */
export interface CheckLine extends Pick<Finding, "severity" | "rule" | "item" | "key" | "field"> {
  message: string;
  clause: string;
  advice: string;
}

/** A finding in words. The sheet is shared: people of any language read it in the workbook's one language. */
export function lineOfFinding(finding: Finding): CheckLine {
  const { message, clause, advice } = wordFinding(finding, WORKBOOK_LANGUAGE);
  const { severity, rule, item, key, field } = finding;
  return { severity, rule, item, key, field, message, clause, advice };
}

function cellsOf(
  { severity, rule, item, key, field, message, clause, advice }: CheckLine,
  address: string | null,
): RowCells {
  return {
    Severity: SEVERITIES[severity],
    Where: address ?? "",
    Item: item,
    Rule: rule,
    Message: message,
    Clause: clause,
    "What to do": advice,
    [KEY]: [key ?? "", rule, field ?? ""].join(" "),
  };
}

/**
 * Replaces the rows of the Checks table by these findings and shows the sheet. Three round trips, however many findings.
 * @throws WorkbookError where the workbook has no work programme, or no Checks table
 */
export async function writeFindings(findings: readonly CheckLine[]): Promise<void> {
  await runExcel(async (context) => {
    const tables = await readTables(context, [CHECKS.name, WORK_PROGRAMME.name]);
    const checks = tables.find((table) => table.name === CHECKS.name);
    const workProgramme = tables.find((table) => table.name === WORK_PROGRAMME.name);
    if (!checks || !workProgramme) throw new WorkbookError("ItemNotFound", workbookTexts().notFound);
    requireWritable({ sheets: [checks] });
    const locate = rowLocator(workProgramme);
    const found = findings.map((finding) => ({ address: locate(finding), finding }));
    const rows = found.map(({ finding, address }) => cellsOf(finding, address));
    unfiltered(context, checks, () => {
      queueReplacement(context, checks, CHECKS.columns, rows);
      const where = columnOf(checks, "Where");
      if (where < 0) return;
      found.slice(0, LINKS_AT_MOST).forEach(({ address }, row) => link(context, checks, row, where, address));
    });
    sheetOf(context, checks).activate();
    await context.sync();
  });
}

function link(
  context: Excel.RequestContext,
  table: ManagedTable,
  row: number,
  column: number,
  address: string | null,
): void {
  if (address === null) return;
  bodyRange(context, table, row, column).hyperlink = { documentReference: address, textToDisplay: address };
}
