/** Reads chosen, dropped or pasted documents, and says what was read and what it would change, before anything is written. */
import type { ReadDocument, Row, Section, TableKind } from "../domain/document";
import type { Problem, ProblemSeverity } from "../domain/document-problems";
import { documentDate, importEffects } from "../domain/merge";
import type { Programme } from "../domain/model";
import type { Status } from "../domain/vocabulary";
import { problemLocation, problemText, refusalText } from "../i18n/imports";
import { reportTexts } from "../i18n/reports";
import { type FileReading, readFile, readHtml, readPlain } from "../import/bytes";
import { PAGE_PACING } from "../import/steps";

/** A problem in words: where it is, "" for the whole document, and what it is. */
export interface ProblemLine {
  /** Problems of one group are of one kind. */
  group: string;
  place: string;
  severity: ProblemSeverity;
  message: string;
}

/** What one row of a document would do. */
export interface RowPreview {
  /** Its place among the rows of the document. */
  index: number;
  item: string;
  title: string;
  kind: "new" | "status" | "changed" | "same" | "unread";
  from: Status | null;
  to: Status | null;
  /** Cells that people changed, which are kept. */
  conflicts: number;
  left: boolean;
}

export interface TablePreview {
  name: string;
  /** Set where the heading does not tell for certain what the table is: the kind chosen so far. */
  asked: { as: TableKind | null } | null;
  rows: RowPreview[];
}

/** What reading a source yielded, before anything is written. */
export interface ImportPreview {
  name: string;
  /** Null where the source is no document of a known kind; `problems` then says why. */
  summary: { title: string; date: string | null; tables: TablePreview[] } | null;
  /** Set where the document bears no date: the one given so far. */
  needsDate: { date: string | null } | null;
  problems: ProblemLine[];
}

/** Something to import: a file, or what was pasted. */
export type ImportSource = { kind: "file"; file: File } | { kind: "html" | "text"; name: string; text: string };

/** What the user chooses in a preview; documents, tables and rows are counted from 0. */
export type ImportChoice =
  | { document: number; kind: "date"; date: string | null }
  | { document: number; kind: "table"; table: number; as: TableKind | null }
  | { document: number; kind: "row"; row: number; left: boolean };

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

async function read(source: ImportSource, signal: AbortSignal | undefined): Promise<FileReading> {
  const pacing = { ...PAGE_PACING, signal };
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

/** The documents that were read, with the user's choices until they are written. */
export class ImportSession {
  private constructor(
    private readonly sources: readonly { name: string; refused: string | null; open: OpenDocument | null }[],
    private readonly programme: () => Programme | null,
  ) {}

  /**
   * Reads the sources one after the other.
   * @throws the reason of the signal where it was aborted
   */
  static async read(
    sources: readonly ImportSource[],
    programme: () => Programme | null,
    options: { signal?: AbortSignal } = {},
  ): Promise<ImportSession> {
    const results: { name: string; refused: string | null; open: OpenDocument | null }[] = [];
    for (const source of sources) {
      const name = source.kind === "file" ? source.file.name : source.name;
      const reading = await read(source, options.signal);
      if ("notADocument" in reading) results.push({ name, refused: refusalText(reading.notADocument), open: null });
      else results.push({ name, refused: null, open: opened(reading.document) });
    }
    return new ImportSession(results, programme);
  }

  /** Applies a choice of the user. */
  choose(choice: ImportChoice): void {
    const open = this.sources[choice.document]?.open;
    if (!open) return;
    if (choice.kind === "date") open.date = choice.date;
    else if (choice.kind === "table") {
      const section = sectionsOf(open.document)[choice.table];
      if (section) open.kinds.set(section, choice.as);
    } else {
      const row = sectionsOf(open.document).flatMap(({ rows }) => rows)[choice.row];
      if (!row) return;
      if (choice.left) open.left.add(row);
      else open.left.delete(row);
    }
  }

  /** What is to be written: the documents with the user's choices. */
  documents(): ReadDocument[] {
    return this.sources.flatMap(({ open }) => (open ? [chosen(open)] : []));
  }

  /** What each source holds, and what writing it would change. */
  previews(): ImportPreview[] {
    // The effects of every row, the left-out ones too: what is left out is the user's matter.
    const whole = this.sources.flatMap(({ open }) => (open ? [chosen({ ...open, left: new Set() })] : []));
    const effects = importEffects(this.programme(), whole);
    let next = 0;
    return this.sources.map(({ name, refused, open }) => {
      if (!open) {
        const problems = [{ group: "refused", place: "", severity: "error" as const, message: refused ?? "" }];
        return { name, summary: null, needsDate: null, problems };
      }
      const rows = effects[next++] ?? [];
      let row = 0;
      const tables = open.document.annexes.flatMap((annex) =>
        annex.sections.map((section): TablePreview => {
          const first = row;
          row += section.rows.length;
          return {
            name: `${placeName(annex.id, section.id)} ${section.title || annex.title}`.trim(),
            asked: open.kinds.has(section) ? { as: open.kinds.get(section) ?? null } : null,
            rows: rows.slice(first, row).map((effect, index) => ({
              index: first + index,
              item: effect.row.printedName ?? effect.row.title ?? "",
              title: effect.row.title ?? "",
              kind: effect.kind,
              from: effect.from,
              to: effect.to,
              conflicts: effect.conflicts.length,
              left: open.left.has(effect.row),
            })),
          };
        }),
      );
      const { title } = open.document.document;
      const date = documentDate(open.document) ?? open.date;
      return {
        name,
        summary: { title: title ?? open.document.family, date, tables },
        needsDate: documentDate(open.document) === null ? { date: open.date } : null,
        problems: open.document.problems.map(worded),
      };
    });
  }
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
    sections: annex.sections.map((section) => ({
      ...section,
      table: kinds.get(section) ?? section.table,
      rows: left.size === 0 ? section.rows : section.rows.filter((row) => !left.has(row)),
    })),
  }));
  return { ...document, document: header, annexes };
}
