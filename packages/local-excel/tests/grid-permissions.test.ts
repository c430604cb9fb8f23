import type { HeadlessExcel } from "../headless";
import { areaOf } from "../host/a1";
import { refusalInGrid } from "../host/grid-permissions";
import { openSmall } from "./open";

let local: HeadlessExcel;

beforeEach(async () => {
  local = await openSmall({ closed: true });
});

afterEach(() => {
  local.close();
});

const refused = (command: string, row = 0): boolean => {
  const { host } = local.excel;
  const sheetId = host.engine.workbook.getActiveSheet().getSheetId();
  return refusalInGrid(host, command, sheetId, [areaOf(row, 0)]) !== undefined;
};

const COMMANDS = {
  typing: "sheet.command.set-range-values",
  deleting: "sheet.command.clear-selection-content",
  pasting: "univer.command.paste",
  bold: "sheet.command.set-range-bold",
  numberFormat: "sheet.command.numfmt.set.percent",
  inserting: "sheet.command.insert-row-before",
  merging: "sheet.command.add-worksheet-merge-all",
  addingSheet: "sheet.command.insert-sheet",
  selecting: "sheet.command.select-all",
  copying: "univer.command.copy",
  undoing: "univer.command.undo",
};

const refusals = (row = 0): string[] =>
  Object.entries(COMMANDS)
    .filter(([, command]) => refused(command, row))
    .map(([name]) => name);

it("permits everything in a workbook without protection", () => {
  expect(refusals()).toEqual([]);
});

it("refuses on a protected sheet what its options do not permit, and locked cells", () => {
  const state = local.excel.host.sheetState(local.excel.host.engine.workbook.getActiveSheet().getSheetId());
  state.protection = { protected: true, options: { allowInsertRows: true } };
  state.unlocked = [areaOf(1, 0)];
  expect(refusals()).toEqual(["typing", "deleting", "pasting", "bold", "numberFormat", "merging"]);
  expect(refusals(1)).toEqual(["bold", "numberFormat", "merging"]);
});

it("refuses changes of sheets where the structure is protected, also of a person without a grid", async () => {
  local.excel.host.structureProtected = true;
  expect(refusals()).toEqual(["addingSheet"]);
  await expect(local.user.addSheet()).rejects.toThrow("structure");
});

it("leaves looking and copying where the workbook is open for viewing only", () => {
  local.excel.host.viewOnly = true;
  const looking = new Set(["selecting", "copying"]);
  expect(refusals()).toEqual(Object.keys(COMMANDS).filter((name) => !looking.has(name)));
});
