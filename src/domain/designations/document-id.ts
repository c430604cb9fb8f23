/** The identity of a published document: month and family. */
import type { DocumentFamily } from "../document";

/** Names of the document families. */
export const FAMILY_NAMES: Record<DocumentFamily, string> = {
  "executive-summary": "executive summary",
  "lead-study-group-report": "lead study group report",
  "work-programme-export": "work programme export",
};

/** Identity of the document that reports on a meeting or month, as Source.document has it: "2023-09 executive summary". */
export function documentIdFor(month: string, family: DocumentFamily): string {
  return `${month} ${FAMILY_NAMES[family]}`;
}
