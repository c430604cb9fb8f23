import { wordMessage } from "../../../src/i18n/guard";
import { diffRows } from "../../../src/domain/edit-review/diff";
import { reviewEdits } from "../../../src/domain/edit-review/review-edits";
import { audit } from "../../../src/domain/edit-review/audit";
import { WorkbookModel, ITEMS, item } from "./workbook-model";

const STATUS = "Status";

/** Every snapshot equals its table. */
function expectShadowsToAgree(model: WorkbookModel): void {
  for (const [name, { guarded }] of Object.entries(model.tables)) {
    const rows = [...guarded.snapshot.all()].map((row) => [...row.values]);
    expect({ name, rows }).toEqual({ name, rows: model.rows[name as "History"] });
  }
}

describe("typing a status", () => {
  it("reverts a forbidden status and reports the reason, the clause and the possible statuses", () => {
    const model = new WorkbookModel();
    const { messages, writes, events } = model.type("WorkProgramme", 1, STATUS, "Agreed");
    expect(model.cell("WorkProgramme", 1, STATUS)).toBe("Consented");
    expect(writes.map(({ purpose }) => purpose)).toEqual(["revert", "identity"]);
    expect(events).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      outcome: "reverted",
      item: "X.590",
      tried: [{ column: "Status", from: "Consented", to: "Agreed" }],
    });
    expect(messages[0]?.findings.flatMap(({ clauses }) => clauses)).not.toEqual([]);
    expect(messages[0]?.overrides).toHaveLength(1);
    expectShadowsToAgree(model);
  });

  it("accepts an allowed status and updates Since, History and the annex", () => {
    const model = new WorkbookModel();
    const { messages, events } = model.type("WorkProgramme", 3, STATUS, "Determined");
    expect(messages.filter((each) => each.outcome === "reverted")).toEqual([]);
    expect(model.cell("WorkProgramme", 3, STATUS)).toBe("Determined");
    expect(model.cell("WorkProgramme", 3, "Since")).toBe(45352);
    expect(model.cell("Annex_2023_09_A", 3, STATUS)).toBe("Determined");
    expect(events).toMatchObject([
      { kind: "Determined", from: "Under study", to: "Determined", date: "2024-03-01", meeting: "2024-03" },
    ]);
    expect(model.rows.History).toHaveLength(ITEMS.length + 1);
    expectShadowsToAgree(model);
  });

  it("writes a status typed in another case as it is spelt", () => {
    const model = new WorkbookModel();
    model.type("WorkProgramme", 3, STATUS, "determined ");
    expect(model.cell("WorkProgramme", 3, STATUS)).toBe("Determined");
    expect(model.items.get(ITEMS[3]?.key ?? "")?.status).toBe("Determined");
  });

  it("puts back what is no status, and a cleared cell", () => {
    const model = new WorkbookModel();
    for (const nonsense of ["Finished", ""]) {
      const { messages } = model.type("WorkProgramme", 1, STATUS, nonsense);
      expect(model.cell("WorkProgramme", 1, STATUS)).toBe("Consented");
      expect(messages[0]?.outcome).toBe("reverted");
    }
    expectShadowsToAgree(model);
  });

  it("judges a status typed into an annex like one typed into the work programme", () => {
    const model = new WorkbookModel();
    model.type("Annex_2023_09_A", 3, STATUS, "Determined");
    expect(model.cell("WorkProgramme", 3, STATUS)).toBe("Determined");
    const refused = model.type("Annex_2023_09_A", 1, STATUS, "Agreed");
    expect(model.cell("Annex_2023_09_A", 1, STATUS)).toBe("Consented");
    expect(refused.messages[0]?.outcome).toBe("reverted");
    expectShadowsToAgree(model);
  });

  it("reverts a mistake when the old status is typed again at the same meeting", () => {
    const model = new WorkbookModel();
    model.type("WorkProgramme", 3, STATUS, "Determined");
    const { revertedEvents, events, messages } = model.type("WorkProgramme", 3, STATUS, "Under study");
    expect(revertedEvents).toHaveLength(1);
    expect(events).toEqual([]);
    expect(messages[0]?.outcome).toBe("noted");
    expect(model.rows.History).toHaveLength(ITEMS.length);
    expect(model.cell("WorkProgramme", 3, "Since")).toBe(45177);
    expect(model.cell("Annex_2023_09_A", 3, STATUS)).toBe("Under study");
    expectShadowsToAgree(model);
  });
});

describe("pastes", () => {
  it("reports one message per cause, however many cells", () => {
    const items = Array.from({ length: 5000 }, (_, at) => item(null, `X.sec-${String(at)}`, "Under study", "TAP"));
    const model = new WorkbookModel(items);
    const { messages, writes } = model.paste(
      "WorkProgramme",
      0,
      [STATUS],
      items.map(() => ["Approved"]),
    );
    expect(messages).toHaveLength(1);
    expect(messages[0]?.count).toBe(5000);
    expect(messages.map((message) => wordMessage(message).text).join()).toMatch(/and \d+ more/);
    expect(writes.filter(({ purpose }) => purpose === "revert")).toHaveLength(5000);
    expect(new Set(model.rows.WorkProgramme.map((row) => row[model.column("WorkProgramme", STATUS)]))).toEqual(
      new Set(["Under study"]),
    );
  });

  it("accepts the allowed cells of a block and reverts the others", () => {
    const model = new WorkbookModel();
    const { messages } = model.paste(
      "WorkProgramme",
      1,
      [STATUS, "Remarks"],
      [
        ["Agreed", "see TD12"],
        ["Approved", "printed"],
      ],
    );
    expect(model.cell("WorkProgramme", 1, STATUS)).toBe("Consented");
    expect(model.cell("WorkProgramme", 1, "Remarks")).toBe("see TD12");
    expect(model.cell("WorkProgramme", 2, "Remarks")).toBe("printed");
    expect(messages.filter((each) => each.outcome === "reverted")).toHaveLength(1);
    expectShadowsToAgree(model);
  });

  it("puts a row back whose Key was written over, and the Key alone", () => {
    const model = new WorkbookModel();
    const before = model.rows.WorkProgramme.map((row) => [...row]);
    model.type("WorkProgramme", 2, "Key", "something else");
    expect(model.rows.WorkProgramme).toEqual(before);
    const other = [...(before[0] ?? [])];
    const { messages } = model.paste("WorkProgramme", 2, model.tables.WorkProgramme.guarded.snapshot.headers.slice(), [
      other,
    ]);
    expect(model.rows.WorkProgramme).toEqual(before);
    expect(messages).toHaveLength(1);
    model.paste("WorkProgramme", 2, model.tables.WorkProgramme.guarded.snapshot.headers.slice(), [other.map(() => "")]);
    expect(model.rows.WorkProgramme).toEqual(before);
    expectShadowsToAgree(model);
  });
});

describe("rows", () => {
  it("accepts sorted and moved rows without a message", () => {
    const model = new WorkbookModel();
    const { messages, writes } = model.rearrange("WorkProgramme", (rows) => rows.reverse());
    expect(messages).toEqual([]);
    expect(writes).toEqual([]);
    expectShadowsToAgree(model);
    model.type("WorkProgramme", 4, STATUS, "Agreed");
    expect(model.cell("WorkProgramme", 4, STATUS)).toBe("Consented");
  });

  it("accepts the deletion of a row, and recognises the row when it is restored", () => {
    const model = new WorkbookModel();
    const [row] = model.rows.WorkProgramme.slice(1, 2);
    const { messages } = model.rearrange("WorkProgramme", (rows) => rows.filter((_, at) => at !== 1));
    expect(messages).toMatchObject([{ outcome: "noted", item: "X.590" }]);
    expect(messages[0]?.deleted).toHaveLength(1);
    expect(model.items.has("x.590")).toBe(false);
    const back = model.rearrange("WorkProgramme", (rows) => [...rows, [...(row ?? [])]]);
    expect(back.messages).toMatchObject([{ outcome: "restored" }]);
    expect(model.items.get("x.590")?.status).toBe("Consented");
    expectShadowsToAgree(model);
  });

  it("makes a row typed below the table a work item", () => {
    const model = new WorkbookModel();
    const { events, messages } = model.type("WorkProgramme", ITEMS.length, "Provisional name", "X.newsec");
    expect(messages.filter((each) => each.outcome === "reverted")).toEqual([]);
    expect(events).toMatchObject([{ kind: "New work item", to: "Under study" }]);
    expect(model.cell("WorkProgramme", ITEMS.length, "Key")).toBe("x.newsec");
    expect(model.cell("WorkProgramme", ITEMS.length, STATUS)).toBe("Under study");
    expectShadowsToAgree(model);
    // Filling in the other fields is part of entering it, and no event of its own.
    const titled = model.type("WorkProgramme", ITEMS.length, "Title", "Security of new things");
    expect(titled.events).toEqual([]);
    expect(model.items.get("x.newsec")?.title).toBe("Security of new things");
  });

  it("marks a row without a name until it has one", () => {
    const model = new WorkbookModel();
    const { messages } = model.type("WorkProgramme", ITEMS.length, "Title", "Security of new things");
    expect(messages).toMatchObject([{ outcome: "marked" }]);
    expect(model.cell("WorkProgramme", ITEMS.length, "Key")).toBe("");
    model.type("WorkProgramme", ITEMS.length, "Provisional name", "X.newsec");
    expect(model.cell("WorkProgramme", ITEMS.length, "Key")).toBe("x.newsec");
    expect(model.items.get("x.newsec")?.title).toBe("Security of new things");
    expect(model.state.marks.size).toBe(0);
    expectShadowsToAgree(model);
  });

  it("does not accept a copied row as a second item of the same name", () => {
    const model = new WorkbookModel();
    const [row] = model.rows.WorkProgramme;
    const { messages } = model.rearrange("WorkProgramme", (rows) => [...rows, [...(row ?? [])]]);
    expect(model.cell("WorkProgramme", ITEMS.length, "Key")).toBe("");
    expect(messages).toMatchObject([{ outcome: "marked" }]);
    expect(model.cell("WorkProgramme", ITEMS.length, "Title")).toBe(model.cell("WorkProgramme", 0, "Title"));
    expectShadowsToAgree(model);
  });
});

describe("the record", () => {
  it("puts back what is typed into History, except a note", () => {
    const model = new WorkbookModel();
    model.type("History", 0, "To", "Approved");
    expect(model.cell("History", 0, "To")).toBe("Determined");
    model.type("History", 0, "Reason or note", "as agreed in TD12");
    expect(model.cell("History", 0, "Reason or note")).toBe("as agreed in TD12");
    expectShadowsToAgree(model);
  });

  it("restores an item when the row of its last event is undone, and changes it again when it is redone", () => {
    const model = new WorkbookModel();
    model.type("WorkProgramme", 3, STATUS, "Determined");
    const row = [...(model.rows.History.at(-1) ?? [])];
    model.rearrange("History", (rows) => rows.slice(0, -1));
    expect(model.cell("WorkProgramme", 3, STATUS)).toBe("Under study");
    model.rearrange("History", (rows) => [...rows, row]);
    expect(model.cell("WorkProgramme", 3, STATUS)).toBe("Determined");
    expect(model.cell("Annex_2023_09_A", 3, STATUS)).toBe("Determined");
    expectShadowsToAgree(model);
  });

  it("offers to restore a deleted row of a document's", () => {
    const model = new WorkbookModel();
    const { messages } = model.rearrange("History", (rows) => rows.slice(1));
    expect(messages[0]?.deleted).toHaveLength(1);
    expect(model.cell("WorkProgramme", 0, STATUS)).toBe("Determined");
  });
});

describe("overrides, advise mode and the circuit breaker", () => {
  it("accepts an override and records its reason in History", () => {
    const model = new WorkbookModel();
    const { messages } = model.type("WorkProgramme", 1, STATUS, "Agreed");
    const [redo] = messages[0]?.overrides ?? [];
    if (!redo) throw new Error("nothing to redo");
    const done = model.ask({ ...redo, reason: "Decided by correspondence" });
    expect(model.cell("WorkProgramme", 1, STATUS)).toBe("Agreed");
    expect(done.events.map((event) => event.reason).join()).toContain("Decided by correspondence");
    expect(done.messages.map((each) => each.outcome)).toContain("overridden");
    expectShadowsToAgree(model);
  });

  it("evaluates an overwritten value again, unless the cell was edited since", () => {
    const again = {
      key: ITEMS[3]?.key ?? "",
      changes: { status: "Determined" },
      reason: null,
      date: null,
      overtyped: true,
    } as const;
    const alone = new WorkbookModel();
    expect(reviewEdits(alone.context(), [], [again]).events).toMatchObject([{ to: "Determined" }]);
    const typed = new WorkbookModel();
    const { guarded } = typed.tables.WorkProgramme;
    const row = [...(typed.rows.WorkProgramme[3] ?? [])];
    row[typed.column("WorkProgramme", STATUS)] = "Discontinued";
    const differences = diffRows(guarded.snapshot, [{ position: 3, values: row }]);
    const { events } = reviewEdits(
      typed.context(),
      [{ table: guarded, differences, external: [], order: null }],
      [again],
    );
    expect(events.map(({ to }) => to)).toEqual(["Discontinued"]);
  });

  it("remembers a marked status when it reverts another cell of the item", () => {
    const model = new WorkbookModel();
    const key = ITEMS[0]?.key ?? "";
    model.mode = "advise";
    model.type("WorkProgramme", 0, STATUS, "soon");
    expect(model.state.unexplained.has(key)).toBe(true);
    model.mode = "enforce";
    model.type("Annex_2023_09_A", 0, STATUS, "sooner");
    expect(model.cell("Annex_2023_09_A", 0, STATUS)).toBe("Determined");
    expect([model.cell("WorkProgramme", 0, STATUS), model.state.unexplained.has(key)]).toEqual(["soon", true]);
    model.type("WorkProgramme", 0, STATUS, "later");
    expect([model.cell("WorkProgramme", 0, STATUS), model.state.unexplained.has(key)]).toEqual(["Determined", false]);
  });

  it("marks instead of putting back when it only advises, and History explains it", () => {
    const model = new WorkbookModel();
    model.mode = "advise";
    const { messages, marks } = model.type("WorkProgramme", 1, STATUS, "Agreed");
    expect(model.cell("WorkProgramme", 1, STATUS)).toBe("Agreed");
    expect(marks).toMatchObject([{ on: true }]);
    expect(messages).toMatchObject([{ outcome: "marked" }]);
    expect(model.events.at(-1)).toMatchObject({ to: "Agreed" });
    expectShadowsToAgree(model);
  });

  it("stops putting a cell back after three times within seconds", () => {
    const model = new WorkbookModel();
    for (let time = 0; time < 3; time++) {
      model.time = time * 500;
      model.type("WorkProgramme", 1, STATUS, "Agreed");
      expect(model.cell("WorkProgramme", 1, STATUS)).toBe("Consented");
    }
    const { messages } = model.type("WorkProgramme", 1, STATUS, "Agreed");
    expect(model.cell("WorkProgramme", 1, STATUS)).toBe("Agreed");
    expect(messages).toMatchObject([{ outcome: "marked" }]);
    expect(model.items.get("x.590")?.status).toBe("Consented");
    // A marked status is evaluated from the recorded one, and the mark is removed when the cell is correct again.
    model.time = 60_000;
    model.type("WorkProgramme", 1, STATUS, "Consented");
    expect(model.state.marks.size).toBe(0);
    expect(model.state.unexplained.size).toBe(0);
  });
});

describe("edits made while the add-in was not running", () => {
  it("records an allowed change in History, marks a forbidden one, and updates annexes", () => {
    const model = new WorkbookModel();
    const column = model.column("WorkProgramme", STATUS);
    const put = (row: number, status: string): void => {
      const line = model.rows.WorkProgramme[row];
      if (line) line[column] = status;
      model.tables.WorkProgramme.guarded.snapshot.set(ITEMS[row]?.key ?? "", column, status);
      const each = ITEMS[row];
      if (each) model.items.set(each.key, { ...each, status: status as "Determined" });
    };
    put(1, "Agreed");
    put(3, "Determined");
    const { messages, events } = model.audit();
    expect(events).toMatchObject([{ item: ITEMS[3]?.key, to: "Determined" }]);
    expect(model.cell("WorkProgramme", 1, STATUS)).toBe("Agreed");
    expect(model.cell("Annex_2023_09_A", 1, STATUS)).toBe("Consented");
    expect(model.cell("Annex_2023_09_A", 3, STATUS)).toBe("Determined");
    expect(messages.map((each) => each.outcome).sort()).toEqual(["marked", "noted"]);
  });

  it("evaluates edits between two audits by History, not by a status that was not evaluated", () => {
    const model = new WorkbookModel();
    const { guarded } = model.tables.WorkProgramme;
    const [, consented] = ITEMS;
    if (!consented) throw new Error("no such item");
    guarded.snapshot.set(consented.key, model.column("WorkProgramme", STATUS), "Agreed");
    const { plan: first, isUnstable } = audit(model.context(), new Map());
    expect([first.messages, isUnstable]).toEqual([[], true]);
    expect(first.unexplained.get(consented.key)).toMatchObject({ status: "Consented" });
  });

  it("never judges what a co-author wrote", () => {
    const model = new WorkbookModel();
    const { messages, writes } = model.remote("WorkProgramme", 1, STATUS, "Agreed");
    expect(messages).toEqual([]);
    expect(writes).toEqual([]);
    expectShadowsToAgree(model);
  });
});
