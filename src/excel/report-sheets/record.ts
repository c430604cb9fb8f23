/**
 * Records which sheets the add-in has generated, and a fingerprint of each, in a setting of the workbook. An unchanged sheet may be
 * replaced; a sheet that users edited is kept.
 */
import { rowFingerprint } from "../fingerprint";
import type { Cell } from "../table-specs/spec";

export interface GeneratedSheet {
  /** Excel's id of the sheet; null until Excel has given it one. */
  id: string | null;
  /** Its name when it was made: what it is looked for by where a file has lost the ids. */
  name: string;
  fingerprint: string;
}

/** By the identity of the page. */
export type SheetRecord = Record<string, GeneratedSheet>;

const SETTING = "SG17.generatedSheets";

const textOr = (value: unknown): string => (typeof value === "string" ? value : "");

function parseRecord(value: unknown): SheetRecord {
  if (typeof value !== "string") return {};
  try {
    const stored = JSON.parse(value) as Record<string, Partial<GeneratedSheet> | null> | null;
    return Object.fromEntries(
      Object.entries(stored ?? {}).map(([identity, sheet]) => [
        identity,
        {
          id: typeof sheet?.id === "string" ? sheet.id : null,
          name: textOr(sheet?.name),
          fingerprint: textOr(sheet?.fingerprint),
        },
      ]),
    );
  } catch {
    return {};
  }
}

/** Queues reading the record in a batch; call `result` after the sync. */
export function queueRecord(context: Excel.RequestContext): { result(): SheetRecord } {
  const setting = context.workbook.settings.getItemOrNullObject(SETTING);
  setting.load("value");
  return { result: () => (setting.isNullObject ? {} : parseRecord(setting.value)) };
}

/** Queues writing the record. */
export function writeRecord(context: Excel.RequestContext, record: SheetRecord): void {
  context.workbook.settings.add(SETTING, JSON.stringify(record));
}

/** Returns the fingerprint of a sheet: all cells from the first to the last that is not empty. */
export function sheetFingerprint(cells: readonly (readonly Cell[])[]): string {
  const filled = cells.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1));
  const rows = filled.slice(0, filled.findLastIndex((row) => row.length > 0) + 1);
  return `${String(rows.length)}:${rowFingerprint(rows.map(rowFingerprint))}`;
}
