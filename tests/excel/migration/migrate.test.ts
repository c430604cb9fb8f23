/** A workbook saved by version 0.1.0, with edits, opened today. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openXlsx } from "local-excel/xlsx";
import { EVENT_FIELDS } from "../../../src/domain/event-fields";
import { whatChanged } from "../../../src/domain/annexes";
import type { ProgrammeEvent } from "../../../src/domain/model";
import type { LoadReport } from "../../../src/excel";
import { untouched } from "../../../src/excel/fingerprint";
import { fingerprinted } from "../../../src/excel/load/desired-tables";
import { KEY, LOADED, type Cell } from "../../../src/excel/table-specs/spec";
import { OTHER_GROUPS, WORK_PROGRAMME } from "../../../src/excel/table-specs/tables";
import { openWorkbook, reopen, type OpenWorkbook } from "../support";

const SAVED = join(__dirname, "../../fixtures/workbook-0.1.0.xlsx");

async function openSaved(): Promise<OpenWorkbook> {
  return openWorkbook({ workbook: await openXlsx(readFileSync(SAVED)) });
}

const messages = ({ page }: OpenWorkbook): string[] => page.guard.guardMessages().map(({ text }) => text);
const events = ({ page }: OpenWorkbook): readonly ProgrammeEvent[] => page.store.currentProgramme()?.events ?? [];

async function shownHeaders(open: OpenWorkbook): Promise<string[]> {
  return open.run(async (context) => {
    const columns = context.workbook.tables.getItem("History").columns;
    columns.load("items/name");
    await context.sync();
    const ranges = columns.items.map((column) => column.getRange());
    for (const range of ranges) range.load("columnHidden");
    await context.sync();
    return columns.items.flatMap(({ name }, at) => (ranges[at]?.columnHidden === true ? [] : [name]));
  });
}

describe("a workbook saved by version 0.1.0", () => {
  let open: OpenWorkbook;
  beforeAll(async () => {
    open = await openSaved();
    await open.page.workbook.startWorkbook();
    await open.local.settled();
  });
  afterAll(() => {
    open.local.close();
  });

  const entered = (item: string, kind: string) =>
    events(open).filter((event) => event.origin === "user" && event.item === item && event.kind === kind);

  test("is migrated when it is opened, with a message", () => {
    expect(messages(open)).toEqual([expect.stringMatching(/older version.*has been updated/)]);
  });

  test("shows of History what people read", async () => {
    const wanted = EVENT_FIELDS.filter(({ hidden }) => hidden !== true).map(({ header }) => header);
    expect(await shownHeaders(open)).toEqual(wanted);
  });

  test("has changes, facts and reasons as data", () => {
    expect(entered("x.sr-ai", "Changed").map(({ changes, reason }) => ({ changes, reason }))).toEqual([
      { changes: [{ field: "timing", from: "2026-09", to: "2024-Q4" }], reason: null },
      { changes: [{ field: "remarks", from: null, to: "Title: a → b" }], reason: null },
    ]);
    expect(entered("x.stie", "Step").map(({ step, facts }) => ({ step, facts }))).toEqual([
      { step: "Announced", facts: {} },
      { step: "Consultation closed", facts: { repliesInFavour: 14, repliesAgainst: 2 } },
    ]);
    expect(entered("x.jss", "Step")[0]?.facts).toEqual({ from: "2023-12-16", to: "2024-01-13" });
    expect(entered("x.th6", "Approved")).toMatchObject([
      { reason: "The study group decided so; Text: a → b", changes: [] },
    ]);
  });

  test("has the items of other study groups in a table of their own, and when each was reported last", () => {
    const rows = (name: string): number => {
      const area = open.local.tables().find((table) => table.name === name)?.area;
      return area ? area.endRow - area.startRow : 0;
    };
    const items = open.page.store.currentProgramme()?.items ?? [];
    const others = items.filter(({ studyGroup }) => studyGroup !== "SG17");
    expect(others).toHaveLength(34);
    expect([rows("WorkProgramme"), rows("OtherGroups")]).toEqual([items.length - 34, 34]);
    expect(new Set(others.map(({ lastReported }) => lastReported))).toEqual(new Set(["2017-03"]));
    expect(items.find(({ number }) => number === "X.1817")?.lastReported).toBe("2023-09");
  });

  test("shows no change of the title where a remark looks like one", () => {
    const programme = open.page.store.currentProgramme();
    const changed = programme && whatChanged(programme, "2023-12-31").find(({ item }) => item.key === "x.sr-ai");
    expect(changed?.changes.map(({ field }) => field)).toEqual(["timing", "remarks"]);
  });

  test("has the source of every event that a document reports", () => {
    const reported = events(open).filter(({ origin }) => origin === "document");
    expect(reported.length).toBeGreaterThan(100);
    expect(reported.every(({ source }) => source !== null && /^\d{4}-\d{2}$/.test(source.meeting))).toBe(true);
    expect(new Set(reported.map(({ source }) => source?.column))).toEqual(new Set([null, "startOfWork", "determined"]));
  });

  test.each([
    {
      spec: WORK_PROGRAMME,
      edited: [
        ["x.jss", "Step"],
        ["x.stie", "Step"],
        ["x.sr-ai", "Timing", "Remarks"],
        ["x.th6", "Status", "Since"],
      ],
    },
    { spec: OTHER_GROUPS, edited: [] },
  ])("still distinguishes in $spec.name what people changed from what a load wrote", async ({ spec, edited }) => {
    const { headers, rows } = await open.run(async (context) => {
      const range = context.workbook.tables.getItem(spec.name).getRange();
      range.load("values");
      await context.sync();
      const [first = [], ...others] = range.values as Cell[][];
      return { headers: first.map(String), rows: others };
    });
    const columns = fingerprinted(spec).map((column) => spec.columns[column]?.header ?? "");
    const cellOf = (row: Cell[], header: string): Cell => row[headers.indexOf(header)] ?? "";
    const changed = rows.flatMap((row) => {
      const cells = columns.map((header) => cellOf(row, header));
      const isOurs = untouched(cells, String(cellOf(row, LOADED)), "cell");
      const theirs = columns.filter((_, at) => !isOurs[at]);
      return theirs.length === 0 ? [] : [[cellOf(row, KEY), ...theirs]];
    });
    expect(changed).toEqual(edited);
  });

  test("loads the documents again like a current workbook", async () => {
    const outcome = await open.page.workbook.loadDocuments(open.page.readSeeds());
    const { report } = outcome as { report: LoadReport };
    expect([report.added, report.updated]).toEqual([
      { WorkProgramme: 0, History: 0, Documents: 0 },
      // Version 0.1.0 did not count rows.
      { WorkProgramme: 0, History: 0, Documents: 2 },
    ]);
    expect(report.differences.map(({ item, field }) => `${item} ${field}`)).toEqual([
      "X.sr-ai Timing",
      "X.sr-ai Remarks",
    ]);
    expect(entered("x.sr-ai", "Changed")).toHaveLength(2);
  });

  test("is migrated once", async () => {
    const headers = await shownHeaders(open);
    open = await reopen(open);
    await open.page.workbook.startWorkbook();
    await open.local.settled();
    expect(messages(open).filter((text) => text.includes("older version"))).toEqual([]);
    expect(await shownHeaders(open)).toEqual(headers);
  });
});

test("a protected History is left as it is, read all the same, and named", async () => {
  const open = await openSaved();
  await open.run(async (context) => {
    context.workbook.tables.getItem("History").worksheet.protection.protect();
    await context.sync();
  });
  await open.page.workbook.startWorkbook();
  await open.local.settled();
  expect(messages(open).join("\n")).toContain(
    "could not be updated. Nothing was changed, because the sheet “History of items” is protected",
  );
  expect(open.page.store.currentProgramme()?.items.length).toBeGreaterThan(100);
  open.local.close();
});

test("a workbook saved by a newer version is left alone", async () => {
  const open = await openSaved();
  await open.run(async (context) => {
    context.workbook.settings.add("SG17.schemaVersion", "99");
    await context.sync();
  });
  await expect(open.page.workbook.startWorkbook()).rejects.toThrow(/newer version/);
  open.local.close();
});
