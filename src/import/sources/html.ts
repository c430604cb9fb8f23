/** Web pages and HTML from the clipboard, read tag by tag: nothing of them is ever put into a page. */
import { Parser } from "htmlparser2";
import type { Source } from "../blocks";
import type { Meter } from "../limits";
import { fold } from "../lines";
import type { Steps } from "../../domain/steps";
import { BlockWriter, spanOf } from "./block-writer";

/** Elements without text for readers. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...["script", "style", "head", "noscript", "template", "svg", "select", "textarea", "object", "iframe", "audio"],
  ...["video", "canvas", "map", "datalist"],
]);
/** Elements before and behind which a paragraph ends. */
const BLOCKS: ReadonlySet<string> = new Set([
  ...["p", "div", "section", "article", "header", "footer", "main", "nav", "aside", "li", "dd", "dt", "dl", "ul", "ol"],
  ...["blockquote", "pre", "hr", "form", "fieldset", "address", "caption", "figure", "figcaption", "center", "body"],
  ...["h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "details", "summary"],
]);
const STRUCK: ReadonlySet<string> = new Set(["del", "s", "strike"]);
/** Characters parsed at once. */
const PIECE = 16_384;

type Attributes = Record<string, string>;

interface List {
  /** "1", "a", "A", "i", "I"; null for bullets. */
  type: string | null;
  next: number;
}

const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i;
const LINE_THROUGH = /text-decoration[^;]*line-through/i;
const FOOTNOTE_REFERENCE = /^#_?(?:ftn|edn|fn|footnote|endnote)\w*$/i;
const FOOTNOTE = /^_?(?:ftn|edn|fn|footnote|endnote)-?\d+$/i;

/** The number that an item of a list prints. */
function marker({ type, next }: List): string {
  switch (type) {
    case "a":
      return `${letters(next)})`;
    case "A":
      return `${letters(next).toUpperCase()})`;
    case "i":
      return `${roman(next)})`;
    case "I":
      return `${roman(next).toUpperCase()})`;
    case null:
      return "-";
    default:
      return `${String(next)}.`;
  }
}

function letters(value: number): string {
  return String.fromCharCode(97 + ((Math.max(1, value) - 1) % 26));
}

function roman(value: number): string {
  const tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"][Math.floor(value / 10) % 10] ?? "";
  return tens + (["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][value % 10] ?? "");
}

class PageReader {
  private parts: string[] = [];
  private struckParts: string[] = [];
  /** Depth of the element whose contents are skipped; 0 where none is. */
  private skippedAt = 0;
  private struckAt = 0;
  private noteAt = 0;
  private depth = 0;
  private preformatted = 0;
  private readonly lists: List[] = [];
  private marker = "";
  private note: string[] = [];

  constructor(
    private readonly writer: BlockWriter,
    private readonly meter: Meter,
  ) {}

  open(name: string, attributes: Attributes): void {
    this.depth += 1;
    this.meter.depth(this.depth);
    if (this.skippedAt > 0) return;
    const style = attributes["style"] ?? "";
    if (SKIPPED.has(name) || "hidden" in attributes || HIDDEN.test(style) || this.isReference(name, attributes)) {
      this.skippedAt = this.depth;
      return;
    }
    if (this.struckAt === 0 && (STRUCK.has(name) || LINE_THROUGH.test(style))) this.struckAt = this.depth;
    if (this.noteAt === 0 && FOOTNOTE.test(attributes["id"] ?? "") && name !== "a") {
      this.flush();
      this.noteAt = this.depth;
    }
    if (name === "br") this.append("\n");
    else if (BLOCKS.has(name)) {
      this.flush();
      this.openBlock(name, attributes);
    }
  }

  close(name: string): void {
    if (this.skippedAt === this.depth) this.skippedAt = 0;
    else if (this.skippedAt === 0) this.closeElement(name);
    if (this.struckAt === this.depth) this.struckAt = 0;
    this.depth -= 1;
  }

  text(text: string): void {
    if (this.skippedAt > 0) return;
    this.append(this.preformatted > 0 ? text : text.replace(/[ \t\r\n\f]+/g, " "));
  }

  finish(): Steps<Source> {
    this.flush();
    return this.writer.finish();
  }

  private isReference(name: string, attributes: Attributes): boolean {
    return name === "a" && (FOOTNOTE_REFERENCE.test(attributes["href"] ?? "") || attributes["role"] === "doc-noteref");
  }

  private append(text: string): void {
    (this.struckAt > 0 ? this.struckParts : this.parts).push(text);
  }

  private openBlock(name: string, attributes: Attributes): void {
    const { writer } = this;
    switch (name) {
      case "table":
        writer.openTable();
        break;
      case "tr":
        writer.openRow();
        break;
      case "td":
      case "th": {
        // A span of no rows reaches to the end of the table.
        const rows = attributes["rowspan"] === "0" ? 65_534 : spanOf(attributes["rowspan"], 65_534);
        writer.openCell({ columns: spanOf(attributes["colspan"]), rows });
        break;
      }
      case "ol":
        this.lists.push({ type: attributes["type"] ?? "1", next: Number(attributes["start"] ?? "1") || 1 });
        break;
      case "ul":
        this.lists.push({ type: null, next: 1 });
        break;
      case "li":
        this.openItem(attributes);
        break;
      case "pre":
        this.preformatted += 1;
        break;
      default:
        break;
    }
  }

  private openItem(attributes: Attributes): void {
    const list = this.lists.at(-1);
    if (!list) return;
    const value = Number(attributes["value"] ?? "");
    if (Number.isInteger(value) && value > 0) list.next = value;
    this.marker = this.writer.inCell && list.type === null ? "" : `${marker(list)} `;
    list.next += 1;
  }

  private closeElement(name: string): void {
    if (!BLOCKS.has(name)) return;
    this.flush(/^h[1-6]$/.test(name) ? Number(name.slice(1)) : null);
    if (name === "table") this.writer.closeTable();
    else if (name === "ol" || name === "ul") this.lists.pop();
    else if (name === "pre") this.preformatted -= 1;
    if (this.noteAt === this.depth) {
      this.noteAt = 0;
      const text = fold(this.note.join(" "));
      if (text !== "") this.writer.note(text);
      this.note = [];
    }
  }

  private flush(level: number | null = null): void {
    const text = this.parts
      .join("")
      .replace(/ ?\n ?/g, "\n")
      .trim();
    const struck = this.struckParts.join("").trim();
    this.parts = [];
    this.struckParts = [];
    if (text === "" && struck === "") return;
    if (this.noteAt > 0) {
      this.note.push(text);
      return;
    }
    const printed = text === "" ? "" : this.marker + text;
    this.marker = "";
    this.writer.paragraph(printed, level, struck);
  }
}

/** The blocks of a page. */
export function* htmlSource(html: string, meter: Meter): Steps<Source> {
  const reader = new PageReader(new BlockWriter(meter), meter);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.text(text),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  for (let at = 0; at < html.length; at += PIECE) {
    parser.write(html.slice(at, at + PIECE));
    yield at / html.length;
  }
  parser.end();
  return yield* reader.finish();
}
