/** A printed report as HTML for the clipboard; pasted into Word, its tables remain tables. */
import type { ChapterLine } from "../domain/annexes/report";
import { NOTE_PREFIX, type PrintedReport, type PrintedTable } from "../domain/annexes/printed";
import { documentText } from "./text";

/** Creates nodes, so that text of documents never becomes markup. */
function element(document: Document, name: string, text: string | null, children: Node[] = []): HTMLElement {
  const node = document.createElement(name);
  if (text !== null) node.textContent = text;
  node.append(...children);
  return node;
}

function table(document: Document, { headers, rows }: PrintedTable): HTMLElement {
  const line = (texts: string[], cell: "th" | "td") =>
    element(
      document,
      "tr",
      null,
      texts.map((text) => element(document, cell, text)),
    );
  const node = element(document, "table", null, [
    element(document, "thead", null, [line(headers, "th")]),
    element(
      document,
      "tbody",
      null,
      rows.map((texts) => line(texts, "td")),
    ),
  ]);
  node.setAttribute("border", "1");
  node.style.borderCollapse = "collapse";
  return node;
}

/** A paragraph, or an item in as many lists as its level says. */
function listed(document: Document, { level, text }: ChapterLine): HTMLElement {
  let node = element(document, level === 0 ? "p" : "li", text);
  for (let depth = 0; depth < level; depth += 1) node = element(document, "ul", null, [node]);
  return node;
}

/**
 * Returns the report as HTML and as plain text with tabs, the two formats of the clipboard.
 * @param document the document of the page, used only to create nodes.
 */
export function clipboardForms(report: PrintedReport, document: Document): { html: string; text: string } {
  const nodes: Node[] = report.title.map((line, index) => element(document, index === 0 ? "h1" : "p", line));
  for (const { heading, lines, table: interim } of report.chapters) {
    nodes.push(element(document, "h2", heading), ...lines.map((line) => listed(document, line)));
    if (interim) nodes.push(table(document, interim));
  }
  for (const annex of report.annexes) {
    nodes.push(element(document, "h2", annex.label), element(document, "p", annex.title));
    if (annex.introduction) nodes.push(element(document, "p", annex.introduction));
    for (const section of annex.sections) {
      if (section.heading) nodes.push(element(document, "h3", section.heading));
      nodes.push(
        table(document, section.table),
        ...section.notes.map((note) => element(document, "p", `${NOTE_PREFIX}${note}`)),
        ...section.remarks.map((line) => element(document, "p", line)),
      );
    }
  }
  const body = element(document, "body", null, nodes);
  return { html: new XMLSerializer().serializeToString(body), text: documentText(report) };
}
