import { wordMessage } from "../../../src/i18n/guard";
import { diffRows } from "../../../src/domain/edit-review/diff";
import { plan } from "../../../src/domain/edit-review/review-edits";
import { sweep } from "../../../src/domain/edit-review/audit";
import type { WorkItem } from "../../../src/domain/model";
import { Book, ITEMS, item } from "./workbook-model";

const STATUS = "Status";

/** Every table's shadow is what the table holds. */
function expectShadowsToAgree(book: Book): void {
  for (const [name, { guarded }] of Object.entries(book.tables)) {
    const rows = [...guarded.shadow.all()].map((row) => [...row.values]);
    expect({ name, rows }).toEqual({ name, rows: book.rows[name as "History"] });
  }
}

describe("typing a status", () => {
  it("puts a forbidden status back and says why, with the clause and what is possible", () => {
    const book = new Book();
    const { messages, writes, events } = book.type("WorkProgramme", 1, STATUS, "Agreed");
    expect(book.cell("WorkProgramme", 1, STATUS)).toBe("Consented");
    expect(writes).toHaveLength(1);
    expect(events).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      outcome: "put back",
      item: "X.590",
      tried: [{ column: "Status", from: "Consented", to: "Agreed" }],
    });
    expect(messages[0]?.findings.flatMap(({ clauses }) => clauses)).not.toEqual([]);
    expect(messages[0]?.redo).toHaveLength(1);
    expectShadowsToAgree(book);
  });

  it("takes a permitted status: Since, History and the annex follow", () => {
    const book = new Book();
    const { messages, events } = book.type("WorkProgramme", 3, STATUS, "Determined");
    expect(messages.filter((each) => each.outcome === "put back")).toEqual([]);
    expect(book.cell("WorkProgramme", 3, STATUS)).toBe("Determined");
    expect(book.cell("WorkProgramme", 3, "Since")).toBe(45352);
    expect(book.cell("Annex_2023_09_A", 3, STATUS)).toBe("Determined");
    expect(events).toMatchObject([
      { kind: "Determined", from: "Under study", to: "Determined", date: "2024-03-01", meeting: "2024-03" },
    ]);
    expect(book.rows.History).toHaveLength(ITEMS.length + 1);
    expectShadowsToAgree(book);
  });

  it("writes a status typed in another case as it is spelt", () => {
    const book = new Book();
    book.type("WorkProgramme", 3, STATUS, "determined ");
    expect(book.cell("WorkProgramme", 3, STATUS)).toBe("Determined");
    expect(book.items.get(ITEMS[3]?.key ?? "")?.status).toBe("Determined");
  });

  it("puts back what is no status, and a cleared cell", () => {
    const book = new Book();
    for (const nonsense of ["Finished", ""]) {
      const { messages } = book.type("WorkProgramme", 1, STATUS, nonsense);
      expect(book.cell("WorkProgramme", 1, STATUS)).toBe("Consented");
      expect(messages[0]?.outcome).toBe("put back");
    }
    expectShadowsToAgree(book);
  });

  it("judges a status typed into an annex like one typed into the work programme", () => {
    const book = new Book();
    book.type("Annex_2023_09_A", 3, STATUS, "Determined");
    expect(book.cell("WorkProgramme", 3, STATUS)).toBe("Determined");
    const refused = book.type("Annex_2023_09_A", 1, STATUS, "Agreed");
    expect(book.cell("Annex_2023_09_A", 1, STATUS)).toBe("Consented");
    expect(refused.messages[0]?.outcome).toBe("put back");
    expectShadowsToAgree(book);
  });

  it("takes a slip back when the old status is typed again at the same meeting", () => {
    const book = new Book();
    book.type("WorkProgramme", 3, STATUS, "Determined");
    const { takenBack, events, messages } = book.type("WorkProgramme", 3, STATUS, "Under study");
    expect(takenBack).toHaveLength(1);
    expect(events).toEqual([]);
    expect(messages[0]?.outcome).toBe("noted");
    expect(book.rows.History).toHaveLength(ITEMS.length);
    expect(book.cell("WorkProgramme", 3, "Since")).toBe(45177);
    expect(book.cell("Annex_2023_09_A", 3, STATUS)).toBe("Under study");
    expectShadowsToAgree(book);
  });
});

describe("pastes", () => {
  it("says one thing per cause, however many cells", () => {
    const items = Array.from({ length: 5000 }, (_, at) => item(null, `X.sec-${String(at)}`, "Under study", "TAP"));
    const book = new Book(items);
    const { messages, writes } = book.paste(
      "WorkProgramme",
      0,
      [STATUS],
      items.map(() => ["Approved"]),
    );
    expect(messages).toHaveLength(1);
    expect(messages[0]?.count).toBe(5000);
    expect(messages.map((message) => wordMessage(message).text).join()).toMatch(/and \d+ more/);
    expect(writes).toHaveLength(5000);
    expect(new Set(book.rows.WorkProgramme.map((row) => row[book.column("WorkProgramme", STATUS)]))).toEqual(
      new Set(["Under study"]),
    );
  });

  it("takes the cells of a block that may stand and puts back those that may not", () => {
    const book = new Book();
    const { messages } = book.paste(
      "WorkProgramme",
      1,
      [STATUS, "Remarks"],
      [
        ["Agreed", "see TD12"],
        ["Approved", "printed"],
      ],
    );
    expect(book.cell("WorkProgramme", 1, STATUS)).toBe("Consented");
    expect(book.cell("WorkProgramme", 1, "Remarks")).toBe("see TD12");
    expect(book.cell("WorkProgramme", 2, "Remarks")).toBe("printed");
    expect(messages.filter((each) => each.outcome === "put back")).toHaveLength(1);
    expectShadowsToAgree(book);
  });

  it("puts a row back whose Key was written over, and the Key alone", () => {
    const book = new Book();
    const before = book.rows.WorkProgramme.map((row) => [...row]);
    book.type("WorkProgramme", 2, "Key", "something else");
    expect(book.rows.WorkProgramme).toEqual(before);
    const other = [...(before[0] ?? [])];
    const { messages } = book.paste("WorkProgramme", 2, book.tables.WorkProgramme.guarded.shadow.headers.slice(), [
      other,
    ]);
    expect(book.rows.WorkProgramme).toEqual(before);
    expect(messages).toHaveLength(1);
    book.paste("WorkProgramme", 2, book.tables.WorkProgramme.guarded.shadow.headers.slice(), [other.map(() => "")]);
    expect(book.rows.WorkProgramme).toEqual(before);
    expectShadowsToAgree(book);
  });
});

describe("rows", () => {
  it("lets rows be sorted and moved without a word", () => {
    const book = new Book();
    const { messages, writes } = book.rearrange("WorkProgramme", (rows) => rows.reverse());
    expect(messages).toEqual([]);
    expect(writes).toEqual([]);
    expectShadowsToAgree(book);
    book.type("WorkProgramme", 4, STATUS, "Agreed");
    expect(book.cell("WorkProgramme", 4, STATUS)).toBe("Consented");
  });

  it("does not fight the deletion of a row, and knows the row when it comes back", () => {
    const book = new Book();
    const [row] = book.rows.WorkProgramme.slice(1, 2);
    const { messages } = book.rearrange("WorkProgramme", (rows) => rows.filter((_, at) => at !== 1));
    expect(messages).toMatchObject([{ outcome: "noted", item: "X.590" }]);
    expect(messages[0]?.deleted).toHaveLength(1);
    expect(book.items.has("x.590")).toBe(false);
    const back = book.rearrange("WorkProgramme", (rows) => [...rows, [...(row ?? [])]]);
    expect(back.messages).toMatchObject([{ outcome: "restored" }]);
    expect(book.items.get("x.590")?.status).toBe("Consented");
    expectShadowsToAgree(book);
  });

  it("makes a row typed below the table a work item", () => {
    const book = new Book();
    const { events, messages } = book.type("WorkProgramme", ITEMS.length, "Provisional name", "X.newsec");
    expect(messages.filter((each) => each.outcome === "put back")).toEqual([]);
    expect(events).toMatchObject([{ kind: "New work item", to: "Under study" }]);
    expect(book.cell("WorkProgramme", ITEMS.length, "Key")).toBe("x.newsec");
    expect(book.cell("WorkProgramme", ITEMS.length, STATUS)).toBe("Under study");
    expectShadowsToAgree(book);
    // Filling in the other fields is part of entering it, and no event of its own.
    const titled = book.type("WorkProgramme", ITEMS.length, "Title", "Security of new things");
    expect(titled.events).toEqual([]);
    expect(book.items.get("x.newsec")?.title).toBe("Security of new things");
  });

  it("marks a row without a name until it has one", () => {
    const book = new Book();
    const { messages } = book.type("WorkProgramme", ITEMS.length, "Title", "Security of new things");
    expect(messages).toMatchObject([{ outcome: "marked" }]);
    expect(book.cell("WorkProgramme", ITEMS.length, "Key")).toBe("");
    book.type("WorkProgramme", ITEMS.length, "Provisional name", "X.newsec");
    expect(book.cell("WorkProgramme", ITEMS.length, "Key")).toBe("x.newsec");
    expect(book.items.get("x.newsec")?.title).toBe("Security of new things");
    expect(book.marks.size).toBe(0);
    expectShadowsToAgree(book);
  });

  it("does not take a copied row for a second item of the same name", () => {
    const book = new Book();
    const [row] = book.rows.WorkProgramme;
    const { messages } = book.rearrange("WorkProgramme", (rows) => [...rows, [...(row ?? [])]]);
    expect(book.cell("WorkProgramme", ITEMS.length, "Key")).toBe("");
    expect(messages).toMatchObject([{ outcome: "marked" }]);
    expect(book.cell("WorkProgramme", ITEMS.length, "Title")).toBe(book.cell("WorkProgramme", 0, "Title"));
    expectShadowsToAgree(book);
  });
});

describe("the record", () => {
  it("puts back what is typed into History, except a note", () => {
    const book = new Book();
    book.type("History", 0, "To", "Approved");
    expect(book.cell("History", 0, "To")).toBe("Determined");
    book.type("History", 0, "Reason or note", "as agreed in TD12");
    expect(book.cell("History", 0, "Reason or note")).toBe("as agreed in TD12");
    expectShadowsToAgree(book);
  });

  it("takes an item back when the row of its last event is undone, and again when it is redone", () => {
    const book = new Book();
    book.type("WorkProgramme", 3, STATUS, "Determined");
    const row = [...(book.rows.History.at(-1) ?? [])];
    book.rearrange("History", (rows) => rows.slice(0, -1));
    expect(book.cell("WorkProgramme", 3, STATUS)).toBe("Under study");
    book.rearrange("History", (rows) => [...rows, row]);
    expect(book.cell("WorkProgramme", 3, STATUS)).toBe("Determined");
    expect(book.cell("Annex_2023_09_A", 3, STATUS)).toBe("Determined");
    expectShadowsToAgree(book);
  });

  it("offers to restore a deleted row of a document's", () => {
    const book = new Book();
    const { messages } = book.rearrange("History", (rows) => rows.slice(1));
    expect(messages[0]?.deleted).toHaveLength(1);
    expect(book.cell("WorkProgramme", 0, STATUS)).toBe("Determined");
  });
});

describe("overrides, advice and the fuse", () => {
  it("takes an override and keeps its reason in History", () => {
    const book = new Book();
    const { messages } = book.type("WorkProgramme", 1, STATUS, "Agreed");
    const [redo] = messages[0]?.redo ?? [];
    if (!redo) throw new Error("nothing to redo");
    const done = book.ask({ ...redo, reason: "Decided by correspondence" });
    expect(book.cell("WorkProgramme", 1, STATUS)).toBe("Agreed");
    expect(done.events.map((event) => event.reason).join()).toContain("Decided by correspondence");
    expect(done.messages.map((each) => each.outcome)).toContain("overridden");
    expectShadowsToAgree(book);
  });

  it("asks again for what was overwritten, unless something newer stands there", () => {
    const again = {
      key: ITEMS[3]?.key ?? "",
      changes: { status: "Determined" },
      reason: null,
      date: null,
      overtyped: true,
    } as const;
    const alone = new Book();
    expect(plan(alone.world(), [], [again]).events).toMatchObject([{ to: "Determined" }]);
    const typed = new Book();
    const { guarded } = typed.tables.WorkProgramme;
    const row = [...(typed.rows.WorkProgramme[3] ?? [])];
    row[typed.column("WorkProgramme", STATUS)] = "Discontinued";
    const differences = diffRows(guarded.shadow, [{ position: 3, values: row }]);
    const { events } = plan(typed.world(), [{ table: guarded, differences, elsewhere: [], order: null }], [again]);
    expect(events.map(({ to }) => to)).toEqual(["Discontinued"]);
  });

  it("goes on knowing of a word that it left standing when it puts another cell of the item back", () => {
    const book = new Book();
    const key = ITEMS[0]?.key ?? "";
    book.mode = "advise";
    book.type("WorkProgramme", 0, STATUS, "soon");
    expect(book.standing.has(key)).toBe(true);
    book.mode = "enforce";
    book.type("Annex_2023_09_A", 0, STATUS, "sooner");
    expect(book.cell("Annex_2023_09_A", 0, STATUS)).toBe("Determined");
    expect([book.cell("WorkProgramme", 0, STATUS), book.standing.has(key)]).toEqual(["soon", true]);
    book.type("WorkProgramme", 0, STATUS, "later");
    expect([book.cell("WorkProgramme", 0, STATUS), book.standing.has(key)]).toEqual(["Determined", false]);
  });

  it("marks instead of putting back when it only advises, and History explains it", () => {
    const book = new Book();
    book.mode = "advise";
    const { messages, marks } = book.type("WorkProgramme", 1, STATUS, "Agreed");
    expect(book.cell("WorkProgramme", 1, STATUS)).toBe("Agreed");
    expect(marks).toMatchObject([{ on: true }]);
    expect(messages).toMatchObject([{ outcome: "marked" }]);
    expect(book.events.at(-1)).toMatchObject({ to: "Agreed" });
    expectShadowsToAgree(book);
  });

  it("stops putting a cell back after three times within seconds", () => {
    const book = new Book();
    for (let time = 0; time < 3; time++) {
      book.time = time * 500;
      book.type("WorkProgramme", 1, STATUS, "Agreed");
      expect(book.cell("WorkProgramme", 1, STATUS)).toBe("Consented");
    }
    const { messages } = book.type("WorkProgramme", 1, STATUS, "Agreed");
    expect(book.cell("WorkProgramme", 1, STATUS)).toBe("Agreed");
    expect(messages).toMatchObject([{ outcome: "marked" }]);
    expect(book.items.get("x.590")?.status).toBe("Consented");
    // What was left is judged from what the record says, and the mark goes when the cell is right again.
    book.time = 60_000;
    book.type("WorkProgramme", 1, STATUS, "Consented");
    expect(book.marks.size).toBe(0);
    expect(book.standing.size).toBe(0);
  });
});

describe("what happened while nobody watched", () => {
  it("takes a permitted change into History, marks a forbidden one, and lets annexes follow", () => {
    const book = new Book();
    const column = book.column("WorkProgramme", STATUS);
    const put = (row: number, status: string): void => {
      const line = book.rows.WorkProgramme[row];
      if (line) line[column] = status;
      book.tables.WorkProgramme.guarded.shadow.set(ITEMS[row]?.key ?? "", column, status);
      const each = ITEMS[row];
      if (each) book.items.set(each.key, { ...each, status: status as "Determined" });
    };
    put(1, "Agreed");
    put(3, "Determined");
    const { messages, events } = book.sweep();
    expect(events).toMatchObject([{ item: ITEMS[3]?.key, to: "Determined" }]);
    expect(book.cell("WorkProgramme", 1, STATUS)).toBe("Agreed");
    expect(book.cell("Annex_2023_09_A", 1, STATUS)).toBe("Consented");
    expect(book.cell("Annex_2023_09_A", 3, STATUS)).toBe("Determined");
    expect(messages.map((each) => each.outcome).sort()).toEqual(["marked", "noted"]);
  });

  it("goes by History for what is typed between two looks, not by a word that nobody has judged", () => {
    const book = new Book();
    const { guarded } = book.tables.WorkProgramme;
    const [, consented] = ITEMS;
    if (!consented) throw new Error("no such item");
    guarded.shadow.set(consented.key, book.column("WorkProgramme", STATUS), "Agreed");
    const recorded = (key: string): WorkItem | null => ITEMS.find((each) => each.key === key) ?? null;
    const { plan: first, unsteady } = sweep(book.world(), recorded, new Map());
    expect([first.messages, unsteady]).toEqual([[], true]);
    expect(first.standing.get(consented.key)).toMatchObject({ status: "Consented" });
  });

  it("never judges what a co-author wrote", () => {
    const book = new Book();
    const { messages, writes } = book.remote("WorkProgramme", 1, STATUS, "Agreed");
    expect(messages).toEqual([]);
    expect(writes).toEqual([]);
    expectShadowsToAgree(book);
  });
});
