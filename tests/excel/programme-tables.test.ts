import { readSeeds } from "../../src/import/seeds";
import { STATUS } from "../../src/excel/table-specs/spec";
import { WORK_PROGRAMME } from "../../src/excel/table-specs/tables";
import { programmeOfTables } from "../../src/excel/programme-tables";
import { columnOf, type ManagedTable } from "../../src/excel/tables";
import { applyEdits, plan, type Tables } from "./workbook-model";

describe("the programme that a workbook's tables hold", () => {
  let tables: Tables;
  let work: ManagedTable;

  beforeEach(() => {
    tables = new Map();
    applyEdits(tables, plan(tables, readSeeds()));
    const found = tables.get(WORK_PROGRAMME.name);
    if (!found) throw new Error("The load made no work programme.");
    work = found;
  });

  function write(item: string, header: string, value: string): void {
    const row = work.rows.find((cells) => cells[columnOf(work, "Item")] === item);
    if (!row) throw new Error(`No row is called ${item}.`);
    row[columnOf(work, header)] = value;
  }

  function statusOf(item: string): string | undefined {
    return programmeOfTables([...tables.values()])?.items.find(({ number }) => number === item)?.status;
  }

  test("gives an item the status of its row", () => {
    write("X.1221", STATUS, "Deferred to WTSA");
    expect(statusOf("X.1221")).toBe("Deferred to WTSA");
  });

  test.each(["Approvd", ""])("uses the status of History where the row has %j, which is not a status", (typed) => {
    write("X.1221", STATUS, typed);
    write("X.590", STATUS, typed);
    expect([statusOf("X.1221"), statusOf("X.590")]).toEqual(["Determined", "Consented"]);
  });

  test("treats a row without events as a text under study, whatever its Status", () => {
    const row = work.headers.map((header) => (header === "Item" ? "X.4999" : header === STATUS ? "soon" : ""));
    work.rows.push(row);
    expect(statusOf("X.4999")).toBe("Under study");
  });
});
