/** Builds the annexes and tables of a document from its texts and tables, in their order. */
import type { TableKind } from "../domain/document";
import type { Steps } from "../domain/steps";
import type { Grid } from "./blocks";
import { Chapters, type ChapterSigns } from "./chapters";
import { continuesGrid } from "./grid-order";
import { isOurs } from "./grid-rows";
import { meaningOf, tableNamedBy } from "./heading-meaning";
import { followsAnnex, readNumbering } from "./heading-numbers";
import {
  isAnnexTitle,
  isStatisticsTitle,
  namesAnnex,
  readAnnexHeading,
  readHeadingBeforeTable,
  readSectionHeading,
  type SectionHeading,
} from "./headings";
import { type Account, shorten } from "./line-coverage";
import { fold, type Line } from "./lines";
import { isMeetingGrid } from "./meeting-grids";
import { FURNITURE } from "./notes";
import { awaitsTitle, isUnread, type RawAnnex, type RawSection } from "./raw-annexes";
import { opensTable, type TableAhead } from "./table-signs";

/** Sentences that introduce the only table of an annex. */
const LONGEST_INTRODUCTION = 2;
const LONGEST_TITLE = 200;

/** What is known of a text beside its words. */
export interface TextContext extends ChapterSigns {
  /** True for the opening words of a document. */
  begins: boolean;
  /** True where what follows may follow the heading of an annex. */
  annexMayFollow: () => boolean;
  /** The table that follows. */
  tableAhead: () => TableAhead | null;
}

/** The text that all filled cells of a row share, as merged cells do; null where they differ or all are empty. */
function sharedText(cells: readonly string[]): string | null {
  let shared: string | null = null;
  for (const cell of cells) {
    const text = fold(cell);
    if (text === "" || text === shared) continue;
    if (shared !== null) return null;
    shared = text;
  }
  return shared;
}

/** Collects the annexes and tables of a document. */
export class StructureBuilder {
  readonly front: Line[] = [];
  readonly meetingGrids: Grid[] = [];
  readonly annexes: RawAnnex[] = [];
  private annex: RawAnnex | null = null;
  private section: RawSection | null = null;
  private readonly chapters: Chapters;
  /** Level of the headings that open annexes where no word "Annex" does. */
  private annexLevel: number | null = null;
  private titleOpen = false;
  /** Sentences behind the title of an annex that has no table yet. */
  private introduction: Line[] = [];
  /** True while nothing but white space has followed the last table. */
  private besideTable = false;

  constructor(
    private readonly account: Account,
    private readonly plain: boolean,
  ) {
    this.chapters = new Chapters(account, plain);
  }

  /** Reads the next text. */
  addText(line: Line, context: TextContext): void {
    if (this.annex && context.begins) {
      this.account.report(line.number, "warning", "anotherDocument", {});
      this.annex = null;
      this.section = null;
    }
    if (this.annex && line.text.length < LONGEST_TITLE && FURNITURE.test(line.text)) {
      this.account.mark(line.number, "page furniture");
      return;
    }
    const blank = fold(line.text) === "";
    if (!blank) this.chapters.trackPlan(line.text, context);
    if (this.openAnnexAt(line, context)) return;
    if (!this.annex) {
      this.addToFront(line, context);
      return;
    }
    if (blank) {
      this.section?.lines.push(line);
      return;
    }
    if (this.openSection(line, context)) return;
    if (this.openChapter(line, context)) return;
    if (this.section) {
      this.addToSection(this.section, line, context);
      return;
    }
    this.addToAnnexHead(this.annex, line);
  }

  /** Reads the next table. The heading of an annex inside it begins another table. */
  *addTable(grid: Grid): Steps<void> {
    let from = 0;
    for (const [index, row] of grid.rows.entries()) {
      yield;
      const shared = sharedText(row.cells);
      const heading = shared === null ? null : readAnnexHeading(shared);
      if (!heading || heading.title === "") continue;
      this.addPart(grid, from, index);
      this.account.markRange(row.line, row.lastLine, "heading");
      this.openAnnex(heading.id, heading.title, row.line);
      from = index + 1;
    }
    this.addPart(grid, from, grid.rows.length);
  }

  private addPart(grid: Grid, from: number, end: number): void {
    const rows = grid.rows.slice(from, end);
    const [first] = rows;
    if (first) this.addGrid(from === 0 && end === grid.rows.length ? grid : { ...grid, line: first.line, rows });
  }

  private addGrid(grid: Grid): void {
    const beside = this.besideTable;
    this.besideTable = true;
    if (isMeetingGrid(grid)) {
      this.meetingGrids.push(grid);
      for (const row of grid.rows) this.account.markRange(row.line, row.lastLine, "front matter");
      return;
    }
    if (this.annex && isStatisticsTitle(this.annex.title)) {
      this.addFlattened(grid);
      return;
    }
    const last = this.section?.grids.at(-1);
    if (this.section && last && beside && continuesGrid(last, grid)) {
      this.section.grids.push(grid);
      return;
    }
    if (!isOurs(grid) && !this.awaitsTable()) {
      this.addForeign(grid);
      return;
    }
    this.sectionFor(grid).grids.push(grid);
    this.chapters.addTable();
  }

  finish(): void {
    this.chapters.close();
    this.closeIntroduction();
  }

  /** True where the heading of a table has been read, and not yet the table. */
  private awaitsTable(): boolean {
    if (this.section) return this.section.table !== null && this.section.grids.length === 0;
    return this.annex !== null && this.chapters.title === null && this.headingOfAnnex(this.annex).table !== null;
  }

  /** The section that a table belongs to: one that has none yet, else a new one, never that of the table before. */
  private sectionFor(grid: Grid): RawSection {
    if (this.section && this.section.grids.length === 0) return this.section;
    if (!this.annex) this.openAnnex("", "", grid.line);
    const chapter = this.chapters.title;
    const isAnnexTable = this.annex && (this.annex.title !== "" || this.annex.id !== "");
    if (chapter === null && !this.section && this.annex && isAnnexTable) {
      return this.pushSection(this.headingOfAnnex(this.annex), grid.line);
    }
    const { id, title } = readNumbering(chapter ?? this.titleBefore());
    const { table, doubtful } = meaningOf(title, this.inPlan());
    return this.pushSection({ id, title, table, doubtful }, grid.line);
  }

  private headingOfAnnex(annex: RawAnnex): SectionHeading {
    const { table, doubtful } = meaningOf(annex.title, this.inPlan());
    return { id: "", title: "", table, doubtful };
  }

  /** A short text without a full stop right before a table that has no heading is that heading. */
  private titleBefore(): string {
    const lines = this.section ? this.section.lines : this.annexes.length <= 1 ? this.front : [];
    const at = lines.findLastIndex((line) => fold(line.text) !== "");
    const line = lines[at];
    const text = fold(line?.text ?? "");
    if (!line || text === "" || text.length > LONGEST_TITLE || text.endsWith(".")) return "";
    if (this.section) this.section.lines.splice(at, 1);
    this.account.mark(line.number, "heading");
    return text;
  }

  /** A table without columns of ours: text of the front matter, or said not to be read. */
  private addForeign(grid: Grid): void {
    const texts = grid.rows.map((row) => row.cells.map(fold).filter((cell) => cell !== ""));
    if (!this.annex) {
      grid.rows.forEach((row, index) => this.front.push({ number: row.line, text: (texts[index] ?? []).join(" ") }));
      return;
    }
    const header = shorten((texts.find((cells) => cells.length > 0) ?? []).join(" | "), 200);
    for (const row of grid.rows) this.account.markRange(row.line, row.lastLine, "problem");
    this.account.report(grid.line, "info", "tableUnread", { header, rows: grid.rows.length });
  }

  private addFlattened(grid: Grid): void {
    if (!this.section) this.pushSection({ id: "", title: "", table: null, doubtful: false }, grid.line);
    for (const row of grid.rows) {
      this.section?.lines.push({ number: row.line, text: row.cells.map(fold).join(" ") });
    }
  }

  private inPlan(): boolean {
    return this.chapters.inPlan || (this.annex !== null && meaningOf(this.annex.title).plan);
  }

  private openAnnexAt(line: Line, context: TextContext): boolean {
    const heading = readAnnexHeading(line.text);
    if (heading && (heading.title !== "" || this.isNext(heading.id) || context.annexMayFollow())) {
      this.account.mark(line.number, "heading");
      this.openAnnex(heading.id, heading.title, line.number);
      this.annexLevel = null;
      return true;
    }
    const { level } = context;
    if (level === null || this.plain) return false;
    const { id, title } = readNumbering(line.text);
    const opens = this.annexLevel === level || (this.annexes.length === 0 && namesActions(title));
    if (!opens || !isAnnexTitle(title)) return false;
    this.account.mark(line.number, "heading");
    this.openAnnex(id, title, line.number);
    this.annexLevel = level;
    return true;
  }

  /** A bare "Annex B" counts as a heading behind Annex A; elsewhere a title may end so ("Correction of figures in Annex A"). */
  private isNext(id: string): boolean {
    const last = this.annexes.at(-1)?.id;
    return last === undefined || last === "" || followsAnnex(id, last);
  }

  private openAnnex(id: string, title: string, line: number): void {
    this.chapters.close();
    this.closeIntroduction();
    const isTitleOf = this.annex?.id === id && this.annex.title === "" && this.annex.sections.length === 0;
    if (this.annex && isTitleOf) {
      this.annex.title = title;
      return;
    }
    this.annex = { id, title, line, sections: [] };
    this.annexes.push(this.annex);
    this.section = null;
    this.titleOpen = true;
  }

  /** Sentences that introduced no table belong to nothing. */
  private closeIntroduction(): void {
    for (const { number, text } of this.introduction.splice(0)) this.account.reportLine(number, text);
  }

  private pushSection(heading: SectionHeading, line: number): RawSection {
    const introduction = this.introduction.splice(0);
    for (const { number } of introduction) this.account.mark(number, "note");
    this.section = { ...heading, inPlan: this.inPlan(), line, introduction, lines: [], grids: [] };
    this.annex?.sections.push(this.section);
    return this.section;
  }

  /** Text before any annex. A table heading there opens an annex without a name. */
  private addToFront(line: Line, context: TextContext): void {
    const lettered = /^\s*\(?[a-z]\)\s*(?:TAP|AAP|Non-normative)\b/.test(line.text)
      ? readSectionHeading(line.text, this.inPlan())
      : null;
    if (lettered?.table || this.headingBeforeTable(line, context)) {
      const title = fold(this.front.findLast((each) => fold(each.text) !== "")?.text ?? "");
      const isTitled = namesActions(title);
      if (lettered?.table && !isTitled && this.plain) {
        this.account.report(line.number, "warning", "headingMissing", { title: lettered.title });
      }
      this.openAnnex("", isTitled ? title : "", line.number);
      this.openSection(line, context);
      return;
    }
    this.front.push(line);
    if (this.annexes.length > 0) this.account.mark(line.number, "front matter");
  }

  private openSection(line: Line, context: TextContext): boolean {
    if (!this.annex) return false;
    const heading = this.headingAt(this.annex, line, context);
    if (!heading) return false;
    if (heading.id === "" && this.isIntroduction(this.annex, line, heading)) {
      this.addIntroduction(line);
      return true;
    }
    this.chapters.close();
    this.pushSection(heading, line.number);
    this.account.mark(line.number, "heading");
    return true;
  }

  /** Keeps a sentence before a table; "The following … were agreed:" says no more than the heading. */
  private addIntroduction(line: Line): void {
    if (/:\s*$/.test(line.text)) this.account.mark(line.number, "heading");
    else if (this.section) {
      this.section.introduction.push(line);
      this.account.mark(line.number, "note");
    } else this.introduction.push(line);
  }

  /** True for a sentence that introduces the table whose heading came just before: it is no second heading. */
  private isIntroduction(annex: RawAnnex, line: Line, heading: SectionHeading): boolean {
    if (this.section && !isUnread(this.section)) return false;
    const announced = this.section ? this.section.table : tableNamedBy(annex.title, this.inPlan());
    return announced !== null && (announced === heading.table || /[.:]\s*$/.test(line.text));
  }

  private headingAt(annex: RawAnnex, line: Line, context: TextContext): SectionHeading | null {
    const heading = readSectionHeading(line.text, this.inPlan());
    if (heading && this.mayOpen(annex, heading) && isExpected(annex, heading)) return heading;
    const before = this.headingBeforeTable(line, context);
    return before && this.mayOpen(annex, before) ? before : null;
  }

  private headingBeforeTable(line: Line, context: TextContext): SectionHeading | null {
    const ahead = context.tableAhead();
    return ahead && readHeadingBeforeTable(line.text, this.inPlan(), ahead);
  }

  private mayOpen(annex: RawAnnex, heading: SectionHeading): boolean {
    if (heading.id !== "") return true;
    // A heading without a letter at the place of the annex title is that title.
    if (this.section === null) return annex.title !== "" || annex.id === "";
    return !awaitsTitle(this.section);
  }

  /** A heading that names no table ends the table before it. */
  private openChapter(line: Line, context: TextContext): boolean {
    const isOpen = this.chapters.title !== null;
    const ends = isOpen || (this.section !== null && (this.plain || this.section.grids.length > 0));
    if (!ends || !this.chapters.isHeading(line.text, context)) return this.chapters.addParagraph(line);
    this.chapters.open(line);
    this.section = null;
    this.titleOpen = false;
    return true;
  }

  private addToSection(section: RawSection, line: Line, context: TextContext): void {
    this.besideTable = false;
    if (awaitsTitle(section)) {
      section.title = fold(line.text);
      Object.assign(section, pick(meaningOf(section.title, this.inPlan())));
      if (section.table !== null || this.annex?.sections.length === 1 || context.tableAhead()?.atOnce) {
        this.account.mark(line.number, "heading");
        return;
      }
      this.closeStray(section, line);
      return;
    }
    if (section.title !== "" && isUnread(section) && /^\s*\(.*\)\s*$/.test(line.text)) {
      section.title = `${section.title} ${fold(line.text)}`;
      this.account.mark(line.number, "heading");
      return;
    }
    section.lines.push(line);
  }

  /** A letter behind which no heading comes is none: what follows goes on with the table before. */
  private closeStray(stray: RawSection, line: Line): void {
    this.account.report(stray.line, "warning", "strayLetter", { letter: stray.id });
    this.account.mark(stray.line, "problem");
    this.annex?.sections.pop();
    this.section = this.annex?.sections.at(-1) ?? null;
    this.section?.lines.push(line);
  }

  private addToAnnexHead(annex: RawAnnex, line: Line): void {
    const text = fold(line.text);
    if (this.titleOpen && annex.title === "") {
      annex.title = text;
    } else if (this.titleOpen && text.startsWith("(")) {
      annex.title = `${annex.title} ${text}`;
    } else if (this.titleOpen && tableNamedBy(annex.title) === null && namesAnnex(text)) {
      annex.title = `${annex.title} ${text}`;
    } else if (
      opensTable(line.text) ||
      tableNamedBy(annex.title) === null ||
      this.introduction.length >= LONGEST_INTRODUCTION
    ) {
      // Without a heading of its own the annex is one table.
      this.pushSection(this.headingOfAnnex(annex), line.number).lines.push(line);
      return;
    } else {
      this.titleOpen = false;
      this.introduction.push(line);
      return;
    }
    this.account.mark(line.number, "heading");
  }
}

function pick({ table, doubtful }: { table: TableKind | null; doubtful: boolean }): Partial<RawSection> {
  return { table, doubtful };
}

/** True for "Actions taken at the plenary …", which heads the tables of decisions with or without the word Annex. */
function namesActions(text: string): boolean {
  return /^(?:actions? taken\b|candidate\b|recommendations? planned for action\b)/i.test(text);
}

/** True for a letter before words that name a table, before no words, or after the letter of the table before. */
function isExpected(annex: RawAnnex, heading: SectionHeading): boolean {
  return heading.id === "" || heading.title === "" || heading.table !== null || isNextLetter(annex, heading.id);
}

function isNextLetter(annex: RawAnnex, letter: string): boolean {
  const last = annex.sections.filter((section) => section.id !== "").at(-1)?.id ?? "`";
  const step = letter.charCodeAt(0) - last.charCodeAt(0);
  return step >= 1 && step <= 3;
}
