/** Converts a document into events that are not yet assigned to items. */
import { positionOf, type Annex, type ReadDocument, type Row, type Section, type TableKind } from "../document";
import { mapInSteps, type Steps } from "../steps";
import type { AnnexFrame, IsoDate, JoinFinding, ProgrammeEvent, Source } from "../model";
import type { DocumentFamily } from "../document";
import { blankEvent } from "../event-fields";
import { isIsoDate } from "../designations/dates";
import { documentIdFor, FAMILY_NAMES } from "../designations/document-id";
import { parseTiming } from "../designations/timing";
import { PROCESSES } from "../vocabulary";
import { namesOfRow } from "./row-names";
import type { RowNames } from "./row-names";
import { EXPORT_STATUSES, PROCESS_BY_MARK, STATUS_OF_KIND, TABLE_RULES } from "./table-rules";
import type { TableRule } from "./table-rules";

/** An event together with the names by which its item will be found. */
export interface Draft {
  event: ProgrammeEvent;
  names: RowNames;
}

export interface Reported {
  /** null if the document has no date: it then reports nothing. */
  id: string | null;
  drafts: Draft[];
  frames: AnnexFrame[];
  findings: JoinFinding[];
}

/** The date of a document's report: its status date or closing plenary, otherwise the end or start of its meeting. */
export function documentDate(document: ReadDocument): IsoDate | null {
  const { asOf, to, from } = document.document;
  return [asOf, to, from].find(isIsoDate) ?? null;
}

/** The meeting that a document reports on, or the month of an export: "2023-09"; null if it has no date. */
export function documentMonth(document: ReadDocument): string | null {
  return documentDate(document)?.slice(0, 7) ?? null;
}

/** Identity of a document: month and family, "2023-09 executive summary"; null if it has no date. */
export function documentId(document: ReadDocument): string | null {
  const month = documentMonth(document);
  return month === null ? null : documentIdFor(month, document.family);
}

interface ReportedAt {
  id: string;
  family: DocumentFamily;
  date: IsoDate;
  meeting: string | null;
}

/** Everything a document reports: one event for each row, and the earlier events in its columns. */
export function* reportedBy(document: ReadDocument): Steps<Reported> {
  const id = documentId(document);
  const date = documentDate(document);
  if (id === null || date === null) {
    const rows = document.annexes.flatMap((annex) => annex.sections.flatMap((section) => section.rows)).length;
    const title = document.document.title ?? FAMILY_NAMES[document.family];
    const found = { code: "undated", values: { title, rows } } as const;
    return { id: null, drafts: [], frames: [], findings: [{ severity: "error", item: null, found }] };
  }
  const isExport = document.family === "work-programme-export";
  const origin: ReportedAt = { id, family: document.family, date, meeting: isExport ? null : date.slice(0, 7) };
  const drafts: Draft[] = [];
  const frames: AnnexFrame[] = [];
  const ids = new Map<string, number>();
  for (const annex of document.annexes) {
    for (const section of annex.sections) {
      frames.push(frameOf(origin, annex, section));
      yield* mapInSteps(section.rows, (row, index) => {
        drafts.push(...draftsOf(origin, annex, section, row, positionOf(section, index), ids));
      });
    }
  }
  return { id, drafts, frames, findings: [] };
}

function frameOf(origin: ReportedAt, annex: Annex, section: Section): AnnexFrame {
  return {
    document: origin.id,
    meeting: origin.meeting ?? origin.date.slice(0, 7),
    annex: annex.id,
    annexTitle: annex.title,
    section: section.id,
    sectionTitle: section.title,
    table: section.table,
    notes: section.notes,
  };
}

function draftsOf(
  origin: ReportedAt,
  annex: Annex,
  section: Section,
  row: Row,
  position: number,
  ids: Map<string, number>,
): Draft[] {
  const source: Source = {
    document: origin.id,
    family: origin.family,
    meeting: origin.date.slice(0, 7),
    annex: annex.id,
    section: section.id,
    table: section.table,
    position,
    lines: row.lines,
    column: null,
  };
  const names = namesOfRow(row);
  const plainId = [origin.id, annex.id, section.id, String(position)].filter((part) => part !== "").join(" ");
  const count = (ids.get(plainId) ?? 0) + 1;
  ids.set(plainId, count);
  const id = count === 1 ? plainId : `${plainId} (${count})`;
  const { rule, date } = ruleOf(section.table, row, origin);
  const event: ProgrammeEvent = {
    ...blankEvent(),
    origin: "document",
    id,
    date,
    meeting: date === origin.date ? origin.meeting : null,
    kind: rule.kind,
    to: STATUS_OF_KIND[rule.kind],
    process: rule.process === "by mark" ? (PROCESS_BY_MARK[origin.family][row.mark ?? ""] ?? null) : rule.process,
    source,
    printed: row,
    note: section.table === "Work programme export" ? null : row.decision,
  };
  return [...earlierEvents(event, row).map((earlier) => ({ event: earlier, names })), { event, names }];
}

/** A row of an unknown table still lists an item, without a process. */
const UNKNOWN_TABLE: TableRule = { kind: "Listed as under study", process: null };

function ruleOf(table: TableKind | null, row: Row, origin: ReportedAt): { rule: TableRule; date: IsoDate } {
  if (table === null) return { rule: UNKNOWN_TABLE, date: origin.date };
  if (table !== "Work programme export") return { rule: TABLE_RULES[table], date: origin.date };
  const rule = EXPORT_STATUSES.find(({ pattern }) => pattern.test(row.status ?? ""))?.rule ?? UNKNOWN_TABLE;
  const process = PROCESSES.find((each) => each.toLowerCase() === row.process?.toLowerCase()) ?? rule.process;
  const date = row.statusDate ?? null;
  return { rule: { ...rule, process }, date: date !== null && isIsoDate(date) ? date : origin.date };
}

/**
 * Earlier events in the columns "Start of work" and "Determined". The columns print months; the event is dated on the last
 * day of the month. "(2022-09 /) 2023-03" gives two determinations.
 */
function earlierEvents(event: ProgrammeEvent, row: Row): ProgrammeEvent[] {
  const { source } = event;
  if (source === null || source.table === "Work programme export") return [];
  const earlier = (
    column: "startOfWork" | "determined",
    changes: Pick<ProgrammeEvent, "kind" | "to" | "process">,
  ): ProgrammeEvent[] =>
    (row[column]?.match(/\d{4}-\d{1,2}(?:-\d{2})?/g) ?? []).flatMap((month) => {
      const range = parseTiming(month);
      if (range === null || range.to >= event.date) return [];
      return [
        {
          ...event,
          ...changes,
          id: `${event.id} ${changes.kind.toLowerCase()} ${month}`,
          date: range.to,
          meeting: range.to.slice(0, 7),
          source: { ...source, column },
          printed: null,
          note: null,
        },
      ];
    });
  return [
    ...earlier("startOfWork", { kind: "New work item", to: "Under study", process: null }),
    ...earlier("determined", { kind: "Determined", to: "Determined", process: "TAP" }),
  ];
}
