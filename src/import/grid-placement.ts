/** Puts the tables of a source into the annexes and tables of the document that their headings name. */
import type { Steps } from "../domain/steps";
import type { AnnexList } from "./annex-list";
import type { Grid } from "./blocks";
import type { Chapters } from "./chapters";
import { continuesGrid } from "./grid-order";
import { isOurs } from "./grid-rows";
import { meaningOf } from "./heading-meaning";
import { readNumbering } from "./heading-numbers";
import { isStatisticsTitle, readAnnexHeading } from "./headings";
import { type Account, shorten } from "./line-coverage";
import { fold, type Line } from "./lines";
import { isMeetingGrid } from "./meeting-grids";
import type { RawSection } from "./raw-annexes";

const LONGEST_TITLE = 200;

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

/** Places tables while the texts around them are read. */
export class GridPlacement {
  /** Tables of rapporteur group meetings. */
  readonly meetingGrids: Grid[] = [];
  /** True while nothing but white space has followed the last table. */
  private besideTable = false;

  constructor(
    private readonly account: Account,
    private readonly list: AnnexList,
    private readonly chapters: Chapters,
    private readonly front: Line[],
  ) {}

  /** Says that text follows the last table. */
  endTable(): void {
    this.besideTable = false;
  }

  /** Reads the next table. The heading of an annex inside it begins another table. */
  *add(grid: Grid): Steps<void> {
    let from = 0;
    for (const [index, row] of grid.rows.entries()) {
      yield;
      const shared = sharedText(row.cells);
      const heading = shared === null ? null : readAnnexHeading(shared);
      if (!heading || heading.title === "") continue;
      this.addPart(grid, from, index);
      this.account.markRange(row.line, row.lastLine, "heading");
      this.list.openAnnex(heading.id, heading.title, row.line);
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
    if (this.list.annex && isStatisticsTitle(this.list.annex.title)) {
      this.addFlattened(grid);
      return;
    }
    const last = this.list.section?.grids.at(-1);
    if (this.list.section && last && beside && continuesGrid(last, grid)) {
      this.list.section.grids.push(grid);
      return;
    }
    if (!isOurs(grid) && !this.awaitsTable()) {
      this.addForeign(grid);
      return;
    }
    this.sectionFor(grid).grids.push(grid);
    this.chapters.addTable();
  }

  /** True where the heading of a table has been read, and not yet the table. */
  private awaitsTable(): boolean {
    if (this.list.section) return this.list.section.table !== null && this.list.section.grids.length === 0;
    return (
      this.list.annex !== null &&
      this.chapters.title === null &&
      this.list.headingOfAnnex(this.list.annex).table !== null
    );
  }

  /** The section that a table belongs to: one that has none yet, else a new one, never that of the table before. */
  private sectionFor(grid: Grid): RawSection {
    if (this.list.section && this.list.section.grids.length === 0) return this.list.section;
    if (!this.list.annex) this.list.openAnnex("", "", grid.line);
    const chapter = this.chapters.title;
    const isAnnexTable = this.list.annex && (this.list.annex.title !== "" || this.list.annex.id !== "");
    if (chapter === null && !this.list.section && this.list.annex && isAnnexTable) {
      return this.list.pushSection(this.list.headingOfAnnex(this.list.annex), grid.line);
    }
    const { id, title } = readNumbering(chapter ?? this.titleBefore());
    const { table, doubtful } = meaningOf(title, this.list.inPlan());
    return this.list.pushSection({ id, title, table, doubtful }, grid.line);
  }

  /** A short text without a full stop right before a table that has no heading is that heading. */
  private titleBefore(): string {
    const lines = this.list.section ? this.list.section.lines : this.list.annexes.length <= 1 ? this.front : [];
    const at = lines.findLastIndex((line) => fold(line.text) !== "");
    const line = lines[at];
    const text = fold(line?.text ?? "");
    if (!line || text === "" || text.length > LONGEST_TITLE || text.endsWith(".")) return "";
    if (this.list.section) this.list.section.lines.splice(at, 1);
    this.account.mark(line.number, "heading");
    return text;
  }

  /** A table without columns of ours: text of the front matter, or said not to be read. */
  private addForeign(grid: Grid): void {
    const texts = grid.rows.map((row) => row.cells.map(fold).filter((cell) => cell !== ""));
    if (!this.list.annex) {
      grid.rows.forEach((row, index) => this.front.push({ number: row.line, text: (texts[index] ?? []).join(" ") }));
      return;
    }
    const header = shorten((texts.find((cells) => cells.length > 0) ?? []).join(" | "), 200);
    for (const row of grid.rows) this.account.markRange(row.line, row.lastLine, "problem");
    this.account.report(grid.line, "info", "tableUnread", { header, rows: grid.rows.length });
  }

  private addFlattened(grid: Grid): void {
    if (!this.list.section) this.list.pushSection({ id: "", title: "", table: null, doubtful: false }, grid.line);
    for (const row of grid.rows) {
      this.list.section?.lines.push({ number: row.line, text: row.cells.map(fold).join(" ") });
    }
  }
}
