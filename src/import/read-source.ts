/** Blocks of any source to a document: header, annexes with their rows, meetings, statistics, problems. */
import { OWN_GROUP } from "../domain/vocabulary";
import type { Annex, DocumentFamily, ReadDocument, Row, Section, Statistics } from "../domain/document";
import type { Problem, Refusal, RefusalValues } from "../domain/document-problems";
import type { Source } from "./blocks";
import { checkDocument } from "./checks";
import { readColumnHeader } from "./columns";
import { readHeader } from "./document-header";
import { exportInRows, readExport } from "./export";
import { type GridHeader } from "./grid-columns";
import { type GridPart, readGrid } from "./grid-rows";
import { Account, type LineCoverage, shorten } from "./line-coverage";
import { LIMITS, MOST_PROBLEMS_OF_A_KIND } from "./limits";
import { readMeetingGrid } from "./meeting-grids";
import { readPlannedMeetings, readRapporteurMeetings } from "./meetings";
import { readNotes } from "./notes";
import { keyOfPerson } from "./person-names";
import { locateProblems } from "./problem-locations";
import { isStatistics, readStatistics } from "./statistics";
import { partOf, type Steps } from "../domain/steps";
import type { RawSection } from "./raw-annexes";
import { readStructure, type Structure } from "./structure";
import { readSummaryTexts } from "./summary-texts";
import { readTable, splitAtLostHeadings, type TableContext } from "./table";

/** What is no document of ours, with the reason why. */
export interface NotADocument {
  notADocument: Refusal;
}

/** A document with the account of where every line went. */
export interface Reading {
  document: ReadDocument;
  coverage: LineCoverage;
}

/** The reason why a file was not read. */
export function refusal<Code extends keyof RefusalValues>(
  code: Code,
  name: string,
  values: RefusalValues[Code],
): NotADocument {
  return { notADocument: { code, name, values } as Refusal };
}

/** The reason for a limit that was exceeded. */
export function limitRefusal(name: string, limit: RefusalValues["limit"]["limit"]): NotADocument {
  return refusal("limit", name, { limit, most: LIMITS[limit] });
}

const LONGEST_HEADER = 400;

/** Share of the work until the tables of a document are known. */
const STRUCTURE = 0.2;

/** Reads the blocks of a source. */
export function* readSource(source: Source, name: string): Steps<Reading | NotADocument> {
  const exported = yield* exportIn(source);
  if (exported) {
    const reading = yield* readExport(exported);
    yield* locateProblems(reading.document.problems, source);
    return reading;
  }
  const account = new Account();
  const structure = yield* partOf(readStructure(source, account), 0, STRUCTURE);
  for (const annex of structure.annexes) {
    if (!isStatistics(annex)) {
      const sections: RawSection[] = [];
      for (const raw of annex.sections) {
        sections.push(...(raw.grids.length > 0 ? [raw] : yield* splitAtLostHeadings(raw, account)));
      }
      annex.sections = sections;
    }
  }
  const reading = yield* partOf(readAnnexes(structure, account, source), STRUCTURE, 1);
  const sections = reading.document.annexes.flatMap((annex) => annex.sections);
  if (!structure.annexes.some((annex) => annex.sections.some((raw) => isTable(raw, sections)))) {
    return refusal("noTable", name, {});
  }
  const studyGroup = otherStudyGroup(reading.document);
  return studyGroup === null ? reading : refusal("otherStudyGroup", name, { studyGroup });
}

/** The rows of a table that is a work programme export. */
function* exportIn(source: Source): Steps<ReturnType<typeof exportInRows>> {
  if (source.plain) return null;
  for (const [index, block] of source.blocks.entries()) {
    if (block.kind !== "table") continue;
    yield;
    const found = exportInRows(block.grid.rows);
    if (!found) continue;
    const preamble = source.blocks
      .slice(0, index)
      .flatMap((each) => (each.kind === "text" ? [{ line: each.line, lastLine: each.line, cells: [each.text] }] : []));
    return { ...found, rows: [...preamble, ...found.rows], header: preamble.length + found.header };
  }
  return null;
}

/** True where a table of ours was found: rows of a table whose heading or columns are ours, or a heading with "None". */
function isTable(raw: RawSection, sections: readonly Section[]): boolean {
  if (raw.grids.length > 0) return true;
  if (raw.table === null && !raw.lines.some(isHeaderOfOurs)) return false;
  const hasRows = sections.some(
    ({ table, title, rows }) => table === raw.table && title === raw.title && rows.length > 0,
  );
  return hasRows || (raw.table !== null && raw.lines.some(isNone));
}

/** True for column headers on one line that name texts and titles. */
function isHeaderOfOurs({ text }: { text: string }): boolean {
  const columns = text.length < LONGEST_HEADER ? readColumnHeader(text) : null;
  return columns !== null && columns.length >= 4 && columns.includes("name") && columns.includes("title");
}

function isNone(line: { text: string }): boolean {
  return /^\W*none\W*$/i.test(line.text.slice(0, 40));
}

/** The study group of a document that is not of SG17: from the Questions of its rows, else from its beginning. */
function otherStudyGroup(document: ReadDocument): string | null {
  if (document.family !== "executive-summary") return null;
  const groups = document.annexes
    .flatMap((annex) => annex.sections.flatMap((section) => section.rows))
    .flatMap((row) => (row.question === null ? [] : [row.question.split("/")[1] ?? ""]));
  const own = document.document.studyGroup;
  const ours = groups.filter((group) => group === "17").length;
  if (groups.length === 0) return own === null || own === OWN_GROUP ? null : own;
  if (ours * 2 >= groups.length) return null;
  const group = groups.find((each) => each !== "17") ?? "";
  return `SG${group}`;
}

/** The family a document belongs to, from its tables, else from the words of its beginning. */
function familyOf(structure: Structure): DocumentFamily {
  const tables = structure.annexes.flatMap((annex) => annex.sections.map((section) => section.table));
  const front = structure.front
    .slice(0, 400)
    .map((line) => line.text.slice(0, 1000))
    .join("\n");
  if (/lead study group|lead role/i.test(front) && !/executive summary/i.test(front)) return "lead-study-group-report";
  if (/executive summary/i.test(front)) return "executive-summary";
  const isLead = tables.includes("Under development") || tables.includes("Recommendations approved");
  const isSummary = tables.some((table) => table !== null && /^TAP|^AAP|^Planned|^New work/.test(table));
  return isLead && !isSummary ? "lead-study-group-report" : "executive-summary";
}

function* readAnnexes(structure: Structure, account: Account, source: Source): Steps<Reading> {
  const family = familyOf(structure);
  const header = readHeader(structure, family);
  const studyGroup = /\d+/.exec(header.studyGroup ?? "")?.[0] ?? "17";
  const people = new Set<string>();
  const context = { account, studyGroup, people };
  const statistics: Statistics = {};
  const read = new Map<RawSection, Section[]>();
  // Tables without a New / Revised column come last: by then the people of the document are known.
  const tables = structure.annexes.flatMap((annex) => (isStatistics(annex) ? [] : annex.sections));
  const ordered = [...tables].sort(
    (a, b) => Number(a.table === "New work items") - Number(b.table === "New work items"),
  );
  for (const [index, raw] of ordered.entries()) {
    const section = readSection(raw, context, source.plain);
    const sections = yield* partOf(section, index / ordered.length, (index + 1) / ordered.length);
    read.set(raw, sections);
    for (const { rows } of sections) {
      for (const row of rows) {
        yield;
        for (const editor of row.editors ?? []) people.add(keyOfPerson(editor));
      }
    }
  }
  const annexes: Annex[] = structure.annexes.map((annex) => {
    if (isStatistics(annex)) {
      Object.assign(statistics, readStatistics(annex, account));
      return { id: annex.id, title: annex.title, sections: [] };
    }
    return { id: annex.id, title: annex.title, sections: annex.sections.flatMap((raw) => read.get(raw) ?? []) };
  });
  const meetings = structure.meetingGrids.flatMap((grid) => readMeetingGrid(grid, studyGroup));
  const plannedMeetings = readPlannedMeetings(structure.front);
  const texts = family === "executive-summary" ? readSummaryTexts(structure.front, plannedMeetings, source.plain) : {};
  const document: ReadDocument = {
    family,
    document: header,
    annexes,
    rgms: meetings.length > 0 ? meetings : readRapporteurMeetings(structure.front, account),
    statistics,
    plannedMeetings,
    ...(Object.keys(texts).length > 0 ? { texts } : {}),
    problems: account.problems,
  };
  for (const { line, text } of source.struck) {
    account.mark(line, "problem");
    account.report(line, "info", "struckText", { text: shorten(text, 200) });
  }
  const coverage = yield* finish(structure, account, source);
  yield* checkDocument(document, structure.front, account);
  account.problems.sort((a, b) => a.line - b.line);
  document.problems = bounded(account.problems);
  yield;
  yield* locateProblems(document.problems, source);
  return { document, coverage };
}

/** Reads one section; a grid may contain headings, which make further sections. */
function* readSection(raw: RawSection, context: TableContext, plain: boolean): Steps<Section[]> {
  const sections = yield* raw.grids.length > 0 ? readGrids(raw, context, plain) : readLines(raw, context);
  const [first] = sections;
  first?.notes.unshift(...readNotes(raw.introduction));
  if (raw.doubtful && first?.table && first.rows.length > 0) {
    const title = raw.title || first.title;
    first.doubtful = true;
    context.account.report(raw.line, "warning", "tableKindDoubtful", { title: shorten(title), kind: first.table });
  }
  for (const section of sections) {
    if (section.table !== null || section.rows.length === 0) continue;
    const line = section === first ? raw.line : (section.rows[0]?.lines[0] ?? raw.line);
    const values = { title: shorten(section.title), rows: section.rows.length };
    context.account.report(line, "warning", "tableKindUnknown", values);
  }
  return sections;
}

function* readLines(raw: RawSection, context: TableContext): Steps<Section[]> {
  return [yield* readTable(raw, context)];
}

function* readGrids(raw: RawSection, context: TableContext, plain: boolean): Steps<Section[]> {
  const parts: GridPart[] = [];
  let header: GridHeader | null = null;
  let { table } = raw;
  for (const grid of raw.grids) {
    const { inPlan } = raw;
    const read: { parts: GridPart[]; header: GridHeader | null } = yield* readGrid(grid, {
      ...context,
      table,
      inPlan,
      before: header,
    });
    header = read.header;
    const [first, ...others] = read.parts;
    const last = parts.at(-1);
    if (first && last) {
      last.rows.push(...first.rows);
      last.notes.push(...first.notes);
    } else if (first) parts.push(first);
    parts.push(...others);
    table = parts.at(-1)?.heading?.table ?? table;
  }
  const sections = parts.map((part, index): Section => ({
    id: part.heading?.id ?? raw.id,
    title: part.heading?.title ?? raw.title,
    table: index === 0 && part.heading === null ? raw.table : (part.heading?.table ?? null),
    rows: part.rows,
    notes: part.notes.map((note) => note.text.replace(/^\s*Notes?\s*\d*\s*[:–—-]\s*/i, "")),
  }));
  yield* addText(raw, sections, context, plain);
  // A heading in the first row of its table leaves nothing before it.
  return sections.filter((section, index) => index > 0 || section.rows.length > 0 || sections.length === 1);
}

/** Text beside the tables of a section: notes; in plain text also rows whose cells run together. */
function* addText(raw: RawSection, sections: readonly Section[], context: TableContext, plain: boolean): Steps<void> {
  const last = sections.at(-1);
  if (!last || raw.lines.length === 0) return;
  if (plain) {
    const beside = yield* readTable({ ...raw, table: last.table }, context);
    last.rows.push(...beside.rows);
    last.notes.push(...beside.notes);
    return;
  }
  for (const line of raw.lines) context.account.mark(line.number, "note");
  last.notes.push(...readNotes(raw.lines));
}

/** Reports whatever line of the annexes nothing has claimed. */
function* finish(structure: Structure, account: Account, source: Source): Steps<LineCoverage> {
  const [first, last] = structure.span;
  if (first === 0) return { uses: account.uses, span: [0, 0] };
  const report = (line: number, text: string): void => {
    if (text.trim() !== "") account.reportLine(line, text);
  };
  const isOpen = (line: number): boolean => line >= first && line <= last && account.uses[line] === undefined;
  for (const block of source.blocks) {
    yield;
    const rows = block.kind === "table" ? block.grid.rows : [];
    for (const { line, cells } of rows) {
      if (isOpen(line)) report(line, cells.join(" | "));
    }
    if (block.kind !== "table" && isOpen(block.line)) report(block.line, block.text);
  }
  return { uses: account.uses, span: [first, last] };
}

/** So many problems of a kind as people can look at; the rest is counted. */
function bounded(problems: readonly Problem[]): Problem[] {
  const counts = new Map<string, number>();
  const kept = problems.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MOST_PROBLEMS_OF_A_KIND;
  });
  const count = problems.length - kept.length;
  if (count > 0) kept.push({ line: 0, severity: "warning", code: "tooManyProblems", values: { count } });
  return kept;
}

/** Every row of a document. */
export function rowsOf(document: ReadDocument): Row[] {
  return document.annexes.flatMap((annex) => annex.sections.flatMap((section) => section.rows));
}
