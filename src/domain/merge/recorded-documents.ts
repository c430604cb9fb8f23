/** Documents as the programme records them: their frames, their rows as printed, and what their records say. */
import { positionOf, type Annex, type ReadDocument, type Row } from "../document";
import type { DocumentRecord, Programme, ProgrammeEvent } from "../model";

/** A row of a document with its position in the printed table. */
interface RecordedRow {
  position: number;
  row: Row;
}

/** The rows of each document by table. Two tables of one name follow each other: positions start again. */
function recordedRows(events: readonly ProgrammeEvent[]): Map<string, RecordedRow[][]> {
  const tables = new Map<string, RecordedRow[][]>();
  for (const { source, printed } of events) {
    if (!source || !printed || source.column !== null) continue;
    const key = tableKey(source.document, source.annex, source.section);
    const parts = tables.get(key) ?? [];
    tables.set(key, parts);
    const at = parts.findIndex((rows) => rows.at(-1)?.position !== source.position);
    const part = at < 0 ? [] : (parts[at] ?? []);
    if (at < 0) parts.push(part);
    part.push({ position: source.position, row: printed });
  }
  return tables;
}

function tableKey(document: string, annex: string, section: string): string {
  return [document, annex, section].join("\n");
}

/** The rows of all events by position, so that equal positions follow each other. */
function byPosition(events: readonly ProgrammeEvent[]): ProgrammeEvent[] {
  return [...events].sort((a, b) => (a.source?.position ?? 0) - (b.source?.position ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Returns the annexes of a document with their rows as printed. */
export type AnnexesOf = (document: string) => Annex[];

/** Returns a function that gives the annexes of any document of a programme. */
export function recordedAnnexes(programme: Pick<Programme, "events" | "frames">): AnnexesOf {
  const rows = recordedRows(byPosition(programme.events));
  return (document) => {
    const annexes: Annex[] = [];
    const used = new Map<string, number>();
    for (const frame of programme.frames) {
      if (frame.document !== document) continue;
      let annex = annexes.at(-1);
      if (annex?.id !== frame.annex || annex.title !== frame.annexTitle)
        annexes.push((annex = { id: frame.annex, title: frame.annexTitle, sections: [] }));
      const key = tableKey(document, frame.annex, frame.section);
      const part = used.get(key) ?? 0;
      used.set(key, part + 1);
      const printed = rows.get(key)?.[part] ?? [];
      const section: Annex["sections"][number] = {
        id: frame.section,
        title: frame.sectionTitle,
        table: frame.table,
        rows: printed.map(({ row }) => row),
        notes: frame.notes,
      };
      const isWhole = printed.every(({ position }, index) => position === positionOf(section, index));
      annex.sections.push(isWhole ? section : { ...section, positions: printed.map(({ position }) => position) });
    }
    return annexes;
  };
}

/** Returns the documents that a programme was read from, as they would be read again. */
export function recordedDocuments(programme: Programme): ReadDocument[] {
  const annexesOf = recordedAnnexes(programme);
  return programme.documents.map((record) => ({
    family: record.family,
    document: record.header,
    annexes: annexesOf(record.id),
    rgms: record.rgms,
    statistics: record.statistics,
    plannedMeetings: record.plannedMeetings,
    ...(record.texts ? { texts: record.texts } : {}),
    problems: [],
    problemCount: record.problems,
    ...(record.file === null ? {} : { file: record.file }),
  }));
}

/** What is recorded of a document besides its events and frames. */
export function recordOf(id: string, document: ReadDocument): DocumentRecord {
  return {
    id,
    family: document.family,
    header: document.document,
    statistics: document.statistics,
    file: document.file ?? null,
    rows: document.annexes.reduce(
      (sum, { sections }) => sum + sections.reduce((rows, section) => rows + section.rows.length, 0),
      0,
    ),
    problems: document.problemCount ?? document.problems.length,
    rgms: document.rgms,
    plannedMeetings: document.plannedMeetings,
    ...(document.texts ? { texts: document.texts } : {}),
  };
}
