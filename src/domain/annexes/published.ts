/** The published annexes of the documents from which the programme was read. */
import type { Annex, DocumentFamily, Row } from "../document";
import type { Programme } from "../model";
import { documentIdFor } from "../designations/document-id";

type Report = Exclude<DocumentFamily, "work-programme-export">;

/** Returns the families of the published reports of a meeting. */
export function publishedReports(programme: Programme, meeting: string): Report[] {
  const families: Report[] = ["executive-summary", "lead-study-group-report"];
  return families.filter((family) =>
    programme.frames.some(({ document }) => document === documentIdFor(meeting, family)),
  );
}

/** Returns the published annexes of a meeting's report with their rows as printed; null where it was not read. */
export function publishedAnnexes(programme: Programme, meeting: string, family: Report): Annex[] | null {
  const id = documentIdFor(meeting, family);
  const rows = new Map<string, { position: number; row: Row }[]>();
  for (const { source, printed } of programme.events) {
    if (source?.document !== id || !printed) continue;
    const location = `${source.annex}/${source.section}`;
    const group = rows.get(location);
    const entry = { position: source.position, row: printed };
    if (group) group.push(entry);
    else rows.set(location, [entry]);
  }
  const annexes: Annex[] = [];
  for (const frame of programme.frames.filter(({ document }) => document === id)) {
    let annex = annexes.find((candidate) => candidate.id === frame.annex);
    if (!annex) annexes.push((annex = { id: frame.annex, title: frame.annexTitle, sections: [] }));
    const printed = rows.get(`${frame.annex}/${frame.section}`) ?? [];
    annex.sections.push({
      id: frame.section,
      title: frame.sectionTitle,
      table: frame.table,
      rows: printed.sort((a, b) => a.position - b.position).map(({ row }) => row),
      notes: frame.notes,
    });
  }
  return annexes.length > 0 ? annexes : null;
}
