/** The tables that the workbook should hold, with all their rows, from the programme and the documents. Pure. */
import { designationOf } from "../../domain/item-name";
import { positionOf, type Annex, type ReadDocument } from "../../domain/document";
import { documentId, documentMonth } from "../../domain/merge";
import type { Programme, ProgrammeEvent, WorkItem } from "../../domain/model";
import { mapInSteps, type Steps } from "../../domain/steps";
import { OWN_GROUP } from "../../domain/vocabulary";
import { cellFingerprint, rowFingerprint } from "../fingerprint";
import { annexSpec, interimSpec, printedColumns, PRINTED_ROW } from "../table-specs/annex-tables";
import { chartBlock, hasStatistics, statisticsRows, statisticsSpec } from "../table-specs/statistics-table";
import { KEY, LOADED, STATUS, type Cell, type TableSpec } from "../table-specs/spec";
import {
  CHECKS,
  DOCUMENTS,
  FRAMES,
  HISTORY,
  ITEM_TABLES,
  MEETINGS,
  OTHER_GROUPS,
  SETTINGS,
  WORK_PROGRAMME,
} from "../table-specs/tables";
import { settingRows, type SharedSettings } from "../settings-table";
import { fitting } from "../row-mapping/cell-text";
import { printedCell, type RowCells, type RowReader } from "../../domain/cells";
import { documentCells, frameCells } from "../row-mapping/document-rows";
import { eventCells } from "../row-mapping/event-rows";
import { itemCells } from "../../domain/item-rows";
import { interimCells, meetingCells } from "../row-mapping/meeting-rows";

export interface DesiredRow {
  /** Identifies the row when the same document is loaded again. */
  identity: string;
  /** Key of its item; "" if it is not about an item. */
  key: string;
  /** In the order of the table's columns, including the fingerprint. */
  cells: Cell[];
  /** Headers of the cells whose text was shortened. */
  cut: readonly string[];
}

export interface DesiredTable {
  spec: TableSpec;
  rows: DesiredRow[];
  /** Lines between title and table: source, notes. */
  lines: string[];
  /** The block of the table that a chart beside it shows. */
  chart: { column: number; rows: number; columns: number } | null;
  /** Documents that report the row: a document loaded before does not restore rows that users deleted. */
  documents: (row: DesiredRow) => readonly string[];
  /** Whether an existing row that is not among these comes from an earlier, outdated reading. */
  isStale: (read: RowReader) => boolean;
}

/** The texts above the tables, in the language in use. */
export interface DesiredTexts {
  source: (document: string) => string;
  statistics: string;
}

const NOTHING_CUT: readonly string[] = [];

/** Creates a row from its cells by header. Its fingerprint is that of the cells written. */
export function desiredRow(spec: TableSpec, cells: RowCells): DesiredRow {
  let cut = NOTHING_CUT;
  const ordered = spec.columns.map(({ header }) => {
    const cell = cells[header] ?? "";
    if (typeof cell !== "string") return cell;
    const text = fitting(cell);
    if (text !== cell) cut = [...cut, header];
    return text;
  });
  const at = spec.columns.findIndex((column) => column.header === LOADED);
  if (at >= 0) ordered[at] = fingerprintOf(spec, ordered);
  return { identity: String(cells[spec.identity] ?? ""), key: String(cells[KEY] ?? ""), cells: ordered, cut };
}

/** The fingerprint of a row's cells, in the order of the columns. */
export function fingerprintOf(spec: TableSpec, cells: readonly Cell[]): string {
  const own = fingerprinted(spec).map((index) => cells[index] ?? "");
  return spec.fingerprint === "cell" ? cellFingerprint(own) : rowFingerprint(own);
}

const fingerprintedColumns = new WeakMap<TableSpec, number[]>();

/** Positions of the columns that a fingerprint covers: all but the one that holds it and derived ones. */
export function fingerprinted(spec: TableSpec): number[] {
  let positions = fingerprintedColumns.get(spec);
  if (!positions) {
    positions = spec.columns.flatMap((column, index) =>
      column.header === LOADED || column.derived === true ? [] : [index],
    );
    fingerprintedColumns.set(spec, positions);
  }
  return positions;
}

/**
 * Returns all tables that the workbook should hold after these documents were merged into the programme.
 * @param before the programme in the workbook; null if there is none
 */
export function* desiredTables(
  programme: Programme,
  documents: readonly ReadDocument[],
  texts: DesiredTexts,
  before: Programme | null = null,
): Steps<DesiredTable[]> {
  const items = new Map(programme.items.map((item) => [item.key, item]));
  const annexes: DesiredTable[] = [];
  for (const document of documents) annexes.push(...(yield* documentTables(document, programme, items, texts)));
  const records = new Set(programme.documents.map(({ id }) => id));
  const read = new Set(documents.map(documentId));
  const meetings = programme.meetings.map((meeting) => desiredRow(MEETINGS, meetingCells(meeting)));
  const meetingsNow = new Set(programme.meetings.map(({ id }) => id));
  const meetingsBefore = new Set(before?.meetings.map(({ id }) => id));
  const frames = programme.frames.map((frame) => desiredRow(FRAMES, frameCells(frame)));
  const sources = programme.documents.map((record) => desiredRow(DOCUMENTS, documentCells(record)));
  // The rows of documents that are read again, or are no longer part of the programme.
  const isReplaced = (id: string): boolean => read.has(id) || !records.has(id);
  return [
    ...(yield* itemTables(programme, before)),
    ...annexes,
    {
      ...plainTable(MEETINGS, meetings),
      isStale: (row) => meetingsBefore.has(String(row(KEY))) && !meetingsNow.has(String(row(KEY))),
    },
    yield* history(programme, items, isReplaced),
    plainTable(CHECKS, []),
    { ...plainTable(FRAMES, frames), isStale: (row) => isReplaced(String(row("Document"))) },
    { ...plainTable(DOCUMENTS, sources), isStale: (row) => !records.has(String(row(KEY))) },
  ];
}

const NO_DOCUMENTS: readonly string[] = [];

/** A table that no document reports row by row. */
export function plainTable(spec: TableSpec, rows: DesiredRow[]): DesiredTable {
  return { spec, rows, lines: [], chart: null, documents: () => NO_DOCUMENTS, isStale: () => false };
}

/** The table of these settings. */
export function settingsTarget(settings: SharedSettings): DesiredTable {
  return plainTable(
    SETTINGS,
    settingRows(settings).map((cells) => desiredRow(SETTINGS, cells)),
  );
}

/** The document that reports an event; "" for what a user entered. */
const documentOf = ({ source }: ProgrammeEvent): string => source?.document ?? "";

/**
 * Rows of items without events were entered by users; a load does not change them.
 * A row is stale if no event is left of its item (they now belong to another item, or no document reports it any more), or if its item
 * belongs to another study group than before.
 */
function* itemTables(programme: Programme, before: Programme | null): Steps<DesiredTable[]> {
  const itemsBefore = new Set(before?.events.map((event) => event.item));
  const tableOfItem = new Map(programme.items.map((item) => [item.key, itemTableOf(item)]));
  const sources = new Map<string, Set<string>>();
  yield* mapInSteps(programme.events, (event) => {
    let documents = sources.get(event.item);
    if (!documents) sources.set(event.item, (documents = new Set()));
    documents.add(documentOf(event));
  });
  const reported = programme.items.filter((item) => sources.has(item.key));
  const rows = yield* mapInSteps(reported, (item) => desiredRow(itemTableOf(item), itemCells(item)));
  return ITEM_TABLES.map((spec) => ({
    ...plainTable(
      spec,
      rows.filter(({ key }) => tableOfItem.get(key) === spec),
    ),
    documents: (row) => [...(sources.get(row.key) ?? [])],
    isStale: (read) => itemsBefore.has(String(read(KEY))) && tableOfItem.get(String(read(KEY))) !== spec,
  }));
}

/** The table for the row of an item. */
function itemTableOf({ studyGroup }: Pick<WorkItem, "studyGroup">): TableSpec {
  return studyGroup === OWN_GROUP ? WORK_PROGRAMME : OTHER_GROUPS;
}

function* history(
  programme: Programme,
  items: ReadonlyMap<string, WorkItem>,
  isReplaced: (document: string) => boolean,
): Steps<DesiredTable> {
  const names = new Map([...items].map(([key, item]) => [key, designationOf(item)]));
  const sources = new Map(programme.events.map((event) => [event.id, documentOf(event)]));
  const rows = yield* mapInSteps(programme.events, (event) =>
    desiredRow(HISTORY, eventCells(event, names.get(event.item) ?? event.item)),
  );
  return {
    ...plainTable(HISTORY, rows),
    documents: (row) => [sources.get(row.identity) ?? ""],
    isStale: (read) => read("Document") !== "" && isReplaced(String(read("Document"))),
  };
}

/** Returns the tables that show a document as published. An export has none: its rows are in the work programme and History. */
export function* documentTables(
  document: ReadDocument,
  programme: Programme,
  items: ReadonlyMap<string, WorkItem>,
  texts: DesiredTexts,
): Steps<DesiredTable[]> {
  const id = documentId(document);
  if (id === null || document.family === "work-programme-export") return [];
  const meeting = documentMonth(document) ?? "";
  const source = texts.source(id);
  const from = (table: DesiredTable): DesiredTable => ({ ...table, documents: () => [id], isStale: () => true });
  const itemOf = yield* itemFinder(programme, id);
  const tables: DesiredTable[] = [];
  for (const annex of document.annexes)
    if (annex.sections.some((section) => section.rows.length > 0 || section.table !== null))
      tables.push(from(yield* annexTable(meeting, annex, source, (location) => items.get(itemOf(location)))));
  if (hasStatistics(document.statistics)) tables.push(from(statisticsTable(meeting, document, source, texts)));
  if (document.rgms.length > 0) {
    const spec = interimSpec(meeting);
    const rows = document.rgms.map((rgm, index) => desiredRow(spec, interimCells(rgm, index + 1)));
    tables.push(from({ ...plainTable(spec, rows), lines: [source] }));
  }
  return tables;
}

interface PrintedLocation {
  annex: string;
  section: string;
  position: number;
}

/** Returns a function that finds the item of a printed row by the event of this row. */
function* itemFinder(programme: Programme, document: string): Steps<(location: PrintedLocation) => string> {
  const key = (location: PrintedLocation): string =>
    `${location.annex}|${location.section}|${String(location.position)}`;
  const found = new Map<string, string>();
  yield* mapInSteps(programme.events, ({ source, item }) => {
    if (source?.document === document && source.column === null) found.set(key(source), item);
  });
  return (location) => found.get(key(location)) ?? "";
}

function* annexTable(
  meeting: string,
  annex: Annex,
  source: string,
  itemOf: (location: PrintedLocation) => WorkItem | undefined,
): Steps<DesiredTable> {
  const spec = annexSpec(meeting, annex);
  const printed = printedColumns(annex);
  const rows: DesiredRow[] = [];
  for (const section of annex.sections) {
    const heading = section.id === "" ? section.title : `${section.id}) ${section.title}`;
    yield* mapInSteps(section.rows, (row, index) => {
      const position = positionOf(section, index);
      const item = itemOf({ annex: annex.id, section: section.id, position });
      const cells: Record<string, Cell> = {
        Section: heading,
        [STATUS]: item?.status ?? "",
        [PRINTED_ROW]: `${section.id} ${String(position)}`.trim(),
        [KEY]: item?.key ?? "",
      };
      for (const { header, id } of printed) cells[header] = printedCell(row[id]);
      rows.push(desiredRow(spec, cells));
    });
  }
  const notes = annex.sections.flatMap((section) =>
    section.notes.map((note) => (section.id === "" ? note : `${section.id}) ${note}`)),
  );
  return { ...plainTable(spec, rows), lines: [source, ...notes] };
}

/** Statistics belong to the annex that has a heading but no table, otherwise to an annex named after them. */
function statisticsTable(meeting: string, document: ReadDocument, source: string, texts: DesiredTexts): DesiredTable {
  const annex = document.annexes.find((each) =>
    each.sections.every((section) => section.table === null && section.rows.length === 0),
  );
  const spec = statisticsSpec(
    meeting,
    annex ?? { id: "Statistics", title: texts.statistics, sections: [] },
    document.statistics,
  );
  const rows = statisticsRows(document.statistics).map((row) => desiredRow(spec, row.cells));
  const lines = [source, ...(document.statistics.notes ?? [])];
  return { ...plainTable(spec, rows), lines, chart: chartBlock(document.statistics) };
}
