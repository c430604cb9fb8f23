/** The annexes as the built add-in makes them from the workbook on the local Excel, and from nothing else. */
import type { ReportFamily } from "../../../src/domain/document";
import { formatArea, type HeadlessExcel } from "local-excel";
import { takeSnapshot } from "local-excel/xlsx";
import { gapText } from "../../../src/i18n/reports";
import { documentText } from "../../../src/export/text";
import { wordDocument } from "../../../src/export/word";
import {
  toDocument,
  compareReports,
  generateReport,
  generateStatistics,
  printReport,
  type GeneratedReport,
} from "../../../src/domain/annexes";
import type { ReadDocument, Row, TableKind } from "../../../src/domain/document";
import type { Programme } from "../../../src/domain/model";
import { readDocument } from "../../../src/import";
import { readBytes } from "../../../src/import/bytes";
import { readSeeds } from "../../../src/import/seeds";
import { interimMeetings, programmeOf } from "../../../tools/programme-of-session";
import { openAddin, pressLoad } from "../../../tools/session";

const SEEDS = readSeeds();
const WORK = "WorkProgramme";

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await openAddin();
  await pressLoad(excel);
});
afterAll(() => excel.close());

const published = (family: ReportFamily): ReadDocument => {
  const seed = SEEDS.find((each) => each.family === family);
  if (!seed) throw new Error(`no seed is a ${family}`);
  return seed;
};
const rowsOf = (report: Pick<ReadDocument, "annexes">, table: TableKind): Row[] =>
  report.annexes.flatMap(({ sections }) => sections).find((section) => section.table === table)?.rows ?? [];
const names = (rows: Row[]) => rows.map(({ printedName }) => printedName);

const REPORTS: [ReportFamily, string, number[]][] = [
  ["executive-summary", "2023-09", [4, 3, 8, 10, 6, 1, 11, 9, 4, 28, 1]],
  ["lead-study-group-report", "2017-03", [11, 0, 4, 2, 77]],
];

describe.each(REPORTS)("the %s of %s, from the loaded workbook", (family, meeting, counts) => {
  let programme: Programme;
  let report: GeneratedReport;
  beforeAll(() => {
    programme = programmeOf(excel);
    report = generateReport(programme, family, meeting);
  });

  it("gives the published tables back, row for row and field for field", () => {
    expect(compareReports(published(family), report)).toEqual([]);
    expect(report.annexes.flatMap(({ sections }) => sections.map(({ rows }) => rows.length))).toEqual(counts);
  });

  it("is the document that was read, header, statistics and interim meetings included", () => {
    const seed = published(family);
    const again = toDocument(
      report,
      generateStatistics(programme, meeting),
      programme,
      interimMeetings(excel, meeting),
    );
    expect(again.document).toEqual(seed.document);
    expect(again.rgms).toEqual(seed.rgms);
    expect(again.statistics).toEqual(seed.statistics);
    expect(again.problems).toEqual([]);
    expect(rowsOf(again, "TAP approved")).toEqual(rowsOf(seed, "TAP approved"));
  });

  it("reads back from Word and from plain text as the same record", async () => {
    const printed = printReport(report, generateStatistics(programme, meeting), programme);
    const fromWord = await readBytes(await wordDocument(printed), "report.docx");
    const fromText = readDocument(documentText(printed));
    for (const back of [fromWord, fromText]) {
      if ("notADocument" in back) throw new Error(back.notADocument.code);
      expect(compareReports(back, report)).toEqual([]);
      const { rgms, plannedMeetings, statistics, texts } = published(family);
      expect(back).toMatchObject({ rgms, plannedMeetings, statistics, ...(texts ? { texts } : {}) });
      expect(
        back.annexes.flatMap(({ sections }) => sections.map(({ rows }) => rows.length)).slice(0, counts.length),
      ).toEqual(counts);
    }
  });
});

test("a report is not written before anything is decided: the pane asks which meeting is meant", async () => {
  const before = excel.sheetNames();
  await excel.runAction("generate");
  await excel.settled();
  expect(excel.sheetNames()).toEqual(before);
  expect(excel.window.document.body.textContent).toContain("no decision of 2024-03 has been entered");
});

describe("the next meeting, after edits in the workbook", () => {
  const table = () => {
    const found = excel.tables().find(({ name }) => name === WORK);
    if (!found) throw new Error("there is no work programme");
    return found;
  };
  const address = (row: number, header: string): string => {
    const { area, columns } = table();
    const startColumn = area.startColumn + columns.findIndex(({ name }) => name === header);
    const startRow = area.startRow + 1 + row;
    return `'Work programme'!${formatArea({ startRow, endRow: startRow, startColumn, endColumn: startColumn })}`;
  };
  const rowOf = (item: string): number => {
    const { area } = table();
    const column = formatArea({ ...area, startRow: area.startRow + 1, endColumn: area.startColumn + 1 });
    const row = excel.values(`'Work programme'!${column}`).findIndex((cells) => cells.includes(item));
    if (row < 0) throw new Error(`${item} is not in the work programme`);
    return row;
  };
  const type = async (row: number, header: string, value: string) => {
    await excel.user.type(address(row, header), value);
    await excel.settled();
  };
  let report: GeneratedReport;

  beforeAll(async () => {
    await type(rowOf("X.1221"), "Status", "Approved");
    await type(rowOf("X.508"), "Status", "Consented");
    await type(rowOf("X.sr-ai"), "Status", "Discontinued");
    await type(rowOf("X.tg-fdma"), "Timing", "2024-09");
    const row = 3;
    await excel.user.insertTableRows(WORK, row);
    await excel.settled();
    for (const [header, value] of Object.entries({
      "Provisional name": "X.new-idea",
      Question: "2/17",
      Title: "Security of a new idea",
      Process: "TAP",
      Timing: "2025-Q3",
    })) {
      await type(row, header, value);
    }
    report = generateReport(programmeOf(excel), "executive-summary", "2024-03");
  });

  it("lists each decision in its table", () => {
    expect(names(rowsOf(report, "TAP approved"))).toEqual(["X.1221 (X.stie)"]);
    expect(names(rowsOf(report, "AAP consented"))).toEqual(["X.508 (X.pki-em)"]);
    expect(names(rowsOf(report, "Discontinued"))).toEqual(["X.sr-ai"]);
    expect(rowsOf(report, "New work items")).toEqual([
      expect.objectContaining({
        printedName: "X.new-idea*",
        question: "2/17",
        title: "Security of a new idea",
        timing: "2025-Q3",
        mark: "*",
      }),
    ]);
  });

  it("plans what was timed anew for the meeting after", () => {
    expect(rowsOf(report, "Planned for determination")).toContainEqual(
      expect.objectContaining({ acronym: "X.tg-fdma", timing: "2024-09" }),
    );
    expect(names(rowsOf(report, "Planned for approval"))).toContain("X.1222 (X.taeii)");
    expect(names(rowsOf(report, "Planned for approval"))).not.toContain("X.1221 (X.stie)");
  });

  it("lists what is missing", () => {
    const messages = report.gaps.map(({ lack }) => gapText(lack));
    expect(messages).toContainEqual("X.new-idea* has no editor.");
    expect(messages).toContainEqual(expect.stringMatching(/^X\.508 .*has no A\.5 or A\.25 justification/));
  });

  it("is written onto print-ready sheets", async () => {
    await excel.runAction("generate");
    await excel.settled();
    const written = takeSnapshot(excel.excel.host).sheets.filter(({ name }) => name.endsWith("(generated)"));
    expect(written.map(({ name }) => name)).toEqual(
      ["Summary", ...["A", "B", "C", "D", "E"].map((id) => `Annex ${id}`)].map((name) => `2024-03 ${name} (generated)`),
    );
    for (const sheet of written) {
      expect(sheet.tables).toEqual([]);
      expect(sheet.formulas).toEqual({});
      expect(sheet.page).toMatchObject({ landscape: true, paperSize: 9, fitToWidth: 1, fitToHeight: 0 });
      expect(sheet.page.footer).toBe("&CPage &P of &N");
      expect(sheet.page.header).toMatch(/^&LExecutive Summary – Meeting of ITU-T SG17 'Security'/);
      expect(sheet.page.area).toMatch(/^A1:/);
    }
    const [summary, a, b] = written;
    expect(summary?.values.map(([cell]) => cell)).toEqual(
      expect.arrayContaining([
        "Executive Summary",
        "1 Meeting Output (meeting statistics see Annex E below)",
        "- Output standards (2, see Annex A):",
        "2 Next SG17 meetings",
      ]),
    );
    expect(a?.values.slice(0, 6)).toEqual([
      expect.arrayContaining(["Annex A"]),
      expect.arrayContaining([
        "Actions taken on Recommendations, and other texts at SG17 closing plenary on 1 March 2024",
      ]),
      expect.anything(),
      expect.arrayContaining(["a) TAP Recommendations approved (WTSA-20 Resolution 1)"]),
      expect.arrayContaining(["#", "Q", "Acronym", "Title", "New / Revised", "Editor(s)"]),
      expect.arrayContaining([1, "4/17", "X.1221 (X.stie)", "TD1262", "TD808", "OASIS STIX Version 2.1"]),
    ]);
    expect(a?.merges).toContain("A2:K2");
    // All tables of Annex B have the same columns: their header is printed again on every page.
    expect(b?.page.titleRows).toBe("5:5");
    expect(b?.values[4]).toEqual(expect.arrayContaining(["#", "Q", "Acronym", "Timing"]));
    const textFormats = b?.styles.filter(({ style }) => style.numberFormat === "@") ?? [];
    expect(textFormats.some(({ address: cells }) => cells.startsWith("B"))).toBe(true);
  });

  it("is spilled by ANNEX as it is printed", async () => {
    await excel.enter("Sheet1!B2", '=SG17.ANNEX("2024-03","A","a")');
    await excel.settled();
    const spill = excel.spill("Sheet1!B2") ?? "";
    const printed = printReport(report, {}, programmeOf(excel)).annexes[0]?.sections[0]?.table;
    expect(excel.values(`Sheet1!${spill.replace(/^.*!/, "")}`)).toEqual([printed?.headers, ...(printed?.rows ?? [])]);
    await excel.enter("Sheet1!B2", "");
  });

  it("replaces unedited sheets, and keeps edited ones under a dated name", async () => {
    await excel.user.type("'2024-03 Annex D (generated)'!D1", "mine");
    await excel.user.renameSheet("2024-03 Annex C (generated)", "New items");
    const before = excel.sheetNames();
    await excel.runAction("generate");
    await excel.settled();
    const after = excel.sheetNames();
    const kept = after.filter((name) => /^2024-03 Annex D \d{4}-\d{2}-\d{2}$/.test(name));
    expect(kept).toHaveLength(1);
    expect(excel.value(`'${kept[0] ?? ""}'!D1`)).toBe("mine");
    expect(excel.value("'2024-03 Annex D (generated)'!D1")).toBe("");
    // The renamed one was known by its identity, and made anew in its place.
    expect(after).not.toContain("New items");
    expect(after.indexOf("2024-03 Annex C (generated)")).toBe(before.indexOf("New items"));
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter((name) => name === "2024-03 Annex A (generated)")).toHaveLength(1);
  });

  it("lists what changed, item by item and per field from what to what", async () => {
    await excel.runAction("whatChanged");
    await excel.settled();
    const sheet = takeSnapshot(excel.excel.host).sheets.find(({ name }) => name === "Changes since 2023-09-08");
    const rows = sheet?.values ?? [];
    const of = (item: string) => rows.find(([name]) => name === item);
    expect(of("X.1221 (X.stie)")).toEqual([
      "X.1221 (X.stie)",
      "4/17",
      "Structured threat information expression",
      "2024-03-01",
      "Approved",
      "Determined",
      "Approved",
      expect.stringContaining("2024-03"),
    ]);
    expect(rows).toContainEqual(expect.arrayContaining(["Timing", "2025-3Q", "2024-09"]));
    expect(of("X.sr-ai")?.slice(4, 7)).toEqual(["Discontinued", "Under study", "Discontinued"]);
    expect(of("X.new-idea")?.[4]).toBe("New work item");
  });

  it("prints the users' own words once they are in the workbook's settings", async () => {
    const { document, Event } = excel.window;
    document.querySelector<HTMLElement>("#tab-work")?.click();
    // The view comes in a part of the page that is loaded on its own.
    const find = () => document.querySelector<HTMLInputElement>("#heading-A-a-title");
    for (let round = 0; round < 10_000 && !find(); round += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    const heading = find();
    if (!heading) throw new Error("the pane shows no heading of Annex A a)");
    expect(heading.value).toBe("TAP Recommendations approved (WTSA-20 Resolution 1)");
    heading.value = "TAP Recommendations approved (WTSA-24 Resolution 1)";
    heading.dispatchEvent(new Event("change", { bubbles: true }));
    await excel.settled();
    await excel.enter("Sheet1!B2", '=SG17.ANNEX("2024-03","A")');
    await excel.settled();
    const spill = excel.spill("Sheet1!B2") ?? "";
    const first = excel.values(`Sheet1!${spill.replace(/^.*!/, "")}`).map(([cell]) => cell);
    expect(first).toContain("a) TAP Recommendations approved (WTSA-24 Resolution 1)");
    await excel.enter("Sheet1!B2", "");
  });

  it("leaves the loaded tables as they are", () => {
    expect(
      compareReports(
        published("executive-summary"),
        generateReport(programmeOf(excel), "executive-summary", "2023-09"),
      ),
    ).toEqual([]);
    expect(excel.pageErrors).toEqual([]);
  });
});
