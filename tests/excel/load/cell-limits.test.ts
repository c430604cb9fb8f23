/**
 * What no cell of Excel can hold: too long a text, half a character, control characters.
 *
 * @locale fr-CH
 */
import fc from "fast-check";
import type { Row } from "../../../src/domain/document";
import { fitting, sanitized } from "../../../src/excel/row-mapping/cell-text";
import { reportOf } from "../page/documents";
import { openWorkbook, reopen } from "../support";

const LONGEST = 32_767;
const SEED = process.env["FC_SEED"] === "random" ? Date.now() : Number(process.env["FC_SEED"] ?? 17);
const FAMILY = "👩‍👩‍👧‍👦";
const segmenter = new Intl.Segmenter("en");

const anyUnits = fc
  .array(fc.oneof(fc.nat(0xffff), fc.constantFrom(0, 7, 11, 12, 13, 27, 0xd83d, 0xde00, 0xfffe)), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

test("any text becomes one that a cell and an .xlsx file can hold, and such a one stays as it is", () => {
  fc.assert(
    fc.property(anyUnits, (text) => {
      const held = sanitized(text);
      expect(Buffer.from(held, "utf8").toString("utf8")).toBe(held);
      // eslint-disable-next-line no-control-regex -- what XML does not know
      expect(held).not.toMatch(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/);
      expect(sanitized(held)).toBe(held);
    }),
    { numRuns: 2_000, seed: SEED },
  );
});

test("a text too long for a cell is cut at a whole character, with a mark", () => {
  const unit = fc.constantFrom("a", "é", "e\u0301", "😀", FAMILY, "日", "🇨🇭", "\n");
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 12 }), fc.nat(60), (units, more) => {
      const part = units.join("");
      const text = part.repeat(Math.ceil((LONGEST - 30) / part.length)) + "x".repeat(more);
      const fits = fitting(text);
      if (text.length <= LONGEST) {
        expect(fits).toBe(text);
        return;
      }
      expect(fits.length).toBeLessThanOrEqual(LONGEST);
      expect(fits.length).toBeGreaterThan(LONGEST - 60);
      expect(fits.endsWith(" […]")).toBe(true);
      const kept = fits.slice(0, -4);
      expect(text.startsWith(kept)).toBe(true);
      // The cut lies between two characters as people see them.
      expect(segmenter.segment(text).containing(kept.length)?.index).toBe(kept.length);
      expect(fitting(fits)).toBe(fits);
    }),
    { numRuns: 60, seed: SEED },
  );
});

test("a document with such texts is loaded whole but for them, and every loss is reported", async () => {
  const long = `${"Long ".repeat(8_000)}${FAMILY}`;
  const rows: Partial<Row>[] = [
    { acronym: "X.long", printedName: "X.long", title: long, text: "TD1" },
    {
      acronym: "X.many",
      printedName: "X.many",
      editors: Array.from({ length: 3_000 }, (_, at) => `Editor ${String(at)}`),
    },
    { acronym: "X.half", printedName: "X.half", title: "half \uD83D a character", contribution: "\uDE00" },
    { acronym: "X.nul", printedName: "X.nul", title: "a\u0000b\u0007c", timing: "2026\u001F" },
    { acronym: "X.lines", printedName: "X.lines", title: "one\r\ntwo\u000Bthree\rfour" },
    { acronym: "X.plain", printedName: "X.plain", title: "Plain 😀" },
  ].map((row) => ({ question: "2/17", ...row }));
  const report = reportOf(rows);
  const [annex] = report.annexes;
  annex?.sections[0]?.notes.push("n".repeat(40_000), "note \u0001");
  let open = await openWorkbook();
  const outcome = await open.page.workbook.loadDocuments([report]);
  if (outcome.outcome !== "loaded") throw new Error(JSON.stringify(outcome));
  const { problems } = outcome.report;
  for (const item of ["X.long", "X.many", "X.half", "X.nul"]) {
    expect([item, problems.filter((problem) => problem.includes(item)).length]).not.toEqual([item, 0]);
  }
  for (const item of ["X.lines", "X.plain"]) {
    expect([item, problems.filter((problem) => problem.includes(item))]).toEqual([item, []]);
  }
  const titles = await open.run(async (context) => {
    const column = context.workbook.tables.getItem("Annex_2024_03_C").columns.getItem("Title").getDataBodyRange();
    column.load("values");
    await context.sync();
    return (column.values as string[][]).flat();
  });
  expect(titles).toEqual([
    fitting(long),
    "",
    "half \uFFFD a character",
    "a\uFFFDb\uFFFDc",
    "one\ntwo\nthree\nfour",
    "Plain 😀",
  ]);
  open = await reopen(open);
  const again = await open.page.workbook.loadDocuments([report]);
  expect(again).toMatchObject({ outcome: "loaded", report: { created: [], added: {}, updated: {}, differences: [] } });
  open.local.close();
});
