/** The work programme export: a preamble, then a header row whose first cell is "Work Item", cells parted by semicolons. */
import type { ReadDocument } from "../programme/document";
import type { Ledger } from "./ledger";
import type { Line } from "./lines";

/** True where the lines are a work programme export. */
export function isExport(lines: readonly Line[]): boolean {
  void lines;
  return false;
}

/** Reads an export. */
export function readExport(lines: readonly Line[]): { document: ReadDocument; ledger: Ledger } {
  throw new Error(`not an export: ${lines.length} lines`);
}
