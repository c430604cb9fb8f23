import fc from "fast-check";
import { EMPTY_ROW, reportOf } from "./page/documents";
import { openWorkbook, reopen } from "./support";

const RISKY = [
  "=1+1",
  '=HYPERLINK("https://example.org","x")',
  "=cmd|' /C calc'!A0",
  "+41 22 730 5111",
  "+1",
  "-1",
  "-",
  "@SUM(A1)",
  "\tindented",
  "'quoted",
  "''twice",
  "'=1+1",
  "3-1",
  "1/2",
  "1E5",
  "0012",
  "12:30",
  "2023-09-08",
  "Sept. 2008",
  "TRUE",
  "#N/A",
  "50%",
  "$5",
  "https://www.itu.int",
  "someone@itu.int",
  "{=1}",
  "\u00a0=1",
  "=",
  "X.1817 (ex =1)",
  "日本語 – ñ € 👍",
];

const generated = fc.sample(
  fc
    .tuple(
      fc.constantFrom("", "=", "+", "-", "@", "'", "1", "#"),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    )
    .map(([first, rest]) => first + rest),
  { numRuns: 5_000, seed: 17 },
);

/** The beginning of a text in whole characters: half a character is nothing that a cell can hold. */
const start = (text: string, characters: number): string => [...text].slice(0, characters).join("");

test("no text of a document becomes a formula, a date, a number or a link: what was written is what is read back", async () => {
  const texts = [...RISKY, ...generated];
  const rows = texts.map((text, index) => ({
    ...EMPTY_ROW,
    acronym: `X.item-${String(index)}`,
    printedName: `X.item-${String(index)}`,
    question: "2/17",
    title: text,
    editors: [`Editor ${String(index)}`],
    text: start(text, 10),
    timing: start(text, 7),
    contribution: start(text, 5),
  }));
  let open = await openWorkbook();
  const outcome = await open.page.workbook.loadDocuments([reportOf(rows)]);
  expect(outcome.outcome).toBe("loaded");

  const annex = await open.run(async (context) => {
    const table = context.workbook.tables.getItem("Annex_2024_03_C");
    const columns = ["Title", "Text", "Timing", "Contribution"].map((header) => {
      const range = table.columns.getItem(header).getDataBodyRange();
      range.load("values,formulas,valueTypes,hyperlink");
      return range;
    });
    await context.sync();
    return columns.map((range) => ({
      values: range.values.flat() as unknown[],
      formulas: range.formulas.flat() as unknown[],
      types: new Set(range.valueTypes.flat()),
    }));
  });
  const [title, text, timing, contribution] = annex;
  expect(title?.values).toEqual(texts);
  expect(text?.values).toEqual(rows.map((row) => row.text));
  expect(timing?.values).toEqual(rows.map((row) => row.timing));
  expect(contribution?.values).toEqual(rows.map((row) => row.contribution));
  for (const column of annex) {
    expect(column.formulas).toEqual(column.values);
    expect([...column.types].filter((type) => type !== "String" && type !== "Empty")).toEqual([]);
  }

  const written = structuredClone(open.page.store.currentProgramme());
  open = await reopen(open);
  await open.page.store.refreshStore();
  expect(structuredClone(open.page.store.currentProgramme())).toEqual({ ...written, findings: [] });
  expect((await open.page.workbook.loadDocuments([reportOf(rows)])).outcome).toBe("loaded");
  open.local.close();
});
