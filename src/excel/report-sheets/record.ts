/**
 * Which sheets the add-in has generated, and what it wrote on each: a setting of the workbook. A sheet that still says what was written
 * may be replaced; one that people have edited is theirs.
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

/** Asks for the record in a batch; `take` after the sync. */
export function queueRecord(context: Excel.RequestContext): { result(): SheetRecord } {
  const setting = context.workbook.settings.getItemOrNullObject(SETTING);
  setting.load("value");
  return { result: () => (setting.isNullObject ? {} : parseRecord(setting.value)) };
}

/** Queues writing the record. */
export function writeRecord(context: Excel.RequestContext, record: SheetRecord): void {
  context.workbook.settings.add(SETTING, JSON.stringify(record));
}

/** What a sheet says, in short: every cell from the first row and column to the last that holds anything. */
export function sheetFingerprint(cells: readonly (readonly Cell[])[]): string {
  const filled = cells.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1));
  const rows = filled.slice(0, filled.findLastIndex((row) => row.length > 0) + 1);
  return `${String(rows.length)}:${rowFingerprint(rows.map(rowFingerprint))}`;
}
