/** Reading is linear: whatever cell, line or column header grows, eight times the text takes about eight times the work. */
import { readDocument } from "../../src/import";

const HEAD = [
  "Executive Summary",
  "Meeting of ITU-T SG17 'Security', Geneva, 20 February – 1 March 2024",
  "Annex A",
  "Actions taken on Recommendations",
  "b) TAP Recommendations not approved (WTSA-20 Resolution 1)",
];
const COLUMNS = [
  ...["#", "Q", "Acronym", "Title", "New / Revised", "Editor(s)", "Location of text", "Equivalent"],
  ...["Start of work", "Determined", "Decision"],
];
const ROW = [
  "1",
  "6/17",
  "X.1353 (X.orchard)",
  "Orchard methodology",
  "New",
  "Ken ITO, Anna KELLER",
  "R35",
  "-",
].concat(["2020-09", "2023-03", "For further study"]);
const EXPORT = ["Work Item", "Question", "Title", "Timing", "Status", "Editor"];
const EXPORTED = ["X.1", "Q1/17", "Title", "2024-01", "Under study", "Ken ITO"];
const FILLINGS = [" ", "a", "- ", "Ab, ", '"', "X.1 (", "\n1 "];
const LARGE = 250_000;
const TIMES = 8;
/** Milliseconds of processor time below which nothing can be told. */
const FLOOR = 60;

/** Processor time, which other programs on the machine do not count for. */
function work(text: string): number {
  const before = process.cpuUsage();
  readDocument(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function grown(cells: readonly string[], index: number, filling: string, size: number): string[] {
  return cells.map((cell, at) => (at === index ? cell + filling.repeat(size / filling.length) : cell));
}

function expectLinear(textOf: (size: number) => string): void {
  const small = work(textOf(LARGE / TIMES));
  expect(work(textOf(LARGE))).toBeLessThan((small + FLOOR) * TIMES * 4);
}

describe.each(FILLINGS)("grown with %j", (filling) => {
  it.each(COLUMNS)("reads the cell below %s in linear time, in tables and in running text", (column) => {
    const index = COLUMNS.indexOf(column);
    for (const separator of ["\t", " "]) {
      expectLinear((size) =>
        [...HEAD, COLUMNS.join(separator), grown(ROW, index, filling, size).join(separator), ROW.join(separator)].join(
          "\n",
        ),
      );
    }
  });

  it("reads headings, notes, the front matter and column headers in linear time", () => {
    HEAD.forEach((_, index) => {
      expectLinear((size) => [...grown(HEAD, index, filling, size), COLUMNS.join("\t"), ROW.join("\t")].join("\n"));
    });
    expectLinear((size) => [...HEAD, grown(COLUMNS, 3, filling, size).join("\t"), ROW.join("\t")].join("\n"));
    expectLinear((size) =>
      [...HEAD, COLUMNS.join("\t"), ROW.join("\t"), grown(["Note: "], 0, filling, size)].join("\n"),
    );
  });

  it("reads the cells of an export in linear time", () => {
    EXPORT.forEach((_, index) => {
      expectLinear((size) => [EXPORT.join(";"), grown(EXPORTED, index, filling, size).join(";")].join("\n"));
    });
  });
});

it("reads an export with thousands of columns, or of quotation marks that nothing closes, in linear time", () => {
  expectLinear((size) => `Work Item,${",".repeat(size)}\nX.1,a`);
  expectLinear((size) => `Work Item;Question;Title\n${'"X.1;'.repeat(size / 5)}`);
  expectLinear((size) => `Work Item;Question;Title\n${'"X.1;a;b\n'.repeat(size / 9)}`);
});
