/** Every kind of edit has a defined outcome. One workbook for all: each test leaves items of its own. */
import { GuardHarness } from "./guard-harness";

const WORK = "WorkProgramme";
let harness: GuardHarness;
beforeAll(async () => {
  harness = await GuardHarness.withSeeds();
});
afterAll(() => {
  harness.close();
});
beforeEach(() => {
  harness.news();
});

/** The expected state of the workbook after the messages of a test: nothing else may have changed. */
function outcomes(): string[] {
  return harness.news().map((message) => message.outcome);
}

/** The tables agree: every annex row shows its item's status. */
function expectAnnexesToFollow(): void {
  const headers = harness.headers(WORK);
  const status = new Map(
    harness.rows(WORK).map((row) => [row[headers.indexOf("Key")], row[headers.indexOf("Status")]]),
  );
  for (const { name } of harness.open.local.tables()) {
    const own = harness.headers(name);
    if (!name.startsWith("Annex_") || !own.includes("Printed row")) continue;
    for (const row of harness.rows(name)) {
      const key = row[own.indexOf("Key")];
      if (status.has(key ?? ""))
        expect([name, key, row[own.indexOf("Status")]]).toEqual([name, key, status.get(key ?? "")]);
    }
  }
}

describe("typing and choosing", () => {
  test("a Question of which Excel made a date is set right and stays a text, whatever the format of its cell", async () => {
    const cell = harness.at(WORK, "X.sr-ai", "Question");
    await harness.open.local.user.format(cell, "General");
    // 17 February 2026 and 1 February 2017: what 2/17 becomes where months or days come first.
    for (const serial of [46070, 42767]) {
      await harness.type("X.sr-ai", "Question", serial);
      expect(harness.value(WORK, "X.sr-ai", "Question")).toBe("2/17");
      await harness.settled();
      expect(outcomes()).toEqual(["accepted with a warning"]);
    }
  });

  test("a forbidden status is put back and explained; a permitted one stays, and everything follows", async () => {
    expect(harness.news()).toEqual([]);
    expect(harness.status("X.590")).toBe("Consented");
    await harness.type("X.590", "Status", "Agreed");
    expect(harness.status("X.590")).toBe("Consented");
    const [refused, ...others] = harness.news();
    expect(others).toEqual([]);
    expect(refused).toMatchObject({
      outcome: "reverted",
      item: "X.590",
      tried: "Status: Consented to Agreed",
      canOverride: true,
      cell: { sheet: "Work programme" },
    });
    expect(refused?.text).toContain("X.590 cannot be Agreed");
    expect(refused?.clause).not.toBe("");
    expect(refused?.possible.length).toBeGreaterThan(0);

    const before = harness.rows("History").length;
    expect(harness.status("X.sr-ai")).toBe("Under study");
    await harness.type("X.sr-ai", "Status", "Determined");
    expect(harness.status("X.sr-ai")).toBe("Determined");
    expect(harness.value("WorkProgramme", "X.sr-ai", "Since")).toBe(45352);
    expect(harness.rows("History")).toHaveLength(before + 1);
    expect(harness.history("X.sr-ai").at(-1)).toMatchObject({
      Event: "Determined",
      From: "Under study",
      To: "Determined",
      Meeting: "2024-03",
    });
    expect(harness.open.page.store.currentIndex()?.itemsNamed("X.sr-ai")[0]?.status).toBe("Determined");
    expect(harness.news().filter((message) => message.outcome === "reverted")).toEqual([]);
  });

  test("a status chosen from the drop-down is judged like a typed one", async () => {
    await harness.user.choose(harness.at(WORK, "X.1236", "Status"), "Agreed");
    await harness.settled();
    expect(harness.status("X.1236")).toBe("Consented");
    expect(outcomes()).toEqual(["reverted"]);
  });

  test("a status in another case, with spaces, is written as it is spelt", async () => {
    await harness.type("X.th2", "Status", " determined");
    expect(harness.status("X.th2")).toBe("Determined");
    expectAnnexesToFollow();
  });

  test("what is no status is put back", async () => {
    await harness.type("X.th3", "Status", "Finished");
    expect(harness.status("X.th3")).toBe("Under study");
    expect(outcomes()).toEqual(["reverted"]);
  });

  test("a status typed into an annex is the item's status", async () => {
    await harness.type("X.evtol-sec", "Status", "Determined", harness.annexOf("X.evtol-sec"));
    expect(harness.status("X.evtol-sec")).toBe("Determined");
    await harness.type("X.1353", "Status", "Agreed", "Annex_2023_09_A");
    expectAnnexesToFollow();
  });

  test("an annex and the work programme edited at once agree afterwards, with a word about what gave way", async () => {
    const first = harness.user.type(harness.at(WORK, "X.gpwd", "Status"), "Determined");
    const second = harness.user.type(harness.at(harness.annexOf("X.gpwd"), "X.gpwd", "Status"), "Agreed");
    await Promise.all([first, second]);
    await harness.settled();
    expect(harness.status("X.gpwd")).toBe("Determined");
    expect(outcomes()).toContain("reverted");
    expectAnnexesToFollow();
  });

  test("other fields of an annex are kept in that sheet, with a message", async () => {
    await harness.type("X.1353", "Title", "Another title", "Annex_2023_09_A");
    expect(harness.value("Annex_2023_09_A", "X.1353", "Title")).toBe("Another title");
    expect(outcomes()).toEqual(["noted"]);
  });

  test("a step chosen by mistake is reverted by clearing it, and removed from History", async () => {
    const before = harness.history("X.1150").length;
    expect(harness.value(WORK, "X.1150", "Step")).toBe("");
    await harness.type("X.1150", "Step", "Announced");
    expect(harness.history("X.1150")).toHaveLength(before + 1);
    harness.news();
    await harness.type("X.1150", "Step", "");
    expect(harness.value(WORK, "X.1150", "Step")).toBe("");
    expect(harness.status("X.1150")).toBe("Determined");
    expect(harness.history("X.1150")).toHaveLength(before);
    expect(outcomes()).toEqual(["noted"]);
  });

  test("a permitted field joins History; a malformed one is put back", async () => {
    await harness.type("X.th4", "Timing", "2024-Q4");
    expect(harness.value(WORK, "X.th4", "Timing")).toBe("2024-Q4");
    expect(harness.history("X.th4").at(-1)).toMatchObject({ Event: "Changed" });
    await harness.type("X.th4", "Timing", "soon");
    expect(harness.value(WORK, "X.th4", "Timing")).toBe("2024-Q4");
    expect(outcomes()).toEqual(["reverted"]);
  });

  test("the process is frozen after determination", async () => {
    await harness.type("X.1221", "Process", "AAP");
    expect(harness.value(WORK, "X.1221", "Process")).toBe("TAP");
    expect(outcomes()).toEqual(["reverted"]);
  });

  test("a formatted cell is no edit", async () => {
    await harness.user.fill(harness.at(WORK, "X.1221", "Status"), "#ffff00");
    await harness.settled();
    expect(outcomes()).toEqual([]);
  });
});

describe("blocks", () => {
  test("of a pasted block over several columns the allowed cells are accepted", async () => {
    await harness.pasteRow("X.1281", { Status: "Consented", Timing: "2024-Q3" });
    expect(harness.status("X.1281")).toBe("Determined");
    expect(harness.value(WORK, "X.1281", "Timing")).toBe("2024-Q3");
    expect(outcomes()).toEqual(["reverted"]);
  });

  test("fill down reports one message for all rows", async () => {
    const rows = harness.rows(WORK);
    const headers = harness.headers(WORK);
    const column = headers.indexOf("Status");
    const first = harness.rowOf(WORK, "X.iotsec-2");
    const before = rows.slice(first, first + 6).map((row) => row[column]);
    expect(before).toEqual(before.map(() => "Under study"));
    await harness.type("X.iotsec-2", "Status", "Approved");
    expect(outcomes()).toEqual(["reverted"]);
    // As if the first row had been let through: what is filled is what is refused.
    await harness.user.paste(
      harness.at(WORK, first, "Status"),
      before.map(() => ["Approved"]),
    );
    await harness.settled();
    expect(
      harness
        .rows(WORK)
        .slice(first, first + 6)
        .map((row) => row[column]),
    ).toEqual(before);
    const [message, ...more] = harness.news();
    expect(more).toEqual([]);
    expect(message?.count).toBe(6);
  });

  test("fill down over allowed rows accepts them all in one pass", async () => {
    const first = harness.rowOf(WORK, "X.srgsdcs");
    await harness.user.fillDown(harness.at(WORK, first, "Question", 2));
    await harness.settled();
    expect(harness.value(WORK, first + 1, "Question")).toBe(harness.value(WORK, first, "Question"));
  });

  test("cleared cells: a status is restored, a remark is removed", async () => {
    await harness.type("X.1282", "Remarks", "to be looked at");
    await harness.user.clear(harness.at(WORK, "X.1282", "Status"));
    await harness.user.clear(harness.at(WORK, "X.1282", "Remarks"));
    await harness.settled();
    expect(harness.status("X.1282")).toBe("Consented");
    expect(harness.value(WORK, "X.1282", "Remarks")).toBe("");
  });

  test("a cleared row and a row put over another come back whole", async () => {
    const row = harness.rowOf(WORK, "X.1222");
    const before = harness.rows(WORK);
    const width = harness.headers(WORK).length;
    await harness.user.clear(harness.at(WORK, row, "Item", 1, width));
    await harness.settled();
    expect(harness.rows(WORK)).toEqual(before);
    await harness.user.cut(harness.at(WORK, row, "Item", 1, width), harness.at(WORK, row + 3, "Item"));
    await harness.settled();
    expect(harness.rows(WORK)).toEqual(before);
    expect(new Set(outcomes())).toEqual(new Set(["reverted"]));
  });

  test("a status cut from one row and put into another is judged in both", async () => {
    const row = harness.rowOf(WORK, "X.1818");
    await harness.user.cut(harness.at(WORK, row, "Status"), harness.at(WORK, "X.510rev", "Status"));
    await harness.settled();
    expect(harness.status("X.1818")).toBe("Determined");
    expectAnnexesToFollow();
  });

  test("the Key is put back", async () => {
    const key = harness.value(WORK, "X.1150", "Key");
    await harness.type("X.1150", "Key", "another");
    expect(harness.value(WORK, "X.1150", "Key")).toBe(key);
    expect(outcomes()).toEqual(["reverted"]);
  });
});

describe("rows and columns", () => {
  test("sorting and moving rows is no edit, and edits afterwards meet the right item", async () => {
    const before = new Set(harness.rows(WORK).map((row) => JSON.stringify(row)));
    await harness.user.sort(WORK, "Question");
    await harness.settled();
    const row = harness.rowOf(WORK, "X.1213");
    const { area } = harness.table(WORK);
    const sheetRow = area.startRow + 2 + row;
    await harness.user.moveRows(`'Work programme'!A${String(sheetRow)}:A${String(sheetRow)}`, area.startRow + 4);
    await harness.settled();
    expect(new Set(harness.rows(WORK).map((each) => JSON.stringify(each)))).toEqual(before);
    expect(outcomes()).toEqual([]);
    await harness.type("X.1213", "Status", "Agreed");
    expect(harness.status("X.1213")).toBe("Determined");
    expect(harness.news()).toMatchObject([{ item: "X.1213", outcome: "reverted" }]);
  });

  test("an edit of a hidden or filtered row is judged", async () => {
    await harness.user.filter(WORK, "Status", ["Approved"]);
    await harness.settled();
    await harness.type("X.1248", "Status", "Agreed");
    expect(harness.status("X.1248")).toBe("Determined");
    await harness.user.clearFilter(WORK);
    await harness.settled();
    expect(outcomes()).toEqual(["reverted"]);
  });

  test("a deleted row can be had back", async () => {
    const row = harness.rowOf(WORK, "X.1541");
    const values = harness.rows(WORK)[row];
    await harness.user.deleteTableRows(WORK, row);
    await harness.settled();
    expect(() => harness.rowOf(WORK, "X.1541")).toThrow("no X.1541");
    const [message] = harness.news();
    expect(message).toMatchObject({ outcome: "noted", item: "X.1541", canRestore: true });
    expect(await harness.open.page.guard.restoreRow(message?.id ?? "")).toBe(true);
    await harness.settled();
    expect(harness.rows(WORK)[harness.rowOf(WORK, "X.1541")]).toEqual(values);
    expect(harness.open.page.store.currentIndex()?.itemsNamed("X.1541")).toHaveLength(1);
    await harness.type("X.1541", "Status", "Agreed");
    expect(harness.status("X.1541")).toBe("Determined");
  });

  test("a row typed below the table becomes a work item", async () => {
    const { area } = harness.table(WORK);
    const last = harness.at(WORK, area.endRow - area.startRow - 1, "Provisional name");
    const below = last.replace(/\d+$/, (row) => String(Number(row) + 1));
    await harness.user.type(below, "X.brand-new");
    await harness.settled();
    if (harness.table(WORK).area.endRow === area.endRow) {
      // This Excel does not stretch tables by itself: a row put into the table is the same.
      await harness.user.clear(below);
      await harness.user.insertTableRows(WORK, 3);
      await harness.settled();
      await harness.user.type(harness.at(WORK, 3, "Provisional name"), "X.brand-new");
      await harness.settled();
    }
    const row = harness.rowOf(WORK, "X.brand-new");
    expect(harness.value(WORK, row, "Key")).toBe("x.brand-new");
    expect(harness.value(WORK, row, "Status")).not.toBe("");
    expect(harness.history("X.brand-new")).toHaveLength(1);
    expect(harness.open.page.store.currentIndex()?.itemWithKey("x.brand-new")).toBeDefined();
  });

  test("a row without a name is marked until it has one", async () => {
    await harness.user.insertTableRows(WORK, 0);
    await harness.settled();
    expect(outcomes()).toEqual([]);
    await harness.type(0, "Title", "Something new");
    expect(outcomes()).toEqual(["marked"]);
    await harness.type(0, "Provisional name", "X.something");
    expect(harness.value(WORK, 0, "Key")).toBe("x.something");
    expect(harness.messages.filter((message) => message.outcome === "marked")).toEqual([]);
  });

  test("a column of the user's own is ignored; a renamed one leaves the table unguarded until it is named again", async () => {
    await harness.user.addTableColumn(WORK, "My notes", 2);
    await harness.settled();
    expect(outcomes()).toEqual([]);
    await harness.type("X.1280", "Status", "Agreed");
    expect(harness.status("X.1280")).toBe("Determined");
    expect(outcomes()).toEqual(["reverted"]);
    await harness.user.renameTableColumn(WORK, "Status", "State");
    await harness.settled();
    expect(
      harness
        .news()
        .map((message) => message.text)
        .join(),
    ).toContain("are not checked");
    expect(harness.open.page.guard.unguardedTables()).toMatchObject([{ table: WORK, missing: ["Status"] }]);
    await harness.user.renameTableColumn(WORK, "State", "Status");
    await harness.settled();
    expect(
      harness
        .news()
        .map((message) => message.text)
        .join(),
    ).toContain("checked again");
    await harness.type("X.1280", "Status", "Agreed");
    expect(harness.status("X.1280")).toBe("Determined");
    await harness.user.removeTableColumn(WORK, "My notes");
    await harness.settled();
    expect(outcomes()).toEqual(["reverted"]);
  });
});

describe("sheets", () => {
  test("a renamed sheet is guarded as before, and messages use its new name", async () => {
    await harness.user.renameSheet("Work programme", "Programme de travail");
    await harness.settled();
    await harness.type("X.1095", "Status", "Agreed");
    expect(harness.status("X.1095")).toBe("Consented");
    expect(harness.news()).toMatchObject([{ cell: { sheet: "Programme de travail" } }]);
    await harness.user.renameSheet("Programme de travail", "Work programme");
    await harness.settled();
  });

  test("a deleted annex is spoken of, and the others are guarded on", async () => {
    await harness.user.deleteSheet("2023-09 Annex D");
    await harness.settled();
    expect(
      harness
        .news()
        .map((message) => message.text)
        .join(),
    ).toContain("the table Annex_2023_09_D is missing");
    await harness.type("X.1095", "Status", "Agreed");
    expect(harness.status("X.1095")).toBe("Consented");
  });
});

describe("the record", () => {
  test("an accepted edit makes no more requests than a refused one, however many sheets are updated", async () => {
    const address = harness.at(WORK, "X.sc-iot", "Status");
    harness.open.local.excel.traffic.reset();
    await harness.user.type(address, "Determined");
    await harness.settled();
    expect(harness.open.local.excel.traffic.requests).toBe(1);
    expect(harness.status("X.sc-iot")).toBe("Determined");
  });

  test("History is put back, but for notes", async () => {
    const row = harness.rowOf("History", "X.1221");
    const to = harness.value("History", row, "To");
    await harness.type(row, "To", "Approved", "History");
    expect(harness.value("History", row, "To")).toBe(to);
    expect(outcomes()).toEqual(["reverted"]);
    await harness.type(row, "Reason or note", "see the report", "History");
    expect(harness.value("History", row, "Reason or note")).toBe("see the report");
  });

  test("the old status typed again reverts the event", async () => {
    const before = harness.rows("History").length;
    await harness.type("X.th5", "Status", "Determined");
    expect(harness.rows("History")).toHaveLength(before + 1);
    await harness.type("X.th5", "Status", "Under study");
    expect(harness.rows("History")).toHaveLength(before);
    expect(harness.open.page.store.currentIndex()?.itemsNamed("X.th5")[0]?.status).toBe("Under study");
    expectAnnexesToFollow();
  });

  test("an override is accepted and recorded with its reason", async () => {
    await harness.type("X.1220", "Status", "Agreed");
    const [message] = harness.news();
    await harness.open.page.guard.override(message?.id ?? "", "Decided by correspondence");
    await harness.settled();
    expect(harness.status("X.1220")).toBe("Agreed");
    expect(
      harness
        .history("X.1220")
        .map((row) => String(row["Reason or note"]))
        .join(),
    ).toContain("Decided by correspondence");
    expect(harness.news().map((each) => each.outcome)).toContain("overridden");
  });

  test("a step requested in the pane is evaluated and written like a typed one", async () => {
    const key = String(harness.value(WORK, "X.th6", "Key"));
    await harness.open.page.guard.requestStep(key, "Determined");
    await harness.settled();
    expect(harness.status("X.th6")).toBe("Determined");
    await harness.open.page.guard.requestStep(key, "Consented");
    await harness.settled();
    expect(harness.status("X.th6")).toBe("Determined");
    expect(outcomes()).toEqual(expect.arrayContaining(["noted", "refused"]));
  });

  test("History names users who gave their name, for what they typed and requested only", async () => {
    const { guard } = harness.open.page;
    guard.setUserName("  Aïcha\tBenali ");
    await harness.type("X.dsms", "Status", "Determined");
    await guard.requestStep(String(harness.value(WORK, "X.eaasd", "Key")), "Determined");
    await harness.settled();
    await harness.coauthor.type(harness.at(WORK, "X.fdip", "Status"), "Determined");
    await harness.settled();
    await guard.auditWorkbook();
    await harness.settled();
    guard.setUserName(" ");
    await harness.type("X.fdip", "Timing", "2025-Q1");
    const who = (item: string) => harness.history(item).at(-1)?.["Who"];
    expect([who("X.dsms"), who("X.eaasd")]).toEqual(["Aïcha Benali", "Aïcha Benali"]);
    expect(harness.history("X.fdip").map((row) => [row["To"], row["Who"]])).toContainEqual(["Determined", ""]);
    expect(who("X.fdip")).toBe("");
  });

  test("in advise mode the edit is kept, marked and recorded in History", async () => {
    await harness.open.page.workbook.writeSettings({ mode: "advise" });
    await harness.type("X.1145", "Status", "Agreed");
    expect(harness.status("X.1145")).toBe("Agreed");
    expect(outcomes()).toEqual(["marked"]);
    expect(harness.history("X.1145").at(-1)).toMatchObject({ To: "Agreed" });
    await harness.open.page.workbook.writeSettings({ mode: "enforce" });
    expectAnnexesToFollow();
  });

  test("a cell that is written repeatedly is no longer reverted after three times", async () => {
    for (let time = 0; time < 4; time++) await harness.type("X.tfcas", "Status", "Agreed");
    expect(outcomes()).toEqual(["reverted", "reverted", "reverted", "marked"]);
    expect(harness.status("X.tfcas")).toBe("Agreed");
    await harness.type("X.tfcas", "Status", "Consented");
    expect(harness.status("X.tfcas")).toBe("Consented");
    expect(harness.messages.filter((message) => message.outcome === "marked" && message.item === "X.tfcas")).toEqual(
      [],
    );
  });
});
