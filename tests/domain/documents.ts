/** Small documents for tests, composed row by row. */
import { emptyRow } from "../../src/domain/row-fields";
import type { DocumentFamily, ReadDocument, Row, TableKind } from "../../src/domain/document";

const EMPTY_ROW = emptyRow();

/** A row with the cells given; its printed name is composed from number and provisional name. */
export function row(cells: Partial<Row>): Row {
  const { number = null, acronym = null, formerly = null, mark = null } = cells;
  const companion =
    formerly !== null ? ` (ex ${formerly})` : number !== null && acronym !== null ? ` (${acronym})` : "";
  return { ...EMPTY_ROW, printedName: `${number ?? acronym ?? ""}${companion}${mark ?? ""}`, ...cells };
}

/** A document of one family, one annex with a section for each table. */
export function documentOf(
  asOf: string | null,
  tables: Partial<Record<TableKind, Row[]>>,
  family: DocumentFamily = "executive-summary",
): ReadDocument {
  const sections = Object.entries(tables).map(([table, rows], index) => ({
    id: "abcdefghijklmn".charAt(index),
    title: table,
    table: table as TableKind,
    rows,
    notes: [],
  }));
  return {
    family,
    document: { studyGroup: "SG17", title: "Executive Summary", place: null, from: null, to: asOf, asOf },
    annexes: [{ id: "A", title: "Actions taken", sections }],
    rgms: [],
    statistics: {},
    plannedMeetings: [],
    problems: [],
  };
}
