/** Cuts a document into annexes and tables by its headings; reads no rows. */
import type { TableKind } from "../domain/document";
import type { Block, Grid, Source, TextBlock } from "./blocks";
import { findDateRange } from "./dates";
import { isOurs } from "./grid-rows";
import {
  isAnnexTitle,
  isStatisticsTitle,
  meaningOf,
  namesAnnex,
  readAnnexHeading,
  readHeadingBeforeTable,
  readNumbering,
  readSectionHeading,
  type SectionHeading,
  splitGlued,
  tableNamedBy,
} from "./headings";
import { type Account, shorten } from "./line-coverage";
import { fold, type Line } from "./lines";
import { continuesGrid } from "./grid-order";
import { isMeetingGrid } from "./meeting-grids";
import { opensTable, tableFollows } from "./table-signs";
import type { Steps } from "../domain/steps";

export interface RawSection {
  id: string;
  title: string;
  table: TableKind | null;
  /** True where the words of the heading may mean a decision or a plan. */
  doubtful: boolean;
  /** True in a part of the document that speaks of plans. */
  inPlan: boolean;
  /** Line of the heading. */
  line: number;
  /** Text: rows whose cells run together, and notes. */
  lines: Line[];
  /** Tables whose cells are kept. */
  grids: Grid[];
}

export interface RawAnnex {
  id: string;
  title: string;
  line: number;
  sections: RawSection[];
}

export interface Structure {
  front: Line[];
  /** Tables of rapporteur group meetings. */
  meetingGrids: Grid[];
  annexes: RawAnnex[];
  /** First and last line of a table or annex; [0, 0] where there is none. */
  span: [number, number];
}

/** Sentences that introduce the only table of an annex. */
const LONGEST_INTRODUCTION = 2;
const LONGEST_TITLE = 200;

/** The opening words of the two families: where they come again, another document begins. */
const DOCUMENT_BEGINS = /^\s*executive summary\b.{0,80}$|\bactive in fulfilling its lead role\b/i;
const CHAPTER = /^\s*\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu}/u;

/** What is known of a text beside its words. */
interface TextContext {
  /** The opening words of a document stand in it. */
  begins: boolean;
  /** What follows may follow the heading of an annex. */
  annexMayFollow: boolean;
  /** A table follows at once. */
  tableFollows: () => boolean;
  /** Level of a styled heading. */
  level: number | null;
}

/** A chapter without a table of ours. */
interface Chapter {
  title: string;
  line: number;
  paragraphs: number;
}

class Builder {
  readonly front: Line[] = [];
  readonly meetingGrids: Grid[] = [];
  readonly annexes: RawAnnex[] = [];
  private annex: RawAnnex | null = null;
  private section: RawSection | null = null;
  private chapter: Chapter | null = null;
  /** A heading that speaks of plans, with its depth and number: it holds for the headings below it. */
  private plan: { depth: number; id: string } | null = null;
  /** Level of the headings that open annexes where no word "Annex" does. */
  private annexLevel: number | null = null;
  private titleOpen = false;
  private introduction = 0;
  /** True while nothing but white space has followed the last table. */
  private besideTable = false;

  constructor(
    private readonly account: Account,
    private readonly plain: boolean,
  ) {}

  /** Reads the next text. */
  addText(line: Line, context: TextContext): void {
    if (this.annex && context.begins) {
      this.account.report(line.number, "warning", "anotherDocument", {});
      this.annex = null;
      this.section = null;
    }
    const blank = fold(line.text) === "";
    if (!blank) this.trackPlan(line.text, context.level);
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
      this.addToSection(this.section, line);
      return;
    }
    this.addToAnnexHead(this.annex, line);
  }

  /** Reads the next table. */
  addTable(grid: Grid): void {
    const beside = this.besideTable;
    this.besideTable = true;
    if (isMeetingGrid(grid)) {
      this.meetingGrids.push(grid);
      for (const row of grid.rows) this.account.markRange(row.line, row.lastLine, "front matter");
      return;
    }
    const ours = isOurs(grid);
    if (this.annex && isStatisticsTitle(this.annex.title)) {
      this.addFlattened(grid);
      return;
    }
    if (!ours && !(this.section && this.section.table !== null && this.section.grids.length === 0)) {
      this.addForeign(grid);
      return;
    }
    const last = this.section?.grids.at(-1);
    if (this.section && last && beside && continuesGrid(last, grid)) {
      this.section.grids.push(grid);
      return;
    }
    this.sectionFor(grid).grids.push(grid);
    this.chapter = null;
  }

  finish(): void {
    this.closeChapter();
  }

  /** The section that a table belongs to: one that has none yet, else a new one, never that of the table before. */
  private sectionFor(grid: Grid): RawSection {
    if (this.section && this.section.grids.length === 0) return this.section;
    if (!this.annex) this.openAnnex("", "", grid.line);
    if (!this.section && this.annex && (this.annex.title !== "" || this.annex.id !== "")) {
      return this.pushSection(this.headingOfAnnex(this.annex), grid.line);
    }
    const title = this.titleBefore();
    const { table, doubtful } = meaningOf(title, this.inPlan());
    return this.pushSection({ id: "", title, table, doubtful }, grid.line);
  }

  private headingOfAnnex(annex: RawAnnex): SectionHeading {
    const { table, doubtful } = meaningOf(annex.title, this.inPlan());
    return { id: "", title: "", table, doubtful };
  }

  /** A short text without a full stop right before a table that has no heading is that heading. */
  private titleBefore(): string {
    const lines = this.section ? this.section.lines : this.annexes.length <= 1 ? this.front : [];
    const at = lines.findLastIndex((line) => fold(line.text) !== "");
    const text = fold(lines[at]?.text ?? "");
    if (text === "" || text.length > LONGEST_TITLE || /\.$/.test(text)) return "";
    if (this.section) this.section.lines.splice(at, 1);
    const line = lines === this.front ? this.front[at]?.number : undefined;
    if (line !== undefined) this.account.mark(line, "heading");
    return readNumbering(text).title;
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
    return this.plan !== null || (this.annex !== null && meaningOf(this.annex.title).plan);
  }

  /** A numbered or styled heading that speaks of plans holds until the next heading of its depth. */
  private trackPlan(text: string, level: number | null): void {
    if (this.plain || text.length > LONGEST_TITLE) return;
    const { depth, id } = readNumbering(text);
    const own = level ?? (CHAPTER.test(text) ? depth : 0);
    if (own === 0) return;
    const isBelow = this.plan && own > this.plan.depth && (id === "" || id.startsWith(this.plan.id));
    if (!isBelow) this.plan = meaningOf(text).plan ? { depth: own, id } : null;
  }

  private openAnnexAt(line: Line, context: TextContext): boolean {
    const heading = readAnnexHeading(line.text);
    if (heading && (heading.title !== "" || context.annexMayFollow || this.isNext(heading.id))) {
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
    return last === undefined || last === "" || id.charCodeAt(0) === last.charCodeAt(0) + 1;
  }

  private openAnnex(id: string, title: string, line: number): void {
    this.closeChapter();
    this.annex = { id, title, line, sections: [] };
    this.annexes.push(this.annex);
    this.section = null;
    this.titleOpen = true;
    this.introduction = 0;
  }

  private pushSection(heading: SectionHeading, line: number): RawSection {
    this.section = { ...heading, inPlan: this.inPlan(), line, lines: [], grids: [] };
    this.annex?.sections.push(this.section);
    return this.section;
  }

  /** Text before any annex. A table heading there opens an annex without a name. */
  private addToFront(line: Line, context: TextContext): void {
    const lettered = /^\s*\(?[a-z]\)\s*(?:TAP|AAP|Non-normative)\b/.test(line.text)
      ? readSectionHeading(line.text, this.inPlan())
      : null;
    const before = context.tableFollows() ? readHeadingBeforeTable(line.text, this.inPlan()) : null;
    if (lettered?.table || before) {
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
    // A sentence that introduces the table whose heading came just before is no second heading.
    const announced = this.section ? this.section.table : tableNamedBy(this.annex.title, this.inPlan());
    if (announced === heading.table && heading.id === "" && (this.section === null || isUnread(this.section))) {
      this.account.mark(line.number, "heading");
      return true;
    }
    this.closeChapter();
    this.pushSection(heading, line.number);
    this.account.mark(line.number, "heading");
    return true;
  }

  private headingAt(annex: RawAnnex, line: Line, context: TextContext): SectionHeading | null {
    const heading = readSectionHeading(line.text, this.inPlan());
    if (heading && this.mayOpen(annex, heading)) return heading;
    const before = context.tableFollows() ? readHeadingBeforeTable(line.text, this.inPlan()) : null;
    return before && this.mayOpen(annex, before) ? before : null;
  }

  private mayOpen(annex: RawAnnex, heading: SectionHeading): boolean {
    // A heading without a letter that stands where the annex title is expected is that title.
    if (heading.id === "" && this.section === null && annex.title === "" && annex.id !== "") return false;
    if (heading.id === "" && this.section && awaitsTitle(this.section)) return false;
    return heading.id === "" || heading.title === "" || heading.table !== null || isNextLetter(annex, heading.id);
  }

  /** In a source with tables, a heading that names no table ends the table before it. */
  private openChapter(line: Line, context: TextContext): boolean {
    if (this.plain) return false;
    const isHeading = context.level !== null || (CHAPTER.test(line.text) && line.text.length < LONGEST_TITLE);
    if (isHeading && this.section && this.section.grids.length > 0) {
      this.closeChapter();
      this.chapter = { title: fold(line.text), line: line.number, paragraphs: 0 };
      this.account.mark(line.number, "heading");
      this.section = null;
      this.titleOpen = false;
      return true;
    }
    if (!this.chapter) return false;
    if (isHeading) {
      this.closeChapter();
      this.chapter = { title: fold(line.text), line: line.number, paragraphs: 0 };
      this.account.mark(line.number, "heading");
    } else {
      this.chapter.paragraphs += 1;
      this.account.mark(line.number, "front matter");
    }
    return true;
  }

  private closeChapter(): void {
    if (this.chapter && this.chapter.paragraphs > 0) {
      const { title, line, paragraphs } = this.chapter;
      this.account.report(line, "info", "chapterUnread", { title: shorten(title), paragraphs });
    }
    this.chapter = null;
  }

  private addToSection(section: RawSection, line: Line): void {
    this.besideTable = false;
    if (awaitsTitle(section)) {
      section.title = fold(line.text);
      Object.assign(section, pick(meaningOf(section.title, this.inPlan())));
      if (section.table !== null || this.annex?.sections.length === 1) {
        this.account.mark(line.number, "heading");
        return;
      }
      this.closeStray(section, line);
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
      this.introduction >= LONGEST_INTRODUCTION
    ) {
      // Without a heading of its own the annex is one table.
      this.pushSection(this.headingOfAnnex(annex), line.number).lines.push(line);
      return;
    } else {
      this.titleOpen = false;
      this.introduction += 1;
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

/** True for a section of which only the heading has been read. */
function isUnread(section: RawSection): boolean {
  return section.grids.length === 0 && section.lines.every((line) => fold(line.text) === "");
}

/** True for a section of which only the letter has been seen. */
function awaitsTitle(section: RawSection): boolean {
  return section.title === "" && section.id !== "" && isUnread(section);
}

function isNextLetter(annex: RawAnnex, letter: string): boolean {
  const last = annex.sections.filter((section) => section.id !== "").at(-1)?.id ?? "`";
  const step = letter.charCodeAt(0) - last.charCodeAt(0);
  return step >= 1 && step <= 3;
}

/** The texts that follow a block, without blank ones, up to a number of blocks. */
function textsAfter(blocks: readonly Block[], index: number, count: number): string[] {
  return blocks.slice(index + 1, index + 1 + count).flatMap((block) => (block.kind === "text" ? [block.text] : []));
}

/** True where a document begins: its opening words, and soon the meeting or the achievements it reports. */
function beginsDocument(blocks: readonly Block[], index: number, text: string): boolean {
  if (text.length > 2000 || !DOCUMENT_BEGINS.test(text)) return false;
  const next = textsAfter(blocks, index, 15)
    .map((each) => each.slice(0, 500))
    .join("\n");
  return /\bmeeting of\b|\bachievements\b|\blead study group\b/i.test(next) || findDateRange(next) !== null;
}

/** True where the next line that is not blank reads like the title of an annex or the heading of a table. */
function annexMayFollow(blocks: readonly Block[], index: number): boolean {
  const next = blocks.slice(index + 1, index + 6).find((block) => block.kind !== "text" || block.text.trim() !== "");
  if (next?.kind !== "text") return true;
  return isAnnexTitle(next.text) || (readSectionHeading(next.text)?.table ?? null) !== null;
}

function addTextBlock(builder: Builder, blocks: readonly Block[], index: number, block: TextBlock): void {
  const begins = beginsDocument(blocks, index, block.text);
  const follows = /annex/i.test(block.text.slice(0, 40)) && annexMayFollow(blocks, index);
  const mayHead = block.text.length < 400 && block.text.trim() !== "";
  splitGlued({ number: block.line, text: block.text }).forEach((part, position) => {
    builder.addText(part, {
      begins: begins && position === 0,
      annexMayFollow: follows,
      tableFollows: () => mayHead && tableFollows(blocks, index),
      level: block.level,
    });
  });
}

/** Cuts the blocks of a document into its front matter and its annexes with their tables. */
export function* readStructure(source: Source, account: Account): Steps<Structure> {
  const builder = new Builder(account, source.plain);
  const { blocks } = source;
  for (const [index, block] of blocks.entries()) {
    yield index / blocks.length;
    if (block.kind === "text") addTextBlock(builder, blocks, index, block);
    else if (block.kind === "table") builder.addTable(block.grid);
    else builder.addText({ number: block.line, text: `Note: ${block.text}` }, NOTE_CONTEXT);
  }
  builder.finish();
  const { front, meetingGrids, annexes } = builder;
  return { front, meetingGrids, annexes, span: spanOf(annexes, blocks, account) };
}

const NOTE_CONTEXT: TextContext = { begins: false, annexMayFollow: false, tableFollows: () => false, level: null };

/** From the first heading of an annex to the last line that is not blank; to the last table where the source keeps tables. */
function spanOf(annexes: readonly RawAnnex[], blocks: readonly Block[], account: Account): [number, number] {
  const first = annexes[0]?.line;
  if (first === undefined) return [0, 0];
  const last = blocks.findLast((block) => block.kind !== "text" || block.text.trim() !== "");
  const lastLine = last?.kind === "table" ? (last.grid.rows.at(-1)?.lastLine ?? last.line) : (last?.line ?? first);
  account.mark(first, "heading");
  return [first, lastLine];
}
