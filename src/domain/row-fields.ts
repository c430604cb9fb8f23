/**
 * The fields of a printed row, each declared once: columns of the annexes' tables and of History, generated reports and What changed derive
 * from here.
 */
import type { Row } from "./document";
import { FIELDS, type FieldValue } from "./item-fields";

export type RowFieldId = Exclude<keyof Row, "lines">;

export interface RowFieldSpec {
  id: RowFieldId;
  /** Header of its column in an annex's table. */
  header: string;
  /** Header in History, where that is another column's already. */
  historyHeader?: string;
  type: "text" | "list" | "number";
  /** Width of the column, in characters. */
  width: number;
  wrap?: true;
  /** Width on a printed page, in characters. */
  printWidth?: number;
  /** A report prints a dash where it is empty. */
  dash?: true;
  /** Only in History: parts of the name, and what only an export prints. */
  recordOnly?: true;
  /** Only a work programme export prints it; rows of other documents do not have the field. */
  exportOnly?: true;
}

/** Every field, in the order in which annexes print them. */
export const ROW_FIELDS: readonly RowFieldSpec[] = [
  { id: "seq", header: "No.", type: "number", width: 6, printWidth: 4, dash: true },
  { id: "sg", header: "SG", historyHeader: "Study group", type: "text", width: 7, printWidth: 6 },
  { id: "question", header: "Question", type: "text", width: 10, printWidth: 8 },
  { id: "jointQuestions", header: "Joint Questions", type: "list", width: 14 },
  {
    id: "printedName",
    header: "Item",
    historyHeader: "Printed name",
    type: "text",
    width: 26,
    wrap: true,
    printWidth: 20,
  },
  { id: "title", header: "Title", type: "text", width: 60, wrap: true, printWidth: 46 },
  { id: "kind", header: "Kind", type: "text", width: 7, printWidth: 10 },
  { id: "editors", header: "Editors", type: "list", width: 40, wrap: true, printWidth: 26 },
  { id: "text", header: "Text", type: "text", width: 12, printWidth: 14 },
  { id: "a5", header: "A.5/A.25", type: "text", width: 11, printWidth: 18, dash: true },
  { id: "equivalent", header: "Equivalent", type: "text", width: 22, wrap: true, printWidth: 18, dash: true },
  { id: "startOfWork", header: "Start of work", type: "text", width: 13, printWidth: 13 },
  { id: "determined", header: "Determined", type: "text", width: 18, printWidth: 18 },
  { id: "decision", header: "Decision", type: "text", width: 36, wrap: true, printWidth: 20 },
  { id: "timing", header: "Timing", type: "text", width: 10, printWidth: 11 },
  { id: "contribution", header: "Contribution", type: "text", width: 12, printWidth: 8 },
  { id: "number", header: "Number", type: "text", width: 16, recordOnly: true },
  { id: "acronym", header: "Provisional name", type: "text", width: 20, recordOnly: true },
  { id: "formerly", header: "Formerly", type: "text", width: 16, recordOnly: true },
  { id: "mark", header: "Mark", type: "text", width: 7, recordOnly: true },
  { id: "status", header: "Printed status", type: "text", width: 16, recordOnly: true, exportOnly: true },
  { id: "statusDate", header: "Status date", type: "text", width: 12, recordOnly: true, exportOnly: true },
  { id: "version", header: "Version", type: "text", width: 9, recordOnly: true, exportOnly: true },
  { id: "studyPeriod", header: "Study period", type: "text", width: 12, recordOnly: true, exportOnly: true },
  { id: "process", header: "Printed process", type: "text", width: 14, recordOnly: true, exportOnly: true },
];

const BY_ID: ReadonlyMap<string, RowFieldSpec> = new Map(ROW_FIELDS.map((field) => [field.id, field]));

/** The declaration of a field; undefined for `lines`, which no column shows. */
export function rowField(id: string): RowFieldSpec | undefined {
  return BY_ID.get(id);
}

/** Header of a field in History. */
export function historyHeader({ header, historyHeader: own }: RowFieldSpec): string {
  return own ?? header;
}

/** A row of a table before anything is known of it; `lines` are [0, 0] for what no document prints. */
export function emptyRow(lines: [number, number] = [0, 0]): Row {
  const empty = ROW_FIELDS.filter(({ exportOnly }) => exportOnly !== true).map(({ id }) => [
    id,
    id === "jointQuestions" ? [] : null,
  ]);
  return { ...(Object.fromEntries(empty) as Omit<Row, "lines">), lines };
}

/** Fields of a work item that reports print, with the field of the row that prints each. */
export const REPORTED_FIELDS = FIELDS.flatMap((field) =>
  field.printed === undefined ? [] : [{ field, printed: field.printed }],
);

/** What a row prints in a field; null where it is empty or no item has such a value. */
export function printedValue(row: Row, id: keyof Row): FieldValue {
  const value = row[id];
  if (Array.isArray(value)) return value.length > 0 ? value.map(String) : null;
  return typeof value === "string" ? value : null;
}
