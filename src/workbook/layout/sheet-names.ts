/** What people call a managed table: the name its sheet has when it is made. */
import { annexOfTable } from "./annex-tables";
import { CHECKS, HISTORY, MEETINGS, WORK_PROGRAMME } from "./tables";

const SHOWN = [WORK_PROGRAMME, MEETINGS, HISTORY, CHECKS];
const INTERIM = /^Interim_(\d{4})_(\d{2})$/;

/** The usual sheet of a managed table; null for tables that stand on the hidden Lists sheet. */
export function usualSheet(table: string): string | null {
  const fixed = SHOWN.find(({ name }) => name === table);
  if (fixed) return fixed.sheet;
  const annex = annexOfTable(table);
  if (annex) return `${annex.meeting} Annex ${annex.annex}`;
  const interim = INTERIM.exec(table);
  return interim ? `${interim[1] ?? ""}-${interim[2] ?? ""} Interim meetings` : null;
}
