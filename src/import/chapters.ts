/** Chapters around the tables: headings that name no table, and parts of a document that speak of plans. */
import { meaningOf } from "./heading-meaning";
import { readNumbering } from "./heading-numbers";
import { type Account, shorten } from "./line-coverage";
import { fold, type Line } from "./lines";
import { opensTable } from "./table-signs";

const CHAPTER = /^\s*\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu}/u;
const LONGEST_TITLE = 200;

/** What is known of a text beside its words. */
export interface ChapterSigns {
  /** Level of a styled heading. */
  level: number | null;
  /** True where the heading of a table follows at once. */
  headingFollows: () => boolean;
}

/** A chapter without a table of ours. */
interface Chapter {
  title: string;
  line: number;
  paragraphs: number;
}

/** Follows the chapters of a document while it is read. */
export class Chapters {
  private chapter: Chapter | null = null;
  /** A heading that speaks of plans, with its depth and number: it applies to the headings below it. */
  private plan: { depth: number; id: string } | null = null;

  constructor(
    private readonly account: Account,
    private readonly plain: boolean,
  ) {}

  /** Title of the chapter that is open and has no table yet; null where none is. */
  get title(): string | null {
    return this.chapter?.title ?? null;
  }

  /** True below a heading that speaks of plans. */
  get inPlan(): boolean {
    return this.plan !== null;
  }

  /** True for the heading of a chapter: numbered or styled; in plain text numbered, before the heading of a table. */
  isHeading(text: string, signs: ChapterSigns): boolean {
    if (text.length >= LONGEST_TITLE) return false;
    if (!this.plain && signs.level !== null) return true;
    return CHAPTER.test(text) && (!this.plain || (!opensTable(text) && signs.headingFollows()));
  }

  /** A numbered or styled heading that speaks of plans applies until the next heading of its depth. */
  trackPlan(text: string, signs: ChapterSigns): void {
    if (!this.isHeading(text, signs)) return;
    const { depth, id } = readNumbering(text);
    const own = signs.level ?? depth;
    const isBelow = this.plan && own > this.plan.depth && (id === "" || id.startsWith(this.plan.id));
    if (!isBelow) this.plan = meaningOf(text).plan ? { depth: own, id } : null;
  }

  /** Opens a chapter; the one before it is reported where it has text and no table. */
  open(line: Line): void {
    this.close();
    this.chapter = { title: fold(line.text), line: line.number, paragraphs: 0 };
    this.account.mark(line.number, "heading");
  }

  /** Counts a paragraph of the open chapter; false where none is open. */
  addParagraph(line: Line): boolean {
    if (!this.chapter) return false;
    this.chapter.paragraphs += 1;
    this.account.mark(line.number, "front matter");
    return true;
  }

  /** Ends the open chapter: one without a table is reported. */
  close(): void {
    if (this.chapter && this.chapter.paragraphs > 0) {
      const { title, line, paragraphs } = this.chapter;
      this.account.report(line, "info", "chapterUnread", { title: shorten(title), paragraphs });
    }
    this.chapter = null;
  }

  /** Ends the open chapter, which has a table. */
  addTable(): void {
    this.chapter = null;
  }
}
