/** Reads chosen, dropped or pasted documents, and says what was read and what it would change, before anything is written. */
import {
  type DocumentFamily,
  positionOf,
  type ReadDocument,
  type Row,
  type Section,
  type TableKind,
} from "../domain/document";
import type { Problem, ProblemSeverity } from "../domain/document-problems";
import { FAMILY_NAMES } from "../domain/designations/document-id";
import { headerOfField, isFieldId } from "../domain/item-fields";
import { designationOf } from "../domain/item-name";
import { documentDate, importEffects, type DocumentEffects, type RowEffect } from "../domain/merge";
import type { Meeting, Programme } from "../domain/model";
import { PAGE_PACING, Pacer, partOf, type Pacing } from "../domain/steps";
import type { Status } from "../domain/vocabulary";
import { problemLocation, problemText, refusalText } from "../i18n/imports";
import { reportTexts } from "../i18n/reports";
import { type FileReading, readFile, readHtml, readPlain } from "../import/bytes";

/** A problem in words: where it is, "" for the whole document, and what it is. */
export interface ProblemLine {
  /** Problems of one group are of one kind. */
  group: string;
  place: string;
  severity: ProblemSeverity;
  message: string;
}

/** A cell that a user changed, which is kept although the document reports another value. */
export interface ConflictLine {
  column: string;
  yours: string;
  document: string;
}

/** What one row of a document would do. */
export interface RowPreview {
  /** Its place among the rows of the document. */
  index: number;
  item: string;
  /** Line of the source. */
  line: number;
  kind: "new" | "status" | "changed" | "same" | "unread";
  from: Status | null;
  to: Status | null;
  conflicts: ConflictLine[];
  left: boolean;
}

export interface TablePreview {
  name: string;
  /** Set where the heading does not tell for certain what the table is: the kind chosen so far. */
  asked: { as: TableKind | null } | null;
  rows: RowPreview[];
}

/** What a document holds. */
export interface DocumentPreview {
  title: string;
  date: string | null;
  /** Whether it replaces an earlier version. */
  isCorrection: boolean;
  /** Items that only the earlier version reports, with their status before and after; null where the item is removed. */
  takenAway: { item: string; from: Status; to: Status | null }[];
  tables: TablePreview[];
}

/** What reading a source yielded, before anything is written. */
export interface ImportPreview {
  name: string;
  /** Null where the source is no document of a known kind; `problems` then says why. */
  summary: DocumentPreview | null;
  /** Set where the document has no date: the one given so far, and the meetings whose closing day may be meant. */
  needsDate: { date: string | null; meetings: readonly Meeting[] } | null;
  problems: ProblemLine[];
}

/** Something to import: a file, or what was pasted. */
export type ImportSource = { kind: "file"; file: File } | { kind: "html" | "text"; name: string; text: string };

/** What the user chooses in the preview of a document; tables and rows are counted from 0. */
export type DocumentChoice =
  | { kind: "date"; date: string | null }
  | { kind: "table"; table: number; as: TableKind | null }
  | { kind: "row"; row: number; left: boolean };

/** The same with the document, counted from 0. */
export type ImportChoice = DocumentChoice & { document: number };

/** How far reading is: the share done, from 0 to 1; the name is null while the documents are compared with the workbook. */
export interface ReadingProgress {
  name: string | null;
  share: number;
}

export interface ReadingOptions {
  signal?: AbortSignal | undefined;
  progress?: (progress: ReadingProgress) => void;
}

/** "Annex A", "Annex A c)". */
function placeName(annex: string, section: string): string {
  const texts = reportTexts().pane;
  if (annex === "") return "";
  return section === "" ? texts.annex(annex) : texts.table(annex, section);
}

function worded(problem: Problem): ProblemLine {
  return {
    group: problem.code,
    place: problemLocation(problem),
    severity: problem.severity,
    message: problemText(problem),
  };
}

/** FileReader, since the web views of older Macs have no Blob.arrayBuffer. */
function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} cannot be read.`));
    reader.readAsArrayBuffer(file);
  });
}

async function read(source: ImportSource, pacing: Pacing): Promise<FileReading> {
  switch (source.kind) {
    case "file":
      return readFile(await bytesOf(source.file), source.file.name, pacing);
    case "html":
      return readHtml(source.text, source.name, pacing);
    case "text":
      return readPlain(source.text, source.name, pacing);
  }
}

interface OpenDocument {
  document: ReadDocument;
  /** Date that the document itself lacks, as the user gave it. */
  date: string | null;
  /** Sections whose kind the heading does not tell, with the user's choice. */
  kinds: Map<Section, TableKind | null>;
  left: Set<Row>;
}

interface OpenSource {
  name: string;
  /** Why the source is not read; null where it is. */
  refused: string | null;
  open: OpenDocument | null;
}

/** The documents that were read, with the user's choices until they are written. */
export class ImportSession {
  private constructor(
    private readonly sources: readonly OpenSource[],
    private readonly programme: () => Programme | null,
  ) {}

  /**
   * Reads the sources one after the other.
   * @throws the reason of the signal where it was aborted
   */
  static async read(
    sources: readonly ImportSource[],
    programme: () => Programme | null,
    options: ReadingOptions = {},
  ): Promise<ImportSession> {
    const results: OpenSource[] = [];
    for (const [index, source] of sources.entries()) {
      const name = source.kind === "file" ? source.file.name : source.name;
      const progress = (share: number): void => options.progress?.({ name, share: (index + share) / sources.length });
      progress(0);
      const reading = await read(source, { ...PAGE_PACING, signal: options.signal, progress });
      if ("notADocument" in reading) results.push({ name, refused: refusalText(reading.notADocument), open: null });
      else results.push({ name, refused: null, open: opened({ ...reading.document, file: name }) });
    }
    return new ImportSession(results, programme);
  }

  /**
   * Applies a choice of the user.
   * @returns whether the effects of the documents change with it
   */
  choose(choice: ImportChoice): boolean {
    const open = this.sources[choice.document]?.open;
    if (!open) return false;
    if (choice.kind === "date") open.date = choice.date;
    else if (choice.kind === "table") {
      const section = sectionsOf(open.document)[choice.table];
      if (section) open.kinds.set(section, choice.as);
    } else {
      const row = sectionsOf(open.document).flatMap(({ rows }) => rows)[choice.row];
      if (row && choice.left) open.left.add(row);
      else if (row) open.left.delete(row);
      return false;
    }
    return true;
  }

  /** What is to be written: the documents with the user's choices. */
  documents(): ReadDocument[] {
    return this.sources.flatMap(({ open }) => (open ? [chosen(open)] : []));
  }

  /**
   * What each source holds, and what writing it would change.
   * @throws the reason of the signal where it was aborted
   */
  async previews(options: ReadingOptions = {}): Promise<ImportPreview[]> {
    const programme = this.programme();
    // The effects of every row, also of those that are left out.
    const whole = this.sources.flatMap(({ open }) => (open ? [chosen({ ...open, left: new Set() })] : []));
    const progress = (share: number): void => options.progress?.({ name: null, share });
    const pacer = new Pacer({ ...PAGE_PACING, signal: options.signal, progress });
    const effects = await pacer.run(partOf(importEffects(programme, whole), 0, 1));
    let next = 0;
    return this.sources.map(({ name, refused, open }) => {
      if (open) return previewOf(name, open, effects[next++], programme);
      const problems = [{ group: "refused", place: "", severity: "error" as const, message: refused ?? "" }];
      return { name, summary: null, needsDate: null, problems };
    });
  }
}

function previewOf(
  name: string,
  open: OpenDocument,
  effects: DocumentEffects | undefined,
  programme: Programme | null,
): ImportPreview {
  const { document } = open;
  const isDated = documentDate(document) !== null;
  const closed = (programme?.meetings ?? []).filter(({ to }) => to !== null);
  const takenAway = (effects?.takenAway ?? []).map(({ item, to }) => ({
    item: designationOf(item),
    from: item.status,
    to,
  }));
  return {
    name,
    summary: {
      title: document.document.title ?? familyName(document.family),
      date: documentDate(document) ?? open.date,
      isCorrection: effects?.isCorrection ?? false,
      takenAway,
      tables: tablesOf(open, effects?.rows ?? []),
    },
    needsDate: isDated
      ? null
      : { date: open.date, meetings: document.family === "work-programme-export" ? [] : closed },
    problems: document.problems.map(worded),
  };
}

function familyName(family: DocumentFamily): string {
  return family === "work-programme-export" ? FAMILY_NAMES[family] : reportTexts().reports[family];
}

function tablesOf({ document, kinds, left }: OpenDocument, effects: readonly RowEffect[]): TablePreview[] {
  let row = 0;
  return document.annexes.flatMap((annex) =>
    annex.sections.map((section): TablePreview => {
      const first = row;
      row += section.rows.length;
      return {
        name: `${placeName(annex.id, section.id)} ${section.title || annex.title}`.trim(),
        asked: kinds.has(section) ? { as: kinds.get(section) ?? null } : null,
        rows: effects.slice(first, row).map((effect, index) => rowOf(effect, first + index, left)),
      };
    }),
  );
}

function rowOf(effect: RowEffect, index: number, left: ReadonlySet<Row>): RowPreview {
  const { row, kind, from, to } = effect;
  const conflicts = effect.conflicts.map(({ field, kept, document }) => ({
    column: isFieldId(field) ? headerOfField(field) : field,
    yours: textOf(kept),
    document: textOf(document),
  }));
  const item = row.printedName ?? row.title ?? "";
  return { index, item, line: row.lines[0], kind, from, to, conflicts, left: left.has(row) };
}

function textOf(value: string | readonly string[] | null): string {
  return typeof value === "string" ? value : (value ?? []).join(", ");
}

function sectionsOf(document: ReadDocument): Section[] {
  return document.annexes.flatMap((annex) => annex.sections);
}

/** An export without a date is of the day on which it was made: today, unless the user says otherwise. */
function opened(document: ReadDocument): OpenDocument {
  const isUndatedExport = document.family === "work-programme-export" && documentDate(document) === null;
  const asked = sectionsOf(document).filter(
    ({ table, rows, doubtful }) => rows.length > 0 && (table === null || doubtful === true),
  );
  return {
    document,
    date: isUndatedExport ? new Date().toISOString().slice(0, 10) : null,
    kinds: new Map(asked.map((section) => [section, section.table])),
    left: new Set(),
  };
}

/** The document with the choices made: its date, the kinds of its tables, and without the rows left out. */
function chosen({ document, date, kinds, left }: OpenDocument): ReadDocument {
  const header = documentDate(document) === null ? { ...document.document, asOf: date } : document.document;
  const annexes = document.annexes.map((annex) => ({
    ...annex,
    sections: annex.sections.map((section) => {
      const table = kinds.get(section) ?? section.table;
      if (!section.rows.some((row) => left.has(row))) return { ...section, table };
      const kept = section.rows.flatMap((row, index) =>
        left.has(row) ? [] : [{ row, position: positionOf(section, index) }],
      );
      return { ...section, table, rows: kept.map(({ row }) => row), positions: kept.map(({ position }) => position) };
    }),
  }));
  return { ...document, document: header, annexes };
}
