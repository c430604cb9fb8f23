/** Word documents for tests: an executive summary with real tables, from sections of rows. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import type { Row } from "../../src/domain/document";
import type { ComposedSection } from "./compose";

type Printed = (row: Row) => string;

const dash = (text: string | null): string => text ?? "-";
const COLUMNS = {
  "#": (row) => (row.seq === null ? "" : `${row.seq}.`),
  Q: (row) => `${row.question ?? ""}${row.jointQuestions.length > 0 ? ` (${row.jointQuestions.join(", ")})` : ""}`,
  Acronym: (row) => row.printedName ?? "",
  Title: (row) => row.title ?? "",
  "New / Revised": (row) => dash(row.kind),
  "Editor(s)": (row) => (row.editors ?? []).join(",\n"),
  "Location of text": (row) => dash(row.text),
  "A.5 or A.25 justification": (row) => dash(row.a5),
  Equivalent: (row) => dash(row.equivalent),
  Timing: (row) => dash(row.timing),
  "Start of work": (row) => dash(row.startOfWork),
  Determined: (row) => dash(row.determined),
  Decision: (row) => dash(row.decision),
  TD: (row) => dash(row.text),
  C: (row) => row.contribution ?? "",
} as const satisfies Record<string, Printed>;

type Header = keyof typeof COLUMNS;

function headersOf(table: ComposedSection["table"]): Header[] {
  const head: Header[] = ["#", "Q", "Acronym", "Title"];
  if (table === "Discontinued") return ["Q", "Acronym", "Title"];
  if (table === "New work items") return [...head, "Editor(s)", "Timing", "TD", "C"];
  head.push("New / Revised", "Editor(s)", "Location of text");
  if (table === "Agreed") return head;
  if (table.startsWith("Planned")) return [...head, "Equivalent", "Timing"];
  if (table === "TAP not approved") return [...head, "Equivalent", "Start of work", "Determined", "Decision"];
  return [...head, "A.5 or A.25 justification", "Equivalent"];
}

function cell(text: string): TableCell {
  const lines = text.split("\n");
  const runs = lines.map((line, index) => (index === 0 ? new TextRun(line) : new TextRun({ text: line, break: 1 })));
  return new TableCell({ children: [new Paragraph({ children: runs })] });
}

/** Builds a .docx of an executive summary that holds the given sections. */
export async function wordSummary(
  sections: readonly ComposedSection[],
  annexTitles: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [
    new Paragraph("Executive Summary"),
    new Paragraph("Meeting of ITU-T SG17 'Security', Geneva, 24 August – 4 September 2020"),
  ];
  let annex = "";
  for (const section of sections) {
    if (section.annex !== annex) {
      annex = section.annex;
      children.push(new Paragraph(`Annex ${annex}`), new Paragraph(annexTitles[annex] ?? ""));
    }
    if (section.id !== "") children.push(new Paragraph(`${section.id}) ${section.title}`));
    const headers = headersOf(section.table);
    const rows = [headers.map(String), ...section.rows.map((row) => headers.map((header) => COLUMNS[header](row)))];
    children.push(new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })) }));
    for (const note of section.notes) children.push(new Paragraph(`Note: ${note}`));
  }
  const buffer = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return new Uint8Array(buffer);
}
