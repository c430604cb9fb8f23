import { setLanguage } from "../../src/i18n/language";
import {
  announced,
  button,
  difference,
  fakeExcel,
  findTableProblems,
  jobs,
  openPane,
  press,
  reviewStore,
  flush,
  textOf,
  visible,
} from "./harness";

afterEach(() => setLanguage("en-US"));

const rows = () => visible("[data-difference]");
const take = (at: number) => rows()[at]?.querySelector<HTMLElement>("[data-use] button");
const text = textOf;

async function found(...differences: ReturnType<typeof difference>[]): Promise<void> {
  await openPane();
  await press("Work");
  reviewStore.found({ differences });
}

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => difference(`X.${String(at)}`, at % 3 === 0 ? "Title" : "Editors"));

describe("differences from the documents", () => {
  it("are listed by item with the column, both values and the document", async () => {
    await found(
      difference("X.1817", "Title", { here: "Our title", documents: "Its title" }),
      difference("X.1817", "Remarks", { here: "Ours", documents: "" }),
    );
    expect(visible("h3").map(text)).toContain("X.1817");
    expect(text(rows()[0])).toMatch(/Work programme: Title.*Here.*Our title.*Documents.*Its title.*2023-09 executive/);
    expect(text(rows()[1])).toContain("(empty)");
    expect(visible("p").map(text)).toContain("2 differences");
  });

  it("are not shown where there are none", async () => {
    await found();
    expect(visible("h2").map(text)).not.toContain("Differences from the documents");
    await press("Compare with the documents");
    expect(jobs.get().outcome?.job).toBe("compare");
  });

  it("are replaced one by one, and the focus moves to the next", async () => {
    await found(difference("X.1", "Title"), difference("X.2", "Title"), difference("X.3", "Title"));
    take(1)?.focus();
    take(1)?.click();
    await flush();
    expect(fakeExcel.calls.written).toEqual(["X.2 Title"]);
    expect(rows().map((row) => row.dataset["difference"])).toEqual(["X.1 Title", "X.3 Title"]);
    expect(document.activeElement).toBe(take(1));
    expect(await announced()).toBe("X.2, Title: the document value was used.");
    take(1)?.click();
    await flush();
    take(0)?.click();
    await flush();
    expect(visible(".hint").map(text)).toContain("There are no more differences in this list.");
    await press("Close the list");
    expect(visible("h2").map(text)).not.toContain("Differences from the documents");
  });

  it("are replaced for one item", async () => {
    await found(difference("X.1", "Title"), difference("X.2", "Title"), difference("X.2", "Editors"));
    await press("Use all 2 document values of this item");
    expect(fakeExcel.calls.written).toEqual(["X.2 Title", "X.2 Editors"]);
    expect(await announced()).toBe("2 cells now have the value of the documents.");
  });

  it("are replaced all at once after a confirmation, and not without it", async () => {
    await found(...many(4));
    await press("Use all 4 document values");
    expect(document.activeElement).toBe(button("Cancel"));
    await press("Cancel");
    expect(fakeExcel.calls.written).toEqual([]);
    await press("Use all 4 document values");
    await press("Overwrite 4");
    expect(fakeExcel.calls.written).toHaveLength(4);
    expect(jobs.get().outcome?.job).toBe("documentValues");
  });

  it("of hundreds are shown in part, and can be chosen by column", async () => {
    await found(...many(500));
    expect(rows()).toHaveLength(20);
    await press("Show 480 more");
    expect(rows()).toHaveLength(40);
    expect(document.activeElement).toBe(take(20));
    const choice = visible(".card select").find((each) => text(each).includes("All columns"));
    if (!(choice instanceof HTMLSelectElement)) throw new Error("no choice of columns");
    expect([...choice.options].map(text)).toEqual(["All columns (500)", "Editors (333)", "Title (167)"]);
    choice.value = "Title";
    choice.dispatchEvent(new Event("change", { bubbles: true }));
    expect(rows().every((row) => text(row).includes(": Title"))).toBe(true);
    await press("Use all 167 document values");
    await press("Overwrite 167");
    expect(fakeExcel.calls.written).toHaveLength(167);
    await flush();
    expect(visible("p").map(text)).toContain("333 differences");
  });

  it("lead to their cell, and report where it no longer exists", async () => {
    await found(difference("X.1", "Title"));
    await press("Go to the cell");
    expect(fakeExcel.calls.shown).toEqual(["X.1 Title"]);
    fakeExcel.error = new Error("X.1 is not in any table of this workbook.");
    await press("Go to the cell");
    expect(await announced()).toBe("X.1 is not in any table of this workbook.");
    take(0)?.click();
    await flush();
    expect(rows()).toHaveLength(1);
  });

  it("list rows that were deleted, and restore them", async () => {
    await found(difference("X.1", "", { here: "", documents: "X.1" }));
    expect(text(rows()[0])).toContain("This row was deleted here.");
    await press("Restore row");
    expect(await announced()).toBe("X.1: the row was restored.");
  });

  it("name History where the value is in no document", async () => {
    const one = difference("X.1", "Status");
    await found({ ...one, difference: { ...one.difference, sources: [] } });
    expect(text(rows()[0])).toContain("History");
  });

  it("are worded in French", async () => {
    await setLanguage("fr-FR");
    await openPane();
    await press("Travaux");
    reviewStore.found({ differences: many(2) });
    await press("Utiliser les 2 valeurs des documents");
    await press("Remplacer (2)");
    expect(fakeExcel.calls.written).toHaveLength(2);
  });
});

describe("Replace", () => {
  it("describes what it does and waits for the confirmation", async () => {
    await openPane();
    await press("Work");
    await press("Replace…");
    expect(text(visible("[role=group]")[0])).toContain("Nothing is deleted");
    visible("[role=group]")[0]?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(fakeExcel.calls.loads).toBe(0);
    expect(document.activeElement).toBe(button("Replace…"));
    await press("Replace…");
    await press("Replace the sheets");
    expect(fakeExcel.calls.loads).toBe(1);
    expect(jobs.get().outcome?.job).toBe("replace");
  });
});

describe("tables that need repair", () => {
  const breakTables = async () => {
    fakeExcel.tableProblems = [{ table: "Meetings", sheet: "Meetings", kind: "missing", columns: [] }];
    await findTableProblems();
    await flush();
  };

  it("are shown on every tab, listed under Work, and repaired there", async () => {
    await openPane();
    await breakTables();
    expect(text(visible(".banner")[0])).toContain("A table needs repair.");
    expect(await announced()).toBe("A table needs repair.");
    await press("Show");
    expect(text(visible(".note[data-tone=bad]")[0])).toContain("“Meetings”: the table Meetings is missing or renamed.");
    await press("Repair");
    expect(fakeExcel.calls.repairs).toBe(1);
    expect(visible(".banner")).toEqual([]);
  });

  it("are shown in Diagnostics too", async () => {
    const pane = await openPane();
    pane.open("diagnostics");
    await flush();
    expect(visible("p").map(text)).toContain("All tables are complete.");
    await breakTables();
    await press("Repair");
    expect(fakeExcel.calls.repairs).toBe(1);
  });
});
