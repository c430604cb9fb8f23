/** Older Excels, and an Excel that does not answer at once. */
import { DEFAULT_MATRIX } from "local-excel";
import { Desk } from "./guard-harness";

let desk: Desk;
afterEach(() => {
  desk.close();
});

test("an Excel that does not say who wrote (before ExcelApi 1.14): our own writing is known by the ledger", async () => {
  desk = await Desk.loadedWhileGuarded({ matrix: { ...DEFAULT_MATRIX, ExcelApi: 1.13 } });
  await desk.type("X.590", "Status", "Agreed");
  expect(desk.status("X.590")).toBe("Consented");
  expect(desk.news().map((message) => message.outcome)).toEqual(["put back"]);
  const before = desk.rows("History").length;
  await desk.type("X.metric", "Status", "Determined");
  expect(desk.status("X.metric")).toBe("Determined");
  expect(desk.rows("History")).toHaveLength(before + 1);
  await desk.settled();
  expect(desk.rows("History")).toHaveLength(before + 1);
  await desk.type("X.590", "Status", "Agreed");
  expect(desk.status("X.590")).toBe("Consented");
});

test("a workbook loaded with the guard on is guarded from then on", async () => {
  desk = await Desk.loadedWhileGuarded();
  expect(desk.news()).toEqual([]);
  await desk.type("X.590", "Status", "Agreed");
  expect(desk.status("X.590")).toBe("Consented");
  expect(desk.news().map((message) => message.outcome)).toEqual(["put back"]);
  await desk.type("X.metric", "Status", "Determined");
  expect(desk.history("X.metric").at(-1)).toMatchObject({ To: "Determined" });
});

test("while a cell is being edited the guard waits; an error costs a word, not the guard", async () => {
  desk = await Desk.withSeeds();
  const { faults } = desk.open.local.excel;
  faults.cellEditMode = true;
  const typing = desk.user.type(desk.at("WorkProgramme", "X.590", "Status"), "Agreed");
  setTimeout(() => {
    faults.cellEditMode = false;
  }, 400);
  await typing;
  await desk.settled();
  expect(desk.status("X.590")).toBe("Consented");
  expect(desk.news().map((message) => message.outcome)).toEqual(["put back"]);

  faults.at(1, { kind: "error", code: "GeneralException" });
  await desk.type("X.1095", "Status", "Agreed");
  faults.clear();
  expect(
    desk
      .news()
      .map((message) => message.text)
      .join(),
  ).toContain("could not be checked");
  await desk.open.page.guard.sweep();
  await desk.settled();
  expect(desk.news()).toMatchObject([{ outcome: "marked", item: "X.1095" }]);
  await desk.type("X.1220", "Status", "Agreed");
  expect(desk.status("X.1220")).toBe("Consented");
});

test.each(["lost", "noAnswer"] as const)(
  "a request whose answer never comes (%s) costs a word, not the guard",
  async (kind) => {
    // Two minutes' patience in seconds.
    desk = await Desk.small(true, { hurry: 100 });
    const { faults } = desk.open.local.excel;
    faults.at(1, { kind });
    const typing = desk.user.type(desk.at("WorkProgramme", "X.1220", "Status"), "Agreed");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await desk.user.type(desk.at("WorkProgramme", "X.5Gsec-netec", "Status"), "Determined");
    await typing;
    await desk.settled();
    const texts = desk.news().map((message) => message.text);
    expect(texts.join()).toContain("could not be checked");
    expect(desk.status("X.1220")).toBe(kind === "lost" ? "Agreed" : "Consented");
    expect(texts.join().includes("X.1220 cannot be Agreed")).toBe(kind === "lost");
    expect(desk.history("X.5Gsec-netec").at(-1)).toMatchObject({ To: "Determined" });
    await desk.type("X.1220", "Status", "Consented");
    expect(desk.status("X.1220")).toBe("Consented");
    expect(desk.messages.filter((message) => message.outcome === "marked")).toEqual([]);
  },
);
