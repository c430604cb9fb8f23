/** Settings that belong to the workbook: seen by all its users, late as Excel shows co-authors' changes, and read before they are used. */
import { GuardHarness } from "./guard-harness";

const LATE = 8_000;
/** How long the two may take to agree, on any machine. */
const PATIENCE_MS = 300_000;
/** Longer than the quiet after which changes are read again. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 300));

describe("two people with the workbook open", () => {
  let [here, there]: GuardHarness[] = [];
  const both = (): [GuardHarness, GuardHarness] => {
    if (!here || !there) throw new Error("not open");
    return [here, there];
  };
  beforeAll(async () => {
    here = await GuardHarness.small();
    there = await here.joined();
  });
  afterAll(() => {
    there?.close();
    here?.close();
  });
  const arrive = async (): Promise<void> => {
    const [here, there] = both();
    await here.open.local.coauthoring.synchronize();
    await here.settled();
    await there.settled();
  };

  test("have one current meeting, and an edit typed right after it arrived is dated by it", async () => {
    const [here, there] = both();
    const heard: string[] = [];
    there.open.page.workbook.onSettingsChanged(({ currentMeeting }, origin) =>
      heard.push(`${String(currentMeeting)} ${origin}`),
    );
    expect(there.open.page.workbook.currentSettings().currentMeeting).toBe("2024-03");
    const { coauthoring } = here.open.local;
    coauthoring.delaysOf(there.open.local.excel).download = LATE;
    await here.open.page.workbook.writeSettings({ currentMeeting: "2023-09" });
    await here.settled();
    expect(there.open.page.workbook.currentSettings().currentMeeting).toBe("2024-03");
    await coauthoring.advance(LATE);
    // Before the tables are read again: the edit itself reads the settings.
    await there.type("X.5Gsec-asra", "Status", "Determined");
    expect(there.history("X.5Gsec-asra").find((row) => row["To"] === "Determined")).toMatchObject({
      Meeting: "2023-09",
    });
    await quiet();
    await there.settled();
    expect(heard).toEqual(["2023-09 elsewhere"]);
    await arrive();
  });

  test("have one mode", async () => {
    const [here, there] = both();
    await there.open.page.workbook.writeSettings({ mode: "advise" });
    await arrive();
    await quiet();
    await here.settled();
    await here.type("X.1236", "Status", "Agreed");
    expect(here.news().at(-1)).toMatchObject({ outcome: "marked" });
    await here.open.page.workbook.writeSettings({ mode: "enforce" });
    await arrive();
    await quiet();
    expect(there.open.page.workbook.currentSettings().mode).toBe("enforce");
  });

  test("enter decisions at the same time, and end with one History that explains every status", async () => {
    const [here, there] = both();
    const { coauthoring } = here.open.local;
    for (const { open } of [here, there]) coauthoring.delaysOf(open.local.excel).download = LATE;
    await here.type("TR.ba-iot", "Remarks", "for the plenary");
    await here.type("X.5Gsec-netec", "Status", "Determined");
    await there.type("TR.cpn-col-sec", "Remarks", "ready");
    // The same decision, by both.
    await here.type("X.5Gsec-srocvs", "Status", "Determined");
    await there.type("X.5Gsec-srocvs", "Status", "Determined");
    await arrive();
    await quiet();
    // Whoever finds the row of History that both have written removes one of them, and rows that the other overwrote are written again.
    const decided = ["X.5Gsec-asra", "X.5Gsec-netec", "X.5Gsec-srocvs"];
    const isSettled = () =>
      both().every((harness) =>
        decided.every((item) => harness.history(item).filter((row) => row["To"] === "Determined").length === 1),
      );
    for (const end = Date.now() + PATIENCE_MS; !isSettled() && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await arrive();
    }
    await quiet();
    const rows = both().map((harness) =>
      harness
        .rows("History")
        .map((row) => row.join("|"))
        .sort(),
    );
    expect(rows[0]).toEqual(rows[1]);
    for (const harness of both())
      for (const item of decided) {
        expect([item, harness.status(item)]).toEqual([item, "Determined"]);
        expect(harness.history(item).filter((row) => row["To"] === "Determined")).toHaveLength(1);
      }
    for (const harness of both()) expect(await harness.open.page.guard.reviewWorkbook()).toEqual([]);
  });
});

test("a workbook of the layout before keeps its settings, in the table from now on", async () => {
  const harness = await GuardHarness.small(false);
  await harness.open.run(async (context) => {
    const { settings, tables } = context.workbook;
    tables.getItem("ProgrammeSettings").delete();
    settings.add("SG17.schemaVersion", "2");
    settings.add("SG17.currentMeeting", JSON.stringify("2023-09"));
    settings.add("SG17.mode", JSON.stringify("advise"));
    await context.sync();
  });
  await harness.start();
  const { currentSettings } = harness.open.page.workbook;
  expect(currentSettings()).toMatchObject({ currentMeeting: "2023-09", mode: "advise", schemaVersion: 3 });
  expect(harness.news().map(({ text }) => text)).toEqual([expect.stringMatching(/Current meeting: 2023-09/)]);
  expect(harness.rows("ProgrammeSettings").map(([setting, value]) => [setting, value])).toEqual([
    ["Current meeting", "2023-09"],
    ["Mode", "advise"],
    ["Date", ""],
  ]);
  harness.close();
});

test("the current meeting stays when it is held, and a decision without its closing day is refused", async () => {
  const harness = await GuardHarness.small();
  const meeting = harness.rows("Meetings").findIndex(([id]) => id === "2024-03");
  await harness.type(meeting, "Held", "Held", "Meetings");
  await harness.type("X.5Gsec-asra", "Status", "Determined");
  expect(harness.history("X.5Gsec-asra")).toContainEqual(
    expect.objectContaining({ To: "Determined", Meeting: "2024-03" }),
  );
  await harness.user.clear(harness.at("Meetings", meeting, "To"));
  await harness.settled();
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  expect(harness.status("X.5Gsec-netec")).toBe("Under study");
  expect(harness.news().at(-1)?.text).toMatch(/2024-03, has no closing day/);
  await harness.open.page.load.writeMeetingDates("2024-03", { from: "", to: "2024-03-01" });
  await harness.type("X.5Gsec-netec", "Status", "Determined");
  expect(harness.history("X.5Gsec-netec")).toContainEqual(expect.objectContaining({ To: "Determined", Date: 45352 }));
  harness.close();
});
