/** The usual sheet of a managed table, by which users know it. */
import { annexOfTable, annexSheet, interimSheet, meetingOfInterimTable } from "./annex-tables";
import { CHECKS, DOCUMENTS, HISTORY, MEETINGS, OTHER_GROUPS, WORK_PROGRAMME } from "./tables";

const SHOWN = [WORK_PROGRAMME, OTHER_GROUPS, MEETINGS, HISTORY, CHECKS, DOCUMENTS];

/** Returns the usual sheet of a managed table; null for the table of the hidden Lists sheet. */
export function usualSheet(table: string): string | null {
  const fixed = SHOWN.find(({ name }) => name === table);
  if (fixed) return fixed.sheet;
  const annex = annexOfTable(table);
  if (annex) return annexSheet(annex.meeting, annex.annex);
  const interim = meetingOfInterimTable(table);
  return interim === null ? null : interimSheet(interim);
}
