/** Builds the annexes and tables of a document from its texts and tables, in their order. */
import type { TableKind } from "../domain/document";
import type { Steps } from "../domain/steps";
import { AnnexList } from "./annex-list";
import type { Grid } from "./blocks";
import { Chapters, type ChapterSigns } from "./chapters";
import { GridPlacement } from "./grid-placement";
import { meaningOf, tableNamedBy } from "./heading-meaning";
import { readNumbering } from "./heading-numbers";
import {
  isAnnexTitle,
  namesAnnex,
  readAnnexHeading,
  readHeadingBeforeTable,
  readSectionHeading,
  type SectionHeading,
} from "./headings";
import type { Account } from "./line-coverage";
import { fold, type Line } from "./lines";
import { FURNITURE } from "./notes";
import { awaitsTitle, isUnread, type RawAnnex, type RawSection } from "./raw-annexes";
import { opensTable, type TableAhead } from "./table-signs";

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

/** Collects the annexes and tables of a document. */
export class StructureBuilder {
  readonly front: Line[] = [];
  private readonly chapters: Chapters;
  private readonly list: AnnexList;
  private readonly grids: GridPlacement;
  /** Level of the headings that open annexes where no word "Annex" does. */
  private annexLevel: number | null = null;

  constructor(
    private readonly account: Account,
    private readonly plain: boolean,
  ) {
    this.chapters = new Chapters(account, plain);
    this.list = new AnnexList(account, this.chapters);
    this.grids = new GridPlacement(account, this.list, this.chapters, this.front);
  }

  get annexes(): RawAnnex[] {
    return this.list.annexes;
  }

  get meetingGrids(): Grid[] {
    return this.grids.meetingGrids;
  }

  /** Reads the next text. */
  addText(line: Line, context: TextContext): void {
    if (this.list.annex && context.begins) {
      this.account.report(line.number, "warning", "anotherDocument", {});
      this.list.leave();
    }
    if (this.list.annex && line.text.length < LONGEST_TITLE && FURNITURE.test(line.text)) {
      this.account.mark(line.number, "page furniture");
      return;
    }
    const blank = fold(line.text) === "";
    if (!blank) this.chapters.trackPlan(line.text, context);
    if (this.openAnnexAt(line, context)) return;
    if (!this.list.annex) {
      this.addToFront(line, context);
      return;
    }
    if (blank) {
      this.list.section?.lines.push(line);
      return;
    }
    if (this.openSection(line, context)) return;
    if (this.openChapter(line, context)) return;
    if (this.list.section) {
      this.addToSection(this.list.section, line, context);
      return;
    }
    this.addToAnnexHead(this.list.annex, line);
  }

  /** Reads the next table. */
  addTable(grid: Grid): Steps<void> {
    return this.grids.add(grid);
  }

  finish(): void {
    this.chapters.close();
    this.list.closeIntroduction();
  }

  private openAnnexAt(line: Line, context: TextContext): boolean {
    const heading = readAnnexHeading(line.text);
    if (heading && (heading.title !== "" || this.list.isNext(heading.id) || context.annexMayFollow())) {
      this.account.mark(line.number, "heading");
      this.list.openAnnex(heading.id, heading.title, line.number);
      this.annexLevel = null;
      return true;
    }
    const { level } = context;
    if (level === null || this.plain) return false;
    const { id, title } = readNumbering(line.text);
    const opens = this.annexLevel === level || (this.annexes.length === 0 && namesActions(title));
    if (!opens || !isAnnexTitle(title)) return false;
    this.account.mark(line.number, "heading");
    this.list.openAnnex(id, title, line.number);
    this.annexLevel = level;
    return true;
  }

  /** Text before any annex. A table heading there opens an annex without a name. */
  private addToFront(line: Line, context: TextContext): void {
    const lettered = /^\s*\(?[a-z]\)\s*(?:TAP|AAP|Non-normative)\b/.test(line.text)
      ? readSectionHeading(line.text, this.list.inPlan())
      : null;
    if (lettered?.table || this.headingBeforeTable(line, context)) {
      const title = fold(this.front.findLast((each) => fold(each.text) !== "")?.text ?? "");
      const isTitled = namesActions(title);
      if (lettered?.table && !isTitled && this.plain) {
        this.account.report(line.number, "warning", "headingMissing", { title: lettered.title });
      }
      this.list.openAnnex("", isTitled ? title : "", line.number);
      this.openSection(line, context);
      return;
    }
    this.front.push(line);
    if (this.annexes.length > 0) this.account.mark(line.number, "front matter");
  }

  private openSection(line: Line, context: TextContext): boolean {
    if (!this.list.annex) return false;
    const heading = this.headingAt(this.list.annex, line, context);
    if (!heading) return false;
    if (heading.id === "" && this.isIntroduction(this.list.annex, line, heading)) {
      this.addIntroduction(line);
      return true;
    }
    this.chapters.close();
    this.list.pushSection(heading, line.number);
    this.account.mark(line.number, "heading");
    return true;
  }

  /** Keeps a sentence before a table; "The following … were agreed:" says no more than the heading. */
  private addIntroduction(line: Line): void {
    if (/:\s*$/.test(line.text)) this.account.mark(line.number, "heading");
    else this.list.introduce(line);
  }

  /** True for a sentence that introduces the table whose heading came just before: it is no second heading. */
  private isIntroduction(annex: RawAnnex, line: Line, heading: SectionHeading): boolean {
    if (this.list.section && !isUnread(this.list.section)) return false;
    const announced = this.list.section ? this.list.section.table : tableNamedBy(annex.title, this.list.inPlan());
    return announced !== null && (announced === heading.table || /[.:]\s*$/.test(line.text));
  }

  private headingAt(annex: RawAnnex, line: Line, context: TextContext): SectionHeading | null {
    const heading = readSectionHeading(line.text, this.list.inPlan());
    if (heading && this.mayOpen(annex, heading) && isExpected(annex, heading)) return heading;
    const before = this.headingBeforeTable(line, context);
    return before && this.mayOpen(annex, before) ? before : null;
  }

  private headingBeforeTable(line: Line, context: TextContext): SectionHeading | null {
    const ahead = context.tableAhead();
    return ahead && readHeadingBeforeTable(line.text, this.list.inPlan(), ahead);
  }

  private mayOpen(annex: RawAnnex, heading: SectionHeading): boolean {
    if (heading.id !== "") return true;
    // A heading without a letter at the place of the annex title is that title.
    if (this.list.section === null) return annex.title !== "" || annex.id === "";
    return !awaitsTitle(this.list.section);
  }

  /** A heading that names no table ends the table before it. */
  private openChapter(line: Line, context: TextContext): boolean {
    const isOpen = this.chapters.title !== null;
    const ends = isOpen || (this.list.section !== null && (this.plain || this.list.section.grids.length > 0));
    if (!ends || !this.chapters.isHeading(line.text, context)) return this.chapters.addParagraph(line);
    this.chapters.open(line);
    this.list.section = null;
    this.list.titleOpen = false;
    return true;
  }

  private addToSection(section: RawSection, line: Line, context: TextContext): void {
    this.grids.endTable();
    if (awaitsTitle(section)) {
      section.title = fold(line.text);
      Object.assign(section, pick(meaningOf(section.title, this.list.inPlan())));
      if (section.table !== null || this.list.annex?.sections.length === 1 || context.tableAhead()?.atOnce) {
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
    this.list.dropSection();
    this.list.section?.lines.push(line);
  }

  private addToAnnexHead(annex: RawAnnex, line: Line): void {
    const text = fold(line.text);
    if (this.list.titleOpen && annex.title === "") {
      annex.title = text;
    } else if (this.list.titleOpen && text.startsWith("(")) {
      annex.title = `${annex.title} ${text}`;
    } else if (this.list.titleOpen && tableNamedBy(annex.title) === null && namesAnnex(text)) {
      annex.title = `${annex.title} ${text}`;
    } else if (opensTable(line.text) || tableNamedBy(annex.title) === null || this.list.isIntroduced) {
      // Without a heading of its own the annex is one table.
      this.list.pushSection(this.list.headingOfAnnex(annex), line.number).lines.push(line);
      return;
    } else {
      this.list.titleOpen = false;
      this.list.introduce(line);
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
