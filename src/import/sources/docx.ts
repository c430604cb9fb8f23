/** Word documents: paragraphs, tables and the numbers that Word makes itself, read from the parts of the archive. */
import type { Source } from "../blocks";
import type { Meter } from "../limits";
import { fold } from "../lines";
import { partOf, type Steps } from "../../domain/steps";
import { BlockWriter, spanOf } from "./block-writer";
import { headingLevel, type Numbering, type ParagraphStyle, readNumbering, readStyles } from "./docx-numbering";
import { type Attributes, isOn, readXml, type XmlHandler } from "./xml";
import type { Archive } from "./zip";

/** The part with the text of a Word document. */
export const DOCUMENT_PART = "word/document.xml";

interface Paragraph {
  text: string[];
  struck: string[];
  style: string | null;
  numId: string | null;
  ilvl: number | null;
  level: number | null;
  /** True where a damaged document has its text and not its tags. */
  isLost: boolean;
}

/** Elements whose contents are not the document's: properties before a change, and the older of two drawings. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...["pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblPrExChange"],
  ...["numberingChange", "Fallback", "moveFrom", "instrText", "delText", "delInstrText"],
]);
/** Elements that contain text in damaged documents only. */
const STRUCTURE: ReadonlySet<string> = new Set(["document", "body", "tbl", "tr", "tc", "p", "r"]);
/** A style is based on others at most so deep. */
const LONGEST_CHAIN = 20;

/** Reads the body of a document, its footnotes, or its endnotes. */
class BodyReader implements XmlHandler {
  private readonly path: string[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private skippedAt = -1;
  private isStruck = false;
  private isHidden = false;
  private notes: string[] = [];

  constructor(
    private readonly writer: BlockWriter,
    private readonly numbering: Numbering,
    private readonly styles: ReadonlyMap<string, ParagraphStyle>,
    private readonly footnotes: ReadonlyMap<string, string>,
  ) {}

  open(name: string, attributes: Attributes): void {
    const parent = this.path.at(-1) ?? "";
    this.path.push(name);
    if (this.skippedAt >= 0) return;
    if (SKIPPED.has(name) || (name === "del" && parent !== "trPr" && parent !== "rPr")) {
      this.skippedAt = this.path.length;
      return;
    }
    if (this.openStructure(name, parent, attributes)) return;
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    if (this.path.includes("pPr", -4)) this.openParagraphProperty(name, parent, attributes, paragraph);
    else this.openInRun(name, parent, attributes);
  }

  close(name: string): void {
    if (this.skippedAt === this.path.length) this.skippedAt = -1;
    else if (this.skippedAt < 0) this.closeStructure(name);
    this.path.pop();
  }

  text(text: string): void {
    if (this.skippedAt >= 0) return;
    const element = this.path.at(-1) ?? "";
    if (element === "t" || (STRUCTURE.has(element) && text.trim() !== "")) this.append(text);
  }

  private openStructure(name: string, parent: string, attributes: Attributes): boolean {
    const { writer } = this;
    if (STRUCTURE.has(name) && name !== "r") this.closeLostParagraph();
    switch (name) {
      case "tbl":
        writer.openTable();
        return true;
      case "tr":
        writer.openRow();
        return true;
      case "tc":
        writer.openCell({});
        return true;
      case "gridSpan":
        writer.shapeCell({ columns: spanOf(attributes["val"]) });
        return true;
      case "vMerge":
        writer.shapeCell({ merge: attributes["val"] === "restart" ? "restart" : "continue" });
        return true;
      case "gridBefore":
        writer.skipColumns(spanOf(attributes["val"]));
        return true;
      case "del":
        if (parent === "trPr") writer.deleteRow();
        return true;
      case "p":
        this.openParagraph();
        return true;
      case "r":
        this.isStruck = false;
        this.isHidden = false;
        return true;
      default:
        return false;
    }
  }

  private openParagraphProperty(name: string, parent: string, attributes: Attributes, paragraph: Paragraph): void {
    const value = attributes["val"] ?? "";
    if (name === "pStyle") paragraph.style = value;
    else if (name === "numId" && parent === "numPr") paragraph.numId = value;
    else if (name === "ilvl" && parent === "numPr") paragraph.ilvl = Math.min(8, Math.max(0, Number(value) || 0));
    else if (name === "outlineLvl") paragraph.level = Number(value) < 9 ? Number(value) + 1 : null;
  }

  private openInRun(name: string, parent: string, attributes: Attributes): void {
    switch (name) {
      case "strike":
      case "dstrike":
        if (parent === "rPr" && isOn(attributes)) this.isStruck = true;
        break;
      case "vanish":
        if (parent === "rPr" && isOn(attributes)) this.isHidden = true;
        break;
      case "noBreakHyphen":
        this.append("-");
        break;
      case "sym": {
        // Fonts of symbols have their characters in the private area, as which they are kept.
        const code = Number.parseInt(attributes["char"] ?? "", 16);
        if (code > 0x20 && code <= 0xffff) this.append(String.fromCharCode(code));
        break;
      }
      case "tab":
      case "ptab":
        if (parent === "r") this.append(" ");
        break;
      case "br":
      case "cr":
        this.append(attributes["type"] === undefined || attributes["type"] === "textWrapping" ? "\n" : " ");
        break;
      case "footnoteReference":
      case "endnoteReference": {
        const note = this.footnotes.get(`${name === "footnoteReference" ? "f" : "e"}${attributes["id"] ?? ""}`);
        if (note !== undefined) this.notes.push(note);
        break;
      }
      default:
        break;
    }
  }

  private openParagraph(isLost = false): Paragraph {
    const paragraph = { text: [], struck: [], style: null, numId: null, ilvl: null, level: null, isLost };
    this.paragraphs.push(paragraph);
    return paragraph;
  }

  /** Ends a paragraph whose own tags are missing. */
  private closeLostParagraph(): void {
    if (this.paragraphs.at(-1)?.isLost) this.closeParagraph();
  }

  private append(text: string): void {
    if (this.isHidden) return;
    const paragraph = this.paragraphs.at(-1) ?? this.openParagraph(true);
    (this.isStruck ? paragraph.struck : paragraph.text).push(text);
  }

  private closeStructure(name: string): void {
    if (name !== "r" && name !== "p" && STRUCTURE.has(name)) this.closeLostParagraph();
    if (name === "tbl") {
      this.writer.closeTable();
      this.flushNotes();
    } else if (name === "p") this.closeParagraph();
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const style = this.styleOf(paragraph.style);
    const numId = paragraph.numId ?? style.numId;
    const label = numId === null ? "" : this.numbering.next(numId, paragraph.ilvl ?? style.ilvl ?? 0).trim();
    const text = paragraph.text.join("");
    const level = paragraph.level ?? style.level;
    const shown = this.writer.inCell && label === "•" ? "" : label;
    const printed = [shown, text].filter((part) => part.trim() !== "").join(" ");
    this.writer.paragraph(printed, level, paragraph.struck.join(""));
    this.flushNotes();
  }

  /** Notes follow the table or paragraph that refers to them. */
  private flushNotes(): void {
    if (this.writer.inCell) return;
    for (const note of this.notes) this.writer.note(note);
    this.notes = [];
  }

  private styleOf(id: string | null): { level: number | null; numId: string | null; ilvl: number | null } {
    const found = { level: null, numId: null, ilvl: null } as ReturnType<BodyReader["styleOf"]>;
    if (id !== null) found.level = headingLevel(id);
    let next = id;
    for (let depth = 0; next !== null && depth < LONGEST_CHAIN; depth++) {
      const style = this.styles.get(next);
      if (!style) break;
      found.level ??= style.level;
      found.numId ??= style.numId;
      found.ilvl ??= style.ilvl;
      next = style.basedOn;
    }
    return found;
  }
}

/** Reads footnotes or endnotes: their texts by "f" or "e" and their number. */
function* readNotes(archive: Archive, part: string, prefix: string, meter: Meter): Steps<Map<string, string>> {
  const notes = new Map<string, string>();
  let id: string | null = null;
  let parts: string[] = [];
  let inText = false;
  yield* readXml(archive, part, meter, {
    open(name, attributes) {
      if (name === "footnote" || name === "endnote") {
        id = attributes["type"] === undefined || attributes["type"] === "normal" ? (attributes["id"] ?? "") : null;
        parts = [];
      }
      inText = name === "t";
    },
    close(name) {
      inText = false;
      if (name === "p") parts.push(" ");
      if ((name !== "footnote" && name !== "endnote") || id === null) return;
      const text = fold(parts.join(""));
      if (text !== "") notes.set(`${prefix}${id}`, text);
      id = null;
    },
    text(text) {
      if (inText) parts.push(text);
    },
  });
  return notes;
}

/** The blocks of a Word document. */
export function* docxSource(archive: Archive, meter: Meter): Steps<Source> {
  const numbering = yield* partOf(readNumbering(archive, meter), 0, 0);
  const styles = yield* partOf(readStyles(archive, meter), 0, 0);
  const footnotes = yield* partOf(readNotes(archive, "word/footnotes.xml", "f", meter), 0, 0);
  const endnotes = yield* partOf(readNotes(archive, "word/endnotes.xml", "e", meter), 0, 0);
  const writer = new BlockWriter(meter);
  const notes = new Map([...footnotes, ...endnotes]);
  yield* readXml(archive, DOCUMENT_PART, meter, new BodyReader(writer, numbering, styles, notes));
  return yield* writer.finish();
}
