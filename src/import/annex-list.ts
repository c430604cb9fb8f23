/** The annexes and tables of a document as far as they are read; the last of each is open. */
import type { Chapters } from "./chapters";
import { meaningOf } from "./heading-meaning";
import { followsAnnex } from "./heading-numbers";
import type { SectionHeading } from "./headings";
import type { Account } from "./line-coverage";
import type { Line } from "./lines";
import type { RawAnnex, RawSection } from "./raw-annexes";

/** Sentences that introduce the only table of an annex. */
const LONGEST_INTRODUCTION = 2;

/** Opens annexes and their tables, one after the other. */
export class AnnexList {
  readonly annexes: RawAnnex[] = [];
  /** The open annex, and its open table. */
  annex: RawAnnex | null = null;
  section: RawSection | null = null;
  /** True where the title of the open annex may go on. */
  titleOpen = false;
  /** Sentences behind the title of an annex that has no table yet. */
  private introduction: Line[] = [];

  constructor(
    private readonly account: Account,
    private readonly chapters: Chapters,
  ) {}

  /** Ends the open annex: another document begins. */
  leave(): void {
    this.annex = null;
    this.section = null;
  }

  /** True where no more sentences may introduce the table of the open annex. */
  get isIntroduced(): boolean {
    return this.introduction.length >= LONGEST_INTRODUCTION;
  }

  /** Keeps a sentence before a table as a note of it. */
  introduce(line: Line): void {
    if (this.section) {
      this.section.introduction.push(line);
      this.account.mark(line.number, "note");
    } else this.introduction.push(line);
  }

  /** Takes the open table back, which was none; the one before it is open again. */
  dropSection(): void {
    this.annex?.sections.pop();
    this.section = this.annex?.sections.at(-1) ?? null;
  }

  /** True in a part of the document that speaks of plans. */
  inPlan(): boolean {
    return this.chapters.inPlan || (this.annex !== null && meaningOf(this.annex.title).plan);
  }

  /** The heading of the only table of an annex, which is the annex's. */
  headingOfAnnex(annex: RawAnnex): SectionHeading {
    const { table, doubtful } = meaningOf(annex.title, this.inPlan());
    return { id: "", title: "", table, doubtful };
  }

  /** A bare "Annex B" counts as a heading behind Annex A; elsewhere a title may end so ("Correction of figures in Annex A"). */
  isNext(id: string): boolean {
    const last = this.annexes.at(-1)?.id;
    return last === undefined || last === "" || followsAnnex(id, last);
  }

  /** Opens an annex, or gives the open one its title. */
  openAnnex(id: string, title: string, line: number): void {
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
  closeIntroduction(): void {
    for (const { number, text } of this.introduction.splice(0)) this.account.reportLine(number, text);
  }

  /** Opens a table of the open annex. */
  pushSection(heading: SectionHeading, line: number): RawSection {
    const introduction = this.introduction.splice(0);
    for (const { number } of introduction) this.account.mark(number, "note");
    this.section = { ...heading, inPlan: this.inPlan(), line, introduction, lines: [], grids: [] };
    this.annex?.sections.push(this.section);
    return this.section;
  }
}
