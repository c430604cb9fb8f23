/** Tables of the published annexes: the columns that each kind of table prints, and the table of the interim meetings. */
import type { Annex, Row, TableKind } from "../../domain/document";
import { ROW_FIELDS, type RowFieldId, type RowFieldSpec } from "../../domain/row-fields";
import { declared, figure, hidden, KEY, LOADED, STATUS, text, type TableSpec } from "./spec";

/** Every column an annex may print, in the order in which it prints them. */
const PRINTED = ROW_FIELDS.filter(({ recordOnly }) => recordOnly !== true);

type PrintedFields = readonly RowFieldId[];

const COMMON: PrintedFields = ["seq", "question", "printedName", "title", "kind", "editors", "text"];
const DECIDED: PrintedFields = [...COMMON, "a5", "equivalent"];
const PLANNED: PrintedFields = [...COMMON, "equivalent", "timing"];

/** What each kind of table prints. */
const FIELDS: Record<TableKind, PrintedFields> = {
  "TAP approved": DECIDED,
  "TAP not approved": [
    ...(["seq", "question", "printedName", "title", "kind", "editors", "text", "equivalent"] as const),
    ...(["startOfWork", "determined", "decision"] as const),
  ],
  "TAP determined": DECIDED,
  "AAP consented": DECIDED,
  Agreed: ["seq", "question", "printedName", "title", "kind", "editors", "text"],
  "Planned for approval": PLANNED,
  "Planned for determination": PLANNED,
  "Planned for consent": PLANNED,
  "Planned for agreement": PLANNED,
  "New work items": [
    ...([
      "seq",
      "question",
      "jointQuestions",
      "printedName",
      "title",
      "editors",
      "timing",
      "text",
      "contribution",
    ] as const),
  ],
  Discontinued: ["question", "printedName", "title"],
  "Recommendations approved": ["sg", "printedName", "title"],
  "Under development": ["sg", "printedName", "title"],
  "Work programme export": ["question", "printedName", "title", "kind", "timing"],
};

/** Whether a row has something to show in a column. */
function isPrinted(row: Row, field: RowFieldId): boolean {
  const value = row[field] ?? null;
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** The columns an annex prints: those of its kinds of table, and any other that a row of it fills, so that nothing is lost. */
export function printedColumns(annex: Annex): readonly RowFieldSpec[] {
  const fields = new Set<RowFieldId>(["printedName", "title"]);
  for (const section of annex.sections) {
    if (section.table) for (const field of FIELDS[section.table]) fields.add(field);
    for (const row of section.rows) {
      for (const { id } of PRINTED) if (isPrinted(row, id)) fields.add(id);
    }
  }
  return PRINTED.filter(({ id }) => fields.has(id));
}

/** Header of the hidden column that identifies the printed row by section and position, "a 3". */
export const PRINTED_ROW = "Printed row";

/** The headers of all columns that an annex may have. */
export const ANNEX_HEADERS: ReadonlySet<string> = new Set([
  "Section",
  ...PRINTED.map(({ header }) => header),
  ...[STATUS, PRINTED_ROW, LOADED, KEY],
]);

/** Name of an annex's table, "Annex_2023_09_A". */
export function annexTableName(meeting: string, annex: string): string {
  return `Annex_${identifier(meeting)}_${identifier(annex)}`;
}

/** Letters, digits and underscores only, the characters that Excel allows in the name of a table, at most 255 of them. */
export function identifier(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, "_").slice(0, 100);
}

const ANNEX_NAME = /^Annex_(\d{4})_(\d{2})_(\w+)$/;
const INTERIM_NAME = /^Interim_(\d{4})_(\d{2})$/;

/** Meeting and annex of an annex table's name; null for any other table. */
export function annexOfTable(name: string): { meeting: string; annex: string } | null {
  const match = ANNEX_NAME.exec(name);
  return match ? { meeting: `${match[1] ?? ""}-${match[2] ?? ""}`, annex: match[3] ?? "" } : null;
}

/** Meeting of the name of a table of interim meetings; null for any other table. */
export function meetingOfInterimTable(name: string): string | null {
  const match = INTERIM_NAME.exec(name);
  return match ? `${match[1] ?? ""}-${match[2] ?? ""}` : null;
}

/** The sheet on which an annex is laid out. */
export const annexSheet = (meeting: string, annex: string): string => `${meeting} Annex ${annex}`;

/** The sheet of a meeting's interim meetings. */
export const interimSheet = (meeting: string): string => `${meeting} Interim meetings`;

/** The table of one annex as a document prints it. */
export function annexSpec(meeting: string, annex: Annex): TableSpec {
  return {
    kind: "Annex",
    name: annexTableName(meeting, annex.id),
    sheet: annexSheet(meeting, annex.id),
    title: `Annex ${annex.id} – ${annex.title}`,
    identity: PRINTED_ROW,
    fingerprint: "cell",
    columns: [
      text("Section", annex.sections.some((section) => section.title !== "") ? 30 : 10, { wrap: true }),
      ...printedColumns(annex).map(declared),
      text(STATUS, 18, { list: "Status", derived: true }),
      hidden(PRINTED_ROW),
      hidden(LOADED),
      hidden(KEY),
    ],
  };
}

/** The table of the rapporteur group meetings planned between two meetings of the study group. */
export function interimSpec(meeting: string): TableSpec {
  return {
    kind: "Interim",
    name: `Interim_${identifier(meeting)}`,
    sheet: interimSheet(meeting),
    title: `Interim rapporteur group meetings planned at the meeting of ${meeting}`,
    identity: KEY,
    fingerprint: "cell",
    columns: [
      figure("No.", 6),
      text("Question", 10),
      text("Date", 28, { wrap: true }),
      text("Place", 40, { wrap: true }),
      text("Objectives", 80, { wrap: true }),
      hidden(LOADED),
      hidden(KEY),
    ],
  };
}
