/** Which cells are calculated after a change, where no function was called since they moved. */
import {
  countDependents,
  forgetSheet,
  noteEdit,
  noteSheetAdded,
  noteSheetRenamed,
  noteStructureChange,
  registerDependency,
  registerFound,
  pendingRecalculation,
} from "../../src/excel/dependents";
import { cellId } from "../../src/excel/areas";

const SHEETS = ["Sheet1", "Sheet2", "Mine"];
afterEach(() => SHEETS.forEach(forgetSheet));

const at = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const work = (changed: Parameters<typeof pendingRecalculation>[0]) => Object.fromEntries(pendingRecalculation(changed));

test("those that depend on a changed item, and those that depend on anything", () => {
  registerDependency("Sheet1!A1", ["a"]);
  registerDependency("Sheet1!A2", ["b"]);
  registerDependency("Sheet2!C3", "all");
  expect(work(new Set(["a"]))).toEqual({ Sheet1: [at(0, 0)], Sheet2: [at(2, 2)] });
  expect(work("all")).toEqual({ Sheet1: [at(0, 0, 2)], Sheet2: [at(2, 2)] });
});

test("a cell that registers again depends on what it named last", () => {
  registerDependency("Sheet1!A1", ["a"]);
  registerDependency("Sheet1!$A$1", ["b"]);
  expect(work(new Set(["a"]))).toEqual({});
  expect(countDependents()).toBe(1);
});

test("addresses of the R1C1 reference style are the same cells", () => {
  registerDependency("Sheet1!R2C3", ["a"]);
  expect(work(new Set(["a"]))).toEqual({ Sheet1: [at(1, 2)] });
});

test("a cell that was read keeps what it registered itself", () => {
  registerDependency("Sheet1!A1", ["a"]);
  expect([registerFound("Sheet1", cellId(0, 0)), registerFound("Sheet1", cellId(1, 0))]).toEqual([false, true]);
  expect(work(new Set(["other"]))).toEqual({ Sheet1: [at(1, 0)] });
});

test("cells that a formula was cut from and moved to: once, whatever changed", () => {
  registerDependency("Sheet1!A1", ["a"]);
  noteEdit("Sheet1", "A1");
  noteEdit("Sheet2", "C5");
  expect(work(new Set(["other"]))).toEqual({ Sheet1: [at(0, 0)], Sheet2: [at(4, 2)] });
  expect(work(new Set(["other"]))).toEqual({});
});

test("an edited area whose cells have all registered since is followed as usual", () => {
  noteEdit("Sheet1", "A1:A2");
  registerDependency("Sheet1!A1", ["a"]);
  registerDependency("Sheet1!A2", ["b"]);
  expect(work(new Set(["a"]))).toEqual({ Sheet1: [at(0, 0)] });
});

test("edits that touch no formula of ours, and new formulas, which register themselves, need no calculation", () => {
  noteEdit("Sheet1", "A1");
  noteEdit("Sheet2", "B2:C9");
  registerDependency("Sheet2!B2", ["a"]);
  expect(work(new Set(["other"]))).toEqual({});
});

test.each(["A1,C3", "A1;C3"])("the edited areas %s are separated in every locale", (address) => {
  registerDependency("Sheet1!A1", ["a"]);
  noteEdit("Sheet1", address);
  expect(work("all")).toEqual({ Sheet1: [at(0, 0), at(2, 2)] });
});

test("a whole sheet where an edit cannot be read, or too many were made", () => {
  registerDependency("Sheet1!A1", ["a"]);
  noteEdit("Sheet1", "Table1[Item]");
  for (let row = 1; row < 2_000; row += 2) noteEdit("Sheet2", `A${String(row)}`);
  expect(work(new Set(["a"]))).toEqual({ Sheet1: "whole", Sheet2: "whole" });
});

test("a whole sheet once rows moved on it, where one of its cells is concerned", () => {
  registerDependency("Sheet1!A1", ["a"]);
  noteStructureChange("Sheet1");
  noteStructureChange("Sheet2");
  expect(work(new Set(["b"]))).toEqual({});
  expect(work(new Set(["a"]))).toEqual({ Sheet1: "whole" });
});

test("a sheet under its new name, and one that was added, which may be a copy", () => {
  registerDependency("Sheet1!A1", ["a"]);
  noteSheetRenamed("Sheet1", "Mine");
  noteSheetAdded("Sheet2");
  expect(work(new Set(["a"]))).toEqual({ Mine: [at(0, 0)], Sheet2: "whole" });
});
