import { MAX_COLUMNS, MAX_ROWS, areaOf, bounding, intersect } from "../a1";
import { NULL_OBJECT, objectOf } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument, itemNotFound } from "../errors";
import { areaFrom, areaOfRange, number, sheetOf } from "./lookup";
import type { Members } from "./lookup";
import { at, lines, region, spillArea, spillParent } from "./range-helpers";
import { specialCells } from "./special-cells";

/** The methods of a range that answer other ranges. */
export const RANGE_NAVIGATION: Members<TrackedRange> = {
  getAbsoluteResizedRange: (self, [rows, columns], call) => {
    const area = areaOfRange(self);
    return at(self, call, areaOf(area.startRow, area.startColumn, number(rows, "rows"), number(columns, "columns")));
  },
  getBoundingRect: (self, [other], call) => {
    const target = areaFrom(call.host, self.sheetId, other);
    if (target.sheetId !== self.sheetId) throw invalidArgument("the ranges lie on different worksheets");
    return at(self, call, bounding(areaOfRange(self), target.area));
  },
  getCell: (self, [row, column], call) => {
    const area = areaOfRange(self);
    return at(self, call, areaOf(area.startRow + number(row, "row"), area.startColumn + number(column, "column")));
  },
  getColumn: (self, [column], call) => {
    const area = areaOfRange(self);
    const index = area.startColumn + number(column, "column");
    return at(self, call, { ...area, startColumn: index, endColumn: index });
  },
  getRow: (self, [row], call) => {
    const area = areaOfRange(self);
    const index = area.startRow + number(row, "row");
    return at(self, call, { ...area, startRow: index, endRow: index });
  },
  getColumnsAfter: (self, [count], call) => lines(self, call, count, "after"),
  getColumnsBefore: (self, [count], call) => lines(self, call, count, "before"),
  getRowsAbove: (self, [count], call) => lines(self, call, count, "above"),
  getRowsBelow: (self, [count], call) => lines(self, call, count, "below"),
  getEntireColumn: (self, _args, call) => at(self, call, { ...areaOfRange(self), startRow: 0, endRow: MAX_ROWS - 1 }),
  getEntireRow: (self, _args, call) =>
    at(self, call, { ...areaOfRange(self), startColumn: 0, endColumn: MAX_COLUMNS - 1 }),
  getIntersection: (self, [other], call) => {
    const target = areaFrom(call.host, self.sheetId, other);
    const shared = target.sheetId === self.sheetId ? intersect(areaOfRange(self), target.area) : undefined;
    if (!shared) throw itemNotFound("the ranges do not intersect");
    return at(self, call, shared);
  },
  getIntersectionOrNullObject: (self, [other], call) => {
    const target = areaFrom(call.host, self.sheetId, other);
    const shared = target.sheetId === self.sheetId ? intersect(areaOfRange(self), target.area) : undefined;
    return shared ? at(self, call, shared) : NULL_OBJECT;
  },
  getLastCell: (self, _args, call) => at(self, call, areaOf(areaOfRange(self).endRow, areaOfRange(self).endColumn)),
  getLastColumn: (self, _args, call) =>
    at(self, call, { ...areaOfRange(self), startColumn: areaOfRange(self).endColumn }),
  getLastRow: (self, _args, call) => at(self, call, { ...areaOfRange(self), startRow: areaOfRange(self).endRow }),
  getOffsetRange: (self, [rows, columns], call) => {
    const area = areaOfRange(self);
    const [down, right] = [number(rows, "row offset"), number(columns, "column offset")];
    return at(self, call, {
      startRow: area.startRow + down,
      endRow: area.endRow + down,
      startColumn: area.startColumn + right,
      endColumn: area.endColumn + right,
    });
  },
  getResizedRange: (self, [rows, columns], call) => {
    const area = areaOfRange(self);
    return at(self, call, {
      ...area,
      endRow: area.endRow + number(rows, "rows"),
      endColumn: area.endColumn + number(columns, "columns"),
    });
  },
  getSurroundingRegion: (self, _args, call) => at(self, call, region(self, call)),
  getMergedAreasOrNullObject: (self, _args, { host }) => {
    const areas = sheetOf(host, self.sheetId)
      .getMergeData()
      .filter((merged) => intersect(merged, areaOfRange(self)))
      .map(({ startRow, endRow, startColumn, endColumn }) => ({ startRow, endRow, startColumn, endColumn }));
    return areas.length === 0 ? NULL_OBJECT : objectOf("RangeAreas", { sheetId: self.sheetId, areas });
  },
  getSpecialCells: (self, args, call) => {
    const found = specialCells({ sheetId: self.sheetId, areas: [areaOfRange(self)] }, args, call);
    if (!found) throw itemNotFound("no such cells");
    return objectOf("RangeAreas", found);
  },
  getSpecialCellsOrNullObject: (self, args, call) => {
    const found = specialCells({ sheetId: self.sheetId, areas: [areaOfRange(self)] }, args, call);
    return found ? objectOf("RangeAreas", found) : NULL_OBJECT;
  },
  getSpillParent: async (self, _args, call) => {
    await call.host.calculation.flush();
    const parent = spillParent(self, call);
    if (!parent) throw itemNotFound("the cell is not part of a spill");
    return at(self, call, parent);
  },
  getSpillParentOrNullObject: async (self, _args, call) => {
    await call.host.calculation.flush();
    const parent = spillParent(self, call);
    return parent ? at(self, call, parent) : NULL_OBJECT;
  },
  getSpillingToRange: async (self, _args, call) => {
    await call.host.calculation.flush();
    const area = spillArea(self, call);
    if (!area) throw itemNotFound("nothing spills from the cell");
    return at(self, call, area);
  },
  getSpillingToRangeOrNullObject: async (self, _args, call) => {
    await call.host.calculation.flush();
    const area = spillArea(self, call);
    return area ? at(self, call, area) : NULL_OBJECT;
  },
  getTables: (self, [fullyContained]) =>
    objectOf("TableScopedCollection", { range: self, fullyContained: fullyContained === true }),
  getUsedRange: (self, [valuesOnly], call) => {
    const used = call.host.cells.usedArea(sheetOf(call.host, self.sheetId), valuesOnly === true, areaOfRange(self));
    if (!used) throw itemNotFound("the range is empty");
    return at(self, call, used);
  },
  getUsedRangeOrNullObject: (self, [valuesOnly], call) => {
    const used = call.host.cells.usedArea(sheetOf(call.host, self.sheetId), valuesOnly === true, areaOfRange(self));
    return used ? at(self, call, used) : NULL_OBJECT;
  },
  getVisibleView: (self) => objectOf("RangeView", self),
};
