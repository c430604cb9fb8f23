import type { ReadDocument } from "../../src/domain/document";
import { readSeeds } from "../../src/import/seeds";
import { reportOf } from "./page/documents";
import { columnOf } from "../../src/excel/tables";
import { cell, edit, load, plan, rowOf, STATUS, table, type Tables } from "./workbook-model";

const WORK = "WorkProgramme";
const seeds = readSeeds();
const first = seeds.find((document) => document.family === "lead-study-group-report") as ReadDocument;
const second = seeds.find((document) => document.family === "executive-summary") as ReadDocument;

function loaded(documents = seeds): Tables {
  const tables: Tables = new Map();
  load(tables, documents);
  return tables;
}

const content = (tables: Tables): unknown => [...tables].map(([name, { headers, rows }]) => [name, headers, rows]);

describe("loading again", () => {
  test("the same documents change nothing", () => {
    const tables = loaded();
    const again = plan(tables, seeds);
    expect(again.create).toEqual([]);
    expect(again.change).toEqual([]);
    expect(again.differences).toEqual([]);
  });

  test("one document after the other holds what both at once hold", () => {
    const both = loaded();
    const stepwise = loaded([first]);
    load(stepwise, [second]);
    const sorted = (tables: Tables, name: string): unknown =>
      table(tables, name)
        .rows.map((row) => JSON.stringify(row))
        .sort();
    for (const name of both.keys()) expect([name, sorted(stepwise, name)]).toEqual([name, sorted(both, name)]);
  });
});

describe("what people changed", () => {
  test("is kept, and reported with the documents' value", () => {
    const tables = loaded();
    edit(tables, WORK, "X.1817", "Title", "A better title");
    const again = load(tables, seeds);
    expect(cell(tables, WORK, "X.1817", "Title")).toBe("A better title");
    expect(again.differences).toHaveLength(1);
    expect(again.differences[0]).toMatchObject({
      table: WORK,
      item: "X.1817",
      field: "Title",
      theirs: "A better title",
      documents: "Security requirements for 5G message service",
    });
    expect(again.change).toEqual([]);
  });

  test("is replaced where the document's value is applied, and only there", () => {
    const tables = loaded();
    edit(tables, WORK, "X.1817", "Title", "A better title");
    edit(tables, WORK, "X.1817", "Remarks", "Ours");
    const differences = plan(tables, seeds).differences;
    expect(differences.map((difference) => difference.field).sort()).toEqual(["Remarks", "Title"]);
    const title = differences.find((difference) => difference.field === "Title");
    load(tables, seeds, new Set([title?.id ?? ""]));
    expect(cell(tables, WORK, "X.1817", "Title")).toBe("Security requirements for 5G message service");
    expect(cell(tables, WORK, "X.1817", "Remarks")).toBe("Ours");
  });

  test("stays while a new document brings the item's other cells up to date", () => {
    const tables = loaded([first]);
    const item = "X.websec-7";
    edit(tables, WORK, item, "Remarks", "Talk to the editor");
    load(tables, [second]);
    expect(cell(tables, WORK, "X.1471", STATUS)).toBe("Not approved");
    expect(cell(tables, WORK, "X.1471", "Remarks")).toBe("Talk to the editor");
  });

  test("a deleted row is not added again, but is reported and can be restored", () => {
    const tables = loaded();
    const work = table(tables, WORK);
    work.rows.splice(work.rows.indexOf(rowOf(tables, WORK, "X.1817")), 1);
    const before = work.rows.length;
    const again = load(tables, seeds);
    expect(work.rows).toHaveLength(before);
    expect(again.differences.map(({ item, field }) => [item, field])).toEqual([["X.1817", ""]]);
    load(tables, seeds, new Set(again.differences.map(({ id }) => id)));
    expect(cell(tables, WORK, "X.1817", STATUS)).toBe("Approved");
  });

  test("a row that a user typed gets its key, and a document that reports the item updates that row", () => {
    const tables = loaded([first]);
    const work = table(tables, WORK);
    const typed = work.headers.map((header) =>
      header === "Item" || header === "Provisional name" ? "X.stie" : header === STATUS ? "Under study" : "",
    );
    work.rows.push(typed);
    load(tables, [second]);
    const rows = work.rows.filter((row) => row[columnOf(work, "Provisional name")] === "X.stie");
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[columnOf(work, "Key")]).not.toBe("");
  });

  test("rows that people typed and left without a name, or with another's, are left without a key", () => {
    const tables = loaded([first]);
    const work = table(tables, WORK);
    const row = (cells: Record<string, string>) => work.headers.map((header) => cells[header] ?? "");
    const typed = [
      row({ Title: "No name yet" }),
      row({ Item: "X.websec-7", Title: "Twice" }),
      row({ Item: "X.own", Title: "Nobody's but ours" }),
      row({ Item: "x.OWN", Title: "And again" }),
      row({ Item: "X.stie", Title: "Told of by the next document", Question: "99/17" }),
      row({ Item: "X.stie" }),
    ];
    work.rows.unshift(...typed);
    const before = structuredClone(typed);
    const done = load(tables, [second]);
    const told = work.rows[4];
    expect(told?.[columnOf(work, "Key")]).not.toBe("");
    expect(told?.[columnOf(work, "Title")]).toBe("Told of by the next document");
    expect(work.rows.filter((_, index) => index < 6 && index !== 4)).toEqual(before.filter((_, index) => index !== 4));
    expect(told?.[columnOf(work, STATUS)]).toBe("Determined");
    const differing = done.differences.filter((difference) => difference.table === WORK);
    expect(differing.map(({ item, field }) => [item, field])).toEqual([
      ["X.1221", "Item"],
      ["X.1221", "Question"],
      ["X.1221", "Title"],
    ]);
    const keys = work.rows.map((cells) => cells[columnOf(work, "Key")]).filter((key) => key !== "");
    expect(new Set(keys).size).toBe(keys.length);
    const again = plan(tables, [second]).change;
    expect(again.flatMap(({ append, updates }) => [...append, ...updates])).toEqual([]);
  });
});

describe("tables as people arrange them", () => {
  test("sorted, with columns moved and added, are the same tables", () => {
    const tables = loaded();
    for (const [name, { headers, rows, ...rest }] of tables) {
      const order = headers.map((_, index) => index).reverse();
      tables.set(name, {
        ...rest,
        headers: ["My notes", ...order.map((index) => headers[index] ?? "")],
        rows: rows.map((row) => ["mine", ...order.map((index) => row[index] ?? "")]).reverse(),
      });
    }
    const before = JSON.stringify(content(tables));
    const again = load(tables, seeds);
    expect(again.differences).toEqual([]);
    expect(JSON.stringify(content(tables))).toBe(before);
  });

  test("a status that people changed shows in the annexes too", () => {
    const tables = loaded();
    edit(tables, WORK, "X.1817", STATUS, "Discontinued");
    load(tables, seeds);
    expect(cell(tables, "Annex_2023_09_A", "X.1817 (X.5Gsec-message)", STATUS)).toBe("Discontinued");
  });
});

describe("what a new reading no longer contains", () => {
  const rows = [
    { acronym: "X.one", printedName: "X.one", title: "One", question: "2/17" },
    { acronym: "X.two", printedName: "X.two", title: "Two", question: "3/17" },
    { acronym: "X.three", printedName: "X.three", title: "Three", question: "3/17" },
  ];
  const names = (tables: Tables, name: string): unknown[] =>
    table(tables, name).rows.map((row) => row[columnOf(table(tables, name), "Item")]);

  test("rows that the document no longer has go, save those that people touched", () => {
    const tables = loaded([reportOf(rows)]);
    edit(tables, "Annex_2024_03_C", "X.three", "Title", "Ours");
    load(tables, [reportOf(rows.slice(0, 1))]);
    expect(names(tables, "Annex_2024_03_C")).toEqual(["X.one", "X.three"]);
    expect(names(tables, "History")).toEqual(["X.one"]);
    expect(plan(tables, [reportOf(rows.slice(0, 1))]).change).toEqual([]);
  });

  test("two items that turn out to be one become one row", () => {
    const [one, two, three] = rows;
    // Rows of one table are never one item.
    const tables = loaded([reportOf([one ?? {}, three ?? {}]), reportOf([two ?? {}], "2024-06")]);
    const renamed = { number: "X.1999", formerly: "X.one", printedName: "X.1999 (X.two) (ex X.one)", acronym: "X.two" };
    load(tables, [reportOf([{ ...renamed, title: "Two", question: "3/17" }], "2024-09")]);
    expect(names(tables, WORK).sort()).toEqual(["X.1999", "X.three"]);
  });
});
