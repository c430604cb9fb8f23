/** A closing plenary in the workbench: load, prepare, paste twenty decisions, review, enter, undo, enter again, generate. */
import { readFile } from "node:fs/promises";
import type { TableKind } from "../../src/domain/document";
import { readBytes } from "../../src/import/bytes";
import { openWorkbench, type Workbench } from "./support";

const LIST = "2024-03 Decisions";
const WORK = "Work programme";

/** Twenty decisions, as a secretary notes them. One names no item. */
const NOTES = `TAP approved:
- X.1221
- X.1150
- X.1222
X.1280\tapproved
X.1352Amd, approuvé
X.1373rev approved
X.1281 – not approved
X.1818, approval postponed
X.5Gsec-netec, TAP determined as X.1820, TD2001
X.5Gsec-srocvs; determined; X.1821
X.tsfpp determined
X.sc-iot determined
X.gpwd: determined
X.1144rev consented
X.smsrc consent
TR.5Gsec-bsf agreed
TR.zt-acp accord
X.ctss discontinued
X.evtol-sec, TAP determined
X.nowhere, approved`;

describe("a day of decisions", () => {
  let workbench: Workbench;
  /** Clicks of the day, from Decisions to the last Enter. */
  let clicks = 0;

  beforeAll(async () => {
    workbench = await openWorkbench();
    await workbench.press("Load");
    await workbench.waitForSheet("Checks");
    await workbench.ready();
  });
  afterAll(async () => {
    await workbench?.close();
  });

  const inPane = async (name: string): Promise<void> => {
    const pane = await workbench.pane();
    await pane.getByRole("button", { name, exact: true }).first().click();
    clicks += 1;
    await workbench.ready();
  };
  const outcome = async (): Promise<string> =>
    (await workbench.pane()).locator("#panel-work .note").first().innerText();
  const cell = async (sheet: string, item: string, column: string): Promise<string> =>
    workbench.text(sheet, await workbench.addressOf(sheet, { Item: item }, column));

  it("is prepared from the ribbon", async () => {
    await workbench.press("Decisions");
    clicks += 1;
    await workbench.waitForSheet(LIST);
    await workbench.ready();
    expect(await outcome()).toContain(LIST);
  });

  it("is filled by a paste and reviewed: nothing but Result is written", async () => {
    const pane = await workbench.pane();
    await pane.locator("#decisions-paste").fill(NOTES);
    clicks += 1;
    await inPane("Add to the list");
    const outcomeLine = pane.locator("#panel-work").getByText("19 rows are accepted, 1 refused");
    await outcomeLine.waitFor();
    // The button is far below.
    expect(await outcomeLine.evaluate((line) => line.getBoundingClientRect().top)).toBeGreaterThan(0);
    expect(await outcome()).toContain("TAP approved 6");
    expect(await cell(LIST, "X.nowhere", "Result")).toMatch(/^Refused\. There is no work item/);
    expect(await cell(WORK, "X.1221", "Status")).toBe("Determined");
  });

  it("is entered in one go, undone as one action, and entered again", async () => {
    await inPane("Enter decisions");
    const pane = await workbench.pane();
    await pane.locator("#panel-work").getByText("19 rows entered; 1 remains").waitFor();
    expect(await cell(WORK, "X.1221", "Status")).toBe("Approved");
    expect(await cell(WORK, "X.1820", "Text")).toBe("TD2001");
    expect(clicks).toBeLessThan(30);
    await pane.getByRole("tab").nth(2).click();
    await pane.locator("#panel-messages").getByRole("button", { name: "Undo" }).first().click();
    await workbench.ready();
    await workbench.waitForText(WORK, await workbench.addressOf(WORK, { Item: "X.1221" }, "Status"), "Determined");
    await pane.getByRole("tab").nth(1).click();
    await inPane("Enter decisions");
    await workbench.waitForText(WORK, await workbench.addressOf(WORK, { Item: "X.1221" }, "Status"), "Approved");
  });

  it("is in the generated report, and in its Word file", async () => {
    await workbench.press("Generate");
    await workbench.ready();
    expect(await outcome()).toContain("Executive summary of 2024-03: 6 sheets written.");
    const pane = await workbench.pane();
    const download = workbench.page.waitForEvent("download");
    await pane.getByRole("button", { name: "Word document", exact: true }).click();
    const file = await download;
    const back = await readBytes(new Uint8Array(await readFile(await file.path())), file.suggestedFilename());
    if ("notADocument" in back) throw new Error(back.notADocument.code);
    const rows = (table: TableKind): (string | null)[] =>
      back.annexes
        .flatMap(({ sections }) => sections)
        .filter((section) => section.table === table)
        .flatMap((section) => section.rows.map(({ number }) => number));
    expect(rows("TAP approved")).toEqual(expect.arrayContaining(["X.1221", "X.1150", "X.1222", "X.1280"]));
    expect(rows("TAP determined")).toEqual(expect.arrayContaining(["X.1820", "X.1821"]));
    expect(back.document).toMatchObject({ from: "2024-02-20", to: "2024-03-01" });
    expect(back.plannedMeetings.map(({ name }) => name)).toEqual(["6th SG17 meeting"]);
    expect(workbench.errors).toEqual([]);
  });
});
