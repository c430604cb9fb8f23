/** The annex of statistics as one table. Rows and columns of documents come first, so that the chart draws one block below the header. */
import type { Annex, Statistics } from "../../domain/document";
import type { Cell, TableSpec } from "./spec";
import { figure, hidden, KEY, LOADED, text } from "./spec";
import { annexTableName } from "./annex-tables";

const PARTICIPANTS = "Participants";
const DOCUMENTS = "Documents";

/** One row of the table: section, what it counts, and the counts by column. */
export interface StatisticsRow {
  identity: string;
  cells: Record<string, Cell>;
}

/** Whether a document prints statistics at all. */
export function hasStatistics(statistics: Statistics): boolean {
  return statistics.participants !== undefined || Object.keys(statistics.documents ?? {}).length > 0;
}

/** The table of an annex of statistics, with the columns that it prints. */
export function statisticsSpec(meeting: string, annex: Annex, statistics: Statistics): TableSpec {
  return {
    kind: "Annex",
    name: annexTableName(meeting, annex.id),
    sheet: `${meeting} Annex ${annex.id}`,
    title: `Annex ${annex.id} – ${annex.title}`,
    identity: KEY,
    fingerprint: "cell",
    columns: [
      text("Section", 14),
      text("Of", 14),
      ...countHeaders(statistics).map((header) => figure(header, Math.max(8, header.length + 3))),
      hidden(LOADED),
      hidden(KEY),
    ],
  };
}

function countHeaders(statistics: Statistics): string[] {
  const { participants, documents = {} } = statistics;
  const headers = [
    ...Object.values(documents).flatMap((counts) => Object.keys(counts)),
    ...Object.keys(participants?.announced ?? {}),
    ...Object.keys(participants?.final ?? {}),
  ];
  return [...new Set(headers)];
}

/** The rows of the table. */
export function statisticsRows(statistics: Statistics): StatisticsRow[] {
  const rows: StatisticsRow[] = [];
  const add = (section: string, of: string, counts: Record<string, number | null>): void => {
    const cells: Record<string, Cell> = { Section: section, Of: of, [KEY]: `${section} ${of}` };
    for (const [header, count] of Object.entries(counts)) if (count !== null) cells[header] = count;
    rows.push({ identity: `${section} ${of}`, cells });
  };
  for (const [meeting, counts] of Object.entries(statistics.documents ?? {})) add(DOCUMENTS, meeting, counts);
  if (statistics.participants) {
    add(PARTICIPANTS, "Announced", statistics.participants.announced);
    add(PARTICIPANTS, "Final", statistics.participants.final);
  }
  return rows;
}

/** The block to draw: documents per meeting, with the column that names the meeting; null where none are counted. */
export function chartBlock(statistics: Statistics): { column: number; rows: number; columns: number } | null {
  const documents = Object.values(statistics.documents ?? {});
  const headers = new Set(documents.flatMap((counts) => Object.keys(counts)));
  return headers.size === 0 ? null : { column: 1, rows: documents.length, columns: headers.size + 1 };
}
