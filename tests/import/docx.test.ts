/** Executive summaries as Word documents: tables keep their cells, so that nothing is left to guess. */
import { readBytes } from "../../src/import/bytes";
import type { Row } from "../../src/domain/document";
import { composeSummary } from "../documents/compose";
import { wordSummary } from "../documents/word";

const ANNEX_TITLES: Readonly<Record<string, string>> = {
  "TAP approved": "Actions taken on Recommendations, and other texts at SG17 closing plenary on 4 September 2020",
  Planned: "Recommendations planned for action in next SG17 meeting in 2021",
  "New work items": "New work items",
  Discontinued: "Work items discontinued",
};

function withoutLines(rows: readonly Row[]): Omit<Row, "lines">[] {
  return rows.map(({ lines: _lines, ...row }) => row);
}

it.each([3, 11, 27])("gives back every field of a composed summary (%d) saved by Word", async (seed) => {
  // Question spellings and letters of sections are the text documents' own matter.
  const sections = composeSummary(seed).sections.map((section, index) => ({
    ...section,
    id: section.title === "" ? "" : section.id || String.fromCharCode(97 + index),
  }));
  const titles = Object.fromEntries(
    sections.map((section) => [
      section.annex,
      ANNEX_TITLES[section.table] ??
        (section.table.startsWith("Planned") ? ANNEX_TITLES["Planned"] : ANNEX_TITLES["TAP approved"]) ??
        "",
    ]),
  );
  const bytes = await wordSummary(sections, titles);
  const read = await readBytes(bytes, "summary.docx");
  if ("notADocument" in read) throw new Error(read.notADocument.code);
  const found = read.annexes.flatMap((annex) => annex.sections);
  expect(found.map(({ id, title, table, notes }) => ({ id, title, table, notes }))).toEqual(
    sections.map(({ id, title, table, notes }) => ({ id, title, table, notes })),
  );
  expect(found.map((section) => withoutLines(section.rows))).toEqual(
    sections.map((section) => withoutLines(section.rows)),
  );
  expect(read.problems.filter((problem) => problem.code === "titleEnd")).toEqual([]);
});
