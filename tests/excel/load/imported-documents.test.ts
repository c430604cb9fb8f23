/** Imported documents in a workbook: listed, loaded and compared like the built-in ones, corrected, and undone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changeOf, documentsOf, earlierVersions } from "../../../src/commands/sources";
import type { ReadDocument } from "../../../src/domain/document";
import type { Programme } from "../../../src/domain/model";
import type { LoadOptions, LoadReport } from "../../../src/excel";
import { readDocument } from "../../../src/import";
import { contentOf, openWorkbook, reopen, type OpenWorkbook } from "../support";

const NEXT = readFileSync(join(__dirname, "../../fixtures/documents/62-join-2024-03.txt"), "utf8");
const ID = "2024-03 executive summary";

function read(text: string, file: string): ReadDocument {
  const document = readDocument(text);
  if ("notADocument" in document) throw new Error(document.notADocument.code);
  return { ...document, file };
}

let open: OpenWorkbook;
async function load(documents: readonly ReadDocument[], options: LoadOptions = {}): Promise<LoadReport> {
  const outcome = await open.page.workbook.loadDocuments(documents, options);
  if (outcome.outcome !== "loaded") throw new Error(JSON.stringify(outcome));
  return outcome.report;
}
const programme = (): Programme => structuredClone(open.page.store.currentProgramme()) as Programme;
const statusOf = (name: string) => programme().items.find(({ number, key }) => number === name || key === name)?.status;

/** The title of the first row of Annex A. */
async function titleCell(): Promise<string> {
  return open.run(async (context) => {
    const cell = context.workbook.tables
      .getItem("Annex_2024_03_A")
      .columns.getItem("Title")
      .getDataBodyRange()
      .getCell(0, 0);
    cell.load("address");
    await context.sync();
    return cell.address;
  });
}

beforeAll(async () => {
  open = await openWorkbook();
  await load(open.page.readSeeds());
});
afterAll(() => open.local.close());

test("an imported summary joins the programme of the workbook and is listed with the built-in documents", async () => {
  const known = programme().items.length;
  await load([read(NEXT, "next.txt")]);
  expect(programme().documents.map(({ id, file }) => [id, file])).toEqual([
    ["2017-03 lead study group report", null],
    ["2023-09 executive summary", null],
    [ID, "next.txt"],
  ]);
  expect(statusOf("X.1818")).toBe("Approved");
  expect(programme().items).toHaveLength(known);
  // Other spellings of one name (X.1352Amd, X.sgc_rcs) and the revision under its plain number are the items that are known.
  expect(["X.1352 Amd.1", "X.1373", "X.1237"].map(statusOf)).toEqual(["Approved", "Approved", "Determined"]);
  open = await reopen(open);
  await open.page.store.refreshStore();
  const documents = await documentsOf(open.page.store.currentProgramme());
  expect(documents.map(({ file }) => file)).toEqual([undefined, undefined, "next.txt"]);
});

test("everybody who opens the workbook can load and compare it", async () => {
  const documents = await documentsOf(open.page.store.currentProgramme());
  const content = await contentOf(open);
  const report = await load(documents);
  expect(report.differences).toEqual([]);
  expect(await contentOf(open)).toEqual(content);
  await open.local.user.type(await titleCell(), "Our own words");
  await open.local.settled();
  const compared = await open.page.workbook.compareDocuments(documents);
  const differences = compared.outcome === "compared" ? compared.differences : [];
  expect(differences.map(({ table, theirs }) => [table, theirs])).toEqual([["Annex_2024_03_A", "Our own words"]]);
  await open.page.workbook.applyDifferences(differences);
});

test("a corrected version replaces it, says what it takes away, and is undone in one step", async () => {
  const before = programme();
  const corrected = read(NEXT.replace(/^1 2\/17 X\.1818\n.*\n/m, ""), "corrected.txt");
  const report = await load([corrected]);
  expect(report.removed).toMatchObject({ Annex_2024_03_A: 1 });
  expect(statusOf("X.1818")).toBe("Determined");
  const change = changeOf([corrected], before, programme());
  if (!change) throw new Error("nothing was imported");
  await load(await earlierVersions(change), { undo: change });
  expect(statusOf("X.1818")).toBe("Approved");
  expect({ ...programme(), findings: [] }).toEqual({ ...before, findings: [] });
});

test("undoing an import removes its sheets, rows and meetings", async () => {
  const other = await openWorkbook();
  open.local.close();
  open = other;
  await load(open.page.readSeeds());
  const [before, content] = [programme(), await contentOf(open)];
  const next = read(NEXT, "next.txt");
  await load([next]);
  const change = changeOf([next], before, programme());
  if (!change) throw new Error("nothing was imported");
  await load(await earlierVersions(change), { undo: change });
  expect({ ...programme(), findings: [] }).toEqual({ ...before, findings: [] });
  const after = await contentOf(open);
  expect(after.sheets.map(({ name }) => name)).toEqual(content.sheets.map(({ name }) => name));
});

test("a number given again to another text is a second item, also after the workbook is opened again", async () => {
  const again = read(
    NEXT.replace(
      "X.1818\n(X.5Gsec-ctrl) Security controls for operation",
      "X.1471\n(X.mobile-ep) Protection of endpoints",
    ),
    "again.txt",
  );
  await load([again]);
  open = await reopen(open);
  await open.page.store.refreshStore();
  const bearers = programme().items.filter(({ number }) => number === "X.1471");
  expect(bearers.map(({ name, status }) => [name, status]).sort()).toEqual([
    ["X.mobile-ep", "Approved"],
    ["X.websec-7", "Not approved"],
  ]);
});
