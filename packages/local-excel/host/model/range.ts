import type { Worksheet } from "@univerjs/core";

import {
  MAX_COLUMNS,
  MAX_ROWS,
  areaOf,
  bounding,
  columnCount,
  contains,
  formatAddress,
  intersect,
  isWholeColumns,
  isWholeRows,
  rowCount,
} from "../a1";
import type { Area } from "../a1";
import { NULL_OBJECT, defineClass, objectOf } from "../bridge/model";
import type { Call } from "../bridge/model";
import type { TrackedRange } from "../engine/tracked-ranges";
import { invalidArgument, invalidOperation, itemNotFound } from "../errors";
import { throughFilter } from "./filtering";
import { areaFrom, areaOfRange, choice, number, rangeAt, sheetOf } from "./lookup";
import { formulaCells } from "./range-areas";
import { requireUnlocked } from "./protection";
import {
  at,
  cellJson,
  copyFrom,
  grid,
  lines,
  permitted,
  region,
  shiftable,
  sizeInPixels,
  spillArea,
  spillParent,
  uniform,
  writable,
  writeJson,
} from "./range-helpers";

const shownFormulas = ({ host }: Call, sheet: Worksheet, area: Area): unknown[][] =>
  host.cells.grid(area, (row, column) => host.cells.shownFormula(sheet, row, column));
const isFormula = (value: unknown): value is string => typeof value === "string" && /^=./.test(value);
const inLocal = (value: unknown, { host }: Call): unknown =>
  isFormula(value) ? host.formulaRules.toLocal(value) : value;
const inEnglish = (value: unknown, { host }: Call): unknown =>
  isFormula(value) ? host.formulaRules.toEnglish(value) : value;

defineClass<TrackedRange>({
  name: "Range",
  lazy: ["valuesAsJson", "valuesAsJsonLocal"],
  properties: {
    address: { get: (self, { host }) => formatAddress(sheetOf(host, self.sheetId).getName(), areaOfRange(self)) },
    addressLocal: { get: (self, { host }) => formatAddress(sheetOf(host, self.sheetId).getName(), areaOfRange(self)) },
    cellCount: {
      get: (self) => {
        const cells = rowCount(areaOfRange(self)) * columnCount(areaOfRange(self));
        return cells > 2 ** 31 - 1 ? -1 : cells;
      },
    },
    columnCount: { get: (self) => columnCount(areaOfRange(self)) },
    columnIndex: { get: (self) => areaOfRange(self).startColumn },
    rowCount: { get: (self) => rowCount(areaOfRange(self)) },
    rowIndex: { get: (self) => areaOfRange(self).startRow },
    isEntireColumn: { get: (self) => isWholeColumns(areaOfRange(self)) },
    isEntireRow: { get: (self) => isWholeRows(areaOfRange(self)) },
    values: {
      get: (self, call) => grid(self, call, (sheet, area) => call.host.cells.values(sheet, area)),
      set: (self, value, call) => {
        const { sheet, area } = writable(self, call);
        if (isWholeColumns(area) || isWholeRows(area)) throw invalidArgument("values for whole columns or rows");
        call.host.cells.write(sheet, area, throughFilter(call.host, self.sheetId, area, value));
      },
    },
    valuesAsJson: {
      get: (self, call) =>
        grid(self, call, (_sheet, area) =>
          call.host.cells.grid(area, (row, column) => cellJson(call, self, row, column)),
        ),
      set: (self, value, call) => {
        const { sheet, area } = writable(self, call);
        const rows = Array.isArray(value) ? (value as unknown[][]).map((row) => row.map(writeJson)) : writeJson(value);
        call.host.cells.write(sheet, area, throughFilter(call.host, self.sheetId, area, rows));
      },
    },
    formulas: {
      get: (self, call) => grid(self, call, (sheet, area) => shownFormulas(call, sheet, area)),
      set: (self, value, call) => {
        const { sheet, area } = writable(self, call);
        if (isWholeColumns(area) || isWholeRows(area)) throw invalidArgument("formulas for whole columns or rows");
        call.host.cells.writeFormulas(sheet, area, throughFilter(call.host, self.sheetId, area, value));
      },
    },
    formulasLocal: {
      get: (self, call) =>
        grid(self, call, (sheet, area) =>
          shownFormulas(call, sheet, area).map((row) => row.map((formula) => inLocal(formula, call))),
        ),
      set: (self, value, call) => {
        const { sheet, area } = writable(self, call);
        if (isWholeColumns(area) || isWholeRows(area)) throw invalidArgument("formulas for whole columns or rows");
        const english = Array.isArray(value)
          ? (value as unknown[]).map((row) => (Array.isArray(row) ? row.map((cell) => inEnglish(cell, call)) : row))
          : inEnglish(value, call);
        call.host.cells.writeFormulas(sheet, area, throughFilter(call.host, self.sheetId, area, english));
      },
    },
    text: {
      get: (self, call) =>
        grid(self, call, (sheet, area) =>
          call.host.cells.grid(area, (row, column) => call.host.cells.text(sheet, row, column)),
        ),
    },
    valueTypes: {
      get: (self, call) =>
        grid(self, call, (sheet, area) =>
          call.host.cells.grid(area, (row, column) => call.host.cells.valueType(sheet, row, column)),
        ),
    },
    numberFormat: {
      get: (self, call) =>
        grid(self, call, (sheet, area) =>
          call.host.cells.grid(area, (row, column) => call.host.cells.numberFormat(sheet, row, column)),
        ),
      set: (self, value, call) => {
        const { sheet, area } = permitted(self, call, "allowFormatCells");
        call.host.cells.writeNumberFormats(sheet, area, value);
      },
    },
    numberFormatLocal: {
      get: (self, call) =>
        grid(self, call, (sheet, area) =>
          call.host.cells.grid(area, (row, column) => call.host.cells.numberFormat(sheet, row, column)),
        ),
      set: (self, value, call) => {
        const { sheet, area } = permitted(self, call, "allowFormatCells");
        call.host.cells.writeNumberFormats(sheet, area, value);
      },
    },
    hasSpill: {
      get: (self, call) =>
        uniform(self, call, (row, column) => spillParent({ ...self, area: areaOf(row, column) }, call) !== undefined),
    },
    rowHidden: {
      get: (self, call) => uniform(self, call, (row) => !sheetOf(call.host, self.sheetId).getRowVisible(row)),
      set: (self, value, call) => {
        const { sheet, area } = permitted(self, call, "allowFormatRows");
        call.host.sheets.setRowsHidden(sheet, area.startRow, area.endRow, value === true);
      },
    },
    columnHidden: {
      get: (self, call) =>
        uniform(self, call, (_row, column) => !sheetOf(call.host, self.sheetId).getColVisible(column)),
      set: (self, value, call) => {
        const { sheet, area } = permitted(self, call, "allowFormatColumns");
        call.host.sheets.setColumnsHidden(sheet, area.startColumn, area.endColumn, value === true);
      },
    },
    hidden: {
      get: (self, call) =>
        uniform(
          self,
          call,
          (row, column) =>
            !sheetOf(call.host, self.sheetId).getRowVisible(row) ||
            !sheetOf(call.host, self.sheetId).getColVisible(column),
        ),
    },
    hyperlink: {
      get: (self, call) =>
        call.host.sheetState(self.sheetId).hyperlinks.findLast(({ area }) => contains(area, areaOfRange(self)))?.link ??
        null,
      set: (self, value, call) => {
        const { sheet, area } = permitted(self, call, "allowInsertHyperlinks");
        requireUnlocked(call.host, self.sheetId, area);
        const link = (value ?? {}) as Record<string, unknown>;
        call.host.editState(self.sheetId, (state) => {
          const others = state.hyperlinks.filter((other) => !contains(area, other.area));
          state.hyperlinks = Object.keys(link).length > 0 ? [...others, { area, link }] : others;
        });
        if (typeof link["textToDisplay"] === "string") call.host.cells.write(sheet, area, link["textToDisplay"]);
        const blue = { cl: { rgb: "#0563C1" }, ul: { s: 1 } };
        call.host.cells.styleCells(sheet, area, () => (Object.keys(link).length > 0 ? blue : undefined));
      },
    },
    left: { get: (self, call) => sizeInPixels(self, call).left },
    top: { get: (self, call) => sizeInPixels(self, call).top },
    width: { get: (self, call) => sizeInPixels(self, call).width },
    height: { get: (self, call) => sizeInPixels(self, call).height },
  },
  objects: {
    conditionalFormats: (self) => objectOf("ConditionalFormatCollection", self),
    dataValidation: (self) => objectOf("DataValidation", self),
    format: (self) => objectOf("RangeFormat", self),
    sort: (self) => objectOf("RangeSort", self),
    worksheet: (self) => objectOf("Worksheet", self.sheetId),
  },
  methods: {
    calculate: (self, _args, { host }) => {
      const area = host.cells.bounded(sheetOf(host, self.sheetId), areaOfRange(self));
      if (area) host.calculation.markDirty(self.sheetId, [area]);
      void host.calculation.flush(true);
      return null;
    },
    clear: (self, [applyTo], call) => {
      const { sheet, area } = applyTo === "Formats" ? permitted(self, call, "allowFormatCells") : writable(self, call);
      const what =
        applyTo === undefined || applyTo === null
          ? "All"
          : choice(
              applyTo,
              ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks", "ResetContents"],
              "applyTo",
            );
      if (what === "All" || what === "Contents" || what === "Formats") {
        call.host.cells.clear(sheet, area, what);
        if (what !== "Contents") call.host.clearAttachments(self.sheetId, area, what);
      } else if (what === "ResetContents") call.host.cells.clear(sheet, area, "Contents");
      else {
        call.host.editState(self.sheetId, (state) => {
          state.hyperlinks = state.hyperlinks.filter((link) => !contains(area, link.area));
        });
      }
      return null;
    },
    copyFrom: (self, [source, copyType, skipBlanks, transpose], call) => {
      copyFrom(self, call, source, copyType, skipBlanks, transpose);
      return null;
    },
    delete: (self, [shift], call) => {
      const { sheet, area } = shiftable(self, call, "allowDeleteRows", "allowDeleteColumns");
      requireUnlocked(call.host, self.sheetId, area);
      call.host.sheets.deleteCells(sheet, area, choice(shift, ["Up", "Left"], "shift"));
      return null;
    },
    insert: (self, [shift], call) => {
      const { sheet, area } = shiftable(self, call, "allowInsertRows", "allowInsertColumns");
      const where = { ...area };
      call.host.sheets.insert(sheet, where, choice(shift, ["Down", "Right"], "shift"));
      return rangeAt(call, self.sheetId, where);
    },
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
    getSpecialCells: (self, args, call) => {
      const found = formulaCells(self, args, call);
      if (!found) throw itemNotFound("no such cells");
      return objectOf("RangeAreas", found);
    },
    getSpecialCellsOrNullObject: (self, args, call) => {
      const found = formulaCells(self, args, call);
      return found ? objectOf("RangeAreas", found) : NULL_OBJECT;
    },
    getSpillParent: (self, _args, call) => {
      const parent = spillParent(self, call);
      if (!parent) throw itemNotFound("the cell is not part of a spill");
      return at(self, call, parent);
    },
    getSpillParentOrNullObject: (self, _args, call) => {
      const parent = spillParent(self, call);
      return parent ? at(self, call, parent) : NULL_OBJECT;
    },
    getSpillingToRange: (self, _args, call) => {
      const area = spillArea(self, call);
      if (!area) throw itemNotFound("nothing spills from the cell");
      return at(self, call, area);
    },
    getSpillingToRangeOrNullObject: (self, _args, call) => {
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
  },
});
