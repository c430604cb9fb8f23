/** Frames of the annexes and the documents read, as rows of the hidden tables. */
import { DOCUMENT_FAMILIES, TABLE_KINDS, type Statistics } from "../../domain/document";
import type { AnnexFrame, DocumentRecord } from "../../domain/model";
import { isOneOf } from "../../domain/vocabulary";
import { KEY } from "../table-specs/spec";
import { dateCell, dateOf, objectOf, textCell, textOf, type RowCells, type RowReader } from "../../domain/cells";

/** Identity of a frame. */
export function frameKey(frame: Pick<AnnexFrame, "document" | "annex" | "section">): string {
  return [frame.document, frame.annex, frame.section].join("|");
}

/** The row of a frame. Notes are one a line: a note has no line breaks, white space being folded. */
export function frameCells(frame: AnnexFrame): RowCells {
  return {
    Document: frame.document,
    Meeting: frame.meeting,
    Annex: frame.annex,
    "Annex title": frame.annexTitle,
    Section: frame.section,
    "Section title": frame.sectionTitle,
    Table: textCell(frame.table),
    Notes: frame.notes.join("\n"),
    [KEY]: frameKey(frame),
  };
}

/** The frame of a row. */
export function frameOfRow(read: RowReader): AnnexFrame {
  const table = read("Table");
  const notes = textOf(read("Notes"));
  return {
    document: textOf(read("Document")) ?? "",
    meeting: textOf(read("Meeting")) ?? "",
    annex: textOf(read("Annex")) ?? "",
    annexTitle: textOf(read("Annex title")) ?? "",
    section: textOf(read("Section")) ?? "",
    sectionTitle: textOf(read("Section title")) ?? "",
    table: isOneOf(TABLE_KINDS, table) ? table : null,
    notes: notes === null ? [] : notes.split("\n"),
  };
}

/** The row of a document. */
export function documentCells(record: DocumentRecord): RowCells {
  const { header } = record;
  return {
    Document: record.id,
    Family: record.family,
    "Study group": textCell(header.studyGroup),
    Title: textCell(header.title),
    Place: textCell(header.place),
    From: dateCell(header.from),
    To: dateCell(header.to),
    "As of": dateCell(header.asOf),
    Statistics: JSON.stringify(record.statistics),
    [KEY]: record.id,
  };
}

/** The document of a row. */
export function documentOfRow(read: RowReader): DocumentRecord {
  const family = read("Family");
  return {
    id: textOf(read(KEY)) ?? "",
    family: isOneOf(DOCUMENT_FAMILIES, family) ? family : "executive-summary",
    header: {
      studyGroup: textOf(read("Study group")),
      title: textOf(read("Title")),
      place: textOf(read("Place")),
      from: dateOf(read("From")),
      to: dateOf(read("To")),
      asOf: dateOf(read("As of")),
    },
    statistics: objectOf(read("Statistics")) as Statistics,
  };
}
