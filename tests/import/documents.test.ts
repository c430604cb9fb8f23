/** Small documents modelled on published ones, in every format: each is read as its expected result says, or refused. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadDocument, Row } from "../../src/domain/document";
import { problemText, refusalText } from "../../src/i18n/imports";
import { readBytes } from "../../src/import/bytes";

interface Expected {
  file: string;
  /** 2 where the file must be refused. */
  exit: 0 | 2;
  orRefused?: boolean;
  /** A problem that makes other differences acceptable. */
  orSays?: string;
  totalRows?: number;
  document?: Record<string, string | null>;
  sections?: { annex: string | null; id?: string | null; titleHas: string; rows: Partial<Row>[] }[];
  rgms?: Record<string, unknown>[];
  planned?: Record<string, unknown>[];
  mustSay?: string[];
}

const FOLDER = join(__dirname, "../fixtures/documents");
const CASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".expected.json"))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as Expected);

interface Table {
  annex: string;
  id: string;
  title: string;
  rows: Row[];
}

function tablesOf(document: ReadDocument): Table[] {
  return document.annexes.flatMap((annex) =>
    annex.sections.map(({ id, title, rows }) => ({ annex: annex.id, id, title: title || annex.title, rows })),
  );
}

/** The row that an expected row is about: the one with its number or name, else the one in its place. */
function rowFor(wanted: Partial<Row>, rows: readonly Row[], index: number): Row | undefined {
  return (
    rows.find((row) => wanted.number != null && row.number === wanted.number) ??
    rows.find((row) => wanted.acronym != null && row.acronym === wanted.acronym) ??
    rows[index]
  );
}

function expectTables(expected: Expected, document: ReadDocument): void {
  const tables = tablesOf(document);
  if (expected.totalRows !== undefined) {
    expect(tables.reduce((count, table) => count + table.rows.length, 0)).toBe(expected.totalRows);
  }
  for (const { annex, id, titleHas, rows } of expected.sections ?? []) {
    const matching = tables.filter(
      (table) =>
        (annex === null || table.annex === annex) &&
        (id == null || table.id === id) &&
        new RegExp(titleHas).test(table.title),
    );
    const table = matching.find((each) => each.rows.length > 0) ?? matching[0];
    if (!table) throw new Error(`There is no table “${titleHas}” in annex ${String(annex)}.`);
    expect(table.rows).toHaveLength(rows.length);
    rows.forEach((wanted, index) => expect(rowFor(wanted, table.rows, index)).toMatchObject(wanted));
  }
}

function expectMeetings(expected: Expected, document: ReadDocument): void {
  (expected.rgms ?? []).forEach((wanted, index) => expect(document.rgms[index]).toMatchObject(wanted));
  for (const wanted of expected.planned ?? []) {
    expect(document.plannedMeetings).toContainEqual(expect.objectContaining(wanted));
  }
}

it.each(CASES.map((expected) => [expected.file, expected] as const))("reads %s", async (file, expected) => {
  const result = await readBytes(new Uint8Array(readFileSync(join(FOLDER, file))), file);
  if ("notADocument" in result) {
    expect([expected.exit === 2 || expected.orRefused === true, refusalText(result.notADocument)]).toEqual([
      true,
      expect.stringMatching(/\.$/),
    ]);
    return;
  }
  expect(expected.exit).toBe(0);
  const { notFrom, ...header } = expected.document ?? {};
  expect(result.document).toMatchObject(header);
  if (notFrom !== undefined) expect(result.document.from).not.toBe(notFrom);
  const said = result.problems.map(problemText).join("\n");
  for (const pattern of expected.mustSay ?? []) expect(said).toMatch(new RegExp(pattern));
  if (expected.orSays !== undefined && new RegExp(expected.orSays).test(said)) return;
  expectTables(expected, result);
  expectMeetings(expected, result);
});

it("takes every table's kind from its heading: plans are never decisions, and a noun may name a decision", async () => {
  const kinds = async (file: string): Promise<unknown[]> => {
    const result = await readBytes(new Uint8Array(readFileSync(join(FOLDER, file))), file);
    if ("notADocument" in result) throw new Error(result.notADocument.code);
    return result.annexes.flatMap((annex) => annex.sections.map((section) => section.table));
  };
  expect(await kinds("16-content-week.txt")).toEqual(["Planned for determination", "Planned for consent"]);
  expect(await kinds("14-consent-as-a-noun.txt")).toEqual(["TAP approved", "AAP consented"]);
  expect(await kinds("05-wp-report.docx")).toEqual(["Planned for determination", "New work items"]);
  expect(await kinds("11-word-automatic-letters.docx")).toEqual(["TAP approved", "AAP consented"]);
});
