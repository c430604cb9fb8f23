/** Every kind of edit has a defined outcome. One workbook for all: each test leaves items of its own. */
import { Desk } from "./guard-harness";

const WORK = "WorkProgramme";
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.withSeeds();
});
afterAll(() => {
  desk.close();
});
beforeEach(() => {
  desk.news();
});

/** Where the messages of a test say the workbook stands: nothing else may have changed. */
function outcomes(): string[] {
  return desk.news().map((message) => message.outcome);
}

/** The tables agree: every annex row shows its item's status. */
function expectAnnexesToFollow(): void {
  const headers = desk.headers(WORK);
  const status = new Map(desk.rows(WORK).map((row) => [row[headers.indexOf("Key")], row[headers.indexOf("Status")]]));
  for (const { name } of desk.open.local.tables()) {
    const own = desk.headers(name);
    if (!name.startsWith("Annex_") || !own.includes("Printed row")) continue;
    for (const row of desk.rows(name)) {
      const key = row[own.indexOf("Key")];
      if (status.has(key ?? ""))
        expect([name, key, row[own.indexOf("Status")]]).toEqual([name, key, status.get(key ?? "")]);
    }
  }
}

describe("typing and choosing", () => {
  test("a Question of which Excel made a date is set right and stays a text, whatever the format of its cell", async () => {
    const cell = desk.at(WORK, "X.sr-ai", "Question");
    await desk.open.local.user.format(cell, "General");
    // 17 February 2026 and 1 February 2017: what 2/17 becomes where months or days come first.
    for (const serial of [46070, 42767]) {
      await desk.type("X.sr-ai", "Question", serial);
      expect(desk.value(WORK, "X.sr-ai", "Question")).toBe("2/17");
      await desk.settled();
      expect(outcomes()).toEqual(["taken with a warning"]);
    }
  });

  test("a forbidden status is put back and explained; a permitted one stays, and everything follows", async () => {
    expect(desk.news()).toEqual([]);
    expect(desk.status("X.590")).toBe("Consented");
    await desk.type("X.590", "Status", "Agreed");
    expect(desk.status("X.590")).toBe("Consented");
    const [refused, ...others] = desk.news();
    expect(others).toEqual([]);
    expect(refused).toMatchObject({
      outcome: "put back",
      item: "X.590",
      tried: "Status: Consented to Agreed",
      canOverride: true,
      cell: { sheet: "Work programme" },
    });
    expect(refused?.text).toContain("X.590 cannot be Agreed");
    expect(refused?.clause).not.toBe("");
    expect(refused?.possible.length).toBeGreaterThan(0);

    const before = desk.rows("History").length;
    expect(desk.status("X.sr-ai")).toBe("Under study");
    await desk.type("X.sr-ai", "Status", "Determined");
    expect(desk.status("X.sr-ai")).toBe("Determined");
    expect(desk.value("WorkProgramme", "X.sr-ai", "Since")).toBe(45352);
    expect(desk.rows("History")).toHaveLength(before + 1);
    expect(desk.history("X.sr-ai").at(-1)).toMatchObject({
      Event: "Determined",
      From: "Under study",
      To: "Determined",
      Meeting: "2024-03",
    });
    expect(desk.open.page.store.currentIndex()?.itemsNamed("X.sr-ai")[0]?.status).toBe("Determined");
    expect(desk.news().filter((message) => message.outcome === "put back")).toEqual([]);
  });

  test("a status chosen from the drop-down is judged like a typed one", async () => {
    await desk.user.choose(desk.at(WORK, "X.1236", "Status"), "Agreed");
    await desk.settled();
    expect(desk.status("X.1236")).toBe("Consented");
    expect(outcomes()).toEqual(["put back"]);
  });

  test("a status in another case, with spaces, is written as it is spelt", async () => {
    await desk.type("X.th2", "Status", " determined");
    expect(desk.status("X.th2")).toBe("Determined");
    expectAnnexesToFollow();
  });

  test("what is no status is put back", async () => {
    await desk.type("X.th3", "Status", "Finished");
    expect(desk.status("X.th3")).toBe("Under study");
    expect(outcomes()).toEqual(["put back"]);
  });

  test("a status typed into an annex is the item's status", async () => {
    await desk.type("X.evtol-sec", "Status", "Determined", desk.annexOf("X.evtol-sec"));
    expect(desk.status("X.evtol-sec")).toBe("Determined");
    await desk.type("X.1353", "Status", "Agreed", "Annex_2023_09_A");
    expectAnnexesToFollow();
  });

  test("an annex and the work programme edited at once agree afterwards, with a word about what gave way", async () => {
    const first = desk.user.type(desk.at(WORK, "X.gpwd", "Status"), "Determined");
    const second = desk.user.type(desk.at(desk.annexOf("X.gpwd"), "X.gpwd", "Status"), "Agreed");
    await Promise.all([first, second]);
    await desk.settled();
    expect(desk.status("X.gpwd")).toBe("Determined");
    expect(outcomes()).toContain("put back");
    expectAnnexesToFollow();
  });

  test("other fields of an annex stand in that sheet, with a word", async () => {
    await desk.type("X.1353", "Title", "Another title", "Annex_2023_09_A");
    expect(desk.value("Annex_2023_09_A", "X.1353", "Title")).toBe("Another title");
    expect(outcomes()).toEqual(["noted"]);
  });

  test("a step chosen by mistake is taken back by clearing it, and History forgets it", async () => {
    const before = desk.history("X.1150").length;
    expect(desk.value(WORK, "X.1150", "Step")).toBe("");
    await desk.type("X.1150", "Step", "Announced");
    expect(desk.history("X.1150")).toHaveLength(before + 1);
    desk.news();
    await desk.type("X.1150", "Step", "");
    expect(desk.value(WORK, "X.1150", "Step")).toBe("");
    expect(desk.status("X.1150")).toBe("Determined");
    expect(desk.history("X.1150")).toHaveLength(before);
    expect(outcomes()).toEqual(["noted"]);
  });

  test("a permitted field joins History; a malformed one is put back", async () => {
    await desk.type("X.th4", "Timing", "2024-Q4");
    expect(desk.value(WORK, "X.th4", "Timing")).toBe("2024-Q4");
    expect(desk.history("X.th4").at(-1)).toMatchObject({ Event: "Changed" });
    await desk.type("X.th4", "Timing", "soon");
    expect(desk.value(WORK, "X.th4", "Timing")).toBe("2024-Q4");
    expect(outcomes()).toEqual(["put back"]);
  });

  test("the process is frozen after determination", async () => {
    await desk.type("X.1221", "Process", "AAP");
    expect(desk.value(WORK, "X.1221", "Process")).toBe("TAP");
    expect(outcomes()).toEqual(["put back"]);
  });

  test("a formatted cell is no edit", async () => {
    await desk.user.fill(desk.at(WORK, "X.1221", "Status"), "#ffff00");
    await desk.settled();
    expect(outcomes()).toEqual([]);
  });
});

describe("blocks", () => {
  test("a pasted block over several columns keeps what may stand", async () => {
    const at = desk.at(WORK, "X.1281", "Status", 2, 1);
    const row = desk.rowOf(WORK, "X.1281");
    const headers = desk.headers(WORK);
    expect(headers.slice(headers.indexOf("Status"), headers.indexOf("Status") + 4)).toEqual([
      "Status",
      "Since",
      "Step",
      "Timing",
    ]);
    const since = desk.value(WORK, row, "Since");
    await desk.user.paste(at, [["Consented", since, "", "2024-Q3"]]);
    await desk.settled();
    expect(desk.status("X.1281")).toBe("Determined");
    expect(desk.value(WORK, "X.1281", "Timing")).toBe("2024-Q3");
    expect(outcomes()).toEqual(["put back"]);
  });

  test("fill down says one thing for all rows", async () => {
    const rows = desk.rows(WORK);
    const headers = desk.headers(WORK);
    const column = headers.indexOf("Status");
    const first = desk.rowOf(WORK, "X.iotsec-2");
    const before = rows.slice(first, first + 6).map((row) => row[column]);
    expect(before).toEqual(before.map(() => "Under study"));
    await desk.type("X.iotsec-2", "Status", "Approved");
    expect(outcomes()).toEqual(["put back"]);
    // As if the first row had been let through: what is filled is what is refused.
    await desk.user.paste(
      desk.at(WORK, first, "Status"),
      before.map(() => ["Approved"]),
    );
    await desk.settled();
    expect(
      desk
        .rows(WORK)
        .slice(first, first + 6)
        .map((row) => row[column]),
    ).toEqual(before);
    const [message, ...more] = desk.news();
    expect(more).toEqual([]);
    expect(message?.count).toBe(6);
  });

  test("fill down over permitted rows takes them all in one pass", async () => {
    const first = desk.rowOf(WORK, "X.srgsdcs");
    await desk.user.fillDown(desk.at(WORK, first, "Question", 2));
    await desk.settled();
    expect(desk.value(WORK, first + 1, "Question")).toBe(desk.value(WORK, first, "Question"));
  });

  test("cleared cells: a status comes back, a remark goes", async () => {
    await desk.type("X.1282", "Remarks", "to be looked at");
    await desk.user.clear(desk.at(WORK, "X.1282", "Status"));
    await desk.user.clear(desk.at(WORK, "X.1282", "Remarks"));
    await desk.settled();
    expect(desk.status("X.1282")).toBe("Consented");
    expect(desk.value(WORK, "X.1282", "Remarks")).toBe("");
  });

  test("a cleared row and a row put over another come back whole", async () => {
    const row = desk.rowOf(WORK, "X.1222");
    const before = desk.rows(WORK);
    const width = desk.headers(WORK).length;
    await desk.user.clear(desk.at(WORK, row, "Item", 1, width));
    await desk.settled();
    expect(desk.rows(WORK)).toEqual(before);
    await desk.user.cut(desk.at(WORK, row, "Item", 1, width), desk.at(WORK, row + 3, "Item"));
    await desk.settled();
    expect(desk.rows(WORK)).toEqual(before);
    expect(new Set(outcomes())).toEqual(new Set(["put back"]));
  });

  test("a status cut from one row and put into another is judged in both", async () => {
    const row = desk.rowOf(WORK, "X.1818");
    await desk.user.cut(desk.at(WORK, row, "Status"), desk.at(WORK, "X.510rev", "Status"));
    await desk.settled();
    expect(desk.status("X.1818")).toBe("Determined");
    expectAnnexesToFollow();
  });

  test("the Key is put back", async () => {
    const key = desk.value(WORK, "X.1150", "Key");
    await desk.type("X.1150", "Key", "another");
    expect(desk.value(WORK, "X.1150", "Key")).toBe(key);
    expect(outcomes()).toEqual(["put back"]);
  });
});

describe("rows and columns", () => {
  test("sorting and moving rows is no edit, and edits afterwards meet the right item", async () => {
    const before = new Set(desk.rows(WORK).map((row) => JSON.stringify(row)));
    await desk.user.sort(WORK, "Question");
    await desk.settled();
    const row = desk.rowOf(WORK, "X.1213");
    const { area } = desk.table(WORK);
    const sheetRow = area.startRow + 2 + row;
    await desk.user.moveRows(`'Work programme'!A${String(sheetRow)}:A${String(sheetRow)}`, area.startRow + 4);
    await desk.settled();
    expect(new Set(desk.rows(WORK).map((each) => JSON.stringify(each)))).toEqual(before);
    expect(outcomes()).toEqual([]);
    await desk.type("X.1213", "Status", "Agreed");
    expect(desk.status("X.1213")).toBe("Determined");
    expect(desk.news()).toMatchObject([{ item: "X.1213", outcome: "put back" }]);
  });

  test("an edit of a hidden or filtered row is judged", async () => {
    await desk.user.filter(WORK, "Status", ["Approved"]);
    await desk.settled();
    await desk.type("X.1248", "Status", "Agreed");
    expect(desk.status("X.1248")).toBe("Determined");
    await desk.user.clearFilter(WORK);
    await desk.settled();
    expect(outcomes()).toEqual(["put back"]);
  });

  test("a deleted row can be had back", async () => {
    const row = desk.rowOf(WORK, "X.1541");
    const values = desk.rows(WORK)[row];
    await desk.user.deleteTableRows(WORK, row);
    await desk.settled();
    expect(() => desk.rowOf(WORK, "X.1541")).toThrow("no X.1541");
    const [message] = desk.news();
    expect(message).toMatchObject({ outcome: "noted", item: "X.1541", canRestore: true });
    expect(await desk.open.page.guard.restoreRow(message?.id ?? "")).toBe(true);
    await desk.settled();
    expect(desk.rows(WORK)[desk.rowOf(WORK, "X.1541")]).toEqual(values);
    expect(desk.open.page.store.currentIndex()?.itemsNamed("X.1541")).toHaveLength(1);
    await desk.type("X.1541", "Status", "Agreed");
    expect(desk.status("X.1541")).toBe("Determined");
  });

  test("a row typed below the table becomes a work item", async () => {
    const { area } = desk.table(WORK);
    const column = desk.headers(WORK).indexOf("Provisional name");
    const last = desk.at(WORK, area.endRow - area.startRow - 1, "Provisional name");
    const below = last.replace(/\d+$/, (row) => String(Number(row) + 1));
    expect(column).toBe(1);
    await desk.user.type(below, "X.brand-new");
    await desk.settled();
    if (desk.table(WORK).area.endRow === area.endRow) {
      // This Excel does not stretch tables by itself: a row put into the table is the same.
      await desk.user.clear(below);
      await desk.user.insertTableRows(WORK, 3);
      await desk.settled();
      await desk.user.type(desk.at(WORK, 3, "Provisional name"), "X.brand-new");
      await desk.settled();
    }
    const row = desk.rowOf(WORK, "X.brand-new");
    expect(desk.value(WORK, row, "Key")).toBe("x.brand-new");
    expect(desk.value(WORK, row, "Status")).not.toBe("");
    expect(desk.history("X.brand-new")).toHaveLength(1);
    expect(desk.open.page.store.currentIndex()?.itemWithKey("x.brand-new")).toBeDefined();
  });

  test("a row without a name is marked until it has one", async () => {
    await desk.user.insertTableRows(WORK, 0);
    await desk.settled();
    expect(outcomes()).toEqual([]);
    await desk.type(0, "Title", "Something new");
    expect(outcomes()).toEqual(["marked"]);
    await desk.type(0, "Provisional name", "X.something");
    expect(desk.value(WORK, 0, "Key")).toBe("x.something");
    expect(desk.messages.filter((message) => message.outcome === "marked")).toEqual([]);
  });

  test("a column of one's own is nobody's business; a renamed one leaves the table unguarded until it is named again", async () => {
    await desk.user.addTableColumn(WORK, "My notes", 2);
    await desk.settled();
    expect(outcomes()).toEqual([]);
    await desk.type("X.1280", "Status", "Agreed");
    expect(desk.status("X.1280")).toBe("Determined");
    expect(outcomes()).toEqual(["put back"]);
    await desk.user.renameTableColumn(WORK, "Status", "State");
    await desk.settled();
    expect(
      desk
        .news()
        .map((message) => message.text)
        .join(),
    ).toContain("are not checked");
    expect(desk.open.page.guard.unguardedTables()).toMatchObject([{ table: WORK, missing: ["Status"] }]);
    await desk.user.renameTableColumn(WORK, "State", "Status");
    await desk.settled();
    expect(
      desk
        .news()
        .map((message) => message.text)
        .join(),
    ).toContain("checked again");
    await desk.type("X.1280", "Status", "Agreed");
    expect(desk.status("X.1280")).toBe("Determined");
    await desk.user.removeTableColumn(WORK, "My notes");
    await desk.settled();
    expect(outcomes()).toEqual(["put back"]);
  });
});

describe("sheets", () => {
  test("a renamed sheet is guarded as before, and messages speak of it by its name", async () => {
    await desk.user.renameSheet("Work programme", "Programme de travail");
    await desk.settled();
    await desk.type("X.1095", "Status", "Agreed");
    expect(desk.status("X.1095")).toBe("Consented");
    expect(desk.news()).toMatchObject([{ cell: { sheet: "Programme de travail" } }]);
    await desk.user.renameSheet("Programme de travail", "Work programme");
    await desk.settled();
  });

  test("a deleted annex is spoken of, and the others are guarded on", async () => {
    await desk.user.deleteSheet("2023-09 Annex D");
    await desk.settled();
    expect(
      desk
        .news()
        .map((message) => message.text)
        .join(),
    ).toContain("the table Annex_2023_09_D is missing");
    await desk.type("X.1095", "Status", "Agreed");
    expect(desk.status("X.1095")).toBe("Consented");
  });
});

describe("the record", () => {
  test("an edit that is taken costs no more round trips than one that is refused, however many sheets follow", async () => {
    const address = desk.at(WORK, "X.sc-iot", "Status");
    desk.open.local.excel.traffic.reset();
    await desk.user.type(address, "Determined");
    await desk.settled();
    expect(desk.open.local.excel.traffic.requests).toBe(1);
    expect(desk.status("X.sc-iot")).toBe("Determined");
  });

  test("History is put back, but for notes", async () => {
    const row = desk.rowOf("History", "X.1221");
    const to = desk.value("History", row, "To");
    await desk.type(row, "To", "Approved", "History");
    expect(desk.value("History", row, "To")).toBe(to);
    expect(outcomes()).toEqual(["put back"]);
    await desk.type(row, "Reason or note", "see the report", "History");
    expect(desk.value("History", row, "Reason or note")).toBe("see the report");
  });

  test("the old status typed again takes the event back", async () => {
    const before = desk.rows("History").length;
    await desk.type("X.th5", "Status", "Determined");
    expect(desk.rows("History")).toHaveLength(before + 1);
    await desk.type("X.th5", "Status", "Under study");
    expect(desk.rows("History")).toHaveLength(before);
    expect(desk.open.page.store.currentIndex()?.itemsNamed("X.th5")[0]?.status).toBe("Under study");
    expectAnnexesToFollow();
  });

  test("an override is taken and logged with its reason", async () => {
    await desk.type("X.1220", "Status", "Agreed");
    const [message] = desk.news();
    await desk.open.page.guard.override(message?.id ?? "", "Decided by correspondence");
    await desk.settled();
    expect(desk.status("X.1220")).toBe("Agreed");
    expect(
      desk
        .history("X.1220")
        .map((row) => String(row["Reason or note"]))
        .join(),
    ).toContain("Decided by correspondence");
    expect(desk.news().map((each) => each.outcome)).toContain("overridden");
  });

  test("a step taken in the pane is judged and written like a typed one", async () => {
    const key = String(desk.value(WORK, "X.th6", "Key"));
    await desk.open.page.guard.takeStep(key, "Determined");
    await desk.settled();
    expect(desk.status("X.th6")).toBe("Determined");
    await desk.open.page.guard.takeStep(key, "Consented");
    await desk.settled();
    expect(desk.status("X.th6")).toBe("Determined");
    expect(outcomes()).toEqual(expect.arrayContaining(["noted", "refused"]));
  });

  test("History names who said their name, for what they typed and asked for and for nothing else", async () => {
    const { guard } = desk.open.page;
    guard.setWho("  Aïcha\tBenali ");
    await desk.type("X.dsms", "Status", "Determined");
    await guard.takeStep(String(desk.value(WORK, "X.eaasd", "Key")), "Determined");
    await desk.settled();
    await desk.coauthor.type(desk.at(WORK, "X.fdip", "Status"), "Determined");
    await desk.settled();
    await guard.sweep();
    await desk.settled();
    guard.setWho(" ");
    await desk.type("X.fdip", "Timing", "2025-Q1");
    const who = (item: string) => desk.history(item).at(-1)?.["Who"];
    expect([who("X.dsms"), who("X.eaasd")]).toEqual(["Aïcha Benali", "Aïcha Benali"]);
    expect(desk.history("X.fdip").map((row) => [row["To"], row["Who"]])).toContainEqual(["Determined", ""]);
    expect(who("X.fdip")).toBe("");
  });

  test("in advise mode the edit stands, marked and explained by History", async () => {
    await desk.open.page.workbook.writeSettings({ mode: "advise" });
    await desk.type("X.1145", "Status", "Agreed");
    expect(desk.status("X.1145")).toBe("Agreed");
    expect(outcomes()).toEqual(["marked"]);
    expect(desk.history("X.1145").at(-1)).toMatchObject({ To: "Agreed" });
    await desk.open.page.workbook.writeSettings({ mode: "enforce" });
    expectAnnexesToFollow();
  });

  test("a cell that keeps being written into is left alone after three times", async () => {
    for (let time = 0; time < 4; time++) await desk.type("Y.3514", "Status", "Agreed");
    expect(outcomes()).toEqual(["put back", "put back", "put back", "marked"]);
    expect(desk.status("Y.3514")).toBe("Agreed");
    await desk.type("Y.3514", "Status", "Consented");
    expect(desk.status("Y.3514")).toBe("Consented");
    expect(desk.messages.filter((message) => message.outcome === "marked" && message.item === "Y.3514")).toEqual([]);
  });
});
