/** The published annexes of the documents from which the programme was read. */
import { REPORT_FAMILIES, type Annex, type ReportFamily } from "../document";
import type { Programme } from "../model";
import { documentIdFor } from "../designations/document-id";
import { recordedAnnexes } from "../merge/recorded-documents";

/** Returns the families of the published reports of a meeting. */
export function publishedReports(programme: Programme, meeting: string): ReportFamily[] {
  return REPORT_FAMILIES.filter((family) =>
    programme.frames.some(({ document }) => document === documentIdFor(meeting, family)),
  );
}

/** Returns the published annexes of a meeting's report with their rows as printed; null where it was not read. */
export function publishedAnnexes(programme: Programme, meeting: string, family: ReportFamily): Annex[] | null {
  const annexes = recordedAnnexes(programme)(documentIdFor(meeting, family));
  return annexes.length > 0 ? annexes : null;
}
