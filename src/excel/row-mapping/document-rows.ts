/** Frames of the annexes and the documents read, as rows of the hidden tables. */
import { DOCUMENT_FAMILIES, TABLE_KINDS, type DocumentFamily, type Statistics } from "../../domain/document";
import type { AnnexFrame, DocumentRecord } from "../../domain/model";
import { isOneOf } from "../../domain/vocabulary";
import { KEY } from "../table-specs/spec";
import { fitting } from "./cell-text";
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

/** The row of a document. What people read is shown; the hidden column Rest keeps what the document itself says. */
export function documentCells(record: DocumentRecord): RowCells {
  const { header } = record;
  return {
    Document: record.id,
    Title: textCell(header.title),
    Place: textCell(header.place),
    From: dateCell(header.from),
    To: dateCell(header.to),
    "As of": dateCell(header.asOf),
    File: textCell(record.file),
    Rows: record.rows,
    Problems: record.problems,
    Rest: restOf(record),
    [KEY]: record.id,
  };
}

/**
 * Everything but the id, as JSON. Where a cell cannot hold it, the texts of the summary are left out, and the interim and planned meetings,
 * which have sheets of their own.
 */
function restOf({ id: _id, ...rest }: DocumentRecord): string {
  const text = JSON.stringify(rest);
  return fitting(text) === text ? text : JSON.stringify({ ...rest, rgms: [], plannedMeetings: [], texts: undefined });
}

/** A document of which only its id is known. */
export function blankRecord(id: string, family: DocumentFamily): DocumentRecord {
  const header = { studyGroup: null, title: null, place: null, from: null, to: null, asOf: null };
  return { id, family, header, statistics: {}, file: null, rows: 0, problems: 0, rgms: [], plannedMeetings: [] };
}

/** The document of a row. */
export function documentOfRow(read: RowReader): DocumentRecord {
  const rest = objectOf(read("Rest")) as Partial<DocumentRecord>;
  const { family } = rest;
  const known = isOneOf(DOCUMENT_FAMILIES, family) ? family : "executive-summary";
  return { ...blankRecord(textOf(read(KEY)) ?? "", known), ...rest };
}

/** The document of a row as version 0.1.0 wrote it. */
export function olderDocumentOfRow(read: RowReader): DocumentRecord {
  const family = read("Family");
  const known = isOneOf(DOCUMENT_FAMILIES, family) ? family : "executive-summary";
  return {
    ...blankRecord(textOf(read(KEY)) ?? "", known),
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
