/** Cuts a document into annexes and tables by its headings; reads no rows. */
import type { TableKind } from "../domain/document";
import { findDateRange } from "./dates";
import { isAnnexTitle, namesAnnex, readAnnexHeading, readSectionHeading, splitGlued, tableNamedBy } from "./headings";
import type { Account } from "./line-coverage";
import { fold, type Line } from "./lines";
import { readColumnHeader } from "./columns";
import { NAME_START } from "./name-cell";

export interface RawSection {
  id: string;
  title: string;
  table: TableKind | null;
  /** Line of the heading. */
  line: number;
  lines: Line[];
}

export interface RawAnnex {
  id: string;
  title: string;
  line: number;
  sections: RawSection[];
}

export interface Structure {
  front: Line[];
  annexes: RawAnnex[];
}

/** A table begins here: column headers, or a row number and a Question. */
const TABLE_BEGINS =
  /^[\s|]*(?:#|(?:\d{1,3}[.)]?[\s|]+)?Q?\d{1,2}\/\d{1,2}(?:[\s|,(]|$)|SG\d{1,2}[\s|]|\d{1,3}[.)]?\s*(?:[|]|$)|\d{1,3}[.)]?\s+Q?\d{1,2}(?:\s|$))/;
const ROW_WITH_NAME = new RegExp(`^[\\s|]*(?:Q?\\d{1,3}[.)]?[\\s|]+)(?:${NAME_START})`);
/** Sentences that introduce the only table of an annex. */
const LONGEST_INTRODUCTION = 2;

/** True for a line that opens a table: its column headers or its first row. */
function opensTable(text: string): boolean {
  if (TABLE_BEGINS.test(text) || ROW_WITH_NAME.test(text)) return true;
  return fold(text) !== "" && readColumnHeader(text) !== null;
}

/** The opening words of the two families: where they come again, another document begins. */
const DOCUMENT_BEGINS = /^\s*executive summary\b.{0,80}$|\bactive in fulfilling its lead role\b/i;

class Builder {
  readonly front: Line[] = [];
  readonly annexes: RawAnnex[] = [];
  private annex: RawAnnex | null = null;
  private section: RawSection | null = null;
  private titleOpen = false;
  private introduction = 0;

  constructor(private readonly account: Account) {}

  /**
   * Takes the next line. Said with it: whether the opening words of a document stand in it, and whether what follows may
   * follow the heading of an annex.
   */
  add(line: Line, beginsDocument: boolean, follows: boolean): void {
    if (this.annex && beginsDocument) {
      this.account.report(
        line.number,
        "warning",
        "Another document begins here; its annexes are read with those of the first",
      );
      this.annex = null;
      this.section = null;
    }
    const heading = readAnnexHeading(line.text);
    if (heading && (heading.title !== "" || follows || this.isNext(heading.id))) {
      this.account.mark(line.number, "heading");
      this.openAnnex(heading.id, heading.title, line.number);
      return;
    }
    if (!this.annex) {
      this.addToFront(line);
      return;
    }
    if (fold(line.text) === "") {
      this.section?.lines.push(line);
      return;
    }
    if (this.openSection(line)) return;
    if (this.section) {
      this.addToSection(this.section, line);
      return;
    }
    this.addToAnnexHead(this.annex, line);
  }

  /** A bare "Annex B" counts as a heading behind Annex A; elsewhere a title may end so ("Correction of figures in Annex A"). */
  private isNext(id: string): boolean {
    const last = this.annexes.at(-1)?.id;
    return last === undefined || last === "" || id.charCodeAt(0) === last.charCodeAt(0) + 1;
  }

  private openAnnex(id: string, title: string, line: number): void {
    this.annex = { id, title, line, sections: [] };
    this.annexes.push(this.annex);
    this.section = null;
    this.titleOpen = true;
    this.introduction = 0;
  }

  /** Text before any annex. A table heading there means that the annex heading was lost. */
  private addToFront(line: Line): void {
    const heading = /^\s*\(?[a-z]\)\s*(?:TAP|AAP|Non-normative)\b/.test(line.text)
      ? readSectionHeading(line.text)
      : null;
    if (heading?.table) {
      this.account.report(line.number, "warning", `"${heading.title}" stands in no annex: its heading is missing`);
      this.openAnnex("", "", line.number);
      this.openSection(line);
      return;
    }
    this.front.push(line);
    if (this.annexes.length > 0) this.account.mark(line.number, "front matter");
  }

  private openSection(line: Line): boolean {
    const heading = readSectionHeading(line.text);
    if (!heading || !this.annex) return false;
    const table = heading.table ?? null;
    // A heading without a letter that stands where the annex title is expected is that title.
    if (heading.id === "" && this.section === null && this.annex.title === "") return false;
    if (heading.id === "" && this.section && awaitsTitle(this.section)) return false;
    if (heading.id !== "" && heading.title !== "" && table === null && !isNextLetter(this.annex, heading.id))
      return false;
    this.section = { ...heading, table, line: line.number, lines: [] };
    this.annex.sections.push(this.section);
    this.account.mark(line.number, "heading");
    return true;
  }

  private addToSection(section: RawSection, line: Line): void {
    if (awaitsTitle(section)) {
      section.title = fold(line.text);
      section.table = tableNamedBy(section.title);
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
    this.account.report(stray.line, "warning", `"${stray.id})" is followed by no heading of a table`);
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
      this.section = { id: "", title: "", table: tableNamedBy(annex.title), line: line.number, lines: [line] };
      annex.sections.push(this.section);
      return;
    } else {
      this.titleOpen = false;
      this.introduction += 1;
    }
    this.account.mark(line.number, "heading");
  }
}

/** True for a section of which only the letter has been seen. */
function awaitsTitle(section: RawSection): boolean {
  return section.title === "" && section.id !== "" && section.lines.every((line) => fold(line.text) === "");
}

function isNextLetter(annex: RawAnnex, letter: string): boolean {
  const last = annex.sections.filter((section) => section.id !== "").at(-1)?.id ?? "`";
  const step = letter.charCodeAt(0) - last.charCodeAt(0);
  return step >= 1 && step <= 3;
}

/** True where a document begins: its opening words, and soon the meeting or the achievements it reports. */
function beginsDocument(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? "";
  if (text.length > 2000 || !DOCUMENT_BEGINS.test(text)) return false;
  const next = lines
    .slice(index + 1, index + 16)
    .map((line) => line.text.slice(0, 500))
    .join("\n");
  return /\bmeeting of\b|\bachievements\b|\blead study group\b/i.test(next) || findDateRange(next) !== null;
}

/** True where the next line that is not blank reads like the title of an annex or the heading of a table. */
function annexMayFollow(lines: readonly Line[], index: number): boolean {
  const next = lines.slice(index + 1, index + 6).find((line) => line.text.trim() !== "");
  return next === undefined || isAnnexTitle(next.text) || (readSectionHeading(next.text)?.table ?? null) !== null;
}

/** Cuts the lines of a document into its front matter and its annexes with their tables. */
export function readStructure(lines: readonly Line[], account: Account): Structure {
  const builder = new Builder(account);
  lines.forEach((line, index) => {
    const begins = beginsDocument(lines, index);
    const follows = /annex/i.test(line.text.slice(0, 40)) && annexMayFollow(lines, index);
    splitGlued(line).forEach((part, position) => {
      builder.add(part, begins && position === 0, follows);
    });
  });
  return { front: builder.front, annexes: builder.annexes };
}
