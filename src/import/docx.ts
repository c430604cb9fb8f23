/** Word documents: their tables kept as cells. Loaded only when a .docx is read. */
import { CELL } from "./lines";

/** The text of a .docx, one paragraph a line, cells of a table row parted by cell borders; null where it is no .docx. */
export async function docxToText(bytes: Uint8Array): Promise<string | null> {
  try {
    const mammoth = await import("mammoth");
    const html = await mammoth.convertToHtml(mammothInput(bytes));
    return htmlToText(html.value);
  } catch {
    return null;
  }
}

/** mammoth takes a Buffer in Node and an ArrayBuffer in a browser. */
function mammothInput(bytes: Uint8Array): { arrayBuffer: ArrayBuffer } | { buffer: Buffer } {
  if (typeof Buffer !== "undefined" && typeof window === "undefined") return { buffer: Buffer.from(bytes) };
  const copy = new Uint8Array(bytes);
  return { arrayBuffer: copy.buffer };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/**
 * Turns mammoth's HTML into lines: paragraphs, headings and list items end lines, the cells of a row stand between cell borders.
 * Walks the tags once; the HTML is never put into a page.
 */
export function htmlToText(html: string): string {
  let text = "";
  let cellsInRow = 0;
  for (const match of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*?(\/?)>|([^<]+)/gi)) {
    const [, closing, tag = "", , content] = match;
    if (content !== undefined) {
      text += content
        .replace(/&(\w+|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity)
        .replace(/[\t|]/g, " ");
      continue;
    }
    switch (tag.toLowerCase()) {
      case "td":
      case "th":
        if (closing) break;
        text = `${text.replace(/\n+$/, "")}${cellsInRow === 0 ? "\n" : ""}${CELL}`;
        cellsInRow += 1;
        break;
      case "tr":
        cellsInRow = 0;
        text = `${text.replace(/\n+$/, "")}\n`;
        break;
      case "li":
        text += closing ? "\n" : "- ";
        break;
      case "br":
        text += "\n";
        break;
      case "p":
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
      case "table":
        if (closing && !text.endsWith("\n")) text += "\n";
        break;
      default:
        break;
    }
  }
  return text;
}
