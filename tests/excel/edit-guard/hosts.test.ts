/** Older Excels, and an Excel that does not answer at once. */
import { DEFAULT_MATRIX } from "local-excel";
import { GuardHarness } from "./guard-harness";

let harness: GuardHarness;
afterEach(() => {
  harness.close();
});

test("an Excel that reports no trigger (before ExcelApi 1.14): own writes are recognised by the pending writes", async () => {
  harness = await GuardHarness.loadedWhileGuarded({ matrix: { ...DEFAULT_MATRIX, ExcelApi: 1.13 } });
  await harness.type("X.590", "Status", "Agreed");
  expect(harness.status("X.590")).toBe("Consented");
  expect(harness.news().map((message) => message.outcome)).toEqual(["reverted"]);
  const before = harness.rows("History").length;
  await harness.type("X.metric", "Status", "Determined");
  expect(harness.status("X.metric")).toBe("Determined");
  expect(harness.rows("History")).toHaveLength(before + 1);
  await harness.settled();
  expect(harness.rows("History")).toHaveLength(before + 1);
  await harness.type("X.590", "Status", "Agreed");
  expect(harness.status("X.590")).toBe("Consented");
});

test("a workbook loaded with the guard on is guarded from then on", async () => {
  harness = await GuardHarness.loadedWhileGuarded();
  expect(harness.news()).toEqual([]);
  await harness.type("X.590", "Status", "Agreed");
  expect(harness.status("X.590")).toBe("Consented");
  expect(harness.news().map((message) => message.outcome)).toEqual(["reverted"]);
  await harness.type("X.metric", "Status", "Determined");
  expect(harness.history("X.metric").at(-1)).toMatchObject({ To: "Determined" });
});

test("tables too large for one answer are guarded all the same, once loaded and after their rows moved", async () => {
  harness = await GuardHarness.loadedWhileGuarded({}, { answerLimit: 60_000 });
  expect(harness.news()).toEqual([]);
  const { traffic } = harness.open.local.excel;
  traffic.reset();
  await harness.type("X.590", "Status", "Agreed");
  expect([harness.status("X.590"), traffic.requests]).toEqual(["Consented", 1]);
  await harness.user.sort("WorkProgramme", "Title");
  await harness.settled();
  await harness.type("X.metric", "Status", "Agreed");
  expect(harness.status("X.metric")).toBe("Under study");
  expect(harness.news().map((message) => message.outcome)).toEqual(["reverted", "reverted"]);
});

test("while a cell is being edited the guard waits; an error costs a word, not the guard", async () => {
  harness = await GuardHarness.withSeeds();
  const { faults } = harness.open.local.excel;
  faults.cellEditMode = true;
  const typing = harness.user.type(harness.at("WorkProgramme", "X.590", "Status"), "Agreed");
  setTimeout(() => {
    faults.cellEditMode = false;
  }, 400);
  await typing;
  await harness.settled();
  expect(harness.status("X.590")).toBe("Consented");
  expect(harness.news().map((message) => message.outcome)).toEqual(["reverted"]);

  faults.at(1, { kind: "error", code: "GeneralException" });
  await harness.type("X.1095", "Status", "Agreed");
  faults.clear();
  expect(
    harness
      .news()
      .map((message) => message.text)
      .join(),
  ).toContain("could not be checked");
  await harness.open.page.guard.auditWorkbook();
  await harness.settled();
  expect(harness.news()).toMatchObject([{ outcome: "marked", item: "X.1095" }]);
  await harness.type("X.1220", "Status", "Agreed");
  expect(harness.status("X.1220")).toBe("Consented");
});

test.each(["lost", "noAnswer"] as const)(
  "a request without an answer (%s) is reported, and the guard continues",
  async (kind) => {
    // Two minutes' patience in seconds.
    harness = await GuardHarness.small(true, { hurry: 100 });
    const { faults } = harness.open.local.excel;
    faults.at(1, { kind });
    const typing = harness.user.type(harness.at("WorkProgramme", "X.1220", "Status"), "Agreed");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await harness.user.type(harness.at("WorkProgramme", "X.5Gsec-netec", "Status"), "Determined");
    await typing;
    await harness.settled();
    const texts = harness.news().map((message) => message.text);
    expect(texts.join()).toContain("could not be checked");
    expect(harness.status("X.1220")).toBe(kind === "lost" ? "Agreed" : "Consented");
    expect(texts.join().includes("X.1220 cannot be Agreed")).toBe(kind === "lost");
    expect(harness.history("X.5Gsec-netec").at(-1)).toMatchObject({ To: "Determined" });
    await harness.type("X.1220", "Status", "Consented");
    expect(harness.status("X.1220")).toBe("Consented");
    expect(harness.messages.filter((message) => message.outcome === "marked")).toEqual([]);
  },
);
