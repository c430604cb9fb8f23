import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidOperation } from "../errors";
import { autoFill } from "./auto-fill";
import { clearCells } from "./cell-operations";
import { areaFrom, areaOfRange, choice, rangeAt, sheetOf } from "./lookup";
import type { Members } from "./lookup";
import { moveCells } from "./move-cells";
import { requireUnlocked } from "./protection";
import { copyFrom, permitted, shiftable } from "./range-helpers";
import { removeDuplicates } from "./remove-duplicates";
import { requireWholeTables } from "./shift-rules";

/** The methods of a range that change the sheet. */
export const RANGE_OPERATIONS: Members<TrackedRange> = {
  autoFill: (self, args, call) => (autoFill(self, args, call), null),
  calculate: (self, _args, { host }) => {
    const area = host.cells.bounded(sheetOf(host, self.sheetId), areaOfRange(self));
    if (area) host.calculation.markDirty(self.sheetId, [area]);
    void host.calculation.flush(true);
    return null;
  },
  clear: (self, [applyTo], call) => (clearCells(self, applyTo, call), null),
  copyFrom: (self, [source, copyType, skipBlanks, transpose], call) => {
    copyFrom(self, call, source, copyType, skipBlanks, transpose);
    return null;
  },
  delete: (self, [shift], call) => {
    const { sheet, area } = shiftable(self, call, "allowDeleteRows", "allowDeleteColumns");
    requireUnlocked(call.host, self.sheetId, area);
    const direction = choice(shift, ["Up", "Left"], "shift");
    requireWholeTables(call.host, self.sheetId, area, direction);
    call.host.sheets.deleteCells(sheet, area, direction);
    return null;
  },
  insert: (self, [shift], call) => {
    const { sheet, area } = shiftable(self, call, "allowInsertRows", "allowInsertColumns");
    const where = { ...area };
    const direction = choice(shift, ["Down", "Right"], "shift");
    requireWholeTables(call.host, self.sheetId, where, direction);
    call.host.sheets.insert(sheet, where, direction);
    return rangeAt(call, self.sheetId, where);
  },
  moveTo: (self, [destination], call) => {
    const target = areaFrom(call.host, self.sheetId, destination);
    const from = { sheet: sheetOf(call.host, self.sheetId), area: areaOfRange(self) };
    moveCells(call.host, from, { sheet: sheetOf(call.host, target.sheetId), area: target.area });
    return null;
  },
  removeDuplicates: (self, args, call) => removeDuplicates(self, args, call),
  merge: (self, [across], call) => {
    const { sheet, area } = permitted(self, call);
    if (call.host.tables.at(self.sheetId, area).length > 0)
      throw invalidOperation("Cells of a table cannot be merged.");
    call.host.sheets.merge(sheet, area, across === true);
    return null;
  },
  unmerge: (self, _args, call) => {
    const { sheet, area } = permitted(self, call);
    call.host.sheets.unmerge(sheet, area);
    return null;
  },
  select: (self, _args, { host }) => {
    host.sheets.select(sheetOf(host, self.sheetId), areaOfRange(self));
    return null;
  },
  setDirty: (self, _args, { host }) => {
    host.calculation.markDirty(self.sheetId, [areaOfRange(self)]);
    return null;
  },
  _validateArraySize: () => null,
};
