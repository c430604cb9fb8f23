/** Fills the list of decisions from the pane: single cells, and pasted lines. */
import type { RowCells } from "../../domain/cells";
import { filled, readDecisionLines, type DecisionCells, type DecisionFieldId } from "../../domain/decisions";
import { findItem } from "../../domain/item-index";
import { decisionTexts } from "../../i18n/decisions";
import { WorkbookError } from "../excel-errors";
import { runExcel } from "../excel-run";
import { currentIndex } from "../programme-store";
import { decisionHeader } from "../table-specs/decisions-table";
import { KEY } from "../table-specs/spec";
import { appendWrite, queueWrite, revertOf, updateWrite, type CellWrite, type TableWrite } from "../table-writer";
import { columnOf } from "../tables";
import { readDecisionList, type DecisionList } from "./decision-list";

const headerOf = (id: string): string => decisionHeader(id as DecisionFieldId);

/** Writes cells of a row of a list as it was last read. One request. */
export async function fillRow(list: DecisionList, row: number, cells: DecisionCells): Promise<void> {
  const written = Object.entries(cells).map(([id, value]) => ({ row, header: headerOf(id), value }));
  await writeListCells(list, written);
  const line = list.table.rows[row];
  for (const { header, value } of written) if (line) line[columnOf(list.table, header)] = value;
  list.rows[row] = { ...list.rows[row], ...cells };
}

/**
 * Adds pasted lines to the list: to the rows of their items as far as nothing is decided there, otherwise below. Two requests.
 * @returns the number of lines
 */
export async function pasteDecisions(text: string): Promise<number> {
  return runExcel(
    async (context) => {
      const list = await readDecisionList(context);
      const lines = readDecisionLines(text, (name) => keyNamed(name) !== null);
      if (lines.length > 0) await send(context, pastedWrite(list, lines));
      return lines.length;
    },
    { oneUndoStep: true },
  );
}

function keyNamed(name: string): string | null {
  const index = currentIndex();
  const found = index && findItem(index, name);
  return found && "found" in found ? found.found.key : null;
}

function pastedWrite({ table, spec, rows }: DecisionList, lines: readonly DecisionCells[]): TableWrite {
  const free = new Map(
    rows.flatMap((cells, row): [string, number][] =>
      filled(cells, "decision") === "" ? [[filled(cells, "key"), row]] : [],
    ),
  );
  const cells: CellWrite[] = [];
  const below: RowCells[] = [];
  for (const line of lines) {
    const key = keyNamed(filled(line, "item"));
    const row = key === null ? undefined : free.get(key);
    const entries = Object.entries(line).map(([id, value]): [string, string] => [headerOf(id), value]);
    if (row === undefined) below.push(Object.fromEntries(entries));
    else
      cells.push(
        ...entries.flatMap(([header, value]) => (header === decisionHeader("item") ? [] : [{ row, header, value }])),
      );
    if (key !== null) free.delete(key);
  }
  const append = appendWrite(table, KEY, spec.columns, below);
  const update = updateWrite(table, KEY, spec.columns, cells);
  return { ...append, updates: [...(update.updates ?? []), ...(append.updates ?? [])] };
}

/** Writes the cells of a list that have another value. One request, or none. */
export async function writeListCells({ table, spec }: DecisionList, cells: readonly CellWrite[]): Promise<void> {
  const changed = cells.filter(({ row, header, value }) => table.rows[row]?.[columnOf(table, header)] !== value);
  if (changed.length === 0) return;
  const write = updateWrite(table, KEY, spec.columns, changed);
  await runExcel((context) => send(context, write), { oneUndoStep: true });
}

/** Sends a write. Where somebody sorted the list meanwhile, what was written to other rows is put back. */
async function send(context: Excel.RequestContext, write: TableWrite): Promise<void> {
  const queued = queueWrite(context, write);
  await context.sync();
  const conflict = queued.conflict();
  if (!conflict) return;
  queueWrite(context, revertOf(conflict, "misplaced"));
  await context.sync();
  throw new WorkbookError("Disturbed", decisionTexts().moved);
}
